import { describe, expect, it } from 'vitest';
import {
  breakGalley,
  evenMeasure,
  type LineEnd,
  prepareParagraph,
  whyLineEnds,
} from '../../../src/text/index.ts';
import { GB, paragraphBox, TABLES } from '../../support/paragraph.ts';

function ends(
  text: string,
  measure: number,
  wishes: Parameters<typeof paragraphBox>[1] = {},
): readonly LineEnd[] {
  const galley = prepareParagraph(paragraphBox(text, wishes), TABLES);
  const even = evenMeasure(galley.paragraph, measure * 1000);
  const breaks = breakGalley(galley, even);
  return breaks.ends.map((_, line) => whyLineEnds(galley, breaks, even, line));
}

describe('why a line ends', () => {
  it('nothing more has room; the paragraph ends', () => {
    expect(ends('国家建设发展', 4)).toEqual([{ kind: 'full' }, { kind: 'last' }]);
  });

  it('a mark may not begin the next line, or end this one', () => {
    expect(ends('国家建设，发展经济', 4)[0]).toEqual({ kind: 'not-at-start', mark: '，' });
    expect(ends('国家建“设发展经”济', 4)[0]).toEqual({ kind: 'not-at-end', mark: '“' });
    expect(ends('国家建设，发展', 4, { profile: { ...GB, prohibition: 'none', marks: 'plain' } })[0]).toEqual(
      {
        kind: 'full',
      },
    );
  });

  it('a number, a word, a 破折号 may not be split', () => {
    expect(ends('国家建2020年发展经济', 4)[0]).toEqual({ kind: 'unit', unit: '2020' });
    expect(ends('国家建AGM，发展经济', 4)[0]).toEqual({ kind: 'unit', unit: 'AGM，' });
  });

  it('the paragraph sets better so', () => {
    // 园 alone would be 孤字: a character comes down to it.
    expect(ends('国家建设发展经济工业园', 10)[0]).toEqual({ kind: 'even' });
  });

  it('an English word parts; a word longer than the line is split', () => {
    const kinds = ends('The county administration presented development programmes', 8).map(
      ({ kind }) => kind,
    );
    expect(kinds).toContain('hyphen');
    expect(ends('国QWERTYUIOPASDFGHJKL', 4).map(({ kind }) => kind)).toContain('word-split');
  });

  it('rules are broken where the line is too short for them', () => {
    expect(ends('）。」』）。」』', 1).map(({ kind }) => kind)).toContain('rule-broken');
  });

  it('shows no more of a long unit than a person can read', () => {
    const [first] = ends(`国家建设发展经济工业园${'0123456789'.repeat(3)}国家建设`, 20);
    expect(first).toEqual({ kind: 'unit', unit: '012345678901234567890123456789'.slice(6, 30) });
  });
});
