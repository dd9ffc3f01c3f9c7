import { describe, expect, it } from 'vitest';
import { makeTable } from '../../../src/fonts/make-table.ts';
import { glyphsOf, missingCharacters, prepareParagraph, setOnOneLine } from '../../../src/text/index.ts';
import { inFaces } from '../../support/breaks.ts';
import { vendoredFonts } from '../../support/made.ts';
import { paragraphBox } from '../../support/paragraph.ts';
import { tinyFont } from '../../support/tiny-font.ts';

const OWN = '葛\u{e0100}';
const SAME = '葛\u{e0101}';

const user = makeTable(
  'user:Names',
  tinyFont({
    characters: '葛城',
    variations: [
      { sequence: OWN, own: true },
      { sequence: SAME, own: false },
    ],
  }),
);

/** In the user's font, behind the vendored Song, or before it. */
function inNames(text: string, faces: readonly string[], direction: 'across' | 'down' = 'across') {
  const box = paragraphBox(text, { direction });
  const runs = box.runs.map((run) => ({ ...run, style: { ...run.style, faces } }));
  const tables = new Map([
    [user.key, user],
    ['song-400', vendoredFonts().tables.get('song-400')!],
  ]);
  return prepareParagraph({ ...box, runs }, tables);
}

const told = (galley: ReturnType<typeof inFaces>): readonly (readonly string[])[] =>
  missingCharacters(galley).map(({ kind, start, end }) => [kind, galley.cells.text.slice(start, end)]);

function glyphsIn(galley: ReturnType<typeof inFaces>): readonly (readonly [string, number])[] {
  return glyphsOf(galley, setOnOneLine(galley)).flatMap((run) =>
    run.gids.map((gid) => [run.face, gid] as const),
  );
}

describe('a variation sequence (Unicode 23.4)', () => {
  it('is set in the glyph that the face has for it, in one cell of 1 em', () => {
    const galley = inNames(`${OWN}城`, ['user:Names']);
    expect(told(galley)).toEqual([]);
    expect(glyphsIn(galley)).toEqual([
      ['user:Names', 3],
      ['user:Names', 1],
    ]);
    expect([...galley.cells.start.subarray(0, 3)]).toEqual([0, 3, 4]);
    expect([...galley.cells.core.subarray(0, 2)]).toEqual([1000, 1000]);
  });

  it('is set in the glyph of the character where the face says that this is the form meant', () => {
    const galley = inNames(SAME, ['user:Names']);
    expect(told(galley)).toEqual([]);
    expect(glyphsIn(galley)).toEqual([['user:Names', 2]]);
  });

  it('running down too', () => {
    expect(glyphsIn(inNames(OWN, ['user:Names'], 'down'))).toEqual([['user:Names', 3]]);
  });

  it('is looked for in every face before a face that has the character alone is taken (CSS Fonts 4, 5.3)', () => {
    const galley = inNames(`葛${OWN}`, ['song-400', 'user:Names']);
    expect(told(galley)).toEqual([]);
    expect(glyphsIn(galley).map(([face]) => face)).toEqual(['song-400', 'user:Names']);
  });

  it('that no face has is told of, and the character is set as it always is', () => {
    const galley = inNames('葛\u{e0102}城', ['song-400', 'user:Names']);
    expect(told(galley)).toEqual([['variant', '葛\u{e0102}']]);
    expect(glyphsIn(galley)).toEqual(glyphsIn(inNames('葛城', ['song-400', 'user:Names'])));
  });

  it('of a character that no face has is told of as that character', () => {
    expect(told(inFaces('𡒄\u{e0100}', ['song-400']))).toEqual([['no-face', '𡒄']]);
  });

  it.each(['song-400', 'song-700', 'hei-400', 'hei-900'])('%s has some of its own', (face) => {
    const galley = inFaces('礼\ufe00，\ufe01，\ufe00礼', [face]);
    expect(told(galley)).toEqual([]);
    const gids = glyphsIn(galley).map(([, gid]) => gid);
    const plain = glyphsIn(inFaces('礼，，礼', [face])).map(([, gid]) => gid);
    expect([gids[0] === plain[0], gids[1] === plain[1], gids[2], gids[3]]).toEqual([
      false,
      false,
      ...plain.slice(2),
    ]);
  });

  it('a comma in the middle of its cell gives its blank on both sides', () => {
    const { cells } = inFaces('国，\ufe01国', ['song-400']);
    expect([cells.left[1], cells.core[1], cells.right[1]]).toEqual([250, 500, 250]);
  });

  it('begun in one run and ended in another is told of: **葛** and its selector behind', () => {
    const box = paragraphBox('葛');
    const [run] = box.runs;
    const runs = [run!, { ...run!, text: '\u{e0100}城' }];
    expect(
      missingCharacters(prepareParagraph({ ...box, runs }, new Map([['ruler', user]]))).map((m) => m.kind),
    ).toEqual(['variant']);
  });
});

describe('text and picture style', () => {
  it.each(['★\ufe0e', '©\ufe0f', '♀\ufe0e', '1\ufe0e'])(
    '%s is set as the sign alone, without a word',
    (sign) => {
      const galley = inFaces(sign, ['song-400', 'hei-400']);
      expect(told(galley)).toEqual([]);
      expect(glyphsIn(galley)).toEqual(glyphsIn(inFaces(sign[0]!, ['song-400', 'hei-400'])));
    },
  );

  it('of a Han, which has none, is told of', () => {
    expect(told(inFaces('葛\ufe0f', ['song-400']))).toEqual([['variant', '葛\ufe0f']]);
  });
});
