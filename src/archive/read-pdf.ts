/** The bytes of a PDF → its objects, as this program writes them: a plain table of them at the end, no encryption. */

/** A name is `/Name`, a string its bytes, a reference the number of its object. */
export type PdfValue =
  | number
  | string
  | Uint8Array
  | { readonly ref: number }
  | readonly PdfValue[]
  | Dictionary;

export interface Dictionary {
  readonly entries: ReadonlyMap<string, PdfValue>;
  /** Where the bytes of its stream begin; null without one. */
  readonly stream: number | null;
}

export interface PdfReader {
  readonly root: Dictionary;
  /** @throws NoPdf */
  readonly object: (value: PdfValue | undefined) => PdfValue | undefined;
  readonly bytes: Uint8Array;
}

/** No PDF, or none that was written by this program and left as it was. */
export class NoPdf extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'NoPdf';
  }
}

/** Dictionaries and arrays in each other: more than this is no file of ours. */
const DEEPEST = 32;

/** @throws NoPdf */
export function openPdf(bytes: Uint8Array): PdfReader {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN);
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 64));
  if (!text.startsWith('%PDF-') || table === null) throw new NoPdf('no table of objects');
  const first = start + table[0].length;
  const offsetOf = (number: number): number =>
    Number(text.slice(first + 20 * number, first + 20 * number + 10));
  const read = (number: number): PdfValue => {
    if (!(number > 0 && number < Number(table[1]))) throw new NoPdf(`no object ${number}`);
    const at = offsetOf(number);
    const head = /^(\d+) 0 obj\s*/.exec(text.slice(at, at + 32));
    if (head === null || Number(head[1]) !== number) throw new NoPdf(`object ${number} is not at its place`);
    return valueAt({ text, at: at + head[0].length }, 0);
  };
  const object = (value: PdfValue | undefined): PdfValue | undefined =>
    typeof value === 'object' && 'ref' in value ? read(value.ref) : value;
  const trailer = text.indexOf('trailer', start);
  if (trailer < 0) throw new NoPdf('no trailer');
  const root = object(entry(valueAt({ text, at: trailer + 'trailer'.length }, 0), 'Root'));
  if (!isDictionary(root)) throw new NoPdf('no root');
  return { root, object, bytes };
}

export function isDictionary(value: PdfValue | undefined): value is Dictionary {
  return typeof value === 'object' && 'entries' in value && value.entries instanceof Map;
}

export function entry(value: PdfValue | undefined, name: string): PdfValue | undefined {
  return isDictionary(value) ? value.entries.get(name) : undefined;
}

interface Cursor {
  readonly text: string;
  at: number;
}

const TOKEN = /\s*(<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|\(|\/[^\s/<>[\]()]*|\d+ 0 R|[-+.\d]+|true|false|null)/y;

/** @throws NoPdf */
function valueAt(cursor: Cursor, depth: number): PdfValue {
  const token = nextToken(cursor);
  if (depth > DEEPEST) throw new NoPdf('too deep');
  if (token === '<<') return dictionaryAt(cursor, depth);
  if (token === '[') {
    const values: PdfValue[] = [];
    while (peek(cursor) !== ']') values.push(valueAt(cursor, depth + 1));
    nextToken(cursor);
    return values;
  }
  if (token === '(') return literalAt(cursor);
  if (token.startsWith('<')) return Buffer.from(token.slice(1, -1).replace(/\s/g, ''), 'hex');
  if (token.endsWith(' R')) return { ref: Number.parseInt(token, 10) };
  return /^[-+.\d]/.test(token) ? Number(token) : token;
}

function nextToken(cursor: Cursor): string {
  TOKEN.lastIndex = cursor.at;
  const found = TOKEN.exec(cursor.text);
  if (found === null) throw new NoPdf(`not understood at ${cursor.at}`);
  cursor.at = TOKEN.lastIndex;
  return found[1]!;
}

function peek({ text, at }: Cursor): string {
  return nextToken({ text, at });
}

function dictionaryAt(cursor: Cursor, depth: number): Dictionary {
  const entries = new Map<string, PdfValue>();
  while (peek(cursor) !== '>>') {
    const name = nextToken(cursor);
    entries.set(name.slice(1), valueAt(cursor, depth + 1));
  }
  nextToken(cursor);
  const stream = /^\s*stream\r?\n/.exec(cursor.text.slice(cursor.at, cursor.at + 16));
  return { entries, stream: stream === null ? null : cursor.at + stream[0].length };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string in brackets (ISO 32000-1, 7.3.4.2), whose brackets are escaped. */
function literalAt(cursor: Cursor): Uint8Array {
  let out = '';
  for (; ; cursor.at++) {
    const character = cursor.text[cursor.at];
    if (character === undefined) throw new NoPdf('a string without an end');
    if (character === ')') break;
    if (character !== '\\') {
      out += character;
      continue;
    }
    cursor.at += 1;
    const escaped = cursor.text[cursor.at] ?? '';
    out += ESCAPES[escaped] ?? escaped;
  }
  cursor.at += 1;
  return Buffer.from(out, 'latin1');
}
