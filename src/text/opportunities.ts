/** Two neighbouring cells → whether a line may end between them, and whether the gap may stretch. */

import type { Prohibition } from '../markup/box.ts';
import type { CellArrays } from './build-cells.ts';
import { Break } from './cells.ts';
import { Class, NOT_AT_END, NOT_AT_START } from './marks.ts';
import { prohibitionTable } from './prohibition.ts';

/** The bits of `prohibitionTable` by class. */
export type BreakRules = Uint8Array;

const tables = new Map<Prohibition, BreakRules>();

export function breaksOf(level: Prohibition): BreakRules {
  const known = tables.get(level);
  if (known !== undefined) return known;
  const table = prohibitionTable(level);
  tables.set(level, table);
  return table;
}

const CLOSING_ASCII = ',.;:!?)]}\'"’”';
const OPENING_ASCII = '([{‘“';
const NO_BREAK_SPACE = '\u00a0';

/** Whether the line may end after cell i. */
export function breakBetween(rules: BreakRules, text: string, cells: CellArrays, i: number): number {
  const first = cells.cls[i] as Class;
  const second = cells.cls[i + 1] as Class;
  if (second === Class.SPACE) return Break.NEVER;
  if (rules[second]! & NOT_AT_START) return Break.NEVER;
  if (rules[first]! & NOT_AT_END) return Break.NEVER;
  if (first === Class.SPACE) return text[cells.start[i]!] === NO_BREAK_SPACE ? Break.NEVER : Break.MAY;
  const before = text[cells.start[i]!]!;
  const after = text[cells.start[i + 1]!]!;
  if (isLatinPart(first) && isLatinPart(second)) return breakInLatin(first, second, before);
  if (second === Class.LATIN_MARK && CLOSING_ASCII.includes(after)) return Break.NEVER;
  if (first === Class.LATIN_MARK && OPENING_ASCII.includes(before)) return Break.NEVER;
  return Break.MAY;
}

/** GB/T 15835: a number in Arabic digits stays on one line; so does a Latin word. A hyphen may end a line. */
function breakInLatin(first: Class, second: Class, before: string): number {
  if (before === '-' && first === Class.LATIN_MARK && second === Class.LATIN) return Break.MAY;
  return Break.EMERGENCY;
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
