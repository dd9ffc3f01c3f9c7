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
  ['characters without a face', '𡒄'],
];
const of = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/**
 * How much dearer one long text is than as many characters in short ones, set in turns. Both take about as long, so
 * a busy machine slows both; the fastest run of each counts. Linear cost gives 1, quadratic the number of texts.
 */
function dearness(long: () => void, short: () => void, options: { texts: number; turns: number }): number {
  const best = { long: Number.POSITIVE_INFINITY, short: Number.POSITIVE_INFINITY };
  for (let turn = 0; turn < options.turns; turn++) {
    const start = process.hrtime.bigint();
    long();
    const middle = process.hrtime.bigint();
    for (let k = 0; k < options.texts; k++) short();
    best.long = Math.min(best.long, Number(middle - start));
    best.short = Math.min(best.short, Number(process.hrtime.bigint() - middle));
  }
  return best.long / best.short;
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

  it.each(LONG)('one of 10,000 characters costs about what twenty of 500 do: %s', (_, piece) => {
    for (const direction of ['across', 'down'] as const) {
      const long = of(piece, 10_000);
      const short = of(piece, 500);
      const set = (text: string) => (): void => {
        setText(text, 13, { direction });
      };
      expect(dearness(set(long), set(short), { texts: 20, turns: 4 })).toBeLessThan(8);
    }
  });

  it('300,000 characters in one paragraph cost about what ten of 30,000 do', () => {
    const text = of(LONG[1]![1], 300_000);
    const short = text.slice(0, 30_000);
    let texts: readonly string[] = [];
    const set = (): void => {
      texts = setText(text, 13).texts;
    };
    expect(dearness(set, () => setText(short, 13), { texts: 10, turns: 2 })).toBeLessThan(5);
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
    const beside = (): void => void breakGalley(galley, measure);
    const alone = (): void => void breakGalley(galley, even);
    expect(dearness(beside, alone, { texts: 1, turns: 4 })).toBeLessThan(20);
  });
});
