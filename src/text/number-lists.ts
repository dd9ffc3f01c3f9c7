/** A length → the list of so many zeros, or of so many numbers from 0 up: one for all lines, never written to. */

const ZEROS: number[][] = [];
const RISING: number[][] = [];

/** Lists of more are made anew. */
const KEPT_MOST = 200;

export function zeros(length: number): number[] {
  return kept(ZEROS, length, () => 0);
}

export function rising(length: number): number[] {
  return kept(RISING, length, (k) => k);
}

function kept(lists: number[][], length: number, entry: (k: number) => number): number[] {
  const known = lists[length];
  if (known !== undefined) return known;
  const list = Array.from({ length }, (_, k) => entry(k));
  if (length <= KEPT_MOST) lists[length] = list;
  return list;
}
