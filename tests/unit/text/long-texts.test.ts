import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../src/text/cells.ts';
import { breakGalley, evenMeasure, prepareParagraph } from '../../../src/text/index.ts';
import { GB, paragraphBox, setText, TABLES } from '../../support/paragraph.ts';

const LONG: readonly (readonly [string, string])[] = [
  ['Han without one mark', '国家建设发展经济工业园区新闻大会同志们年月日高质量'],
  ['news', '国家建设，发展经济（工业2020年）园区“新闻”大会：同志们年月日，高质量18.7%。'],
  ['marks alone', '，。、；：？！“”（）《》'],
  ['quotes without partner', '“a'],
  ['Latin without a blank', 'abcdefghijklmnopqrstuvwxyz'],
  ['digits without end', '0123456789'],
  ['Latin words', 'The county administration presented its programme '],
  ['marks of Latin', '.,;:!?-/()[]"\''],
  ['blanks', ' '],
  ['blanks of 1 em', '　'],
  ['an address', 'http://www.example.com/path?query=value&'],
  ['dashes', '——'],
  ['exclamations', '！'],
  ['characters without a face', '𠮷'],
];
const of = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Time of the fastest of three runs, ns. The ratio of two is looked at, never a time. */
function timeOf(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 3; k++) {
    const start = process.hrtime.bigint();
    work();
    best = Math.min(best, Number(process.hrtime.bigint() - start));
  }
  return best;
}

describe('long and strange texts end, and cost what their length costs', () => {
  it.each(LONG)('10,000 and 20,000 characters in one paragraph: %s', (_, piece) => {
    for (const length of [10_000, 20_000]) {
      const text = of(piece, length);
      for (const direction of ['across', 'down'] as const) {
        const { texts } = setText(text, 13, { direction, indent: 2000 });
        expect(texts.join('') === text).toBe(true);
      }
    }
  });

  it.each(LONG)('ten times the text takes about ten times, not a hundred times: %s', (_, piece) => {
    for (const direction of ['across', 'down'] as const) {
      timeOf(() => setText(of(piece, 1500), 13, { direction }));
      const short = timeOf(() => setText(of(piece, 1500), 13, { direction }));
      const long = timeOf(() => setText(of(piece, 15_000), 13, { direction }));
      expect(long / short).toBeLessThan(45);
    }
  });

  it('300,000 characters in one paragraph', () => {
    const text = of(LONG[1]![1], 300_000);
    const short = timeOf(() => setText(text.slice(0, 30_000), 13));
    const start = process.hrtime.bigint();
    const { texts } = setText(text, 13);
    expect(Number(process.hrtime.bigint() - start) / short).toBeLessThan(45);
    expect(texts.join('') === text).toBe(true);
  });

  it('an address of 246 characters in 13 字 is set, in parts that fit', () => {
    const address = `https://www.example.com/${'news/2020-04-08/'.repeat(10)}${'q'.repeat(62)}`;
    expect(address.length).toBe(246);
    const { texts, lines } = setText(`网址${address}。`, 13);
    expect(texts.join('')).toBe(`网址${address}。`);
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(13_000);
  });

  it('lines beside a photo over a long paragraph cost no more than its length', () => {
    const galley = prepareParagraph(paragraphBox(of(LONG[1]![1], 20_000), { profile: GB }), TABLES);
    const measure: Measure = { widths: new Array<number>(20).fill(7000), rest: 13_000, indent: 2000 };
    const even = evenMeasure(galley.paragraph, 13_000);
    expect(timeOf(() => breakGalley(galley, measure)) / timeOf(() => breakGalley(galley, even))).toBeLessThan(
      20,
    );
  });
});
