import { describe, expect, it } from 'vitest';
import { hyphenPoints } from '../../../src/text/hyphenate.ts';
import { glyphsOfLine, setText } from '../../support/paragraph.ts';

const ENGLISH =
  'The county administration presented its development programme for the agricultural industries yesterday afternoon.';

describe('English text', () => {
  it('parts words where the patterns say, never with fewer than two letters before or three behind', () => {
    expect(hyphenPoints('development')).toEqual([2, 5, 7]);
    expect(hyphenPoints('industries')).not.toContain(9);
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

  it('Latin words in Chinese are not parted', () => {
    const set = setText('国家建设发展经济international国家建设发展经济工业园区新闻大会国家建设', 8);
    expect(set.texts.some((line) => line.includes('international'))).toBe(true);
  });
});
