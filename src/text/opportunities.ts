/** Two neighbouring cells → whether a line may end between them, and whether the gap may stretch. */

import type { Prohibition } from '../markup/box.ts';
import { addressesIn } from './addresses.ts';
import { Break, type CellArrays } from './cells.ts';
import { Class, isLatin } from './marks.ts';
import { mayEnd, mayStart, type ProhibitionTable, prohibitionTable } from './prohibition.ts';

const tables = new Map<Prohibition, ProhibitionTable>();

/** The table of a level, made once. */
export function prohibitionOf(level: Prohibition): ProhibitionTable {
  const known = tables.get(level);
  if (known !== undefined) return known;
  const table = prohibitionTable(level);
  tables.set(level, table);
  return table;
}

/** Marks of Latin text that begin no line (UAX #14 LB13, LB21), and of them those that do not behind a blank. */
const NOT_AT_LATIN_START = ',.;:!?)]}\'"’”/-‑';
const NOT_BEHIND_BLANK = ',.;:!?)]}/';
/** And that end none (LB14). */
const NOT_AT_LATIN_END = '([{‘“‑';
const NO_BREAK_SPACE = '\u00a0';

/** A paragraph's cells, what they stand for and the rules they follow. */
export interface Neighbours {
  readonly rules: ProhibitionTable;
  readonly text: string;
  readonly cells: CellArrays;
  /** 1 for each character of an address; null where the text has none. */
  readonly addresses: Uint8Array | null;
}

export function neighboursOf(level: Prohibition, text: string, cells: CellArrays): Neighbours {
  return { rules: prohibitionOf(level), text, cells, addresses: addressesIn(text) };
}

/** Whether the line may end after cell i. */
export function breakBetween(neighbours: Neighbours, i: number): number {
  const { rules, text, cells, addresses } = neighbours;
  const first = cells.cls[i] as Class;
  const second = cells.cls[i + 1] as Class;
  if (second === Class.SPACE) return Break.NEVER;
  if (first === Class.SPACE) return breakBehindBlank(neighbours, i);
  const at = cells.start[i + 1]!;
  const before = text[at - 1]!;
  const after = characterAt(text, at);
  if (second === Class.LATIN && isCombining(after)) return Break.NEVER;
  if (addresses?.[at - 1] === 1 && addresses[at] === 1) return breakInAddress(neighbours, i);
  if (!mayStart(rules, second, after) || !mayEnd(rules, first)) return Break.NEVER;
  if (isTied(first) && isTied(second) && !isAside(first, second, after)) return breakInLatin(neighbours, i);
  if (joinsParts(neighbours, i, second)) return Break.NEVER;
  if (second === Class.LATIN_MARK && NOT_AT_LATIN_START.includes(after)) return Break.NEVER;
  if (first === Class.LATIN_MARK && NOT_AT_LATIN_END.includes(before)) return Break.NEVER;
  // A single … among Latin letters is Latin: LB22.
  const isEllipsis = second === Class.ELLIPSIS && cells.start[i + 2]! - at === 1;
  return isEllipsis && isLatinPart(first) ? Break.NEVER : Break.MAY;
}

/** A mark that stands on the letter before it (UAX #14 LB9). */
function isCombining(character: string): boolean {
  return character >= '\u0300' && character <= '\u036f';
}

/** A line may end behind 5% before a bracket or another sum. */
function isAside(first: Class, second: Class, after: string): boolean {
  return first === Class.POSTFIX && (second === Class.PREFIX || NOT_AT_LATIN_END.includes(after));
}

/** A blank does not part what its neighbours hold together: no mark begins or ends a line because of it. */
function breakBehindBlank({ rules, text, cells }: Neighbours, i: number): number {
  const second = cells.cls[i + 1] as Class;
  const after = characterAt(text, cells.start[i + 1]!);
  if (text[cells.start[i]!] === NO_BREAK_SPACE || !mayStart(rules, second, after)) return Break.NEVER;
  if (second === Class.LATIN_MARK && NOT_BEHIND_BLANK.includes(after)) return Break.NEVER;
  let last = i - 1;
  while (last >= 0 && cells.cls[last] === Class.SPACE) last -= 1;
  if (last < 0) return Break.MAY;
  const cls = cells.cls[last] as Class;
  const before = text[cells.start[last + 1]! - 1]!;
  if (cls === Class.LATIN_MARK && NOT_AT_LATIN_END.includes(before)) return Break.NEVER;
  return mayEnd(rules, cls) ? Break.MAY : Break.NEVER;
}

/** GB/T 15835: 9·11, 3：2 and the minus of −5 stay with their digits; GB 3100, 6.2: so do the parts of a unit, kW·h. */
function joinsParts({ text, cells }: Neighbours, i: number, second: Class): boolean {
  const cls = cells.cls[i] as Class;
  if (second === Class.LATIN) return cls === Class.DOT && cells.cls[i - 1] === Class.LATIN;
  if (second !== Class.DIGIT) return false;
  if (cls === Class.HYPHEN) return cells.cls[i - 1] !== Class.DIGIT;
  const joins = cls === Class.DOT || text[cells.start[i]!] === '：';
  return joins && cells.cls[i - 1] === Class.DIGIT;
}

/** The character that begins at a place, both halves of it. */
export function characterAt(text: string, at: number): string {
  const unit = text[at]!;
  return unit >= '\ud800' && unit < '\udc00' ? text.slice(at, at + 2) : unit;
}

/**
 * GB/T 15835: a number in Arabic digits stays on one line, and so does a Latin word, as long as there is another
 * way. A hyphen between letters may end a line. Anything else is an emergency.
 */
function breakInLatin({ text, cells }: Neighbours, i: number): number {
  const at = cells.start[i + 1]!;
  if (cells.cls[i + 1] !== Class.LATIN) return Break.EMERGENCY;
  if (!HYPHENS.includes(text[at - 1]!)) {
    const isLetters = cells.cls[i] === Class.LATIN && text[at - 1] !== '’' && text[at] !== '’';
    return isLetters ? Break.WORD : Break.EMERGENCY;
  }
  const isBehindWord =
    cells.cls[i - 1] === Class.LATIN || BEHIND_WORD.includes(text[cells.start[i]! - 1] ?? ' ');
  return isBehindWord ? Break.MAY : Break.EMERGENCY;
}

const HYPHENS = '-–‐';
const BEHIND_WORD = ')]}\'"’”';

/**
 * Where the parts of an address end. Not behind its hyphens, which would look like the line's, and no hyphen is
 * put in (Chicago Manual of Style 17th ed., 7.46); before no mark, since none of these begins a line (UAX #14
 * LB13). Between two letters where nothing else fills the line, as CSS `line-break: anywhere` does.
 */
const BEHIND_IN_ADDRESS = '/?&=#._@';

function breakInAddress({ text, cells }: Neighbours, i: number): number {
  const at = cells.start[i + 1]!;
  const second = cells.cls[i + 1] as Class;
  if (BEHIND_IN_ADDRESS.includes(text[at - 1]!) && second !== Class.LATIN_MARK) return Break.ADDRESS_MARK;
  const isEscape = text[at - 1] === '%' || text[at - 2] === '%';
  return isLatin(cells.cls[i] as Class) && isLatin(second) && !isEscape ? Break.ADDRESS : Break.EMERGENCY;
}

function isLatinPart(cls: Class): boolean {
  return cls === Class.LATIN || cls === Class.DIGIT || cls === Class.LATIN_MARK;
}

/** 均排 passes over the inside of words and numbers and the neighbours of 连接号 and 分隔号 (CLREQ). */
export function stretchBetween(cells: CellArrays, i: number): number {
  const first = cells.cls[i] as Class;
  const second = cells.cls[i + 1] as Class;
  if (isTied(first) && isTied(second)) return 0;
  if (isConnector(first) || isConnector(second)) return 0;
  return second === Class.SPACE ? 0 : 1;
}

function isTied(cls: Class): boolean {
  return isLatinPart(cls) || cls === Class.POSTFIX || cls === Class.PREFIX;
}

function isConnector(cls: Class): boolean {
  return cls === Class.CONNECT || cls === Class.HYPHEN || cls === Class.SLASH;
}
