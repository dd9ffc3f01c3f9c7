/** Command line arguments → the work done, what is printed, and an exit code. */

import type { Message } from '../diagnostics.ts';
import { faultMessage } from '../fault-message.ts';
import { inLanguage } from '../language.ts';
import { printFault } from './issue-run.ts';
import { hintLines } from './print-diagnostics.ts';
import { makeProgram } from './program.ts';
import { type ExitCode, type Terminal, UsageError } from './terminal.ts';

export { languageOf } from './language.ts';
export type { ExitCode, Terminal } from './terminal.ts';

/** Runs the command that `argv` names (program and script left out). Never throws. */
export async function runCommand(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = makeProgram(
    terminal.language,
    {
      build: async (issue, options) => {
        exitCode = await (await import('./build.ts')).build(issue, options, terminal);
      },
      check: async (issue, options) => {
        exitCode = await (await import('./check.ts')).check(issue, options, terminal);
      },
      fit: async (file, options) => {
        exitCode = await (await import('./fit.ts')).fit(file, options, terminal);
      },
      grid: async (issue, options) => {
        exitCode = await (await import('./grid.ts')).grid(issue, options, terminal);
      },
      rebuild: async (file, options) => {
        exitCode = await (await import('./archive.ts')).rebuild(file, options, terminal);
      },
      batch: async (paths, options) => {
        exitCode = await (await import('./batch.ts')).batch(paths, options, terminal);
      },
    },
    terminal.out,
  );
  if (argv.length === 0) {
    terminal.err(program.helpInformation());
    return 2;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return failed(error, terminal);
  }
}

function failed(error: unknown, terminal: Terminal): ExitCode {
  if (isHelpOrVersion(error)) return 0;
  if (error instanceof UsageError) {
    sayLines(terminal, error.text, error.hints);
    return 2;
  }
  sayLines(terminal, faultMessage(error), []);
  return 3;
}

/** As if the command had thrown `error`: the one object of `--json` too. */
export async function failCommand(
  argv: readonly string[],
  error: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const report = async (issue: string, { json }: { readonly json: boolean }): Promise<void> => {
    if (json) printFault(issue, error, terminal);
  };
  const nothing = async (): Promise<void> => {};
  const actions = {
    build: report,
    check: report,
    fit: nothing,
    grid: nothing,
    rebuild: nothing,
    batch: nothing,
  };
  // It was parsed before, in the thread that ended.
  await makeProgram(terminal.language, actions, terminal.out).parseAsync(argv, { from: 'user' });
  return failed(error, terminal);
}

function isHelpOrVersion(error: unknown): boolean {
  return error instanceof Error && 'exitCode' in error && error.exitCode === 0;
}

/** A sentence of the program about itself, not about the author's files. */
function sayLines({ err, language }: Terminal, text: Message, hints: readonly Message[]): void {
  const under = hintLines(
    hints.map((hint) => inLanguage(hint, language)),
    language,
  );
  err([`banmian: ${inLanguage(text, language)}`, ...under].map((line) => `${line}\n`).join(''));
}
