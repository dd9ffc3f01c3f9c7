import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../src/markup/box.ts';
import { Break, type Measure, widthOfLine } from '../../../src/text/cells.ts';
import {
  breakGalley,
  type Galley,
  glyphsOf,
  prepareParagraph,
  type SetLine,
  setLines,
  textOf,
} from '../../../src/text/index.ts';
import { canBeSet } from '../../support/all-breaks.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

const HAN = '国家建设发展经济工业园区新闻大会同志们年月日高质量';

/** Any sequence of UTF-16 units, halves of pairs by themselves too, with what newspapers have more often. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...HAN) },
      { weight: 4, arbitrary: fc.constantFrom(...'，。、；：？！“”‘’（）《》【】·～—–-/％%℃￥$々　 ') },
      {
        weight: 2,
        arbitrary: fc.constantFrom('——', '……', '？！', '2020', '18.7%', 'AGM', 'it’s ', '\u00a0'),
      },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 120 },
  )
  .map((pieces) => pieces.join(''));

const width = fc.integer({ min: 4000, max: 40_000 });
const anyMeasure = fc.record({
  widths: fc.oneof(fc.constant([] as number[]), fc.array(width, { maxLength: 12 })),
  rest: width,
  indent: fc.constantFrom(0, 1000, 2000),
});
const anyProfile = fc
  .record({
    prohibition: fc.constantFrom('gb', 'basic', 'strict', 'none', 'css-strict', 'css-normal', 'css-loose'),
    marks: fc.constantFrom('quanjiao', 'kaiming', 'hangmobanjiao', 'banjiao', 'plain'),
    autospace: fc.constantFrom(0, 125, 250),
    trimStart: fc.boolean(),
    hanging: fc.boolean(),
    region: fc.constantFrom('mainland', 'hongkong', 'taiwan'),
    keepAll: fc.boolean(),
  })
  .map((profile) => profile as Profile);

interface Set {
  readonly galley: Galley;
  readonly lines: readonly SetLine[];
}

function setIn(text: string, measure: Measure, wishes: Parameters<typeof paragraphBox>[1] = {}): Set {
  const galley = prepareParagraph(paragraphBox(text, wishes), TABLES);
  return { galley, lines: setLines(galley, breakGalley(galley, measure), measure) };
}

describe('any text, any widths, any profile', () => {
  it('nothing is lost, doubled or reordered; each line has its glyphs', () => {
    fc.assert(
      fc.property(
        anyText,
        anyMeasure,
        anyProfile,
        fc.constantFrom('across' as const, 'down' as const),
        (text, measure, profile, direction) => {
          const { galley, lines } = setIn(text, measure, { profile, direction });
          expect(lines.map((line) => textOf(galley, line)).join('')).toBe(text);
          for (const line of lines) {
            const clusters = glyphsOf(galley, line).flatMap((run) => run.clusters.map((at) => run.from + at));
            expect([...clusters].sort((a, b) => a - b)).toEqual(clusters);
            expect(new Set(clusters).size).toBe(clusters.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('no line is over its measure, but for a single cell that is wider than it', () => {
    fc.assert(
      fc.property(anyText, anyMeasure, anyProfile, (text, measure, profile) => {
        const { galley, lines } = setIn(text, measure, { profile });
        lines.forEach((line, k) => {
          const most = widthOfLine(measure, k);
          if (line.to - line.from > 1) expect(line.width).toBeLessThanOrEqual(most);
          else if (line.width > most) expect(galley.cells.core[line.from]!).toBeGreaterThan(most);
          if (line.to < galley.cells.count && !line.loose)
            expect(Math.abs(line.width - most)).toBeLessThan(1);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('a line ends where it may, unless no way that keeps the rules fits the measure', () => {
    fc.assert(
      fc.property(anyText, anyMeasure, anyProfile, (text, measure, profile) => {
        const { galley, lines } = setIn(text, measure, { profile });
        const kinds = lines.slice(0, -1).map(({ to }) => galley.cells.breakAfter[to - 1]!);
        if (kinds.includes(Break.NEVER)) expect(canBeSet(galley.cells, measure, 'emergency')).toBe(false);
        if (kinds.includes(Break.EMERGENCY)) expect(canBeSet(galley.cells, measure, 'loose')).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('so no mark of Chinese stands where it may not, by its character', () => {
    const chinese = fc
      .array(fc.constantFrom(...HAN, ...'，。、；：？！”’）》】·～', ...'“‘（《【￥', '——', '……'), {
        maxLength: 200,
      })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(chinese, anyMeasure, (text, measure) => {
        const { galley, lines } = setIn(text, measure);
        const texts = lines.map((line) => textOf(galley, line));
        const isForced = lines.slice(0, -1).some(({ to }) => galley.cells.breakAfter[to - 1] === Break.NEVER);
        if (isForced) return;
        expect(texts.slice(1).filter((line) => /^[，。、；：？！”’）》】·～]/u.test(line))).toEqual([]);
        expect(texts.slice(0, -1).filter((line) => /[“‘（《【￥]$/u.test(line))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
