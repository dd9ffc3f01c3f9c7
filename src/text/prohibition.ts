/** A prohibition level → for every class, whether it may begin or end a line. */

import type { Prohibition } from '../markup/box.ts';
import { Class, NOT_AT_END, NOT_AT_START } from './marks.ts';

/** 点号, closing marks, connectors, 间隔号, 分隔号: CLREQ "basic", GB/T 15834-2011 5.1.1–5.1.9. */
const BASIC_START = [
  Class.CLOSE,
  Class.COMMA,
  Class.STOP,
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

interface Rule {
  readonly start: readonly Class[];
  readonly end: readonly Class[];
}

const RULES: Readonly<Record<Prohibition, Rule>> = {
  none: { start: [], end: [] },
  basic: { start: BASIC_START, end: BASIC_END },
  /** 5.1.9: a 分隔号 stands neither at a line's start nor at its end. 5.1.4 and 5.1.5 forbid only to split. */
  gb: { start: BASIC_START, end: [...BASIC_END, Class.SLASH] },
  /** CLREQ "strict": 破折号 and 省略号 do not begin a line either. */
  strict: { start: [...BASIC_START, Class.DASH, Class.ELLIPSIS], end: [...BASIC_END, Class.SLASH] },
};

/** By class: `NOT_AT_START` and `NOT_AT_END` bits. */
export function prohibitionTable(level: Prohibition): Uint8Array {
  const table = new Uint8Array(32);
  for (const cls of RULES[level].start) table[cls]! |= NOT_AT_START;
  for (const cls of RULES[level].end) table[cls]! |= NOT_AT_END;
  return table;
}
