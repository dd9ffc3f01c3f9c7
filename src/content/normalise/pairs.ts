/**
 * The texts of a story → the quotes, brackets and book-title marks that have no partner.
 *
 * Looked at story-wide: a quotation may run over several paragraphs, opening on each and closing on the
 * last (GB/T 15834 4.8.3.5). Brackets and book-title marks pair within their paragraph.
 */

import { isLatinLetter } from '../characters.ts';
import { isApostrophe } from './quotes.ts';

/** A mark without its partner: the index of its text, its place there, the partner that is missing. */
export interface Unpaired {
  readonly text: number;
  readonly at: number;
  readonly mark: string;
  readonly missing: string;
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '『': '』',
  '「': '」',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '(': ')',
  '〔': '〕',
  '【': '】',
};
const OPENER = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]));

const MARKS = /[“”‘’『』「」《》〈〉（）()〔〕【】]/g;

/** These may stay open at a paragraph's end. */
const OVER_PARAGRAPHS = new Set(['“', '『', '「']);

interface Open {
  readonly text: number;
  readonly at: number;
  readonly mark: string;
}

/** @param texts the paragraphs of one flow, in order; a head or a caption is a flow of its own. */
export function unpaired(texts: readonly string[]): Unpaired[] {
  const found: Unpaired[] = [];
  let open: Open[] = [];
  const report = (o: Open): void => {
    found.push({ ...o, missing: PAIRS[o.mark] ?? OPENER.get(o.mark)! });
  };
  texts.forEach((text, index) => {
    open = continued(open, text, index);
    for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
      const opener = OPENER.get(mark);
      if (PAIRS[mark] !== undefined) open.push({ text: index, at, mark });
      else if (opener !== undefined) {
        const partner = open.findLastIndex((o) => o.mark === opener);
        if (partner !== -1) for (const left of open.splice(partner).slice(1)) report(left);
        else if (!standsAlone(text, at)) report({ text: index, at, mark });
      }
    }
    for (const left of open) if (!OVER_PARAGRAPHS.has(left.mark)) report(left);
    open = open.filter((o) => OVER_PARAGRAPHS.has(o.mark));
  });
  for (const left of open) report(left);
  return found.sort((a, b) => a.text - b.text || a.at - b.at);
}

/**
 * What is still open when a paragraph begins. If it begins with the mark that the paragraph before left
 * open, that is the same quotation going on, not a second one.
 */
function continued(open: readonly Open[], text: string, index: number): Open[] {
  const first = text.trimStart()[0];
  const last = open.findLastIndex((o) => o.mark === first && o.text === index - 1);
  return open.filter((_, k) => k !== last);
}

/** `students’`, and the bracket of an enumeration: `1）`, `a)`, `十二）` at a paragraph's head. */
function standsAlone(text: string, at: number): boolean {
  if (text[at] === '’') return isApostrophe(text, at, false);
  if (text[at] !== '）' && text[at] !== ')') return false;
  const before = text.slice(0, at).trim();
  return /^[0-9一二三四五六七八九十]{1,3}$/.test(before) || (before.length === 1 && isLatinLetter(before));
}
