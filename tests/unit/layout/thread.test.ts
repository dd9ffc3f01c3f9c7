/** A story over several blocks: its text from one to the next, whole and in order. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { Made } from '../../../src/layout/page.ts';
import type { GridBox, PageBox, ParagraphBox } from '../../../src/markup/box.ts';
import { bodyText, hanText, pageBox, storyBox, subhead } from '../../support/page-box.ts';
import { pageFaults } from '../../support/page-properties.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

const SPAN = { file: 'issue.yaml', start: 0, end: 1 };

interface Part {
  readonly at: GridBox;
  readonly set?: number;
}

/** One page a part. */
function pages(body: readonly ParagraphBox[], parts: readonly Part[]): readonly PageBox[] {
  return parts.map(({ at, set = null }, part) => {
    const role = { role: 'jump', align: 'right' } as const;
    const jump = part < parts.length - 1 ? paragraphBox('（下转第三版）', role) : null;
    const place = { boxes: [at], span: SPAN };
    const story = storyBox({ part, place, set, jump, body: part === 0 ? body : [] });
    return pageBox([story], { label: `0${part + 1}` });
  });
}

const lay = (body: readonly ParagraphBox[], parts: readonly Part[]) => layOut(pages(body, parts), TABLES);

const at = (column: number, columns: number, line: number, lines: number): GridBox => ({
  column,
  columns,
  line,
  lines,
});

/** All that was set of the body, in the order of pages and lines. */
const setText = ({ pages: made }: Made): string =>
  made.flatMap(({ lines }) => lines.filter(({ role }) => role !== 'jump').map(({ text }) => text)).join('');

const written = (body: readonly ParagraphBox[]): string =>
  body.map(({ runs }) => runs.map(({ text }) => text).join('')).join('');

const PARAGRAPHS = [40, 5, 130, 14, 260, 77, 28, 190, 33, 66].map((count, i) => bodyText(hanText(count, i)));

test('goes on where it stopped, in other columns, its paragraph flush left', () => {
  const { made, diagnostics } = lay(PARAGRAPHS, [{ at: at(0, 2, 0, 12) }, { at: at(2, 4, 5, 40), set: 3 }]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(setText(made)).toBe(written(PARAGRAPHS));
  expect(pageFaults(made)).toEqual([]);
  const [first, second] = made.pages;
  const jump = first!.lines.find(({ role }) => role === 'jump')!;
  expect(jump.text).toBe('（下转第三版）');
  // In the last line of the last column, which no other line shares.
  expect(jump.baseline).toBe(Math.max(...first!.lines.map(({ baseline }) => baseline)));
  expect(second!.lines[0]!.box.x).toBe(second!.grid.left + 2 * 16 * 10);
  expect(made.structure.filter(({ role }) => role === 'story')).toHaveLength(1);
  expect(made.fits.map(({ part, parts }) => `${part}/${parts}`)).toEqual(['1/2', '2/2']);
});

test('a mark of a paragraph that is cut stands where its characters do', () => {
  const text = hanText(200);
  const body = [bodyText(text, { marks: [{ kind: 'dots', swatch: 'black', start: 150, end: 153 }] })];
  const { made } = lay(body, [{ at: at(0, 1, 0, 6) }, { at: at(0, 2, 0, 10) }]);
  expect(setText(made)).toBe(text);
  const dots = made.pages.map(({ items }) => items.some(({ kind }) => kind === 'path'));
  expect(dots).toEqual([false, true]);
});

test('a subhead does not stand at the foot of a part: it goes on to the next', () => {
  const body = [bodyText(hanText(9 * 14 - 2)), subhead('产业兴旺'), bodyText(hanText(150, 3))];
  // 9 lines of text, and two more: the subhead alone would fit.
  const { made } = lay(body, [{ at: at(0, 1, 0, 12) }, { at: at(0, 1, 0, 40) }]);
  expect(made.pages[0]!.lines.map(({ role }) => role)).not.toContain('subhead');
  expect(made.pages[1]!.lines[0]!.role).toBe('subhead');
});

describe('at the jump', () => {
  test('no paragraph leaves a lone last line for the next part', () => {
    const whole = PARAGRAPHS.map(({ runs }) => runs[0]!.text);
    for (let lines = 6; lines <= 30; lines++) {
      const { made } = lay(PARAGRAPHS, [{ at: at(0, 1, 0, lines) }, { at: at(1, 5, 0, 60) }]);
      const first = made.pages[1]!.lines.find(({ role }) => role === 'paragraph')!;
      const isLone = first.last && !whole.includes(first.text);
      expect(isLone ? `${lines} lines: ${first.text}` : null).toBeNull();
    }
  });
});

test('jumps into nothing: an error where the first block takes all', () => {
  const { diagnostics } = lay([bodyText(hanText(60))], [{ at: at(0, 2, 0, 12) }, { at: at(0, 2, 0, 12) }]);
  expect(diagnostics.map(({ code }) => code)).toContain('jump-into-nothing');
});

test('what the last block does not take is overset, told of once', () => {
  const { diagnostics, made } = lay(PARAGRAPHS, [{ at: at(0, 1, 0, 10) }, { at: at(0, 1, 0, 10) }]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['overset']);
  expect(made.fits.map(({ overset }) => overset.lines > 0)).toEqual([false, true]);
});

test('any text over blocks of any widths: nothing lost, doubled or out of order', { timeout: 60_000 }, () => {
  const place = fc
    .tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 4, max: 14 }), fc.boolean())
    .map(([column, columns, lines, split]): Part => {
      const box = at(column, Math.min(columns, 6 - column), 0, lines);
      return split ? { at: box, set: Math.max(1, box.columns - 1) } : { at: box };
    });
  const texts = fc.array(fc.integer({ min: 1, max: 220 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(texts, fc.array(place, { minLength: 1, maxLength: 3 }), (counts, places) => {
      const body = counts.map((count, i) => bodyText(hanText(count, i)));
      const rest: Part = { at: at(0, 6, 0, 60) };
      const { made, diagnostics } = lay(body, [...places, rest]);
      // A part may take all, or be too small for a single line; what is set then is no less whole.
      if (diagnostics.some(({ severity }) => severity === 'error')) return;
      expect(setText(made)).toBe(written(body));
      expect(pageFaults(made, { runtsKnown: true })).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
