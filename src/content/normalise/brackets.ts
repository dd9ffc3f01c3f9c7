/**
 * Half-width brackets → full-width, as pairs only: where a pair touches Chinese inside or outside, or is
 * mixed (`（AGM)`). A bracket without its partner stays as it is.
 */

import { hanLiesBeside, isHanOrMark } from '../characters.ts';
import type { Change } from './change.ts';

const PARTNER: Readonly<Record<string, string>> = { '(': ')', '（': '）', '[': ']', '［': '］' };
const FULL: Readonly<Record<string, string>> = { '(': '（', ')': '）', '[': '［', ']': '］' };
const OPENING = new Set('(（[［');
const CLOSING = new Set(')）]］');

export function brackets(text: string): Change[] {
  const changes: Change[] = [];
  for (const [open, close] of bracketPairs(text)) {
    const mixed = isHalf(text[open]!) !== isHalf(text[close]!);
    if (!mixed && !(isHalf(text[open]!) && touchesHan(text, open, close))) continue;
    for (const at of [open, close]) {
      const full = FULL[text[at]!];
      if (full !== undefined) changes.push({ from: at, to: at + 1, text: full, kind: 'bracket-fullwidth' });
    }
  }
  return changes.sort((a, b) => a.from - b.from);
}

/** Pairs of one kind, whatever their width, nested ones included. */
function bracketPairs(text: string): [number, number][] {
  const pairs: [number, number][] = [];
  const open: number[] = [];
  for (const { 0: c, index: at } of text.matchAll(/[()（）[\]［］]/g)) {
    if (OPENING.has(c)) open.push(at);
    if (!CLOSING.has(c)) continue;
    const last = open[open.length - 1];
    if (last === undefined || (FULL[PARTNER[text[last]!]!] ?? PARTNER[text[last]!]) !== (FULL[c] ?? c))
      continue;
    open.pop();
    pairs.push([last, at]);
  }
  return pairs;
}

function isHalf(bracket: string): boolean {
  return FULL[bracket] !== undefined;
}

function touchesHan(text: string, open: number, close: number): boolean {
  return (
    isHanOrMark(text, open + 1) ||
    isHanOrMark(text, close - 1) ||
    hanLiesBeside(text, open + 1, 1) ||
    hanLiesBeside(text, open - 1, -1) ||
    hanLiesBeside(text, close + 1, 1)
  );
}
