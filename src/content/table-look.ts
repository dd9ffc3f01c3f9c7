/** What an author says of a table as a whole, `{栏宽="6 4 4" 对齐="左 右"}` → how its columns stand. */

import { type Message, meantHint, message } from '../diagnostics.ts';
import type { ColumnAlign } from './issue.ts';

export interface TableLook {
  /** The file of its cells; null: they stand in the article. */
  readonly file: string | null;
  readonly hasHead: boolean;
  /** 字, column by column; null: as wide as its cells ask. */
  readonly widths: readonly (number | null)[];
  readonly aligns: readonly ColumnAlign[];
}

export type LookRead =
  | { readonly look: TableLook }
  | { readonly fault: readonly [Message, ...Message[]]; readonly word: string };

type Key = 'file' | 'head' | 'widths' | 'align';

const KEYS: Readonly<Record<Key, readonly string[]>> = {
  file: ['文件', 'file'],
  head: ['表头', 'head'],
  widths: ['栏宽', 'widths'],
  align: ['对齐', 'align'],
};

const ALIGNS: Readonly<Record<string, ColumnAlign>> = {
  左: 'left',
  left: 'left',
  中: 'center',
  center: 'center',
  右: 'right',
  right: 'right',
  '-': null,
};

const HEADS: Readonly<Record<string, boolean>> = { 有: true, yes: true, 无: false, no: false };

/** The narrowest and the widest that a column may be said to be, 字. */
const WIDTHS = { least: 1, most: 99 } as const;

export function tableLook(attributes: Readonly<Record<string, string | null | undefined>>): LookRead {
  const given = new Map<Key, string>();
  for (const [name, value] of Object.entries(attributes)) {
    const key = (Object.keys(KEYS) as Key[]).find((each) => KEYS[each].includes(name));
    if (key === undefined) return unknown(name);
    given.set(key, value ?? '');
  }
  const head = given.get('head') ?? 'yes';
  const widths = wordsOf(given.get('widths'));
  const aligns = wordsOf(given.get('align'));
  const badWidth = widths.find((word) => word !== '-' && !isWidth(word));
  const badAlign = aligns.find((word) => ALIGNS[word] === undefined);
  if (HEADS[head] === undefined) return { fault: HEAD, word: head };
  if (badWidth !== undefined) return { fault: WIDTH, word: badWidth };
  if (badAlign !== undefined) return { fault: ALIGN, word: badAlign };
  return {
    look: {
      file: given.get('file') ?? null,
      hasHead: HEADS[head],
      widths: widths.map((word) => (word === '-' ? null : Number(word))),
      aligns: aligns.map((word) => ALIGNS[word]!),
    },
  };
}

function wordsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,，、]+/).filter((word) => word !== '');
}

function isWidth(word: string): boolean {
  return /^\d{1,2}$/.test(word) && Number(word) >= WIDTHS.least && Number(word) <= WIDTHS.most;
}

function unknown(name: string): LookRead {
  const names = Object.values(KEYS).flat();
  const list = message(
    `可用的有：${Object.values(KEYS)
      .map(([zh]) => zh)
      .join('、')}。`,
    `There are: ${Object.keys(KEYS).join(', ')}.`,
  );
  const text = message(`表格没有叫“${name}”的属性`, `a table has no attribute "${name}"`);
  return { fault: [text, ...meantHint(name, names), list], word: name };
}

const HEAD = [
  message('表头只能写“有”或“无”', 'head is yes or no'),
  message('不写就有：第一行是表头。', 'Without it there is one: the first row.'),
] as const;
const WIDTH = [
  message('栏宽要写 1 到 99 字', 'a width is 1 to 99 字'),
  message(
    '一栏一个数，用空格隔开，由格里文字定的写 -：栏宽="6 - 4"。',
    'A number a column, blanks between, - where its cells are to say: widths="6 - 4".',
  ),
] as const;
const ALIGN = [
  message('对齐只能写左、中、右', 'align is left, center or right'),
  message(
    '一栏一个字，用空格隔开，照版式的写 -：对齐="左 - 右"。',
    'A word a column, blanks between, - for as the theme has it: align="left - right".',
  ),
] as const;
