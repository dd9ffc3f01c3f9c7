/** Whatever an author writes into the body comes out of the finished PDF, whole and in order. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Compiled } from '../../src/compile.ts';
import { joinPieces } from '../../src/pieces.ts';
import { anyParagraph } from '../support/any-text.ts';
import { extractedPages } from '../support/extracted.ts';
import { buildIssue, onePage } from '../support/issue-build.ts';
import { type Fault, pageFaults, squashed } from '../support/page-properties.ts';

const HEAD = '---\nheadline: 任意\nnormalize: off\n---\n';

/** Of text without sense a line may be short of its edge, or a last line too short, if a warning says so. */
function faultsUnsaid({ made, diagnostics }: Compiled): readonly Fault[] {
  const said = new Set(diagnostics.map(({ code }) => code));
  const faults = pageFaults(made!, { runtsKnown: said.has('runt') });
  return faults.filter(({ property }) => property !== 'reach' || !said.has('loose-line'));
}

test('any text, through all five stages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyParagraph(30), { minLength: 1, maxLength: 5 }), async (paragraphs) => {
      const built = await buildIssue({
        'issue.yaml': onePage('plain', ['a.md']),
        'a.md': `${HEAD}${paragraphs.join('\n\n')}\n`,
      });
      expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const [page] = await extractedPages(joinPieces(built.pdfs[0]!.pieces));
      expect(squashed(page!).slice(squashed(page!).indexOf('任意'))).toBe(
        `任意${squashed(paragraphs.join(''))}`,
      );
      expect(faultsUnsaid(built)).toEqual([]);
    }),
    { seed: 20200408, numRuns: 60 },
  );
});
