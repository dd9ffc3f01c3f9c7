/** A body in pieces gives the blocks and messages that the parser gives for it whole. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockDrafts } from '../../../src/content/blocks.ts';
import { cutBody, type Piece } from '../../../src/content/cut-body.ts';
import { sourceText } from '../../../src/content/source-text.ts';
import type { Diagnostic } from '../../../src/diagnostics.ts';

function blocksOf(text: string, pieces: readonly Piece[]) {
  const diagnostics: Diagnostic[] = [];
  const source = sourceText('a.md', text, new Map());
  return { blocks: blockDrafts({ source, diagnostics, readTable: () => null }, pieces), diagnostics };
}

function whole(text: string) {
  return blocksOf(text, [{ kind: 'markdown', from: 0, to: text.length }]);
}

/** A container has an error at its start; how many blanks at its end are its own is no matter. */
function starts({ blocks, diagnostics }: ReturnType<typeof blocksOf>) {
  return { blocks, diagnostics: diagnostics.map(({ code, span }) => [code, span?.start]) };
}

function parts(text: string): readonly string[] {
  return cutBody(text, 0).map(({ kind, from, to }) => `${kind} ${text.slice(from, to).trim()}`);
}

const LINES = [
  ...['', '', '', ' ', '麦子', '**麦**子', '  麦子', '    麦子', '## 麦田', '##麦田', '# 麦'],
  ...['- 一', '-', '- - 一', '  - 二', ' - 三', '* 四', '+ 五', '1. 一', '2. 二', '2) 二', '   续', '10. 十'],
  ...[
    '> 引',
    '>',
    '> - 引',
    '> > 引',
    '  > 引',
    '- > 引',
    '---',
    '***',
    '|甲|乙|',
    '|-|-|',
    '::名',
    '　　麦子',
  ],
];
const FENCES = [':::名', '::::名', ':::', '::::', '   :::', '- :::名', '> :::名'];

describe('a body cut into pieces', () => {
  const body = (lines: readonly string[]): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...lines), { maxLength: 12 }).map((all) => all.join('\n'));

  test('gives what it gives whole', () => {
    fc.assert(
      fc.property(body(LINES), (text) => {
        expect(blocksOf(text, cutBody(text, 0))).toEqual(whole(text));
      }),
      { numRuns: 300 },
    );
  });

  test('also with containers', () => {
    fc.assert(
      fc.property(body([...LINES, ...FENCES, ...FENCES]), (text) => {
        expect(starts(blocksOf(text, cutBody(text, 0)))).toEqual(starts(whole(text)));
      }),
      { numRuns: 300 },
    );
  });

  test('each item, quotation and paragraph by itself', () => {
    expect(parts('麦子\n\n- 一\n- 二\n- 三\n  续\n\n> 引\n\n> 引\n\n## 麦田\n麦子')).toEqual([
      'paragraph 麦子',
      'markdown - 一',
      'markdown - 二',
      'markdown - 三\n  续',
      'markdown > 引',
      'markdown > 引',
      'head 麦田',
      'paragraph 麦子',
    ]);
  });

  test('not where a block may go on', () => {
    expect(parts('麦子\n2. 二\n\n- 一\n\n  续\n* 二')).toHaveLength(2);
    expect(parts(':::名\n\n麦子\n\n麦子\n\n:::\n\n麦子')).toHaveLength(2);
  });
});
