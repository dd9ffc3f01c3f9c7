/** A story that does not fit → by how many lines and characters; one that falls short → how many are missing. */

import { countCharacters } from '../count.ts';
import type { ParagraphBox } from '../markup/box.ts';
import type { Amount } from './page.ts';
import { partOfParagraph, textOfBox } from './part-of-paragraph.ts';
import { rowsWithin, tableRows } from './table-rows.ts';

export const NOTHING: Amount = { lines: 0, characters: 0 };

/** 字数 of the body as Word counts it; what stands beside the text is not of it. */
export function charactersOf(body: readonly ParagraphBox[]): number {
  return body.reduce((sum, box) => sum + countCharacters(textToCut(box)), 0);
}

/**
 * The body cut at its end so that it fits, found by setting the cut story again, and the characters cut: with
 * one less cut it does not fit.
 * @param fits sets a cut body and says whether it finds room.
 */
export function cutToFit(
  body: readonly ParagraphBox[],
  fits: (cut: readonly ParagraphBox[]) => boolean,
): { readonly body: readonly ParagraphBox[]; readonly characters: number } {
  let tooMuchKept = body.reduce((sum, box) => sum + textToCut(box).length, 0);
  let kept = 0;
  while (tooMuchKept - kept > 1) {
    const middle = Math.floor((kept + tooMuchKept) / 2);
    if (fits(keepUnits(body, middle))) kept = middle;
    else tooMuchKept = middle;
  }
  return { body: keepUnits(body, kept), characters: charactersBehind(body, kept) };
}

/** 字数 of what stands behind the first `units` of the body; a word that is cut counts whole. */
function charactersBehind(body: readonly ParagraphBox[], units: number): number {
  let left = units;
  let characters = 0;
  for (const box of body) {
    const text = textToCut(box);
    characters += countCharacters(text.slice(Math.min(left, text.length)));
    left = Math.max(0, left - text.length);
  }
  return characters;
}

/** An optional block stands whole, or is left out whole. */
function textToCut(box: ParagraphBox): string {
  return isOptional(box) ? '' : textOfBox(box);
}

function isOptional({ table }: ParagraphBox): boolean {
  return table !== null && table.optional !== null;
}

/** The first `units` UTF-16 units of the body, its optional blocks, a subhead left without text not. */
function keepUnits(body: readonly ParagraphBox[], units: number): readonly ParagraphBox[] {
  const kept: ParagraphBox[] = [];
  let left = units;
  for (const box of body) {
    if (isOptional(box)) kept.push(box);
    if (isOptional(box) || left <= 0) continue;
    const length = textOfBox(box).length;
    if (length <= left) kept.push(box);
    else if (box.table === null) kept.push(partOfParagraph(box, 0, left));
    else kept.push(...wholeRows(box, left));
    left -= length;
  }
  const last = kept.findLastIndex((box) => !isOptional(box) && box.role !== 'subhead');
  return kept.filter((box, k) => k <= last || isOptional(box));
}

/** The rows of a table that are kept whole; none: nothing of it. */
function wholeRows(box: ParagraphBox, units: number): readonly ParagraphBox[] {
  const count = rowsWithin(box, units);
  return count === 0 ? [] : [tableRows(box, 0, count)];
}
