/** Which columns of its story a head with text beside it stands over. */

import { describe, expect, it } from 'vitest';
import { columnsAtTop, columnsOfHead, noTextBeside } from '../../../src/layout/head-columns.ts';
import type { HeadBox } from '../../../src/markup/box.ts';
import { headBox } from '../../support/page-box.ts';
import { paragraphBox } from '../../support/paragraph.ts';

function head(side: HeadBox['side'], columns = 2): HeadBox {
  return { ...headBox([paragraphBox('国家建设', { role: 'headline' })]), side, columns };
}

const over = (side: HeadBox['side'], columns: number, of: number): string => {
  const { column, columns: taken } = columnsOfHead(head(side, columns), { column: 0, columns: of });
  return `${column + 1}-${column + taken}`;
};

describe('眉心题 and 文包题', () => {
  it.each(['middle', 'within'] as const)('%s: as many columns of text at both sides', (side) => {
    expect(over(side, 2, 6)).toBe('3-4');
    expect(over(side, 1, 3)).toBe('2-2');
  });

  it('over a column more where the columns beside it would not be as many', () => {
    expect(over('middle', 2, 5)).toBe('2-4');
    expect(over('middle', 1, 4)).toBe('2-3');
  });

  it('over fewer where no text would be beside it', () => {
    expect(over('within', 4, 4)).toBe('2-3');
    expect(over('within', 9, 3)).toBe('2-2');
  });

  it('over all of a story of two columns, with an error', () => {
    expect(over('middle', 1, 2)).toBe('1-2');
    expect(noTextBeside(head('middle'), { column: 0, columns: 2 })).toMatchObject([
      { severity: 'error', code: 'no-text-beside-head' },
    ]);
    expect(noTextBeside(head('middle'), { column: 0, columns: 3 })).toEqual([]);
  });
});

describe('串文题', () => {
  it('over the first columns, one left for the text beside it', () => {
    expect(over('corner', 2, 5)).toBe('1-2');
    expect(over('corner', 2, 2)).toBe('1-1');
  });

  it('of one column there is none beside it', () => {
    expect(noTextBeside(head('corner'), { column: 0, columns: 1 })).toHaveLength(1);
    expect(noTextBeside(head('corner'), { column: 0, columns: 2 })).toEqual([]);
  });
});

describe('other heads', () => {
  it('stand over the columns that are the story’s from its first line', () => {
    const top = columnsAtTop([[{ from: 0, to: 9 }], [], [], [{ from: 0, to: 9 }]], 4);
    expect(top).toEqual({ column: 1, columns: 2 });
    expect(columnsOfHead(head('above', 1), top)).toEqual(top);
    expect(columnsOfHead(null, top)).toEqual(top);
    expect(noTextBeside(head('above'), { column: 0, columns: 1 })).toEqual([]);
  });
});
