import fontkit from '@pdf-lib/fontkit';
import { describe, expect, it } from 'vitest';
import { Break } from '../../../src/text/cells.ts';
import { hyphenPoints } from '../../../src/text/hyphenate.ts';
import { prepareParagraph } from '../../../src/text/index.ts';
import { inFaces, lengthOf } from '../../support/breaks.ts';
import { vendoredFonts } from '../../support/made.ts';
import { glyphsOfLine, paragraphBox, setText, TABLES } from '../../support/paragraph.ts';

const ENGLISH =
  'The county administration presented its development programme for the agricultural industries yesterday afternoon.';

describe('English text', () => {
  it('parts words where the patterns say, never with fewer than two letters before or three behind', () => {
    expect(hyphenPoints('development')).toEqual([2, 5, 7]);
    // The patterns alone say quick-ly, dai-ly and re-al-ly.
    expect(hyphenPoints('quickly')).toEqual([]);
    expect(hyphenPoints('really')).toEqual([2]);
  });

  it('ends a line with a hyphen that has a glyph but is no character of the author', () => {
    const set = setText(ENGLISH, 9);
    const at = set.texts.findIndex(
      (text, k) => /[a-z]$/u.test(text) && /^[a-z]/u.test(set.texts[k + 1] ?? ''),
    );
    expect(at).toBeGreaterThanOrEqual(0);
    const runs = glyphsOfLine(set, at);
    expect(runs.at(-1)!.hyphenated).toBe(true);
    expect(set.texts.join('')).toBe(ENGLISH);
  });

  it('parts its words in good setting too; those in Chinese only before gaps are wide', () => {
    const kinds = (text: string): readonly number[] => {
      const { cells } = prepareParagraph(paragraphBox(text), TABLES);
      return [...cells.breakAfter];
    };
    expect(kinds(ENGLISH)).toContain(Break.HYPHEN);
    expect(kinds('国家建设发展经济development')).not.toContain(Break.HYPHEN);
  });

  it('reaches the measure with its hyphen', () => {
    const set = setText(ENGLISH, 9);
    set.lines.slice(0, -1).forEach((line, k) => {
      const [run] = glyphsOfLine(set, k);
      const end = run!.dx.slice(0, -1).reduce((sum, dx) => sum + dx, run!.x) + run!.cells.at(-1)!;
      if (!line.loose) expect(end).toBeCloseTo(9000, 0);
    });
  });

  it('keeps names and abbreviations whole', () => {
    for (let measure = 6; measure < 14; measure++) {
      const set = setText(`${ENGLISH} UNESCO ${ENGLISH}`, measure);
      expect(set.texts.some((line) => line.includes('UNESCO'))).toBe(true);
    }
  });

  it('sets ff fi fl ffi ffl with the face’s ligatures, each leading back to its letters', () => {
    const box = paragraphBox('office fly stuff');
    const runs = box.runs.map((run) => ({ ...run, style: { ...run.style, faces: ['song-400'] } }));
    const { cells } = prepareParagraph({ ...box, runs }, vendoredFonts().tables);
    const texts = Array.from({ length: cells.count }, (_, i) =>
      cells.text.slice(cells.start[i], cells.start[i + 1]),
    );
    expect(texts).toEqual(['o', 'ffi', 'c', 'e', ' ', 'fl', 'y', ' ', 's', 't', 'u', 'ff']);
  });

  it.each(['AVATAR', 'To', 'Wave'])('is kerned as its face has it: %s', (word) => {
    const widthBy = (features: Record<string, boolean>): number => {
      const font = fontkit.create(vendoredFonts().bytes('song-400'));
      const { positions } = font.layout(word, { pwid: true, ...features } as never);
      return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / font.unitsPerEm;
    };
    expect(lengthOf(inFaces(word, ['song-400']))).toBeCloseTo(widthBy({}), 3);
    expect(widthBy({ kern: false }) - widthBy({})).toBeGreaterThan(0.05);
  });

  it('Latin words in Chinese are not parted', () => {
    const set = setText('国家建设发展经济international国家建设发展经济工业园区新闻大会国家建设', 8);
    expect(set.texts.some((line) => line.includes('international'))).toBe(true);
  });
});
