/** Each property of columns catches a page that was broken on purpose, and nothing in the page before. */

import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/layout/index.ts';
import type { Line, Made, Page } from '../../src/layout/page.ts';
import { bodyText, figureBox, hanText, headBox, pageBox, storyBox } from '../support/page-box.ts';
import { loneLineFaults, type Property, pageFaults } from '../support/page-properties.ts';
import { paragraphBox, TABLES } from '../support/paragraph.ts';

const parts = [
  headBox([paragraphBox('国家建设', { role: 'headline' })]),
  headBox([paragraphBox('经济', { role: 'headline' })]),
];
const text = Array.from({ length: 8 }, (_, i) => bodyText(hanText(120, i)));
const at = (column: number, line: number, lines: number) => ({
  boxes: [{ column, columns: 3, line, lines }],
  span: { file: 'issue.yaml', start: 0, end: 0 },
});
const upper = storyBox({
  id: 'a',
  head: parts[0]!,
  body: [...text, ...text],
  figures: [figureBox()],
  place: at(0, 0, 60),
});
const other = storyBox({ id: 'b', head: parts[1]!, body: text, place: at(3, 0, 30) });
const page = layOut([pageBox([upper, other])], TABLES).made.pages[0]!;

const made = (edit: Partial<Page>): Made => ({
  pages: [{ ...page, ...edit }],
  structure: [],
  fits: [],
  banners: [],
});
const found = (edit: Partial<Page>): readonly Property[] =>
  pageFaults(made(edit)).map(({ property }) => property);
const lines = (isIt: (line: Line) => boolean, to: Partial<Line>) => ({
  lines: page.lines.map((line) => (isIt(line) ? { ...line, ...to } : line)),
});
const blocks = (id: string, edit: (block: Page['blocks'][number]) => Partial<Page['blocks'][number]>) => ({
  blocks: page.blocks.map((block) => (block.id === id ? { ...block, ...edit(block) } : block)),
});
const moved = (by: number) => (block: Page['blocks'][number]) => ({
  polygon: block.polygon.map(({ x, y }) => ({ x: x + by, y })),
});
const endOf = (block: string): Line => page.lines.filter((line) => line.block === block).pop()!;
const headOf = (block: string): Line => page.lines.find((line) => line.block === block)!;
const COLUMNS: readonly Property[] = [
  'widow',
  'orphan',
  'subhead-foot',
  'caption-apart',
  'other-head',
  'flow',
];

describe('column properties', () => {
  it('find nothing in a good page', () => {
    expect(found({}).filter((property) => COLUMNS.includes(property))).toEqual([]);
    expect(loneLineFaults(made({}))).toEqual([]);
  });

  it('widow: a last line alone at a column’s head', () => {
    const first = headOf('a.text.2');
    const edit = lines((line) => line === first, { number: 3, last: true });
    expect(loneLineFaults(made(edit)).map(({ property }) => property)).toContain('widow');
  });

  it('orphan: a first line alone at a column’s foot', () => {
    const [last, next] = [endOf('a.text.1'), headOf('a.text.2')];
    const edit = {
      lines: page.lines.map((line) =>
        line === last
          ? { ...line, number: 0, last: false }
          : line === next
            ? { ...line, number: 1, last: false }
            : line,
      ),
    };
    expect(loneLineFaults(made(edit)).map(({ property }) => property)).toEqual(['orphan']);
  });

  it('subhead-foot: a subhead at a column’s foot', () => {
    const last = endOf('a.text.1');
    expect(found(lines((line) => line === last, { role: 'subhead' }))).toContain('subhead-foot');
  });

  it('caption-apart: a caption that is not under its picture', () => {
    expect(found(blocks('a.caption.1', moved(20)))).toContain('caption-apart');
  });

  it('other-head: text under another story’s head', () => {
    expect(found(blocks('b.text.1', () => ({ story: 'a' })))).toContain('other-head');
  });

  it('flow: a column at the left of the one before it', () => {
    expect(found(blocks('b.text.2', moved(-400)))).toContain('flow');
  });
});
