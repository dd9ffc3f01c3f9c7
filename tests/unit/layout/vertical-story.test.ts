/** A story whose text runs down, in bands one below the other. */

import { describe, expect, test } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import { bodyText, hanText, headBox, pageBox, storyBox } from '../../support/page-box.ts';
import { pageFaults } from '../../support/page-properties.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

const PLACE = {
  boxes: [{ column: 1, columns: 3, line: 10, lines: 40 }],
  span: { file: 'issue.yaml', start: 0, end: 1 },
};

function laid(set: number | null, characters = 1200) {
  const headline = paragraphBox('清河两岸', {
    role: 'headline',
    size: 24,
    sizes: [24],
    align: 'center',
    direction: 'down',
  });
  const body = [0, 3].map((seed) => bodyText(hanText(characters / 2, seed), { direction: 'down' }));
  const story = storyBox({
    place: PLACE,
    direction: 'down',
    set,
    body,
    head: headBox([headline]),
  });
  const { made, diagnostics } = layOut([pageBox([story])], TABLES);
  const page = made.pages[0]!;
  return { made, diagnostics, page, text: page.lines.filter(({ role }) => role === 'paragraph') };
}

describe.each([1, 2])('in %d bands', (set) => {
  const { made, page, text } = laid(set);

  test('all its lines run down, from the right to the left, the upper band first', () => {
    expect(text.every(({ direction }) => direction === 'down')).toBe(true);
    const tops = [...new Set(text.map(({ box }) => Math.round(box.y / 50)))];
    expect(tops.length).toBeLessThanOrEqual(set + 1);
    text.slice(1).forEach((line, k) => {
      const before = text[k]!;
      expect(line.baseline < before.baseline || line.box.y > before.box.y + 50).toBe(true);
    });
  });

  test('its head stands at the right of its text', () => {
    const head = page.lines.find(({ role }) => role === 'headline')!;
    expect(head.baseline).toBeGreaterThan(Math.max(...text.map(({ baseline }) => baseline)));
  });

  test('it stays within its block, and keeps the page properties', () => {
    const { left, top, em, pitch } = page.grid;
    for (const { box } of page.lines) {
      expect(box.x).toBeGreaterThanOrEqual(left + 16 * em - 0.01);
      expect(box.x + box.width).toBeLessThanOrEqual(left + (4 * 16 - 2) * em + 0.01);
      expect(box.y).toBeGreaterThanOrEqual(top + 10 * pitch - 0.01);
      expect(box.y + box.height).toBeLessThanOrEqual(top + 50 * pitch + 0.01);
    }
    expect(pageFaults(made, { runtsKnown: true })).toEqual([]);
  });
});

test('too long, it is overset by lines and characters', () => {
  const { diagnostics, made } = laid(2, 4000);
  expect(diagnostics.map(({ code }) => code)).toContain('overset');
  expect(made.fits[0]!.overset.characters).toBeGreaterThan(0);
});
