/** Changes to a text → those that touch no web or mail address. */

import type { Edit } from '../draft.ts';

/** Addresses end at a blank or at Chinese; marks at their end belong to the sentence. */
const ADDRESS =
  /(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|www\.)[!-~]+|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g;
const TRAILING_MARKS = /[,;:?!."')\]]+$/;

export function protect<E extends Edit>(text: string, changes: readonly E[]): readonly E[] {
  if (changes.length === 0 || !/:\/\/|www\.|@/.test(text)) return changes;
  const safe = [...text.matchAll(ADDRESS)].map((found) => {
    const address = found[0].replace(TRAILING_MARKS, '');
    return { from: found.index, to: found.index + address.length };
  });
  return changes.filter((change) => !safe.some((s) => change.from < s.to && s.from < change.to));
}
