/**
 * A text file's bytes → its text, free of what no page can carry, each character with its place.
 *
 * Two texts are kept: `text` is the file as its author sees it (every offset in a message counts in it),
 * `clean` is what the parsers read: line ends are LF, characters that XML cannot carry and invisible ones
 * are gone. `map` leads from the second to the first.
 */

import { type Diagnostic, errorAt, type Message, message } from '../diagnostics.ts';
import type { SourceMap, SourceRun } from '../source-map.ts';
import { type Tally, tally } from './tally.ts';

/** 5 MB: the most a text file may have. */
export const TEXT_LIMIT = 5_000_000;

export interface SourceText {
  readonly file: string;
  readonly text: string;
  readonly clean: string;
  readonly map: SourceMap;
}

/** What is taken out of a text, by the name under which it is counted. */
const UNWANTED: readonly (readonly [name: string, pattern: string])[] = [
  // Controls that XML 1.0 (production 2) or a page cannot carry; tab, LF and CR stay.
  ['control', '[\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u0084\\u0086-\\u009F]'],
  // Soft hyphen, joiners, direction marks, tags and the like: no ink, and they come in by pasting. The joiner of
  // an emoji stays: what it joins is one sign; so does a variation selector that has a character to choose a form of.
  [
    'zero-width',
    '[\\u00AD\\u034F\\u061C\\u180E\\u200B\\u200C\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\u{E0000}-\\u{E007F}]' +
      '|(?<![^\\s\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}])[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]' +
      '|(?<![\\p{Extended_Pictographic}\\u{1F3FB}-\\u{1F3FF}]\\uFE0F?)\\u200D|\\u200D(?!\\p{Extended_Pictographic})',
  ],
  // Noncharacters (Unicode 23.7) and halves of surrogate pairs; later stages use U+FDD0–FDEF as marks.
  [
    'noncharacter',
    `[\\uFDD0-\\uFDEF\\uD800-\\uDFFF${Array.from({ length: 17 }, (_, plane) => planeEnd(plane)).join('')}]`,
  ],
];

/** One group a kind, then the line ends: CR LF, CR, NEL, VT, U+2028 end a line, FF and U+2029 a paragraph. */
const SCAN = new RegExp(
  `${UNWANTED.map(([, pattern]) => `(${pattern})`).join('|')}|(\\r\\n?|[\\u0085\\u000B\\u2028])|([\\u000C\\u2029])`,
  'gu',
);

function planeEnd(plane: number): string {
  const hex = plane === 0 ? '' : plane.toString(16);
  return `\\u{${hex}FFFE}\\u{${hex}FFFF}`;
}

/** A place in a text where something must go: `kind` is what it is counted as, null for a line end. */
export interface Unwanted {
  readonly from: number;
  readonly to: number;
  readonly kind: string | null;
  /** What stands there instead. */
  readonly text: string;
}

export function unwantedIn(text: string): Unwanted[] {
  return [...text.matchAll(SCAN)].map((found) => {
    const kind = UNWANTED.findIndex((_, k) => found[k + 1] !== undefined);
    const place = { from: found.index, to: found.index + found[0].length };
    if (kind !== -1) return { ...place, kind: UNWANTED[kind]![0], text: '' };
    return { ...place, kind: null, text: found[UNWANTED.length + 1] !== undefined ? '\n' : '\n\n' };
  });
}

/** Text as decoded, without a BOM → the two texts. What was removed goes into `counts`. */
export function sourceText(file: string, text: string, counts: Tally): SourceText {
  const runs: SourceRun[] = [{ at: 0, start: 0 }];
  let clean = '';
  let from = 0;
  for (const unwanted of unwantedIn(text)) {
    if (unwanted.kind !== null) tally(counts, unwanted.kind);
    clean += text.slice(from, unwanted.from) + unwanted.text;
    from = unwanted.to;
    const run = { at: clean.length, start: from };
    if (runs[runs.length - 1]!.at === run.at) runs[runs.length - 1] = run;
    else runs.push(run);
  }
  clean += text.slice(from);
  return { file, text, clean, map: { file, runs, end: text.length } };
}

/** What a decoder made of a file: `text` is there even for a broken file, to print the place. */
export interface Decoded {
  readonly text: string;
  readonly fault: Diagnostic | null;
}

/** What a word processor wrote under the name of a text file, by its first bytes. */
const DOCUMENTS: readonly (readonly [mark: string, what: Message])[] = [
  ['PK\x03\x04', message(' Word 文件（docx）或压缩包', 'a Word file (docx) or a zip archive')],
  ['\xd0\xcf\x11\xe0', message('旧版 Word 文件（doc）', 'an old Word file (doc)')],
  ['{\\rtf', message(' RTF 文件', 'an RTF file')],
  ['%PDF-', message(' PDF 文件', 'a PDF file')],
];

function documentLook(bytes: Uint8Array): Message | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  return DOCUMENTS.find(([mark]) => start.startsWith(mark))?.[1] ?? null;
}

function noText(file: string, what: Message): Diagnostic {
  return errorAt(
    { file, start: 0, end: 0 },
    'not-a-text',
    message(`这不是文字文件，而是${what.zh}`, `this is no text file but ${what.en}`),
    message('请另存为“纯文本”，编码选 UTF-8。', 'Save it as plain text with the encoding UTF-8.'),
  );
}

/** Bytes → text. Strictly UTF-8, a BOM is dropped; else a fault that says what it looks like. */
export function decode(file: string, bytes: Uint8Array): Decoded {
  const document = documentLook(bytes);
  if (document !== null) return { text: '', fault: noText(file, document) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), fault: null };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const at = text.indexOf('\uFFFD');
    const encoding = likelyEncoding(bytes);
    const fault = errorAt(
      { file, start: at, end: at + 1 },
      'not-utf-8',
      encoding === null
        ? message('文件不是 UTF-8 编码', 'the file is not UTF-8')
        : message(
            `文件不是 UTF-8 编码，看来是 ${encoding}`,
            `the file is not UTF-8 but looks like ${encoding}`,
          ),
      SAVE_AS_UTF8,
    );
    return { text, fault };
  }
}

const SAVE_AS_UTF8: Message = message(
  '请用编辑器“另存为”，编码选 UTF-8。',
  'Save it from your editor with the encoding UTF-8.',
);

/** GBK or UTF-16, if the bytes make sense as such. */
function likelyEncoding(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return /[\u4E00-\u9FFF]{2}/.test(text) ? 'GBK（GB 18030）' : null;
  } catch {
    return null;
  }
}
