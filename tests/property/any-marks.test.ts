/** Paragraphs with any marks, nested as they may be → pages that hold every character and every reading once. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Compiled } from '../../src/compile.ts';
import type { Line } from '../../src/layout/page.ts';
import { joinPieces } from '../../src/pieces.ts';
import { plainText } from '../support/any-text.ts';
import { extractedPages, readingText } from '../support/extracted.ts';
import { buildIssue, onePage } from '../support/issue-build.ts';
import { type Fault, pageFaults, squashed } from '../support/page-properties.ts';

/** What an author writes, what is set of it, and the readings over it. */
interface Written {
  readonly written: string;
  readonly text: string;
  readonly readings: string;
}

const NOTHING: Written = { written: '', text: '', readings: '' };

function join(parts: readonly Written[]): Written {
  return parts.reduce(
    (a, b) => ({
      written: a.written + b.written,
      text: a.text + b.text,
      readings: a.readings + b.readings,
    }),
    NOTHING,
  );
}

const KINDS = ['着重', '专名', '书名', '下划线', '反白', '注', '均排=9', '注音', '音符'] as const;
type Kind = (typeof KINDS)[number];

const SYLLABLES = ['a', 'shuang', 'zhuàng', 'yǎn', 'é'];
const BOPOMOFO = ['ㄅㄚ', 'ㄕㄨㄤˇ', 'ㄩˋ', '˙ㄉㄜ'];

/** @param seed picks characters and readings. */
function marked(kind: Kind, inner: Written, seed: number): Written {
  if (kind !== '注音' && kind !== '音符') return { ...inner, written: `[${inner.written}]{${kind}}` };
  const pool = kind === '音符' ? BOPOMOFO : SYLLABLES;
  // As many as there are characters, or one for all.
  const count = seed % 3 === 0 ? 1 : inner.text.replace(/[，。]/g, '').length;
  const words = Array.from({ length: count }, (_, k) => pool[(seed + k) % pool.length]!);
  return {
    text: inner.text,
    written: `[${inner.written}]{注音=${words.join(' ')}}`,
    readings: words.join('') + inner.readings,
  };
}

const plain = fc
  .tuple(fc.integer({ min: 2, max: 12 }), fc.nat({ max: 9999 }))
  .map(([length, seed]): Written => {
    const text = plainText(length, seed);
    return { written: text, text, readings: '' };
  });

/** Marks within marks, none in one of its own kind. */
function within(kinds: readonly Kind[], depth: number): fc.Arbitrary<Written> {
  if (depth === 0 || kinds.length === 0) return plain;
  const span = fc.constantFrom(...kinds).chain((kind) => {
    const isReading = kind === '注音' || kind === '音符';
    const left = kinds.filter((one) => one !== kind && !(isReading && (one === '注音' || one === '音符')));
    return fc
      .tuple(within(left, depth - 1), fc.nat({ max: 999 }))
      .map(([inner, seed]) => marked(kind, inner, seed));
  });
  return fc.array(fc.oneof(plain, span), { minLength: 1, maxLength: 4 }).map(join);
}

const paragraph = fc.tuple(plain, within(KINDS, 3), plain).map((parts) => join(parts));

function linesOf(built: Compiled, isIt: (line: Line) => boolean): string {
  return squashed(
    built
      .made!.pages[0]!.lines.filter(isIt)
      .map(({ text }) => text)
      .join(''),
  );
}

/** Of text without sense a line may be short of its edge if a warning says so; an over-long 均排 or base may be. */
function faultsUnsaid({ made, diagnostics }: Compiled): readonly Fault[] {
  const said = new Set(diagnostics.map(({ code }) => code));
  return pageFaults(made!, { runtsKnown: said.has('runt') }).filter(
    ({ property }) => property !== 'reach' || !said.has('loose-line'),
  );
}

test('any marks, through all five stages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 4 }), async (paragraphs) => {
      const built = await buildIssue({
        'issue.yaml': onePage('plain', ['a.md']),
        'a.md': `---\nheadline: 任意\n---\n${paragraphs.map(({ written }) => written).join('\n\n')}\n`,
      });
      expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const whole = join(paragraphs);
      expect(linesOf(built, ({ role }) => role === 'paragraph')).toBe(squashed(whole.text));
      const sorted = (text: string): string => [...text].sort().join('');
      expect(sorted(linesOf(built, ({ role }) => role === 'reading'))).toBe(sorted(whole.readings));
      expect(faultsUnsaid(built)).toEqual([]);
      const [page] = await extractedPages(joinPieces(built.pdfs[0]!.pieces));
      expect(squashed(page!)).toBe(squashed(readingText(built.made!, 0)));
    }),
    { seed: 20200408, numRuns: 40 },
  );
});
