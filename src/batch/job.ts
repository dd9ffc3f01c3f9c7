/** What goes to a worker thread and what comes back: plain data. */

import type { Message } from '../diagnostics.ts';
import type { Language } from '../language.ts';
import type { Report } from '../report.ts';

export interface Job {
  /** Folder of the issue, or its issue.yaml. */
  readonly issue: string;
  /** The folder that holds a folder for each issue. */
  readonly output: string;
  readonly language: Language;
}

export type Result =
  /** Built, or refused for errors in the issue: the report tells. */
  | { readonly kind: 'reported'; readonly issue: string; readonly folder: string; readonly report: Report }
  /** Written over, or written over by, another issue of the same id. */
  | {
      readonly kind: 'clash';
      readonly issue: string;
      readonly folder: string;
      readonly with: readonly string[];
    }
  /** The machine failed, or the program did. */
  | { readonly kind: 'failed'; readonly issue: string; readonly message: Message };

/** True if the issue's PDF is there. */
export function isBuilt(result: Result): boolean {
  return result.kind === 'reported' && result.report.ok;
}
