/** What a page says is too much is exact: cut that much and it fits, cut a line less and it does not. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Amount } from '../../src/layout/page.ts';
import { plainText } from '../support/any-text.ts';
import { buildIssue, onePage } from '../support/issue-build.ts';
import { tinyJpeg } from '../support/tiny-images.ts';

interface Overset {
  readonly template: string;
  readonly paragraphs: readonly string[];
  readonly photos: number;
}

const overset: fc.Arbitrary<Overset> = fc
  .record({
    template: fc.constantFrom('feature', 'plain', 'tabloid'),
    lengths: fc.array(fc.integer({ min: 2, max: 260 }), { minLength: 50, maxLength: 60 }),
    photos: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ template, lengths, photos }) => ({
    template,
    photos,
    paragraphs: lengths.map((length, k) => plainText(length, k)),
  }));

async function oversetOf({ template, paragraphs, photos }: Overset): Promise<Amount> {
  const names = Array.from({ length: photos }, (_, k) => `${k}.jpg`);
  const list = names.map((name) => `  - file: ${name}\n`).join('');
  const { made } = await buildIssue({
    'issue.yaml': onePage(template, ['a.md']),
    'a.md': `---\nheadline: 清河两岸\n${list === '' ? '' : `photos:\n${list}`}---\n\n${paragraphs.join('\n\n')}\n`,
    ...Object.fromEntries(names.map((name) => [name, tinyJpeg()])),
  });
  return made!.fits[0]!.overset;
}

/** Without the last `count` characters: each Han and each mark is one 字. */
function cut(story: Overset, count: number): Overset {
  const paragraphs = [...story.paragraphs];
  for (let left = count; left > 0; ) {
    const last = paragraphs.pop()!;
    if (last.length > left) paragraphs.push(last.slice(0, last.length - left));
    left -= Math.min(left, last.length);
  }
  return { ...story, paragraphs };
}

const LINE = { feature: 14, plain: 14, tabloid: 13 } as const;

test('the characters told, and not a line’s worth less', async () => {
  await fc.assert(
    fc.asyncProperty(overset, async (story) => {
      const { characters } = await oversetOf(story);
      fc.pre(characters > 0);
      expect((await oversetOf(cut(story, characters))).characters).toBe(0);
      const line = LINE[story.template as keyof typeof LINE];
      const less = await oversetOf(cut(story, Math.max(0, characters - line)));
      expect(less.characters).toBeGreaterThan(0);
    }),
    { seed: 20200408, numRuns: 30 },
  );
});
