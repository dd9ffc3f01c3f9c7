/** Lines stretched as far as they are by rule: other programs read them as words without blanks. */

import { expect, test } from 'vitest';
import { joinPieces } from '../../../src/pieces.ts';
import { buildIssue, onePage } from '../../support/issue-build.ts';
import { missing, run } from '../../support/pdf-tools.ts';

const ARTICLE = `---
headline: 试
---
春风送暖捷报频传园区新一春风送暖捷报频传园——2020-04-08至今已经有了三年的时间

春风送暖捷报频12345.678亿元左右的水平已经有了三年的时间

春风送暖捷报频传园区新一春风送暖捷报频传园区——2020-04-08至今已经有了三年的时间

春风送暖捷报频传12345.678亿元左右的水平已经有了三年的时间

春风送暖捷报频传园区新一春风送暖捷报频传园区新——2020-04-08至今已经有了三年的时间

春风送暖捷报频传园12345.678亿元左右的水平已经有了三年的时间

春风送暖捷报频传园区新一春风送暖捷报频传园区新一——2020-04-08至今已经有了三年的时间

春风送暖捷报频传园区12345.678亿元左右的水平已经有了三年的时间

春风送暖捷报频传园区新一春风送暖捷报频传园区新一届——2020-04-08至今已经有了三年的时间

春风送暖捷报频传园区新12345.678亿元左右的水平已经有了三年的时间
`;

test.skipIf(missing('pdftotext'))(
  'eleven characters in a measure of twelve, wherever on the page',
  async () => {
    const { pdfs } = await buildIssue({ 'issue.yaml': onePage('plain', ['a.md']), 'a.md': ARTICLE });
    const { stdout } = run('pdftotext', joinPieces(pdfs[0]!.pieces), ['{}', '-']);
    expect(stdout.match(/\p{Script=Han} +\p{Script=Han}/gu) ?? []).toEqual([]);
  },
);
