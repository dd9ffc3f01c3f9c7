import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../src/fonts/face.ts';
import type { ParagraphBox, Region } from '../../../src/markup/box.ts';
import { type Galley, glyphsOf, setOnOneLine } from '../../../src/text/index.ts';
import { inFaces, lengthOf } from '../../support/breaks.ts';
import { vendoredFonts } from '../../support/made.ts';
import { GB, setText, widthOf } from '../../support/paragraph.ts';

const of = (region: Region, wishes: Partial<ParagraphBox> = {}): Partial<ParagraphBox> => ({
  ...wishes,
  profile: { ...GB, ...wishes.profile, region },
});
const TAIWAN = of('taiwan');
const HONGKONG = of('hongkong');
const DOWN = of('taiwan', { direction: 'down' });

/** The middle of the ink of a text's second character, from the start of its cell of 1 em and from the baseline. */
function middleOf(galley: Galley): { readonly along: number; readonly over: number } {
  const [run] = glyphsOf(galley, setOnOneLine(galley));
  const face = vendoredFonts().tables.get('song-400')!;
  const gid = run!.gids[1]!;
  const part = gid < 0 ? run!.drawings[-1 - gid]!.parts[0]! : { gid, x: 0, y: 0 };
  const box = inkOf(face, part.gid);
  const along = (box[0]! + box[2]!) / 2 + part.x + run!.shifts[1]!;
  return { along, over: (box[1]! + box[3]!) / 2 + part.y };
}

function inkOf(face: NonNullable<ReturnType<typeof tableOf>>, gid: number): ArrayLike<number> {
  for (const form of face.forms.values()) if (form.gid === gid) return form.box;
  const entry = face.gids.indexOf(gid);
  return face.boxes.subarray(entry * 4, entry * 4 + 4);
}

function tableOf(): ReturnType<typeof vendoredFonts>['tables'] extends ReadonlyMap<string, infer T>
  ? T
  : never {
  return vendoredFonts().tables.get('song-400')!;
}

describe('Hong Kong and Taiwan (CLREQ #glyphs_sizes_and_positions_in_character_faces_of_punctuation_marks)', () => {
  it.each([...'，、。：；！？·'])(
    '%s stands in the middle of its cell, though the face has it in a corner',
    (mark) => {
      for (const wishes of [TAIWAN, HONGKONG]) {
        const { along, over } = middleOf(inFaces(`国${mark}国`, ['song-400'], wishes));
        expect(Math.abs(along - 500)).toBeLessThanOrEqual(1);
        expect(Math.abs(over - 380)).toBeLessThanOrEqual(40);
      }
      expect(Math.abs(middleOf(inFaces('国，国', ['song-400'])).along - 500)).toBeGreaterThan(200);
    },
  );

  it('two marks take 2 em: no pair is squeezed', () => {
    expect(widthOf('国）（国')).toBe(3.5);
    for (const text of ['国）（国', '国。」国', '国，「国', '国！！国'])
      expect(widthOf(text, TAIWAN)).toBe(4);
  });

  it('a 間隔號 takes 1 em, ½ em on the mainland; ／ 1 em in Taiwan', () => {
    expect(widthOf('国·国')).toBe(2.5);
    expect(widthOf('国·国', TAIWAN)).toBe(3);
    expect(widthOf('国·国', HONGKONG)).toBe(3);
    expect(widthOf('国／国', TAIWAN)).toBe(3);
    expect(widthOf('国／国', HONGKONG)).toBe(2.5);
  });

  it('#procedures_for_inter-character_spacing_reduction, 3: the 間隔號 gives from both sides, before the brackets', () => {
    const set = setText('国·家（建）设发', 7.5, TAIWAN);
    expect(set.lines[0]!.adjustments.map(({ kind, places, each }) => [kind, places, each])).toEqual([
      ['dot', 2, -250],
    ]);
  });

  it('，、。；： give from both sides, ！？ keep their cell', () => {
    expect(setText('国，家建设发', 5.5, TAIWAN).lines[0]!.left[1]).toBe(0);
    expect(setText('国！家建设发', 5.5, TAIWAN).texts.length).toBe(2);
  });

  it('half-em marks of heads are half an em here too', () => {
    const heads = of('taiwan', { profile: { ...GB, marks: 'banjiao' } });
    for (const mark of '，！：·') expect(widthOf(`国${mark}国`, heads)).toBe(2.5);
  });
});

describe('lines that run down in Hong Kong and Taiwan', () => {
  it.each([...'，、。：；！？·'])('%s stands in the middle of its 1 em', (mark) => {
    const galley = inFaces(`国${mark}国`, ['song-400'], DOWN);
    expect(lengthOf(galley)).toBe(3);
    const [run] = glyphsOf(galley, setOnOneLine(galley));
    const part = run!.drawings[-1 - run!.gids[1]!]!.parts[0]!;
    const box = inkOf(tableOf(), part.gid);
    expect(Math.abs((box[0]! + box[2]!) / 2 + part.x - 500)).toBeLessThanOrEqual(1);
    expect(Math.abs(880 - ((box[1]! + box[3]!) / 2 + part.y) + run!.shifts[1]! - 500)).toBeLessThanOrEqual(1);
  });

  it('quotes left curly become 「」, the single ones 『』', () => {
    const cornerOf = (text: string, wishes: Partial<ParagraphBox>): readonly number[] => {
      const galley = inFaces(text, ['song-400'], wishes);
      return glyphsOf(galley, setOnOneLine(galley))[0]!.gids;
    };
    const face = tableOf();
    expect(entryOf(face, 0x300c)).toBeGreaterThanOrEqual(0);
    expect(cornerOf('国“国”', DOWN)).toEqual(cornerOf('国「国」', DOWN));
    expect(cornerOf('国“国”', { direction: 'down' })).toEqual(cornerOf('国『国』', { direction: 'down' }));
  });

  it('marks in the middle hang from lines that run down alone (#hanging_punctuation_marks_at_line_end)', () => {
    const hanging = { profile: { ...GB, hanging: true } };
    const text = '国家建设，发展经济';
    expect(setText(text, 4, of('taiwan', hanging)).texts[0]).toBe('国家建');
    expect(setText(text, 4.25, of('taiwan', { ...hanging, direction: 'down' })).texts[0]).toBe('国家建设，');
  });
});
