import { describe, expect, test } from 'vitest';
import { decode, sourceText } from '../../../src/content/source-text.ts';
import { countsOf, type Tally } from '../../../src/content/tally.ts';
import { offsetInFile } from '../../../src/source-map.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('decoding', () => {
  test('UTF-8 is read, its BOM dropped', () => {
    expect(decode('a.md', utf8('\uFEFF濮阳'))).toEqual({ text: '濮阳', fault: null });
  });

  test.each([
    ['GBK', bytes(0xe5, 0xa7, 0xd1, 0xf4, 0xca, 0xd0), 'GBK'],
    ['UTF-16 little-endian', bytes(0xff, 0xfe, 0x6e, 0x6f), 'UTF-16'],
    ['UTF-16 big-endian', bytes(0xfe, 0xff, 0x6f, 0x6e), 'UTF-16'],
  ])('%s is an error that names it and the cure', (_, input, name) => {
    const { fault } = decode('a.md', input);
    expect(fault?.code).toBe('not-utf-8');
    expect(fault?.message.zh).toContain(name);
    expect(fault?.hints[0]?.zh).toContain('UTF-8');
  });

  test.each([
    ['docx', bytes(0x50, 0x4b, 3, 4, 0x14, 0), 'Word 文件'],
    ['doc', bytes(0xd0, 0xcf, 0x11, 0xe0), 'Word 文件'],
    ['RTF', utf8('{\\rtf1 …}'), 'RTF'],
    ['PDF', utf8('%PDF-1.7'), 'PDF'],
  ])('%s is told by its name', (_, input, name) => {
    const { fault } = decode('a.md', input);
    expect(fault?.code).toBe('not-a-text');
    expect(fault?.message.zh).toContain(name);
  });

  test('the place is the first character that is not UTF-8', () => {
    const { text, fault } = decode('a.md', bytes(...utf8('第一\n第'), 0xff, 0x41));
    expect(fault?.span).toEqual({ file: 'a.md', start: 4, end: 5 });
    expect(text.slice(0, 4)).toBe('第一\n第');
    expect(fault?.message.zh).not.toContain('GBK');
  });

  test('overlong forms and coded surrogates are no UTF-8', () => {
    expect(decode('a.md', bytes(0xc0, 0xaf)).fault).not.toBeNull();
    expect(decode('a.md', bytes(0xed, 0xa0, 0x80)).fault).not.toBeNull();
  });
});

/** The clean text, the offset of each of its characters, what was counted. */
function clean(text: string): { clean: string; offsets: number[]; counts: unknown } {
  const counts: Tally = new Map();
  const source = sourceText('a.md', text, counts);
  expect(source.text).toBe(text);
  const offsets = Array.from(source.clean, (_, at) => offsetInFile(source.map, at));
  return { clean: source.clean, offsets, counts: countsOf(counts) };
}

test('text without anything unwanted is left alone', () => {
  expect(clean('濮阳\n\tAGM')).toEqual({ clean: '濮阳\n\tAGM', offsets: [0, 1, 2, 3, 4, 5, 6], counts: {} });
});

test('CR LF and CR become LF; offsets stay those of the file', () => {
  expect(clean('甲\r\n乙\r丙')).toEqual({ clean: '甲\n乙\n丙', offsets: [0, 1, 3, 4, 5], counts: {} });
});

test.each([
  ['control', '甲\u0000\u001b乙', 2],
  ['zero-width', '甲\u200b乙\u200d\u2060\ufeff\u00ad', 5],
  ['zero-width', '\ufe0f甲乙', 1],
  ['noncharacter', '甲\ufdd0\ufdef\uffff乙', 3],
  ['noncharacter', '甲\ud800乙', 1],
])('%s characters are removed and counted', (kind, text, count) => {
  expect(clean(text)).toMatchObject({ clean: '甲乙', counts: { [kind]: count } });
});

test('a variation selector stays with the character before it; behind a blank or another one it has none', () => {
  expect(clean('葛\u{e0100}城')).toMatchObject({ clean: '葛\u{e0100}城', counts: {} });
  expect(clean('葛\u{e0100}\u{e0101}城\n\ufe00甲')).toMatchObject({
    clean: '葛\u{e0100}城\n甲',
    counts: { 'zero-width': 2 },
  });
});

test.each([
  ['\u2028', '甲\n乙'],
  ['\u000b', '甲\n乙'],
  ['\u0085', '甲\n乙'],
  ['\u2029', '甲\n\n乙'],
  ['\u000c', '甲\n\n乙'],
])('%j ends a line or a paragraph', (mark, expected) => {
  expect(clean(`甲${mark}乙`)).toMatchObject({ clean: expected, counts: {} });
});

test.each(['𠮷野', '葛\u{e0100}城', '\u3000', '\u00a0', '\ue000'])('%j stays', (text) => {
  expect(clean(text).clean).toBe(text);
});

test('supplementary noncharacters go, their neighbours keep their places', () => {
  expect(clean('𠮷\u{1fffe}𠮷')).toMatchObject({ clean: '𠮷𠮷', counts: { noncharacter: 1 } });
  expect(clean('𠮷\u{1fffe}𠮷').offsets.slice(0, 2)).toEqual([0, 1]);
});
