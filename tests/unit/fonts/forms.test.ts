import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entryOf, type FaceTable, type Form, formOf } from '../../../src/fonts/face.ts';
import { makeTable } from '../../../src/fonts/make-table.ts';
import { readTable, writeTable } from '../../../src/fonts/table-file.ts';
import { tinyFont } from '../../support/tiny-font.ts';

const face = (name: string): FaceTable =>
  readTable(readFileSync(new URL(`../../../fonts/${name}.face`, import.meta.url)))!;
const song = face('NotoSerifSC-Regular');
const hei = face('NotoSansSC-Regular');
const kai = face('LXGWWenKai-Regular');
const advance = (table: FaceTable, text: string): number =>
  table.advances[entryOf(table, text.codePointAt(0)!)]!;
const gid = (table: FaceTable, text: string): number => table.gids[entryOf(table, text.codePointAt(0)!)]!;
const ink = (form: Form): number => form.box[2] - form.box[0];

describe('the dash 破折号', () => {
  test.each([
    ['宋', song],
    ['黑', hei],
    ['楷', kai],
  ])('of %s is one glyph of exactly 2 em, one stroke from end to end', (_, table) => {
    const form = formOf(table, 'fwid', '——')!;
    expect(form.advance).toBe(2000);
    expect(ink(form)).toBeGreaterThan(1800);
  });

  test('of Song and Hei is 1 em as a single character, though the font draws it narrower', () => {
    for (const table of [song, hei]) {
      expect(advance(table, '—')).toBeLessThan(900);
      expect(formOf(table, 'fwid', '—')!.advance).toBe(1000);
    }
  });

  test.each([
    ['宋', song],
    ['黑', hei],
  ])('of %s stands upright in vertical text, alone and as a pair', (_, table) => {
    const single = formOf(table, 'fwid+vert', '—')!;
    const pair = formOf(table, 'fwid+vert', '——')!;
    expect([single.advance, pair.advance]).toEqual([1000, 2000]);
    expect(pair.box[3] - pair.box[1]).toBeGreaterThan(1800);
    expect(ink(pair)).toBeLessThan(60);
  });

  test('of Kai, which has no feature for it, is the vertical form of Unicode', () => {
    expect(formOf(kai, 'vert', '—')!.gid).toBe(gid(kai, '︱'));
  });
});

describe('variation sequences', () => {
  const OWN = '甲\u{e0100}';
  const SAME = '乙\ufe00';
  const variations = [
    { sequence: OWN, own: true },
    { sequence: SAME, own: false },
    { sequence: '丁\u{e0100}', own: true },
  ];
  const table = makeTable('tiny', tinyFont({ variations }));

  test('have the glyph that the font gives them, or that of their character', () => {
    expect(formOf(table, 'uvs', OWN)).toEqual({ gid: 4, advance: 1000, box: [0, 0, 250, 250] });
    expect(formOf(table, 'uvs', SAME)!.gid).toBe(gid(table, '乙'));
  });

  test('of a character that the font lacks are no use', () => {
    expect(formOf(table, 'uvs', '丁\u{e0100}')).toBeNull();
  });

  test('come through the table file', () => {
    expect(new Map(readTable(writeTable(table, 1))!.forms)).toEqual(table.forms);
  });

  test('of a damaged map are none, and the font is read all the same', () => {
    const bytes = tinyFont({ variations });
    const at = Buffer.from(bytes).indexOf(Buffer.of(0, 14, 0, 0));
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 6, 0xffffff);
    const damaged = makeTable('tiny', bytes);
    expect([...damaged.forms.keys()]).toEqual([]);
    expect(damaged.codePoints).toEqual(table.codePoints);
  });

  test('of Song and Hei: forms of marks in the middle of their cell; Kai has none', () => {
    for (const face of [song, hei]) expect(formOf(face, 'uvs', '，\ufe01')!.box[0]).toBeGreaterThan(300);
    expect([...kai.forms.keys()].filter((name) => name.startsWith('uvs:'))).toEqual([]);
  });
});

describe('widths', () => {
  test('digits are half an em in Song and Hei by hwid; Kai has none', () => {
    for (const digit of '0123456789') {
      expect(formOf(song, 'hwid', digit)!.advance).toBe(500);
      expect(formOf(hei, 'hwid', digit)!.advance).toBe(500);
      expect(formOf(kai, 'hwid', digit)).toBeNull();
    }
  });

  test('quotation marks are 1 em in Chinese and proportional by pwid in Song and Hei', () => {
    for (const mark of '“”‘’') {
      for (const table of [song, hei]) {
        expect(advance(table, mark)).toBe(1000);
        expect(formOf(table, 'pwid', mark)!.advance).toBeLessThan(500);
      }
      expect(advance(kai, mark)).toBeLessThan(500);
    }
  });

  test('the middle dot of Song is the one of 1 em with its dot in the middle', () => {
    const { advance, box } = formOf(song, 'fwid', '·')!;
    expect(advance).toBe(1000);
    expect(box[0] + box[2]).toBe(1000);
    expect(formOf(hei, 'fwid', '·')).toBeNull();
  });

  test('a form stands only where the feature changes the glyph', () => {
    for (const table of [song, hei, kai]) {
      for (const [name, form] of table.forms) {
        const [feature, text] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)];
        if (text.length === 1) expect(form.gid, name).not.toBe(gid(table, text));
        expect(['fwid', 'hwid', 'pwid', 'vert', 'fwid+vert', 'liga', 'uvs']).toContain(feature);
      }
    }
  });

  test('ligatures of f are in Song and Hei', () => {
    for (const text of ['ff', 'fi', 'fl', 'ffi', 'ffl']) {
      expect(formOf(song, 'liga', text)!.advance).toBeLessThan(1100);
      expect(formOf(kai, 'liga', text)).toBeNull();
    }
    expect(formOf(song, 'liga', 'fj')).toBeNull();
  });
});

describe('vertical forms', () => {
  test.each(['宋', '黑', '楷'])('%s turns brackets and quotes, and moves stops to the right top', (name) => {
    const table = { 宋: song, 黑: hei, 楷: kai }[name]!;
    for (const mark of '（）《》〈〉「」『』【】〔〕“”…') {
      expect(formOf(table, 'vert', mark), mark).toMatchObject({ advance: 1000 });
    }
    const stop = formOf(table, 'vert', '。')!.box;
    expect(stop[0]).toBeGreaterThan(500);
    expect(stop[1]).toBeGreaterThan(380);
  });
});

describe('kerning', () => {
  const kern = (left: string, right: string): number =>
    song.kern.get(gid(song, left) * 0x10000 + gid(song, right)) ?? 0;

  test('pulls AV together and leaves HH alone', () => {
    expect(kern('A', 'V')).toBeLessThan(-20);
    expect(kern('V', 'A')).toBeLessThan(-20);
    expect(kern('H', 'H')).toBe(0);
    expect(kern('V', '一')).toBe(0);
  });

  test('holds no pair of no effect, and none in a face without kerning', () => {
    expect([...song.kern.values()]).not.toContain(0);
    expect(kai.kern.size).toBe(0);
  });
});

describe('a font that has Apple’s layout table too', () => {
  test('is shaped by its OpenType features', () => {
    const bytes = readFileSync(new URL('../../../fonts/LXGWWenKai-Regular.ttf', import.meta.url));
    const entry = bytes.indexOf('BASE');
    bytes.write('morx', entry, 'latin1');
    expect(new Map(makeTable('user:x', bytes).forms)).toEqual(new Map(kai.forms));
  });
});

describe('a face of 2048 units', () => {
  test('is measured in 1/1000 em all the same', () => {
    const table = makeTable('user:x', tinyFont({ characters: '甲', unitsPerEm: 2048 }));
    expect(table).toMatchObject({ unitsPerEm: 2048, ascent: 880, descent: -120, fontBox: [0, 0, 500, 500] });
    expect([...table.advances]).toEqual([1000]);
    expect([...table.boxes]).toEqual([0, 0, 500, 500]);
  });
});
