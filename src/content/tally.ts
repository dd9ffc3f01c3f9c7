/** Changes made to texts → their counts by kind, for the report. */

import type { Counts } from './issue.ts';

/** Counts while they grow. */
export type Tally = Map<string, number>;

export function tally(counts: Tally, kind: string, by = 1): void {
  counts.set(kind, (counts.get(kind) ?? 0) + by);
}

/** In order of the names, so that a report is the same whatever came first. */
export function countsOf(counts: Tally): Counts {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
