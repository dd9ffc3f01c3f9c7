/** A prohibition level → for every character, whether it may begin or end a line. */

import type { Prohibition } from '../markup/box.ts';
import { Class, NOT_AT_END, NOT_AT_START } from './marks.ts';

interface Rule {
  readonly start: readonly Class[];
  readonly end: readonly Class[];
  /** Single characters that may begin a line although their class may not. */
  readonly mayStart?: string;
  /** And that may not although their class may. */
  readonly mayNotStart?: string;
}

/** 点号 and closing marks: forbidden by every level but `none`. */
const POINTS_AND_CLOSERS = [Class.CLOSE, Class.COMMA, Class.STOP];

/** 点号, closing marks, connectors, 间隔号, 分隔号: CLREQ "basic", GB/T 15834-2011 5.1.1–5.1.9. */
const BASIC_START = [
  ...POINTS_AND_CLOSERS,
  Class.COLON,
  Class.EXCLAIM,
  Class.EXCLAIM2,
  Class.CONNECT,
  Class.HYPHEN,
  Class.DOT,
  Class.SLASH,
  Class.POSTFIX,
  Class.ITERATION,
];

const BASIC_END = [Class.OPEN, Class.PREFIX];

/** CSS Text 3 §line-break, `strict`: what zh-Hans text may not begin a line with. */
const CSS_STRICT: Rule = {
  start: [
    ...POINTS_AND_CLOSERS,
    Class.COLON,
    Class.EXCLAIM,
    Class.EXCLAIM2,
    Class.HYPHEN,
    Class.POSTFIX,
    Class.ITERATION,
    Class.ELLIPSIS,
  ],
  end: BASIC_END,
  mayNotStart: '・･〜゠․︙\u{10af6}',
};

/** CSS `loose` lets these begin a line: PO of East Asian width A, F or W; ascii % stays forbidden. */
const CSS_LOOSE_POSTFIX = '°‰′″‵℃℉％￠﹪';

const RULES: Readonly<Record<Prohibition, Rule>> = {
  none: { start: [], end: [] },
  basic: { start: BASIC_START, end: BASIC_END },
  /** 5.1.9: a 分隔号 stands neither at a line's start nor at its end. 5.1.4 and 5.1.5 forbid only to split. */
  gb: { start: BASIC_START, end: [...BASIC_END, Class.SLASH] },
  /** CLREQ "strict": 破折号 and 省略号 do not begin a line either. */
  strict: { start: [...BASIC_START, Class.DASH, Class.ELLIPSIS], end: [...BASIC_END, Class.SLASH] },
  'css-strict': CSS_STRICT,
  /** `normal` allows ‐ – 〜 ゠ at a line's start. */
  'css-normal': {
    ...CSS_STRICT,
    start: CSS_STRICT.start.filter((cls) => cls !== Class.HYPHEN),
    mayNotStart: '・･․︙\u{10af6}',
  },
  /** `loose` allows the iteration marks, the ellipses, ・：；！？ and their doubles, and wide postfixes too. */
  'css-loose': { start: [...POINTS_AND_CLOSERS, Class.POSTFIX], end: BASIC_END, mayStart: CSS_LOOSE_POSTFIX },
};

/** What a level says of a class, and of single characters where they differ from their class. */
export interface ProhibitionTable {
  /** By class: `NOT_AT_START` and `NOT_AT_END` bits. */
  readonly byClass: Uint8Array;
  /** By character: true where it may begin a line, false where it may not. */
  readonly starts: ReadonlyMap<string, boolean>;
}

export function prohibitionTable(level: Prohibition): ProhibitionTable {
  const rule = RULES[level];
  const byClass = new Uint8Array(32);
  for (const cls of rule.start) byClass[cls]! |= NOT_AT_START;
  for (const cls of rule.end) byClass[cls]! |= NOT_AT_END;
  const starts = new Map<string, boolean>();
  for (const character of rule.mayStart ?? '') starts.set(character, true);
  for (const character of rule.mayNotStart ?? '') starts.set(character, false);
  return { byClass, starts };
}

/** Whether a cell of a class, beginning with a character, may begin a line. */
export function mayStart(table: ProhibitionTable, cls: Class, character: string): boolean {
  const single = table.starts.size === 0 ? undefined : table.starts.get(character);
  return single ?? (table.byClass[cls]! & NOT_AT_START) === 0;
}

export function mayEnd(table: ProhibitionTable, cls: Class): boolean {
  return (table.byClass[cls]! & NOT_AT_END) === 0;
}
