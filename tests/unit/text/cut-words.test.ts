/** Words and addresses in narrow lines: where they part, what that costs, and that the lines are full. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Break } from '../../../src/text/cells.ts';
import { canBeSet, isShort } from '../../support/all-breaks.ts';
import { glyphsOfLine, type SetText, setText, widthOf } from '../../support/paragraph.ts';

/** What each line but the last one ends with. */
function kindsOf({ galley, lines }: SetText): readonly number[] {
  return lines.slice(0, -1).map(({ to }) => galley.cells.breakAfter[to - 1]!);
}

/** How far the lines but the last one are from their measure, 1/1000 字. */
function missing({ lines }: SetText, measure: number): readonly number[] {
  return lines.slice(0, -1).map(({ width }) => measure * 1000 - width);
}

const isHyphenated = (set: SetText, line: number): boolean =>
  glyphsOfLine(set, line).at(-1)?.hyphenated === true;

describe('an English word in Chinese', () => {
  const TEXT = '立夏刚过，清河两岸的麦田已经泛黄。The combine harvesters are ready，收割机手正在检修。';

  it('stays whole where the lines set well so', () => {
    const set = setText(`国家建设发展经济international${'国家建设发展经济工业园区'.repeat(2)}`, 14.5);
    expect(set.texts[0]).toBe('国家建设发展经济international');
    expect(kindsOf(set)).not.toContain(Break.SPARE_HYPHEN);
  });

  it('parts with a hyphen rather than spread the lines beyond a tenth of an em', () => {
    const set = setText(TEXT, 14, { indent: 2000 });
    expect(set.texts[1]).toBe('田已经泛黄。The combine har');
    expect(isHyphenated(set, 1)).toBe(true);
    for (const { adjustments } of set.lines) {
      for (const { kind, each } of adjustments) if (kind === 'between') expect(each).toBeLessThanOrEqual(100);
    }
  });

  it('parts too where gaps would be wider than that, but within the limit', () => {
    const set = setText(`国家建设发展经济工业园区harvest${'国家建设发展经济工业园区'.repeat(2)}`, 14);
    expect(set.texts[0]).toBe('国家建设发展经济工业园区har');
    expect(isHyphenated(set, 0)).toBe(true);
    expect(set.lines.some(({ loose }) => loose)).toBe(false);
  });

  it('stays whole without a hyphen to part it, if it fits a line, however loose the line before it', () => {
    const text = '国家建设经济UNESCO发展国家建设发展经济工业';
    for (const measure of [3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 10]) {
      const set = setText(text, measure);
      const fits = widthOf('UNESCO') <= measure;
      expect(set.texts.some((line) => line.includes('UNESCO'))).toBe(fits);
      expect(kindsOf(set).includes(Break.WORD)).toBe(!fits);
    }
    expect(setText('国家建设UNESCO', 6).lines[0]!.loose).toBe(true);
  });

  it('longer than a line it is cut, with a hyphen, in capitals too, no letter by itself', () => {
    for (const word of ['QWERTYUIOPASDFGH', 'zzzzzzzzzzzzzzzzzzzz', 'McQWERTYUIOPASDFGH']) {
      const set = setText(`国家${word}国家建设`, 6);
      const cut = kindsOf(set).flatMap((kind, line) => (kind === Break.WORD ? [line] : []));
      expect(cut.length).toBeGreaterThan(0);
      for (const line of cut) expect(isHyphenated(set, line)).toBe(true);
      for (const line of set.texts) expect(line).not.toMatch(/(?<![A-Za-z])[A-Za-z](?![A-Za-z])/u);
    }
  });

  it('no letter of it stays behind alone, though the line would be full with it', () => {
    const set = setText('国家QWERTYUIOPAS国家建设发展', 3);
    expect(widthOf('国家Q-')).toBe(3);
    for (const line of set.texts) expect(line).not.toMatch(/(?<![A-Z])[A-Z](?![A-Z])/u);
  });

  it('without one in codes: it would be read as one of theirs', () => {
    for (const code of ['AGM12345678ABCDEFGHIJ', 'SNAKE_CASE_NAME_OF_CODE', 'QWERTYUIOPASDFG1']) {
      const set = setText(`国家${code}国家建设`, 5);
      expect(kindsOf(set).some((kind) => kind === Break.WORD || kind === Break.EMERGENCY)).toBe(true);
      set.lines.forEach((_, line) => {
        expect(isHyphenated(set, line)).toBe(false);
      });
    }
  });

  it('never in a row of a head, which may be short, unless it is longer than the row', () => {
    const head = { align: 'left' as const };
    expect(setText('国家QWERTYUIOPASDF国家', 7.5, head).texts).toEqual(['国家', 'QWERTYUIOPASDF', '国家']);
    expect(setText('国家harvesters', 5.1, head).texts).toEqual(['国家', 'harvesters']);
    expect(kindsOf(setText('国家QWERTYUIOPASDF国家', 6, head))).toEqual([Break.WORD]);
  });

  it('behind a Han leaves no line of one Han alone', () => {
    const set = setText(`啊${'a'.repeat(18)}`, 6);
    expect(set.texts[0]).toMatch(/^啊a{8,}$/u);
    expect(missing(set, 6)).toEqual([0, 0].slice(0, set.lines.length - 1));
  });

  it('numbers and what has digits in it stay whole all the same', () => {
    const set = setText('国家建123,456,789元发展经济国家', 6);
    expect(set.texts.some((line) => line.includes('123,456,789'))).toBe(true);
  });
});

describe('Latin words without a gap to stretch', () => {
  it('the shorter a line the dearer: words are shared out over the lines', () => {
    const set = setText('</p><p> & &amp; &#20013; ]]> <!-- --> <?xml?> 也是。', 12);
    expect(set.texts[0]).not.toBe('</p><p> ');
    const least = Math.min(...set.lines.slice(0, -1).map(({ natural }) => natural));
    expect(least).toBeGreaterThan(6000);
  });
});

describe('an address longer than a line', () => {
  const ADDRESS = `https://www.example.gov.cn/zwgk/2020/04/08/${'abcdefghijklmnopqrstuvwxyz0123456789'.repeat(5)}`;

  it.each([8, 9.7, 13, 14, 20.3])('fills its lines of %d 字, has no hyphen, and is not loose', (measure) => {
    const set = setText(`详情请见${ADDRESS}，或者到县政务服务中心查询。`, measure);
    for (const rest of missing(set, measure)) expect(rest).toBeLessThan(1);
    expect(set.lines.some(({ loose }) => loose)).toBe(false);
    set.lines.forEach((_, line) => {
      expect(isHyphenated(set, line)).toBe(false);
    });
  });

  it('its letters take a sixteenth of an em at the most, and only where other gaps do not do', () => {
    const set = setText(`详情请见${ADDRESS}，或者到县政务服务中心查询。`, 13.3);
    const letters = set.lines.flatMap(({ adjustments }) =>
      adjustments.filter(({ kind }) => kind === 'letters'),
    );
    expect(letters.length).toBeGreaterThan(0);
    for (const { each } of letters) expect(each).toBeLessThanOrEqual(62.5);
    const whole = setText('国家建设发展经济www.a.cn国家建设发展经济', 12.5);
    expect(whole.lines[0]!.adjustments.map(({ kind }) => kind)).not.toContain('letters');
  });

  it('parts behind a mark if the line is nearly full there', () => {
    const set = setText('查询网址https://www.example.gov.cn/zwgk/2020/0408/index', 11);
    expect(set.texts[0]).toMatch(/[./]$/u);
  });

  it('e-mail addresses and hosts have no hyphens in an English paragraph either', () => {
    const text =
      'Read the paper at epaper.example.com/newspaper or write to redaction@newspaper.example.com for more';
    for (let measure = 6; measure < 16; measure++) {
      const set = setText(text, measure);
      set.texts.forEach((line, k) => {
        if (isHyphenated(set, k)) expect(line).not.toMatch(/[./@][a-z]+$/u);
        if (isHyphenated(set, k)) expect(set.texts[k + 1]).not.toMatch(/^[a-z]+[./@]/u);
      });
    }
  });
});

describe('blanks at a line’s end', () => {
  it('all of them hang: the line reaches its edge', () => {
    const set = setText('啊啊0000啊啊啊啊啊啊  啊啊', 10);
    expect(set.texts[0]).toBe('啊啊0000啊啊啊啊啊啊  ');
    expect(set.lines[0]!.natural).toBe(10_000);
    const [run] = glyphsOfLine(set);
    expect(run!.dx.reduce((sum, dx) => sum + dx, run!.x)).toBe(10_000);
  });

  it('and the mark before them has its half em (5.1.10)', () => {
    expect(setText('国家建设，  发展经济', 4.5).lines[0]!.natural).toBe(4500);
  });

  it('within a line each is as wide as it is', () => {
    expect(widthOf('国  国')).toBe(2.5);
  });

  it('an opening quote before blanks does not end a line (UAX #14 LB14)', () => {
    for (let measure = 4; measure < 14; measure++) {
      const { texts } = setText('啊啊啊啊啊啊啊啊“ 00000啊啊啊（  啊啊', measure);
      for (const line of texts.slice(0, -1)) expect(line.trimEnd()).not.toMatch(/[“（]$/u);
    }
  });
});

describe('any mixture of Han, words and addresses, 4 to 40 字', () => {
  const anyMixture = fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...'国家建设发展经济工业园区新闻大会') },
        { weight: 2, arbitrary: fc.constantFrom(...'，。、“”（）', '  ', ' ') },
        {
          weight: 2,
          arbitrary: fc.constantFrom(
            'The county ',
            'administration',
            'UNESCO',
            'QWERTYUIOPASDFGHJKLZXCVBNM',
            '2020',
            '18.7%',
          ),
        },
        { weight: 1, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
        { weight: 1, arbitrary: fc.emailAddress() },
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join(''));
  const anyMeasure = fc.integer({ min: 4, max: 40 });

  it('nothing is lost, no line is too long, each reaches its edge or is said to be loose', () => {
    fc.assert(
      fc.property(anyMixture, anyMeasure, (text, measure) => {
        const set = setText(text, measure);
        expect(set.texts.join('')).toBe(text);
        set.lines.forEach((line, k) => {
          if (line.to - line.from > 1) expect(line.width).toBeLessThanOrEqual(measure * 1000);
          const isLast = k === set.lines.length - 1;
          if (!isLast && !line.loose) expect(measure * 1000 - line.width).toBeLessThan(1);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('no word is cut without need, no hyphen stands in an address', () => {
    fc.assert(
      fc.property(anyMixture, anyMeasure, (text, measure) => {
        const set = setText(text, measure);
        // As they were set: in words longer than a line single letters are marked as no place to cut at.
        const { cells } = set.galley;
        const even = { widths: [], rest: measure * 1000, indent: 0 };
        const kinds = kindsOf(set);
        if (kinds.includes(Break.WORD)) expect(canBeSet(cells, even, 'good')).toBe(false);
        kinds.forEach((kind, line) => {
          if (kind !== Break.WORD && kind !== Break.EMERGENCY) return;
          expect(isShort(cells, set.lines[line]!.to, even)).toBe(false);
        });
        if (kinds.includes(Break.EMERGENCY)) expect(canBeSet(cells, even, 'loose')).toBe(false);
        set.lines.forEach((line, k) => {
          if (!isHyphenated(set, k)) return;
          const before = text.slice(0, set.galley.cells.start[line.to]).match(/[^\s\u2e80-\uffef]*$/u)![0];
          expect(before).not.toMatch(/@|:\/\/|www\./u);
        });
      }),
      { numRuns: 300 },
    );
  });
});
