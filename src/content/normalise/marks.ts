/**
 * Half-width `, ; : ? !` → full-width next to Chinese, never inside numbers or Latin.
 *
 * A run of such marks is decided as one: by the nearest neighbour on either side that is no blank, quote,
 * bracket or dash. `4.3亿`, `10:30`, `3:2`, `1,234` have digits on both sides and stay.
 */

import { hanLiesBeside, isDigit } from '../characters.ts';
import type { Change } from './change.ts';

const FULL: Readonly<Record<string, readonly [full: string, kind: string]>> = {
  ',': ['，', 'comma-fullwidth'],
  ';': ['；', 'semicolon-fullwidth'],
  ':': ['：', 'colon-fullwidth'],
  '?': ['？', 'question-fullwidth'],
  '!': ['！', 'exclamation-fullwidth'],
};

const RUN = /[,;:?!]+/g;

export function marks(text: string): Change[] {
  const changes: Change[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const end = index + run.length;
    if (run.length === 1 && isDigit(text[index - 1]) && isDigit(text[end])) continue;
    if (!hanLiesBeside(text, index - 1, -1) && !hanLiesBeside(text, end, 1)) continue;
    for (let at = index; at < end; at++) {
      const [full, kind] = FULL[text[at]!]!;
      changes.push({ from: at, to: at + 1, text: full, kind });
    }
  }
  return changes;
}
