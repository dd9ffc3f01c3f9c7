/** A process → one command run in it: its arguments, environment and streams in, its exit code out. */

import { readFileSync } from 'node:fs';
import { languageOf, runCommand } from './commands/index.ts';

/** For the worker threads of `batch`, which load the same bundle as the command line. */
export { buildIssue } from './batch/index.ts';
/** For the build script, which runs a command to have it compiled. */
export { runCommand };

/** Runs the command that the process was called with; sets the exit code, and lets the process end by itself. */
export async function main(argv: readonly string[]): Promise<void> {
  watch(process.stdout);
  watch(process.stderr);
  const exitCode = await runCommand(argv, {
    language: languageOf(argv, process.env),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    live: process.stderr.isTTY === true,
    stdin: () => readFileSync(0),
  });
  process.exitCode ??= exitCode;
}

/** A reader that went away (`| head`) is no fault; a full disk behind standard output is one. */
function watch(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 3;
  });
}
