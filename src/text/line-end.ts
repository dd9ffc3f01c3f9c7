/** A line as broken → why it ends where it does, so that a doubt about a line can be answered. */

import type { Prohibition } from '../markup/box.ts';
import { Break, type Cells } from './cells.ts';
import { type LineSums, naturalIn, stockOf } from './line-stock.ts';
import { Class } from './marks.ts';
import { characterAt, prohibitionOf } from './opportunities.ts';
import { mayEnd, mayStart } from './prohibition.ts';

export type LineEnd =
  /** The paragraph ends. */
  | { readonly kind: 'last' }
  /** Nothing more has room. */
  | { readonly kind: 'full' }
  /** More has room, but `mark` would begin the next line, or end this one. */
  | { readonly kind: 'not-at-start' | 'not-at-end'; readonly mark: string }
  /** More has room, but a number, word or mark of two characters would be split: what would stand at the end and behind it. */
  | { readonly kind: 'unit'; readonly unit: string }
  /** More has room and might stand here: the lines of the paragraph come out more evenly so. */
  | { readonly kind: 'even' }
  /** Within a word, with a hyphen. */
  | { readonly kind: 'hyphen' }
  /** In an address, behind one of its marks. */
  | { readonly kind: 'address-mark'; readonly mark: string }
  /** Within an address; within a word or number that leaves no other way; or where the rules forbid it. */
  | { readonly kind: 'address' | 'word-split' | 'rule-broken' };

/**
 * @param level of the paragraph's profile.
 * @param line cells `from` to `to`.
 * @param width of the line, 1/1000 字.
 */
export function endOfLine(
  { cells, sums }: { readonly cells: Cells; readonly sums: LineSums },
  level: Prohibition,
  line: { readonly from: number; readonly to: number },
  width: number,
): LineEnd {
  const { from, to } = line;
  if (to === cells.count) return { kind: 'last' };
  const kind = cells.breakAfter[to - 1];
  if (kind === Break.HYPHEN || kind === Break.SPARE_HYPHEN) return { kind: 'hyphen' };
  if (kind === Break.ADDRESS_MARK) return { kind: 'address-mark', mark: cells.text[cells.start[to]! - 1]! };
  if (kind === Break.ADDRESS) return { kind: 'address' };
  if (kind === Break.WORD || kind === Break.EMERGENCY) return { kind: 'word-split' };
  if (kind === Break.NEVER) return { kind: 'rule-broken' };
  let full = to;
  while (full < cells.count && fits(cells, sums, { from, to: full + 1 }, width)) full += 1;
  if (full === to) return { kind: 'full' };
  if (full === cells.count || isFree(cells.breakAfter[full - 1]!)) return { kind: 'even' };
  return barrierAt(cells, level, full);
}

function fits(
  cells: Cells,
  sums: LineSums,
  line: { readonly from: number; readonly to: number },
  width: number,
): boolean {
  const stock = stockOf(cells, sums, line.from, line.to);
  return naturalIn(stock, width) - stock.shrink <= width;
}

/** A line may end so whenever it sets well. */
function isFree(kind: number): boolean {
  return kind === Break.MAY || kind === Break.ADDRESS_MARK;
}

/** Why no line may end behind cell `at - 1`. */
function barrierAt(cells: Cells, level: Prohibition, at: number): LineEnd {
  const rules = prohibitionOf(level);
  const textOf = (cell: number): string => cells.text.slice(cells.start[cell], cells.start[cell + 1]);
  const after = textOf(at);
  if (!mayStart(rules, cells.cls[at] as Class, characterAt(cells.text, cells.start[at]!))) {
    return { kind: 'not-at-start', mark: after };
  }
  const before = textOf(at - 1);
  if (!mayEnd(rules, cells.cls[at - 1] as Class)) return { kind: 'not-at-end', mark: before };
  return { kind: 'unit', unit: unitAround(cells, at) };
}

/** Where a word or name longer than its line was cut, or no rule could be kept: in the text. */
export interface ForcedEnd {
  readonly kind: 'word' | 'rule';
  readonly start: number;
  readonly end: number;
}

/** One for each word, however many lines it takes. */
export function forcedEnds(cells: Cells, ends: readonly number[]): readonly ForcedEnd[] {
  const found: ForcedEnd[] = [];
  let told = 0;
  for (const to of ends) {
    if (to === cells.count || to <= told) continue;
    const kind = cells.breakAfter[to - 1];
    const at = cells.start[to]!;
    if (kind === Break.NEVER) found.push({ kind: 'rule', start: at, end: cells.start[to + 1]! });
    if (kind !== Break.WORD && kind !== Break.EMERGENCY) continue;
    // A name kept together in a head, which may part.
    if (cells.cls[to - 1] === Class.HAN || cells.cls[to] === Class.HAN) continue;
    let from = to - 1;
    while (from > 0 && isWithinWord(cells.breakAfter[from - 1]!)) from -= 1;
    told = to;
    while (told < cells.count && isWithinWord(cells.breakAfter[told]!)) told += 1;
    found.push({ kind: 'word', start: cells.start[from]!, end: cells.start[told + 1]! });
  }
  return found;
}

function isWithinWord(kind: number): boolean {
  return (
    kind === Break.WORD || kind === Break.EMERGENCY || kind === Break.SPARE_HYPHEN || kind === Break.HYPHEN
  );
}

/** The longest unit shown: of a longer one the part around the place. */
const MOST_SHOWN = 12;

/** The cells around a place that no line's end parts. */
function unitAround(cells: Cells, at: number): string {
  let from = at - 1;
  let to = at + 1;
  while (from > 0 && at - from < MOST_SHOWN && !isFree(cells.breakAfter[from - 1]!)) from -= 1;
  while (to < cells.count && to - at < MOST_SHOWN && !isFree(cells.breakAfter[to - 1]!)) to += 1;
  return cells.text.slice(cells.start[from], cells.start[to]).trim();
}
