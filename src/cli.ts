/** A process → one command run in it: its arguments, environment and streams in, its exit code out. */

import { readFileSync } from 'node:fs';
import { failCommand, languageOf, runCommand, type Terminal } from './commands/index.ts';

/** For the worker threads of `batch`, which load the same bundle as the command line. */
export { buildIssue } from './batch/index.ts';
/** For the build script, which runs a command to have it compiled. */
export { runCommand };

/**
 * Runs the command that the process was called with; sets the exit code, and lets the process, or the thread, end by
 * itself. `live`: whether a person reads standard error, which a thread cannot know.
 */
export async function main(argv: readonly string[], { live }: { readonly live: boolean }): Promise<void> {
  watch(process.stdout);
  watch(process.stderr);
  const exitCode = await runCommand(argv, terminal(argv, live));
  process.exitCode ??= exitCode;
}

/** What is said of a command whose thread ended before it was done; exit code 3. */
export async function fail(argv: readonly string[], error: unknown): Promise<void> {
  process.exitCode = await failCommand(argv, error, terminal(argv, false));
}

function terminal(argv: readonly string[], live: boolean): Terminal {
  return {
    language: languageOf(argv, process.env),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    live,
    stdin: () => readFileSync(0),
  };
}

/** A reader that went away (`| head`) is no fault; a full disk behind standard output is one. */
function watch(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 3;
  });
}
