/** Issues with photos of any number, shape and wish → pages that hold all of it, or an error that says why not. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Compiled } from '../../src/compile.ts';
import type { Page, Picture } from '../../src/layout/page.ts';
import { plainText } from '../support/any-text.ts';
import { readingText } from '../support/extracted.ts';
import { buildIssue, onePage } from '../support/issue-build.ts';
import { pageFaults, squashed } from '../support/page-properties.ts';
import { tinyJpeg } from '../support/tiny-images.ts';

const PLACES = ['左上', '右上', '左下', '右下', '底'] as const;

/** What an editor mostly leaves to the program. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const photo = fc.record({
  width: fc.integer({ min: 300, max: 3000 }),
  height: fc.integer({ min: 300, max: 3000 }),
  caption: fc.integer({ min: 0, max: 60 }),
  columns: seldom(fc.integer({ min: 1, max: 6 })),
  lines: seldom(fc.integer({ min: 3, max: 30 })),
  place: seldom(fc.constantFrom(...PLACES)),
});

const story = fc.record({
  headline: fc.integer({ min: 2, max: 40 }),
  paragraphs: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 45 }),
  subhead: fc.integer({ min: 2, max: 12 }),
  photos: fc.array(photo, { maxLength: 6 }),
});

type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

/** A story's texts in the order of reading: headline, body, captions. */
interface Written {
  readonly file: string;
  readonly texts: readonly string[];
}

/** @param seed makes the texts of stories differ. */
function write({ headline, paragraphs, subhead, photos }: Story, seed: number): Written {
  const head = plainText(headline, seed);
  const body = paragraphs.map((length, k) => {
    const text = plainText(length + 1, seed + k);
    return subhead + k === 14 ? `## ${plainText(subhead, seed)}\n\n${text}` : text;
  });
  const captions = photos.map((p, k) => (p.caption === 0 ? '' : plainText(p.caption + 1, seed + 100 + k)));
  const lines = photos.flatMap((p, k) => [
    `  - file: ${seed}-${k}.jpg`,
    ...(captions[k] === '' ? [] : [`    caption: ${captions[k]}`]),
    ...(['columns', 'lines', 'place'] as const).flatMap((name) =>
      p[name] === null ? [] : [`    ${name}: ${p[name]}`],
    ),
  ]);
  const list = lines.length === 0 ? '' : `photos:\n${lines.join('\n')}\n`;
  return {
    file: `---\nheadline: ${head}\n${list}---\n\n${body.join('\n\n')}\n`,
    texts: [
      head,
      ...body.map((text) => text.replace('## ', '')),
      ...captions.filter((c) => c !== '').map((c) => `▲${c}`),
    ],
  };
}

function build(template: string, stories: readonly Story[]): Promise<Compiled> {
  const files: Record<string, string | Uint8Array> = {
    'issue.yaml': onePage(
      template,
      stories.map((_, k) => `${k}.md`),
    ),
  };
  stories.forEach((one, k) => {
    files[`${k}.md`] = write(one, k).file;
    one.photos.forEach((p, n) => {
      files[`${k}-${n}.jpg`] = tinyJpeg({ width: p.width, height: p.height });
    });
  });
  return buildIssue(files);
}

function picturesOf(page: Page): readonly string[] {
  return page.items.filter((item): item is Picture => item.kind === 'picture').map(({ image }) => image);
}

/** Errors that a sound issue can come to: there is more of it than the page takes. */
const TOO_MUCH = new Set(['overset', 'no-room', 'photo-too-wide']);

test('nothing is lost, doubled or overprinted; what does not fit is said', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('feature', 'plain', 'tabloid'),
      fc.array(story, { minLength: 1, maxLength: 3 }),
      async (template, all) => {
        const stories = template === 'feature' ? all.slice(0, 1) : all;
        const { made, diagnostics } = await build(template, stories);
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        expect(errors.filter(({ code }) => !TOO_MUCH.has(code))).toEqual([]);
        const page = made!.pages[0]!;
        const runtsKnown = diagnostics.some(({ code }) => code === 'runt');
        const faults = pageFaults(made!, { runtsKnown });
        if (errors.length > 0) {
          expect(faults.filter(({ property }) => property !== 'order')).toEqual([]);
          return;
        }
        expect(faults).toEqual([]);
        const texts = stories.flatMap((one, k) => write(one, k).texts);
        const text = squashed(readingText(made!, 0));
        expect(text.slice(text.indexOf(squashed(texts[0]!)))).toBe(squashed(texts.join('')));
        expect([...picturesOf(page)].sort()).toEqual(
          stories.flatMap((one, k) => one.photos.map((_, n) => `${k}-${n}.jpg`)).sort(),
        );
      },
    ),
    { seed: 20200408, numRuns: 60 },
  );
});
