/** A paragraph's text and the names under `keep:` → the ranges that no line parts. */

import type { Keep } from '../content/issue.ts';
import type { ParagraphBox, TextRole, TextRun } from './box.ts';

const HEADS: readonly TextRole[] = ['kicker', 'headline', 'deck', 'subhead', 'text'];

export function keptIn(
  runs: readonly TextRun[],
  role: TextRole,
  { names, inBody }: Keep,
): ParagraphBox['kept'] {
  if (names.length === 0 || !(inBody || HEADS.includes(role))) return [];
  const text = runs.map((run) => run.text).join('');
  return names.flatMap((name) => placesOf(name, text));
}

function placesOf(name: string, text: string): ParagraphBox['kept'] {
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    found.push({ start: at, end: at + name.length });
  }
  return found;
}
