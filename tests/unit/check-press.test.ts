/** Photos with too few pixels for the press: told of, or refused, where a print PDF is asked for. */

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Compiled } from '../../src/compile.ts';
import type { Picture } from '../../src/layout/page.ts';
import type { Target } from '../../src/target.ts';
import { buildIssue, onePage } from '../support/issue-build.ts';

const LEAD = '春风送暖，捷报频传。'.repeat(30);

/** A feature with a photo of so many pixels across, three to two. */
async function withPhoto(
  width: number,
  { target = 'print', under = '', issue = '' }: { target?: Target; under?: string; issue?: string } = {},
): Promise<Compiled> {
  const photo = { width, height: Math.round((width * 2) / 3), channels: 3, background: '#808080' } as const;
  const files = {
    'issue.yaml': onePage('feature', ['稿件.md']) + issue,
    '稿件.md': `---\nheadline: 春风送暖\nphotos:\n  - file: 甲.jpg\n    caption: 园区。\n    columns: 2\n${under}---\n${LEAD}\n`,
    '甲.jpg': new Uint8Array(await sharp({ create: photo }).jpeg().toBuffer()),
  };
  return buildIssue(files, { targets: [target] });
}

function told({ diagnostics }: Compiled): string[] {
  return diagnostics.flatMap(({ code, severity, message }) =>
    code === 'photo-low-resolution' ? [`${severity}: ${message.en}`] : [],
  );
}

/** The photo's width on the page, in, whole before it is cropped. */
async function inches(): Promise<number> {
  const { made } = await withPhoto(1800, { target: 'screen' });
  const picture = made!.pages[0]!.items.find((item): item is Picture => item.kind === 'picture')!;
  return picture.box.width / picture.crop.width / 72;
}

describe('a photo for the press', () => {
  test('with three quarters of its resolution is not spoken of; with less it is, with what it has', async () => {
    const width = await inches();
    expect(told(await withPhoto(Math.ceil(width * 151)))).toEqual([]);
    expect(told(await withPhoto(Math.floor(width * 149.5)))).toEqual([
      'warning: the photo "甲.jpg" has 149 ppi at its size on the page; the press takes 200',
    ]);
  });

  test('with less than half is refused, and nothing is written', async () => {
    const width = await inches();
    expect(told(await withPhoto(Math.ceil(width * 101)))[0]).toMatch(/^warning/);
    const refused = await withPhoto(Math.floor(width * 99.5));
    expect(told(refused)).toEqual([
      'error: the photo "甲.jpg" has 99 ppi at its size on the page; the press takes 200',
    ]);
    expect(refused.pdfs).toEqual([]);
  });

  test('with less than half goes in where the article allows it, with a warning', async () => {
    const coarse = Math.floor((await inches()) * 60);
    const allowed = await withPhoto(coarse, { under: '    低分辨率: 允许\n' });
    expect(told(allowed)[0]).toMatch(/^warning/);
    expect(allowed.pdfs).toHaveLength(1);
  });

  test('is measured by the resolution of its own press', async () => {
    const width = Math.ceil((await inches()) * 150);
    expect(told(await withPhoto(width, { issue: 'print: { preset: offset }\n' }))).toHaveLength(1);
  });

  test('is not measured for the screen', async () => {
    expect(told(await withPhoto(40, { target: 'screen' }))).toEqual([]);
  });
});
