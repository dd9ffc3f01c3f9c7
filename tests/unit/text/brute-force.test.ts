import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../src/markup/box.ts';
import { breakParagraph } from '../../../src/text/break.ts';
import { Break, type Cells, type Measure } from '../../../src/text/cells.ts';
import { markHyphens } from '../../../src/text/hyphenate.ts';
import { type Galley, prepareParagraph } from '../../../src/text/index.ts';
import { canBeSet, cheapestWays, costOf, LEVELS, type Level, setsWell } from '../../support/all-breaks.ts';
import { GB, paragraphBox, setText, TABLES } from '../../support/paragraph.ts';

const PIECES = [
  ...'国家建设发展经济工业园区新闻大会',
  ...'，。、；：？！“”（）《》·～',
  '——',
  '……',
  '2020',
  '18.7%',
  'AGM',
  'the county ',
  'development ',
  '国家建设发展development经济工业园区',
  'QWERTZ',
  'www.a.cn/b?c=',
  '  ',
  ' ',
];

const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 })
  .map((pieces) => pieces.join('').slice(0, 40));

const profile = fc
  .record({
    marks: fc.constantFrom('quanjiao', 'kaiming', 'banjiao', 'hangmobanjiao', 'plain'),
    autospace: fc.constantFrom(0, 125, 250),
    trimStart: fc.boolean(),
    hanging: fc.boolean(),
    region: fc.constantFrom('mainland', 'hongkong', 'taiwan'),
    prohibition: fc.constantFrom('gb', 'strict', 'none'),
  })
  .map((wishes): Profile => ({ ...GB, ...(wishes as Partial<Profile>) }));

const width = fc.integer({ min: 4000, max: 9000 });
const measure = fc
  .record({
    widths: fc.oneof(fc.constant([]), fc.array(width, { maxLength: 5 })),
    rest: width,
    indent: fc.constantFrom(0, 2000),
  })
  .map((of): Measure => of);

/** Few ways are cheap but where rules have to be broken: then all are walked, and texts are kept short. */
const SHORT = 14;

interface Case {
  readonly galley: Galley;
  readonly level: Level;
}

function caseOf(characters: string, rules: Profile, lines: Measure): Case {
  const galley = prepareParagraph(paragraphBox(characters, { profile: rules }), TABLES);
  markHyphens(galley.cells, Break.SPARE_HYPHEN);
  const level = LEVELS.find((one) => canBeSet(galley.cells, lines, one));
  if (level === undefined) throw new Error('every text can be set');
  const isHard = level === 'emergency' || level === 'anywhere';
  return isHard && galley.cells.count > SHORT
    ? caseOf(characters.slice(0, SHORT), rules, lines)
    : { galley, level };
}

const SLACK = 1e-6;

/** The level at which the best way was looked for: hyphens are tried where gaps are too wide without them. */
function levelOf(cells: Cells, lines: Measure, ends: readonly number[]): Level {
  const reached = LEVELS.find((one) => costOf(cells, lines, ends, one) !== null)!;
  return reached === 'good' && !setsWell(cells, lines, ends) ? 'hyphens' : reached;
}

/** The levels from which one looser than need be is taken, for wide gaps or against 孤字. */
const LOOSER: readonly (readonly [Level, Level])[] = [
  ['good', 'hyphens'],
  ['good', 'loose'],
  ['hyphens', 'loose'],
];

describe('the search over breaks, against all breaks there are', () => {
  it('says what its way costs, and no way at that level costs less', () => {
    fc.assert(
      fc.property(text, profile, measure, (characters, rules, lines) => {
        const { galley, level } = caseOf(characters, rules, lines);
        const { cells, sums } = galley;
        const [found] = breakParagraph(cells, sums, lines, { everyCount: false });
        const reached = levelOf(cells, lines, found!.ends);
        expect(costOf(cells, lines, found!.ends, reached)).toBeCloseTo(found!.cost, 6);
        if (reached !== level) expect(LOOSER).toContainEqual([level, reached]);
        const cheaper = cheapestWays(cells, lines, reached, () => found!.cost - SLACK);
        expect([...cheaper]).toEqual([]);
      }),
      { numRuns: 1500, seed: 15834 },
    );
  });

  it('offers for each number of lines the cheapest way, and leaves none out', () => {
    fc.assert(
      fc.property(text, profile, measure, (characters, rules, lines) => {
        const { galley, level } = caseOf(characters, rules, lines);
        if (level !== 'good' && level !== 'hyphens') return;
        const { cells, sums } = galley;
        const [best] = breakParagraph(cells, sums, lines, { everyCount: false });
        const sought = levelOf(cells, lines, best!.ends) === 'good' ? 'good' : 'hyphens';
        const menu = breakParagraph(cells, sums, lines, { everyCount: true });
        const costs = new Map(menu.map(({ ends, cost }) => [ends.length, cost]));
        expect(costs.size).toBe(menu.length);
        const known = (count: number): number => costs.get(count) ?? Number.POSITIVE_INFINITY;
        const offered = menu.filter(({ ends }) => costOf(cells, lines, ends, sought) !== null);
        for (const { ends, cost } of offered) {
          expect(costOf(cells, lines, ends, sought)).toBeCloseTo(cost, 6);
        }
        const cheaper = cheapestWays(cells, lines, sought, (count) => known(count) - SLACK);
        expect([...cheaper]).toEqual([]);
      }),
      { numRuns: 500, seed: 15834 },
    );
  });

  it('is tried on texts that need each level', () => {
    const levels = new Set(
      fc
        .sample(fc.tuple(text, profile, measure), { numRuns: 400, seed: 15834 })
        .map((one) => caseOf(...one).level),
    );
    expect([...levels].sort()).toEqual([...LEVELS].sort());
  });

  it('weighs a loose line against a last line of one character', () => {
    // 国家建设发20 | 年 is a good line and a runt; the other way stretches four gaps by 0.3 em.
    const { texts, lines } = setText('国家建设发20年', 6.2);
    expect(texts).toEqual(['国家建设发', '20年']);
    expect(lines[0]!.loose).toBe(true);
    // Five characters less to stretch, and the runt is the lesser evil.
    expect(setText('国家20年', 3.2).texts).toEqual(['国家20', '年']);
  });

  it('holds no long paragraph for poor because its costs add up', () => {
    const galley = prepareParagraph(paragraphBox('国家建设，发展2020经济（工业）园区'.repeat(300)), TABLES);
    const [best] = breakParagraph(
      galley.cells,
      galley.sums,
      { widths: [], rest: 13_000, indent: 0 },
      { everyCount: false },
    );
    expect(best!.cost).toBeGreaterThan(3000);
    expect(best!.isPoor).toBe(false);
  });
});
