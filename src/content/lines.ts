/** Text over several lines of a file → one line, or several paragraphs where the author indented by hand. */

import { hanLiesBeside } from './characters.ts';
import { type Draft, type Edit, rewrite, sliceDraft } from './draft.ts';

/**
 * Joins lines: next to Han without anything between, between Latin words with a space. A line end in a file
 * is the width of an editor's window, not the author's wish.
 */
export function joinLines(draft: Draft): Draft {
  const edits: Edit[] = [];
  for (const { 0: ends, index } of draft.text.matchAll(/\n[ \t\n]*/g)) {
    let from = index;
    while (draft.text[from - 1] === ' ' || draft.text[from - 1] === '\t') from -= 1;
    const to = index + ends.length;
    const atEdge = from === 0 || to === draft.text.length;
    const isHan = hanLiesBeside(draft.text, from - 1, -1) || hanLiesBeside(draft.text, to, 1);
    edits.push({ from, to, text: atEdge || isHan ? '' : ' ' });
  }
  return rewrite(draft, edits);
}

/**
 * A line that begins with U+3000 begins a paragraph, blank line or not: so text comes out of Word and old
 * typesetting systems, and so nobody writes in the middle of a paragraph.
 */
export function splitAtIndents(draft: Draft): Draft[] {
  const parts: Draft[] = [];
  let from = 0;
  for (const { index } of draft.text.matchAll(/\n(?=\u3000)/g)) {
    parts.push(sliceDraft(draft, from, index));
    from = index + 1;
  }
  parts.push(sliceDraft(draft, from, draft.text.length));
  return parts;
}
