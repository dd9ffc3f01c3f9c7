/** Texts of a panel in several rows are parted by words, as heads are: an index of other pages' heads. */

import { expect, test } from 'vitest';
import { layOut } from '../../../src/layout/index.ts';
import type { PanelBox } from '../../../src/markup/box.ts';
import { gridBox, pageBox, placeAt } from '../../support/page-box.ts';
import { paragraphBox, TABLES } from '../../support/paragraph.ts';

const TITLE = '青汀县教育局招生办公室的老师回答家长提问';

test('no word is parted where rows by words fit', () => {
  const entry = paragraphBox(TITLE, { role: 'text', align: 'left' });
  const panel: PanelBox = {
    kind: 'panel',
    id: 'index',
    place: placeAt(gridBox(0, 1, 0, 20)),
    parts: [entry],
    group: null,
    backdrop: null,
    align: 'top',
    gap: 0,
    frame: null,
    span: entry.span,
  };
  const { made } = layOut([pageBox([panel])], TABLES);
  const rows = made.pages[0]!.lines.map(({ text }) => text);
  expect(rows.join('')).toBe(TITLE);
  expect(rows.length).toBeGreaterThan(1);
  for (const word of ['教育局', '招生', '办公室', '老师', '回答', '家长', '提问']) {
    expect(rows.some((row) => row.includes(word))).toBe(true);
  }
});
