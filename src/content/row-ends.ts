/**
 * Where an author parts a head into rows → a mark in the draft, which `toRichProse` takes out.
 *
 * Two ways to write it: a line each in a `|` block, and `||` in a line. A single bar or slash is text: 人物｜张三.
 */

import { type Draft, type Edit, rewrite } from './draft.ts';

/** U+2028, a line separator: reading took it out of the file, so it is always the program's own. */
const ROW_END = '\u2028';

const BARS = /[ \t\u3000]*(?:\|\||｜｜)[ \t\u3000]*/g;
const LINES = /[ \t\u3000]*\n[ \t\n\u3000]*/g;

/** @param lines whether its line ends part rows too. */
export function partRows(draft: Draft, lines: boolean): Draft {
  const parted = lines ? rewrite(draft, endsIn(draft.text, LINES)) : draft;
  return rewrite(parted, endsIn(parted.text, BARS));
}

function endsIn(text: string, pattern: RegExp): Edit[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
    const to = index + found.length;
    return { from: index, to, text: index === 0 || to === text.length ? '' : ROW_END };
  });
}
