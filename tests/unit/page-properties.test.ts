/** Each page property catches a page that was broken on purpose, and nothing in the page before. */

import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/layout/index.ts';
import type { GlyphRun, Line, Made, Page } from '../../src/layout/page.ts';
import { bodyText, figureBox, hanText, headBox, pageBox, storyBox } from '../support/page-box.ts';
import { type Property, pageFaults } from '../support/page-properties.ts';
import { paragraphBox, TABLES } from '../support/paragraph.ts';

const head = headBox([paragraphBox('国家建设', { role: 'headline', align: 'center' })]);
const body = Array.from({ length: 15 }, (_, i) => bodyText(hanText(130, i)));
const good = layOut([pageBox([storyBox({ head, body, figures: [figureBox()] })])], TABLES).made;

function change(edit: (page: Page) => Partial<Page>): Made {
  const page = good.pages[0]!;
  return { ...good, pages: [{ ...page, ...edit(page) }] };
}

/** The first body line that is justified, changed. */
function changeLine(edit: (line: Line) => Partial<Line>): Made {
  return change((page) => {
    const at = page.lines.findIndex((line) => line.justified && line.number === 1);
    return { lines: page.lines.map((line, k) => (k === at ? { ...line, ...edit(line) } : line)) };
  });
}

/** The glyphs of the first justified line, changed. */
function changeRun(edit: (run: GlyphRun) => Partial<GlyphRun>): Made {
  return change((page) => {
    const line = page.lines.findIndex((one) => one.justified && one.number === 1);
    const items = page.items.map((item) =>
      item.kind === 'glyphs' && item.line === line ? { ...item, ...edit(item) } : item,
    );
    return { items };
  });
}

function broken(made: Made): readonly Property[] {
  return [...new Set(pageFaults(made).map((fault) => fault.property))];
}

describe('page properties', () => {
  it('find nothing in a good page', () => {
    expect(pageFaults(good)).toEqual([]);
  });

  it.each<[Property, string, Made]>([
    ['edge', 'a line that begins with a comma', changeLine((line) => ({ text: `，${line.text}` }))],
    ['edge', 'a line that ends with an opening mark', changeLine((line) => ({ text: `${line.text}（` }))],
    ['reach', 'a justified line half an em short', changeRun((run) => ({ dx: [500, ...run.dx.slice(1)] }))],
    ['order', 'a character lost', changeRun((run) => ({ text: run.text.slice(1) }))],
    ['order', 'an item outside the reading order', { ...good, structure: [] }],
    ['order', 'an item read twice', { ...good, structure: [...good.structure, ...good.structure] }],
    ['whole', 'the last line of the text left out', change((page) => ({ lines: page.lines.slice(0, -2) }))],
    ['grid', 'a line half a point off the grid', changeLine((line) => ({ baseline: line.baseline + 0.5 }))],
    [
      'overlap',
      'two blocks on each other',
      change((page) => ({ blocks: [...page.blocks, page.blocks[0]!] })),
    ],
    [
      'type-area',
      'a line beyond the type area',
      changeLine((line) => ({ box: { ...line.box, y: line.box.y - 900 } })),
    ],
    ['glyph-place', 'glyphs off their line', changeRun((run) => ({ at: { x: run.at.x, y: run.at.y + 3 } }))],
  ])('%s: %s', (property, _, made) => {
    expect(broken(made)).toContain(property);
  });

  it('split-mark: a 破折号 parted by a line’s end', () => {
    const made = change((page) => {
      const at = page.lines.findIndex((line) => line.number === 1 && !line.last);
      const lines = page.lines.map((line, k) =>
        k === at
          ? { ...line, text: `${line.text}—` }
          : k === at + 1
            ? { ...line, text: `—${line.text}` }
            : line,
      );
      return { lines };
    });
    expect(broken(made)).toContain('split-mark');
  });

  it('runt: a last line of one character, unless it was warned of', () => {
    const made = change((page) => {
      const at = page.lines.findIndex((line) => line.last && line.number > 0);
      return { lines: page.lines.map((line, k) => (k === at ? { ...line, text: '国。' } : line)) };
    });
    expect(broken(made)).toContain('runt');
    expect(pageFaults(made, { runtsKnown: true }).map((f) => f.property)).not.toContain('runt');
  });
});

describe('page properties know what stands between the lines', () => {
  const [run] = paragraphBox('han').runs;
  const reading = { ...run!, style: { ...run!.style, size: 5 } };
  const marks = [{ kind: 'ruby' as const, reading, start: 1, end: 2 }];
  const body = [bodyText(hanText(130), { marks, initial: 2 }), bodyText(hanText(300, 3), { marks })];
  const marked = layOut([pageBox([storyBox({ head, body, fill: 'balance' })])], TABLES).made;
  const page = marked.pages[0]!;
  const moved = (isIt: (line: Line) => boolean, down: number): Made => ({
    ...marked,
    pages: [
      {
        ...page,
        lines: page.lines.map((line) =>
          isIt(line) ? { ...line, box: { ...line.box, y: line.box.y + down } } : line,
        ),
      },
    ],
  });

  it('and find nothing in a good page', () => {
    expect(page.lines.filter(({ role }) => role === 'reading')).toHaveLength(2);
    expect(pageFaults(marked)).toEqual([]);
  });

  it.each<[Property, string, Made]>([
    ['overlap', 'a reading on the line over it', moved(({ role }) => role === 'reading', -3)],
    ['overlap', 'a reading on its own line', moved(({ role }) => role === 'reading', 3)],
    ['grid', 'a drop initial half a point too low', moved(({ box }) => box.height === 25, 0.5)],
  ])('%s: %s', (property, _, made) => {
    expect(broken(made)).toContain(property);
  });
});
