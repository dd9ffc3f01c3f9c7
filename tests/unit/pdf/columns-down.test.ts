/** Lines that run down: pdftotext and pdf-parse read each whole, whatever stands in it. */

import { expect, test } from 'vitest';
import { joinPieces } from '../../../src/pieces.ts';
import { extractedPages } from '../../support/extracted.ts';
import { buildIssue } from '../../support/issue-build.ts';
import { missing, run } from '../../support/pdf-tools.ts';

const ISSUE = `date: 2020-04-08
theme: daily
pages:
  - label: "04"
    template: inside
    blocks:
      - { article: a.md, columns: 1-5, lines: 5-60, dress: poem }
`;

/** Each a line of a block that holds them in one: nothing in them is stretched. */
const LINES = [
  '一年365天，每天24小时，开放100座站点，第8版登载。',
  '会场有Wi-Fi，面积12m²，温度37.5℃，速度120km/h，型号AGM-12。',
  '二〇二六年3月12日，12345户用上了电，共1,234元，APEC、WTO也来了。',
  '“外面的双，‘里面的单’。”《诗经·国风》——省略号……一二三四五。',
  '写信到news@mail.example.com，或看www.example.com/a1。',
];

async function built(): Promise<Uint8Array> {
  const article = `---\nheadline: 竖排\n---\n${LINES.join('\n\n')}\n`;
  const { pdfs, made } = await buildIssue({ 'issue.yaml': ISSUE, 'a.md': article });
  const down = made!.pages[0]!.lines.filter(({ role }) => role === 'paragraph');
  expect(down.map(({ text }) => text)).toEqual(LINES);
  expect(down.every(({ direction }) => direction === 'down')).toBe(true);
  return joinPieces(pdfs[0]!.pieces);
}

test.skipIf(missing('pdftotext'))('pdftotext reads a line of each', async () => {
  const { stdout } = run('pdftotext', await built(), ['{}', '-']);
  expect(stdout.split('\n')).toEqual(expect.arrayContaining(LINES));
});

test('pdf-parse reads a line of each', async () => {
  const [text] = await extractedPages(await built());
  expect(text!.split('\n').map((line) => line.trim())).toEqual(expect.arrayContaining(LINES));
});
