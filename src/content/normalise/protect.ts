/** Changes to a text → those that touch no web or mail address. */

import type { Edit } from '../draft.ts';

/**
 * Addresses end at a blank or at Chinese; marks at their end belong to the sentence. Schemes and mailboxes
 * have the lengths that RFC 3986 and RFC 5321 (64) leave them in practice.
 */
const ADDRESS =
  /(?<![A-Za-z0-9+.-])(?:[A-Za-z][A-Za-z0-9+.-]{0,15}:\/\/|www\.)[!-~]+|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g;
const SENTENCE_MARKS = `,;:?!."')]`;

/** @param changes in rising order. */
export function protect<E extends Edit>(text: string, changes: readonly E[]): readonly E[] {
  if (changes.length === 0 || !/:\/\/|www\.|@/.test(text)) return changes;
  const safe = addresses(text);
  let next = 0;
  return changes.filter((change) => {
    while (next < safe.length && safe[next]!.to <= change.from) next += 1;
    return next === safe.length || safe[next]!.from >= change.to;
  });
}

function addresses(text: string): { from: number; to: number }[] {
  return [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => {
    let to = index + address.length;
    while (SENTENCE_MARKS.includes(text[to - 1]!)) to -= 1;
    return { from: index, to };
  });
}
