/** Words that are longer than a line are cut and warned of; those that fit are not. */

import { expect, it } from 'vitest';
import { checkCuts } from '../../../src/layout/check-cut.ts';
import { layOut } from '../../../src/layout/index.ts';
import type { ParagraphBox } from '../../../src/markup/box.ts';
import { bodyText, figureBox, hanText, pageBox, storyBox } from '../../support/page-box.ts';
import { paragraphBox, setText, TABLES } from '../../support/paragraph.ts';

function told(text: string, measure: number): readonly (readonly [string, string, string])[] {
  const { galley, lines } = setText(text, measure);
  return checkCuts(galley, lines).map(({ code, span, message }) => [
    code,
    galley.cells.text.slice(span!.start, span!.end),
    message.zh,
  ]);
}

it('a word in capitals that fits no line is told once, whole, at its place', () => {
  expect(told('国家QWERTYUIOPASDFGH国家建设', 4)).toEqual([
    ['word-split', 'QWERTYUIOPASDFGH', '“QWERTYUIOPASDFGH”比一行还长，只好拆开'],
  ]);
  expect(told('国家QWERTYUIOPASDFGH国家建设QWERTYUIOPASDFGH', 4)).toHaveLength(2);
});

it('so is a number', () => {
  expect(told('约123,456,789,012元', 4)).toEqual([
    ['word-split', '123,456,789,012', '“123,456,789,012”比一行还长，只好拆开'],
  ]);
});

it('of a long one its beginning is shown', () => {
  expect(told('Q'.repeat(40), 6)[0]![2]).toBe(`“${'Q'.repeat(24)}…”比一行还长，只好拆开`);
});

it('nothing is said where it fits, where syllables part, where an address ends behind its marks', () => {
  expect(told('国家UNESCO国家建设', 6)).toEqual([]);
  expect(told('国家international国家建设', 6)).toEqual([]);
  expect(told('网址www.example.com/epaper/abc国家', 6)).toEqual([]);
});

it('a mark at an edge where it may not stand, for want of room, is told', () => {
  const edges = told('。」』。」』。」』', 2);
  expect(edges.length).toBeGreaterThan(0);
  for (const [code] of edges) expect(code).toBe('edge-rule');
  expect(told('国家，建设。发展', 4)).toEqual([]);
});

it('so it is of a caption, whose cure is a wider picture', () => {
  const toldOf = (width: number, caption: ParagraphBox): readonly (readonly string[])[] => {
    const wrap = {
      width: { value: width, unit: '字' },
      side: 'left',
      start: null,
      outline: null,
      clear: 10,
    } as const;
    const story = storyBox({ body: [bodyText(hanText(400))], figures: [figureBox({ wrap, caption })] });
    return layOut([pageBox([story])], TABLES)
      .diagnostics.filter(({ code }) => code === 'word-split' || code === 'edge-rule')
      .map(({ code, hints }) => [code, hints[0]!.zh]);
  };
  const caption = (text: string) => paragraphBox(text, { role: 'caption', align: 'left' });
  expect(toldOf(4, caption('图为QWERTYUIOPASDFGH园区'))).toEqual([['word-split', '放宽图片，或改写图说。']]);
  expect(toldOf(1, caption('园。'))).toEqual([['edge-rule', '放宽图片，或改写图说。']]);
  expect(toldOf(8, caption('图为QWERTY园区。'))).toEqual([]);
});
