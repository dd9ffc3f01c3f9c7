/** Reversed text (反白) is not set under 9 pt: ink would close its strokes. */

import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { ParagraphBox } from '../../../src/markup/box.ts';
import { bodyText, hanText, headBox, pageBox, storyBox } from '../../support/page-box.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

function headline(size: number, swatch: string): ParagraphBox {
  const box = paragraphBox('国家建设', { role: 'headline', size, sizes: [size] });
  return { ...box, runs: box.runs.map((run) => ({ ...run, style: { ...run.style, size, swatch } })) };
}

function codes(...parts: readonly ParagraphBox[]): readonly string[] {
  const head = { ...headBox(parts), background: 'black' };
  const page = pageBox([storyBox({ head, body: [bodyText(hanText(900))] })]);
  return layOut([page], TABLES)
    .diagnostics.map(({ code }) => code)
    .filter((code) => code === 'reverse-too-small');
}

describe('反白', () => {
  it('under 9 pt is warned of', () => expect(codes(headline(8.5, 'white'))).toEqual(['reverse-too-small']));
  it('of 9 pt and more is sound', () => expect(codes(headline(9, 'white'))).toEqual([]));
  it('and so is small dark text on a bar', () => expect(codes(headline(8, 'black'))).toEqual([]));
  it('is told once a block', () =>
    expect(codes(headline(8, 'white'), headline(8, 'white'))).toEqual(['reverse-too-small']));
});

describe('a head on a bar', () => {
  it('stands within it, ink and all, the bar whole lines high', () => {
    const head = { ...headBox([headline(20, 'white')]), background: 'black' };
    const box = pageBox([storyBox({ head, body: [bodyText(hanText(900))] })]);
    const { items, lines, grid } = layOut([box], TABLES).made.pages[0]!;
    const bar = items.find((item) => item.kind === 'shape')!;
    const row = lines.find(({ role }) => role === 'headline')!;
    expect(bar).toMatchObject({ fill: 'black', role: 'head' });
    if (bar.kind !== 'shape') return;
    expect((bar.box.height + (grid.pitch - grid.em)) / grid.pitch).toBeCloseTo(
      Math.round((bar.box.height + (grid.pitch - grid.em)) / grid.pitch),
    );
    expect(row.box.x).toBeGreaterThanOrEqual(bar.box.x);
    expect(row.box.y).toBeGreaterThanOrEqual(bar.box.y);
    expect(row.box.y + row.box.height).toBeLessThanOrEqual(bar.box.y + bar.box.height);
  });
});
