/**
 * Text on its way from a file to an Issue → text whose every character knows its place in the file.
 *
 * A draft keeps one offset and one set of marks for each UTF-16 unit, so that the steps of reading need not
 * think about source maps; `toProse` folds the offsets into runs at the end.
 */

import type { Span } from '../diagnostics.ts';
import { offsetInFile, type SourceRun } from '../source-map.ts';
import type { MarkedRange, Marking, Prose, RichProse } from './issue.ts';
import type { SourceText } from './source-text.ts';

export interface Draft {
  readonly file: string;
  readonly text: string;
  /** Offset in the file, a unit of `text`. */
  readonly offsets: readonly number[];
  /** `STRONG` and `EMPHASIS` added up, and `SPAN` times the number of the innermost span; a unit of `text`. */
  readonly bits: readonly number[];
  /** Span n stands at n − 1, an outer one before those in it. */
  readonly spans: readonly DraftSpan[];
  /** The file offset behind the text. */
  readonly end: number;
}

export const STRONG = 1;
export const EMPHASIS = 2;
export const SPAN = 4;

/** `[…]{…}`: what it says of its characters, and the number of the span around it, 0 for none. */
export interface DraftSpan {
  readonly marking: Marking;
  readonly parent: number;
}

const NO_SPANS: readonly DraftSpan[] = [];

/** A change: the units `from`–`to` become `text`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The part `from`–`to` of a source's clean text. */
export function draftOf(source: SourceText, from: number, to: number, bits = 0): Draft {
  const offsets: number[] = [];
  const { runs } = source.map;
  let run = firstRun(runs, from);
  for (let at = from; at < to; at++) {
    while (run + 1 < runs.length && runs[run + 1]!.at <= at) run += 1;
    offsets.push(runs[run]!.start + at - runs[run]!.at);
  }
  return {
    file: source.file,
    text: source.clean.slice(from, to),
    offsets,
    bits: new Array<number>(offsets.length).fill(bits),
    spans: NO_SPANS,
    end: offsetInFile(source.map, to),
  };
}

/** The last run that begins at `at` or before; files of plain UTF-8 and LF have but one. */
function firstRun(runs: readonly SourceRun[], at: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (runs[middle]!.at <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Drafts of one file, one behind the other; none has spans yet. */
export function joinDrafts(parts: readonly Draft[], empty: Draft): Draft {
  if (parts.length === 1) return parts[0]!;
  let { text, end } = empty;
  const offsets = [...empty.offsets];
  const bits = [...empty.bits];
  for (const part of parts) {
    text += part.text;
    end = part.end;
    for (const offset of part.offsets) offsets.push(offset);
    for (const bit of part.bits) bits.push(bit);
  }
  return { file: empty.file, text, offsets, bits, spans: NO_SPANS, end };
}

export function sliceDraft(draft: Draft, from: number, to: number): Draft {
  return {
    file: draft.file,
    text: draft.text.slice(from, to),
    offsets: draft.offsets.slice(from, to),
    bits: draft.bits.slice(from, to),
    spans: draft.spans,
    end: to < draft.offsets.length ? draft.offsets[to]! : draft.end,
  };
}

/**
 * Applies edits that do not overlap, in rising order. Character k of a replacement takes the place and the
 * marks of character k of what it replaces, the last one's when there are more.
 */
export function rewrite(draft: Draft, edits: readonly Edit[]): Draft {
  if (edits.length === 0) return draft;
  let text = '';
  const offsets: number[] = [];
  const bits: number[] = [];
  const take = (from: number, to: number): void => {
    for (let k = from; k < to; k++) {
      offsets.push(draft.offsets[k]!);
      bits.push(draft.bits[k]!);
    }
  };
  let at = 0;
  for (const edit of edits) {
    text += draft.text.slice(at, edit.from) + edit.text;
    take(at, edit.from);
    for (let k = 0; k < edit.text.length; k++) {
      const from = Math.min(edit.from + k, Math.max(edit.from, edit.to - 1));
      take(from, from + 1);
    }
    at = edit.to;
  }
  text += draft.text.slice(at);
  take(at, draft.text.length);
  return { ...draft, text, offsets, bits };
}

/** Where the units `from`–`to` stand in the file. */
export function spanOf(draft: Draft, from = 0, to = draft.text.length): Span {
  const start = draft.offsets[from] ?? draft.end;
  const last = to > from ? draft.offsets[to - 1]! + 1 : start;
  return { file: draft.file, start, end: Math.max(start, last) };
}

export function toProse(draft: Draft): Prose {
  const { file, text, offsets, end } = draft;
  const runs: SourceRun[] = [{ at: 0, start: offsets[0] ?? end }];
  for (let at = 1; at < offsets.length; at++) {
    if (offsets[at] !== offsets[at - 1]! + 1) runs.push({ at, start: offsets[at]! });
  }
  const last = offsets[offsets.length - 1];
  return { text, map: { file, runs, end: last === undefined ? end : last + 1 } };
}

export function toRichProse(marked: Draft): RichProse {
  const { draft, rowEnds } = withoutRowEnds(marked);
  const spans = spanRanges(draft);
  const strong = starRanges(draft, STRONG, 'strong').flatMap((range) => cutWhereCrossing(range, spans));
  const emphasis = starRanges(draft, EMPHASIS, 'emphasis').flatMap((range) =>
    cutWhereCrossing(range, [...spans, ...strong]),
  );
  const marks = [...spans, ...strong, ...emphasis].sort((a, b) => a.start - b.start || b.end - a.end);
  return { ...toProse(draft), marks, rowEnds };
}

function withoutRowEnds(draft: Draft): { readonly draft: Draft; readonly rowEnds: readonly number[] } {
  const places = [...draft.text.matchAll(/\u2028/g)].map(({ index }) => index);
  const edits = places.map((at) => ({ from: at, to: at + 1, text: '' }));
  const length = draft.text.length - places.length;
  const ends = new Set(places.map((at, before) => at - before).filter((at) => at > 0 && at < length));
  return { draft: rewrite(draft, edits), rowEnds: [...ends] };
}

function spanRanges({ bits, spans }: Draft): MarkedRange[] {
  if (spans.length === 0) return [];
  const from = new Map<number, number>();
  const to = new Map<number, number>();
  bits.forEach((bit, at) => {
    for (let n = Math.floor(bit / SPAN); n > 0; n = spans[n - 1]!.parent) {
      if (!from.has(n)) from.set(n, at);
      to.set(n, at + 1);
    }
  });
  return spans.flatMap(({ marking }, k) => {
    const start = from.get(k + 1);
    return start === undefined ? [] : [{ ...marking, start, end: to.get(k + 1)! }];
  });
}

function starRanges(draft: Draft, bit: number, mark: 'strong' | 'emphasis'): MarkedRange[] {
  const found: MarkedRange[] = [];
  let start = -1;
  for (let at = 0; at <= draft.bits.length; at++) {
    const marked = at < draft.bits.length && (draft.bits[at]! & bit) !== 0;
    if (marked && start === -1) start = at;
    if (!marked && start !== -1) {
      found.push({ start, end: at, mark });
      start = -1;
    }
  }
  return found;
}

/** Two marks that touch have become one range, which may now reach over the edge of another. */
function cutWhereCrossing(range: MarkedRange, others: readonly MarkedRange[]): MarkedRange[] {
  const edges = others
    .filter((o) => o.start < range.end && range.start < o.end && !nested(o, range) && !nested(range, o))
    .map((o) => (o.start > range.start ? o.start : o.end));
  const cuts = [range.start, ...edges.sort((a, b) => a - b), range.end];
  return cuts.slice(1).map((end, k) => ({ ...range, start: cuts[k]!, end }));
}

function nested(inner: MarkedRange, outer: MarkedRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
