import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { facesFor } from '../../../src/fonts/face.ts';
import { type Fonts, loadFonts } from '../../../src/fonts/index.ts';
import { makeTable } from '../../../src/fonts/make-table.ts';
import { writeTable } from '../../../src/fonts/table-file.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { tinyFont } from '../../support/tiny-font.ts';

const song = tinyFont({ characters: '甲乙丙', postscript: 'VendoredSong' });
const VENDORED = {
  'fonts/fonts.json': JSON.stringify({
    families: [{ name: '宋', aliases: ['song'], faces: { 400: 'Song.ttf', 700: 'SongBold.ttf' } }],
    fallback: ['宋'],
  }),
  'fonts/Song.ttf': song,
  'fonts/Song.face': writeTable(makeTable('song-400', song), song.length),
  'fonts/SongBold.ttf': tinyFont({ characters: '甲乙', weight: 700 }),
};

function load(user: Record<string, string | Uint8Array>, userFolders = ['mine']): Fonts {
  const world = memoryWorld({ ...VENDORED, ...user });
  return loadFonts(world, { vendored: 'fonts', userFolders, parseYaml: parse });
}

/** `error[code] message` in English, then the hints. */
function said({ diagnostics }: Fonts): string[] {
  return diagnostics.map(
    ({ severity, code, message, hints }) =>
      `${severity}[${code}] ${message.en}${hints.map(({ en }) => ` | ${en}`).join('')}`,
  );
}

describe('a folder without a list', () => {
  test('gives families by the names that the fonts state, Chinese and English, and their weight', () => {
    const { library, diagnostics } = load({
      'mine/FZBSK.ttf': tinyFont({
        family: 'FZBaoSong',
        chinese: '方正报宋',
        postscript: 'FZBSK',
        weight: 500,
      }),
    });
    expect(diagnostics).toEqual([]);
    const family = { name: '方正报宋', faces: [{ weight: 500, key: 'user:FZBSK' }] };
    expect(library.families.get('方正报宋')).toEqual(family);
    expect(library.families.get('FZBaoSong')).toEqual(family);
  });

  test('goes by the file name where a font does not name itself', () => {
    const { library } = load({ 'mine/报宋.ttf': tinyFont({ without: ['name', 'OS/2'] }) });
    expect(library.families.get('报宋')).toEqual({
      name: '报宋',
      faces: [{ weight: 400, key: 'user:报宋' }],
    });
  });

  test('unites the weights of a family, whatever the order of the files', () => {
    const { library } = load({
      'mine/a.ttf': tinyFont({ family: 'Mine', weight: 900, postscript: 'Mine-Black' }),
      'mine/b.ttf': tinyFont({ family: 'Mine', weight: 300, postscript: 'Mine-Light' }),
    });
    expect(library.families.get('Mine')!.faces.map(({ weight }) => weight)).toEqual([300, 900]);
  });

  test('keeps two fonts of the same name apart', () => {
    const { library } = load({ 'mine/a.ttf': tinyFont(), 'mine/b.ttf': tinyFont({ characters: '丁' }) });
    expect(library.families.get('Tiny')!.faces.map(({ key }) => key)).toEqual([
      'user:Tiny-Regular',
      'user:Tiny-Regular~2',
    ]);
    expect(library.tables.get('user:Tiny-Regular~2')!.codePoints).toEqual(
      Uint32Array.of('丁'.codePointAt(0)!),
    );
  });

  test('takes no notice of other files', () => {
    const fonts = load({ 'mine/a.ttf': tinyFont(), 'mine/LICENSE.txt': 'OFL' });
    expect(fonts.diagnostics).toEqual([]);
  });
});

describe('a folder with a list', () => {
  const list = (text: string, files: Record<string, Uint8Array> = {}) =>
    load({ 'mine/fonts.yaml': text, ...files });

  test('gives the families and weights of the list', () => {
    const { library, diagnostics } = list('families:\n  - name: 报宋\n    faces: { 700: a.ttf }\n', {
      'mine/a.ttf': tinyFont({ family: 'Other', weight: 400, postscript: 'A' }),
    });
    expect(diagnostics).toEqual([]);
    expect(library.families.get('报宋')).toEqual({ name: '报宋', faces: [{ weight: 700, key: 'user:A' }] });
    expect(library.families.has('Other')).toBe(false);
  });

  test.each([
    ['families: [', /^error\[font-list\] Font list mine\/fonts.yaml cannot be read: /],
    ['fonts: 1', /it has no `families`/],
    ['families:\n - faces: {400: a.ttf}', /an entry of `families` has no `name`/],
    ['families:\n - name: 宋', /"宋" has no `faces`/],
    ['families:\n - {name: 宋, faces: {bold: a.ttf}}', /weight bold of "宋" must be a whole number/],
    ['families:\n - {name: 宋, faces: {400: ../a.ttf}}', /must be a name within the folder/],
    [
      'families:\n - {name: 宋, alises: [s], faces: {400: a.ttf}}',
      /no field "alises" \| Did you mean "aliases"/,
    ],
    ['families:\n - {name: 宋, faces: {400: a.ttf}}\nfallback: [黑]', /"黑" in `fallback` is not among/],
  ])('refuses %j', (text, expected) => {
    const fonts = list(text, { 'mine/a.ttf': tinyFont() });
    expect(said(fonts)).toEqual([expect.stringMatching(expected)]);
    expect(fonts.library.fallback).toEqual(['宋']);
  });

  test('says which file of the list is not there', () => {
    const fonts = list('families:\n - {name: 宋, faces: {400: gone.ttf}}');
    expect(said(fonts)).toEqual(['error[font-missing] There is no font file mine/gone.ttf']);
  });
});

describe('precedence', () => {
  const mine = { 'mine/a.ttf': tinyFont({ family: '宋', postscript: 'Mine', characters: '甲' }) };

  test('a user’s face is asked before the vendored one of the same family and weight', () => {
    const { library } = load(mine);
    expect(facesFor(library, ['宋'], 400)).toEqual(['user:Mine', 'song-400']);
  });

  test('the vendored family keeps its other names and weights', () => {
    const { library } = load(mine);
    expect(library.families.get('song')).toBe(library.families.get('宋'));
    expect(facesFor(library, ['song'], 700)[0]).toBe('song-700');
  });

  test('a user’s families stand first in the fallback chain', () => {
    const { library } = load({ 'mine/a.ttf': tinyFont({ family: '小标宋', postscript: 'Mine' }) });
    expect(library.fallback).toEqual(['小标宋', '宋']);
    expect(facesFor(library, ['宋'], 400)).toEqual(['song-400', 'user:Mine']);
  });

  test('of two folders the first is asked first', () => {
    const { library } = load(
      {
        'one/a.ttf': tinyFont({ family: '宋', postscript: 'One' }),
        'two/a.ttf': tinyFont({ family: '宋', postscript: 'Two' }),
      },
      ['two', 'one'],
    );
    expect(facesFor(library, ['宋'], 400)).toEqual(['user:Two', 'user:One', 'song-400']);
  });
});

describe('a file that cannot be used', () => {
  const signed = (signature: string): Uint8Array =>
    Uint8Array.from(`${signature}...............`, (c) => c.charCodeAt(0));
  const cut = tinyFont().slice(0, 300);

  test.each([
    ['a.woff2', signed('wOF2'), 'font-format', '是网页字体（WOFF2）'],
    ['a.woff', signed('wOFF'), 'font-format', '是网页字体（WOFF）'],
    ['a.otf', signed('OTTO'), 'font-format', '是 PostScript 曲线的字体（OTF/CFF）'],
    ['a.ttc', signed('ttcf'), 'font-format', '是字体合集（TTC），一个文件里有好几款字'],
    ['a.ttf', signed('%PDF'), 'font-broken', '不是字体文件'],
    ['a.ttf', new Uint8Array(0), 'font-broken', '不是字体文件'],
    ['a.ttf', cut, 'font-broken', '不完整，缺少数据表 cmap、glyf、head、hhea、hmtx、loca、maxp'],
    ['a.ttf', tinyFont().slice(0, -8), 'font-broken', '不完整，文件少了一截'],
    ['a.ttf', tinyFont({ without: ['loca'] }), 'font-broken', '不完整，缺少数据表 loca'],
    ['a.ttf', damaged('loca'), 'font-broken', '已损坏，字形数据对不上'],
    ['a.ttf', damaged('cmap'), 'font-format', '没有 Unicode 编码表，无法按字取形'],
  ])('%s: %#', (name, bytes, code, what) => {
    const fonts = load({ [`mine/${name}`]: bytes });
    expect(fonts.diagnostics).toMatchObject([
      { severity: 'warning', code, message: { zh: `字体文件 mine/${name} ${what}，不能使用` } },
    ]);
    expect(fonts.diagnostics[0]!.hints).toHaveLength(1);
    expect(fonts.library.fallback).toEqual(['宋']);
  });

  test('is an error where a list names it', () => {
    const fonts = load({
      'mine/fonts.json': '{"families":[{"name":"宋","faces":{"400":"a.otf"}}]}',
      'mine/a.otf': signed('OTTO'),
    });
    expect(said(fonts)).toEqual([
      'error[font-format] Font file mine/a.otf has PostScript outlines (OTF/CFF); it cannot be used | ' +
        'Use the TrueType version (.ttf) of the font; foundries usually have one.',
    ]);
  });

  test('a folder that is not there is an error', () => {
    expect(said(load({}))).toEqual([
      'error[font-folder] There is no font folder mine | Check the path given with --fonts or `fonts:`.',
    ]);
  });
});

/** A font with one table's content overwritten. */
function damaged(table: string): Uint8Array {
  const font = tinyFont();
  const view = new DataView(font.buffer);
  for (let entry = 12; ; entry += 16) {
    if (String.fromCharCode(...font.subarray(entry, entry + 4)) !== table) continue;
    return font.fill(0x7f, view.getUint32(entry + 8) + 4, view.getUint32(entry + 8) + 12);
  }
}

describe('reading', () => {
  test('a user’s table is made once and found again by another library of the same process', () => {
    const files = { 'mine/a.ttf': tinyFont({ family: 'Mine', postscript: 'Mine' }) };
    const table = load(files).library.tables.get('user:Mine');
    expect(table).toBeDefined();
    expect(load(files).library.tables.get('user:Mine')).toBe(table);
  });

  test('a vendored table comes from its file, and from the font where the file is not for it', () => {
    const stale = tinyFont({ characters: '甲乙丙丁', postscript: 'Newer' });
    expect(load({}, []).library.tables.get('song-400')!.postscriptName).toBe('VendoredSong');
    const { library } = load({ 'fonts/Song.ttf': stale }, []);
    expect(library.tables.get('song-400')!.postscriptName).toBe('Newer');
  });

  test('nothing is read of a vendored face before it is asked for', () => {
    const world = memoryWorld(VENDORED);
    const { library } = loadFonts(world, { vendored: 'fonts', userFolders: [], parseYaml: parse });
    expect(world.inputs().map(({ path }) => path)).toEqual(['fonts/fonts.json']);
    library.tables.get('song-400');
    expect(world.inputs().map(({ path }) => path)).toEqual(['fonts/Song.face', 'fonts/fonts.json']);
  });

  test('a face that the library does not have has no table', () => {
    const { library } = load({}, []);
    expect(library.tables.get('song-100')).toBeUndefined();
    expect(library.tables.size).toBe(2);
    expect([...library.tables.keys()]).toEqual(['song-400', 'song-700']);
    expect(() => library.program('song-100')).toThrow('no face song-100');
  });
});
