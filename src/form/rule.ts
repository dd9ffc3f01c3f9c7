/** One rule of form as it came out. */

import type { Diagnostic, Message } from '../diagnostics.ts';

/** A rule as an examiner ticks it off. */
export interface FormRule {
  /** Its name in reports: `name-largest`. */
  readonly rule: string;
  readonly called: Message;
  readonly ok: boolean;
  /** The page where it is broken; null for what is nowhere, and where it is kept. */
  readonly where: string | null;
  /** What it counts if it is broken. */
  readonly weight: number;
  /** Null where it is kept. */
  readonly fault: Diagnostic | null;
}
