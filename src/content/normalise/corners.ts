/**
 * “” ‘’ → 「」 『』, the quotes of Hong Kong and Taiwan (CLREQ #usage_of_punctuation_marks): the first outside, the
 * second within. Quotes of Latin text stay: of a pair neither half has Chinese beside it.
 */

import { hanLiesBeside } from '../characters.ts';
import type { Change } from './change.ts';
import { isApostrophe } from './quotes.ts';

const CORNERS: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };
const PARTNER: Readonly<Record<string, string>> = { '”': '“', '’': '‘' };

export function corners(text: string): Change[] {
  const chinese = new Set<number>();
  const open: number[] = [];
  for (const { 0: quote, index: at } of text.matchAll(/[“”‘’]/g)) {
    const opener = PARTNER[quote];
    if (opener === undefined) {
      open.push(at);
      continue;
    }
    const partner = open.findLastIndex((one) => text[one] === opener);
    if (partner < 0 && quote === '’' && isApostrophe(text, at, false)) continue;
    const pair = partner < 0 ? [at] : [open[partner]!, at];
    if (partner >= 0) open.length = partner;
    if (pair.some((one) => touchesHan(text, one))) for (const one of pair) chinese.add(one);
  }
  for (const left of open) if (touchesHan(text, left)) chinese.add(left);
  return [...chinese]
    .sort((a, b) => a - b)
    .map((at) => ({ from: at, to: at + 1, text: CORNERS[text[at]!]!, kind: 'quote-corner' }));
}

function touchesHan(text: string, at: number): boolean {
  return hanLiesBeside(text, at - 1, -1) || hanLiesBeside(text, at + 1, 1);
}
