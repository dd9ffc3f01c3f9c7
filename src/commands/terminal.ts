/** What a command may touch of the outside: two streams, a language, the folder it was called in. */

import type { Message } from '../diagnostics.ts';
import type { Language } from '../language.ts';

/** 0 built, 1 an error in the issue, 2 wrong usage, 3 the machine failed. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Terminal {
  readonly language: Language;
  /** Results: standard output. */
  readonly out: (text: string) => void;
  /** Diagnostics and progress: standard error. */
  readonly err: (text: string) => void;
  /** Whether standard error is read by a person, who wants to see long work move. */
  readonly live: boolean;
  /** All bytes of standard input, for `-`. */
  readonly stdin: () => Uint8Array;
}

/** The one object of `--json`. */
export function printJson(value: unknown, terminal: Terminal): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {
  readonly text: Message;
  readonly hints: readonly Message[];
  constructor(text: Message, ...hints: Message[]) {
    super(text.en);
    this.name = 'UsageError';
    this.text = text;
    this.hints = hints;
  }
}
