/** A text → its words, by jieba's dictionary: the likeliest way to cut it. Asked where a row of a head may end. */

import { wordList } from '../word-list.ts';
import { NEWSROOM_BEGINNINGS, NEWSROOM_WORDS } from './newsroom-words.ts';

export interface Word {
  /** In the text; `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** jieba's part of speech: `n`, `v`, `p` …; `m` for a number, `x` for Latin, `w` for a mark, `?` for none. */
  readonly tag: string;
}

/** Words of more characters are set phrases, which may be parted. */
const LONGEST = 8;

/** What all frequencies of the dictionary add up to. */
const TOTAL = 60_101_967;

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
/** Latin words and numbers with what stands in them: COVID-19, 3.2%, 10:30. */
const LATIN =
  /[A-Za-z0-9\u00c0-\u024f](?:[A-Za-z0-9\u00c0-\u024f.,:：/'’&+-]*[A-Za-z0-9\u00c0-\u024f])?[%％‰℃+]?/y;
const NUMBER = /^[\d.,:：%％‰℃/+-]+$/;

export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfHan(text, at);
    if (end > at) words.push(...cut(text, at, end));
    const next = end > at ? end : endOfOther(text, at);
    if (end === at) words.push(otherWord(text, at, next));
    at = next;
  }
  return words;
}

function endOfHan(text: string, at: number): number {
  let end = at;
  while (end < text.length && HAN.test(text[end]!)) end += 1;
  return end;
}

function endOfOther(text: string, at: number): number {
  LATIN.lastIndex = at;
  const latin = LATIN.exec(text);
  if (latin !== null) return at + latin[0].length;
  return at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
}

function otherWord(text: string, start: number, end: number): Word {
  const word = text.slice(start, end);
  const isLatin = /^[A-Za-z0-9\u00c0-\u024f]/.test(word);
  return { start, end, text: word, tag: isLatin ? (NUMBER.test(word) ? 'm' : 'x') : 'w' };
}

interface Step {
  readonly cost: number;
  readonly end: number;
  readonly tag: string;
}

/** The way through a stretch of Han whose words are the likeliest together, from its end to its start. */
function cut(text: string, from: number, to: number): Word[] {
  const best = new Array<Step>(to - from + 1);
  best[to - from] = { cost: 0, end: to, tag: '' };
  for (let at = to - 1; at >= from; at--) {
    let found: Step | null = null;
    for (const { end, frequency, tag } of entriesAt(text, at, to)) {
      const cost = rarity(frequency) + best[end - from]!.cost;
      if (found === null || cost < found.cost) found = { cost, end, tag };
    }
    best[at - from] = found!;
  }
  const words: Word[] = [];
  for (let at = from; at < to; ) {
    const { end, tag } = best[at - from]!;
    words.push({ start: at, end, text: text.slice(at, end), tag });
    at = end;
  }
  return words;
}

interface Entry {
  readonly end: number;
  readonly frequency: number;
  readonly tag: string;
}

/** All words that begin at a place; its single character in any case. */
function entriesAt(text: string, at: number, to: number): readonly Entry[] {
  const list = wordList();
  const single = { end: at + 1, frequency: 1, tag: '?' };
  const found: Entry[] = [];
  for (let end = at + 1; end <= Math.min(to, at + LONGEST); end++) {
    const word = text.slice(at, end);
    const extra = NEWSROOM_WORDS.get(word);
    if (extra !== undefined) found.push({ end, frequency: 100, tag: extra });
    const key = new TextEncoder().encode(word);
    const line = firstLineFrom(list, key);
    if (startsWith(list, line, key)) {
      if (list[line + key.length] === BLANK) found.push({ end, ...valueAt(list, line + key.length + 1) });
    } else if (!NEWSROOM_BEGINNINGS.has(word)) break;
  }
  return found[0]?.end === at + 1 ? found : [single, ...found];
}

const BLANK = 0x20;
const NEWLINE = 0x0a;

/** Where the first line begins that is not before the key. */
function firstLineFrom(list: Uint8Array, key: Uint8Array): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    let line = middle;
    while (line > low && list[line - 1] !== NEWLINE) line -= 1;
    if (isBefore(list, line, key)) {
      low = middle;
      while (low < high && list[low] !== NEWLINE) low += 1;
      low = Math.min(high, low + 1);
    } else high = line;
  }
  return low;
}

function isBefore(list: Uint8Array, line: number, key: Uint8Array): boolean {
  for (let k = 0; k < key.length; k++) {
    const byte = list[line + k] ?? 0;
    if (byte !== key[k]) return byte < key[k]!;
  }
  return false;
}

function startsWith(list: Uint8Array, line: number, key: Uint8Array): boolean {
  return key.every((byte, k) => list[line + k] === byte);
}

/** Behind the word: `993 vn`. */
function valueAt(list: Uint8Array, at: number): { readonly frequency: number; readonly tag: string } {
  let end = at;
  while (end < list.length && list[end] !== NEWLINE) end += 1;
  const [frequency, tag] = new TextDecoder().decode(list.subarray(at, end)).trim().split(' ');
  return { frequency: Number(frequency), tag: tag ?? '?' };
}

/** log2 of how rare a word is, in 1/1024: by squaring, which is exact on every machine, as a logarithm is not. */
function rarity(frequency: number): number {
  let value = TOTAL / Math.max(1, frequency);
  let whole = 0;
  while (value >= 2) {
    value /= 2;
    whole += 1;
  }
  let result = whole * 1024;
  for (let bit = 512; bit >= 1; bit /= 2) {
    value *= value;
    if (value >= 2) {
      value /= 2;
      result += bit;
    }
  }
  return result;
}
