import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { create } from '@pdf-lib/fontkit';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  charset,
  gb2312,
  nameCharacters,
  standardCharacters,
  traditionalCharacters,
} from '../../../fonts/cut/charset.mjs';
import { entryOf, type FaceTable, facesFor } from '../../../src/fonts/face.ts';
import { loadFonts } from '../../../src/fonts/index.ts';
import { makeTable } from '../../../src/fonts/make-table.ts';
import { readTables } from '../../../src/fonts/program.ts';
import { tableFor } from '../../../src/fonts/table-file.ts';
import { memoryWorld } from '../../support/memory-world.ts';

const FOLDER = new URL('../../../fonts/', import.meta.url);
const read = (name: string): Buffer => readFileSync(new URL(name, FOLDER));
const NAMES = readdirSync(FOLDER).filter((name) => /\.(json|ttf|face)$/.test(name));
const FILES = Object.fromEntries(NAMES.map((name) => [`fonts/${name}`, read(name)]));

const library = loadFonts(memoryWorld(FILES), {
  vendored: 'fonts',
  userFolders: [],
  parseYaml: () => null,
}).library;

/** Keys and files, from the list that people read. */
const list = parse(read('fonts.yaml').toString()) as {
  families: { name: string; aliases: string[]; faces: Record<string, string> }[];
  fallback: string[];
};
const FACES = list.families.flatMap(({ aliases, faces }) =>
  Object.entries(faces).map(([weight, file]) => ({ key: `${aliases[0]}-${weight}`, file })),
);
const KAI_ONLY = '𫜷𫟷𫩑𫵺𮀎𱏱𱑞𱖇𱖒𱗩𱙷𱚦𱛥𱤏𱮒𱯄𱯍𱳪𱴟𱴱𱸥𲂄𲂎𲄗𲄚𲇴𲇽𲈗𲈵𲉅';
const table = (key: string): FaceTable => library.tables.get(key)!;
const missing = (face: FaceTable, codePoints: readonly number[]): string =>
  String.fromCodePoint(...codePoints.filter((codePoint) => entryOf(face, codePoint) < 0));

describe('the list', () => {
  test('fonts.json says what fonts.yaml says', () => {
    expect(JSON.parse(read('fonts.json').toString())).toEqual(list);
  });

  test('names Song, Hei and Kai, by their Chinese names and others', () => {
    expect([...library.families.keys()].join(' ')).toBe('宋 song 宋体 黑 hei 黑体 楷 kai 楷体');
    expect(library.families.get('宋体')).toBe(library.families.get('宋'));
    expect(library.fallback).toEqual(['宋', '黑', '楷']);
  });

  test('lists every font file of the folder once', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ttf'));
    expect(FACES.map(({ file }) => file).sort()).toEqual(files);
  });

  test('a bold of Song falls back to a bold of Hei, then to Kai as it is', () => {
    expect(facesFor(library, ['宋'], 700)).toEqual(['song-700', 'hei-700', 'kai-400']);
  });
});

describe.each(FACES)('$file', ({ key, file }) => {
  const bytes = read(file);
  const face = table(key);
  const sha256 = createHash('sha256').update(bytes).digest('hex');

  test('has the checksum of PROVENANCE.md, and its table is for this file', () => {
    const [, section] = read('PROVENANCE.md').toString().split(`## ${file}\n`);
    expect(section).toContain(`* SHA-256 of the cut: \`${sha256}\``);
    expect(tableFor(read(file.replace('.ttf', '.face')))).toEqual({ sha256, size: bytes.length });
  });

  test('has the checksum of the whole that ISO/IEC 14496-22 asks for', () => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length - (bytes.length % 4));
    let sum = 0;
    for (let at = 0; at < view.byteLength; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum.toString(16)).toBe('b1b0afba');
  });

  test('is static, with TrueType outlines and vertical metrics', () => {
    const tags = [...readTables(bytes).keys()];
    expect(tags).toEqual(expect.arrayContaining(['GSUB', 'cmap', 'glyf', 'hmtx', 'loca', 'vhea', 'vmtx']));
    expect(tags.filter((tag) => ['CFF ', 'CFF2', 'fvar', 'gvar', 'fpgm', 'prep'].includes(tag))).toEqual([]);
  });

  test('has all of GB/T 2312: 682 signs and 6,763 hanzi', () => {
    expect(gb2312()).toHaveLength(682 + 6763);
    expect(missing(face, gb2312())).toBe('');
  });

  test('has the 8,105 characters of the 通用规范汉字表', () => {
    expect(new Set(standardCharacters()).size).toBe(8105);
    expect(missing(face, standardCharacters())).toBe('');
  });

  test('has the traditional characters of Taiwan and Hong Kong, but for three that Noto has not', () => {
    const lacking = file.startsWith('Noto') ? '𡑍𣈶𥗽' : '';
    expect(missing(face, traditionalCharacters())).toBe(lacking);
    const others = Array.from('說説裏裡衞衛峯峰羣群爲為綫線鷄雞着著臺台嘅啲咗', (c) => c.codePointAt(0)!);
    expect(missing(face, others)).toBe('');
  });

  test('has the characters of names, but for those that the Kai alone has', () => {
    const lacking = { NotoSerifSC: KAI_ONLY, NotoSansSC: `鿾鿿${KAI_ONLY}`, LXGWWenKai: '' };
    expect(nameCharacters()).toHaveLength(781);
    expect(missing(face, nameCharacters())).toBe(lacking[file.split('-')[0] as keyof typeof lacking]);
  });

  test('has what newspapers need besides', () => {
    const needed = Array.from(
      '①⑳❶❿№℃℉€£▲▼◀▶■□●○◆◇★☆△▽▷◁ΩЖÉñāǎゃヴㄅ々〇⸺䶮㛃堃喆犇𠮷鿔ếề⺮⻊㇏ㆠ﨑',
      (c) => c.codePointAt(0)!,
    );
    expect(missing(face, needed)).toBe('');
  });

  test('has nothing beyond the cut', () => {
    const cut = new Set(charset());
    expect([...face.codePoints].filter((codePoint) => !cut.has(codePoint))).toEqual([]);
  });

  test('its table file is what its font makes', () => {
    const made = makeTable(key, bytes);
    const { forms, kern, ...plain } = face;
    const { forms: madeForms, kern: madeKern, ...madePlain } = made;
    expect(plain).toEqual(madePlain);
    expect(new Map(forms)).toEqual(madeForms);
    expect(new Map(kern)).toEqual(madeKern);
  });

  test('entryOf finds what fontkit finds, for 2,000 characters', () => {
    const font = create(bytes);
    const step = Math.floor(face.codePoints.length / 2000);
    for (let entry = 0; entry < 2000 * step; entry += step) {
      const codePoint = face.codePoints[entry]!;
      const glyph = font.glyphForCodePoint(codePoint);
      const found = entryOf(face, codePoint);
      // Of a blank glyph fontkit gives its neighbour's box.
      const { minX, minY, maxX, maxY } = glyph.cbox;
      const box = glyph.path.toSVG() === '' ? [0, 0, 0, 0] : [minX, minY, maxX, maxY];
      expect([face.gids[found], face.advances[found]]).toEqual([glyph.id, glyph.advanceWidth]);
      expect([...face.boxes.subarray(found * 4, found * 4 + 4)]).toEqual(box);
    }
  });

  test('says of characters that it lacks that it has none', () => {
    for (const codePoint of [0x0e01, 0xe000, 0x21484, 0x10ffff]) expect(entryOf(face, codePoint)).toBe(-1);
  });
});

test('Big5 has 5,401 common characters, 一 to 籲', () => {
  const common = traditionalCharacters().slice(0, 5401);
  expect([common[0], common[5400]]).toEqual([0x4e00, 0x7c72]);
  expect(new Set(common).size).toBe(5401);
});

describe('layout features', () => {
  test.each(['NotoSerifSC-Regular.ttf', 'NotoSansSC-Black.ttf'])('%s keeps those of its source', (file) => {
    const wanted = ['fwid', 'halt', 'hwid', 'kern', 'liga', 'palt', 'pwid', 'vert', 'vhal', 'vpal'];
    expect(create(read(file)).availableFeatures).toEqual(expect.arrayContaining(wanted));
  });

  test('LXGWWenKai-Regular.ttf keeps vert; its source has no widths', () => {
    expect(create(read('LXGWWenKai-Regular.ttf')).availableFeatures).toContain('vert');
  });
});
