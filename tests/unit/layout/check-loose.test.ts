/** Which lines are warned of as too loose, how often, and with which cure. */

import { describe, expect, it } from 'vitest';
import { checkLoose } from '../../../src/layout/check-loose.ts';
import { type SetText, setText } from '../../support/paragraph.ts';

const REWORD = '改动几个字，让行末能多容一个字。';
const SHORTEN = '缩短网址，或让它另起一行。';

/** The lines that are warned of, each with its cure. */
function told({ galley, lines }: SetText): readonly (readonly [string, string])[] {
  return checkLoose(galley, lines).map(({ span, hints }) => [
    galley.cells.text.slice(span!.start, span!.end),
    hints[0]!.zh,
  ]);
}

/** The same lines, all of them loose. */
const loosened = (set: SetText): SetText => ({
  ...set,
  lines: set.lines.map((line) => ({ ...line, loose: true })),
});

describe('lines without an address', () => {
  const set = setText('国家建设发展经济工业园区', 4);

  it('are set well, and nothing is said', () => {
    expect(told(set)).toEqual([]);
  });

  it('are each warned of', () => {
    expect(told(loosened(set))).toEqual([
      ['国家建设', REWORD],
      ['发展经济', REWORD],
      ['工业园区', REWORD],
    ]);
  });

  it('a number with a point is no address', () => {
    expect(told(loosened(setText('约3.5亿元', 5)))).toEqual([['约3.5亿元', REWORD]]);
  });
});

describe('lines with an address', () => {
  it('the cure is to shorten it', () => {
    const set = setText('详情请登录https://www.example.gov.cn/zwgk/abcdefghijk查询办理进度', 8.5);
    expect(set.texts[0]).toBe('详情请登录http');
    expect(told(set)).toEqual([['详情请登录http', SHORTEN]]);
  });

  it('the line before it is one of them, a line farther away is not', () => {
    const set = setText('国家建设发展经济www.example.com', 4);
    expect(told(loosened(set)).slice(0, 2)).toEqual([
      ['国家建设', REWORD],
      ['发展经济', SHORTEN],
    ]);
  });

  it('one warning an address, however many of its lines are loose', () => {
    const set = setText('国家www.example.com/2026/05/04建设，国家example.org/index发展', 6);
    expect(told(loosened(set)).filter(([, cure]) => cure === SHORTEN)).toHaveLength(2);
    const once = setText('国家www.example.com/2026/05/04建设', 6);
    expect(once.lines.length).toBeGreaterThan(2);
    expect(told(loosened(once))).toHaveLength(1);
  });

  it('none for a line that is nothing but an address: no other words would fill it', () => {
    const set = setText('见www.example.com/2020/04/08/QWERTYUIOPASDFGHJKL，', 4);
    expect(set.lines.map(({ loose }) => loose)).toContain(true);
    expect(told(set)).toEqual([]);
  });
});
