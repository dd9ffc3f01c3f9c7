/** Marks of content and inline elements of templates → marks of paragraph boxes, with their looks. */

import { describe, expect, test } from 'vitest';
import type { MarkedRange, Marking } from '../../../src/content/issue.ts';
import type { ParagraphBox, TextMark } from '../../../src/markup/box.ts';
import { parseMarkup } from '../../../src/markup/index.ts';
import { offsetInFile } from '../../../src/source-map.ts';
import { renderPages } from '../../../src/template/index.ts';
import { paragraphsOf, textOf } from '../../support/boxes.ts';
import {
  handArticle,
  handFile,
  handIssue,
  handPage,
  handTheme,
  PLAIN_SHEET,
} from '../../support/hand-issue.ts';
import { shownMarkup } from '../../support/shown-markup.ts';
import { said } from '../../support/spans.ts';

const TEXT = '甲乙丙丁戊己庚辛';
const FILE = handFile('a.md', `${TEXT} hàn zì <gloss> & "x"`);

type Row = readonly [from: number, to: number, marking: Marking];

const marks = (rows: readonly Row[]): MarkedRange[] =>
  rows.map(([start, end, marking]) => ({ ...marking, start, end }));

/** The text, marked, as a headline and as a paragraph. */
function parse(rows: readonly Row[], sheet = '', template = '') {
  const prose = { ...FILE.prose(TEXT), marks: marks(rows) };
  const article = handArticle(FILE, { headline: prose, body: [{ kind: 'paragraph', prose }] });
  const feature = `<page><story {{source article}}><head><headline>{{article.headline}}</headline>${template}</head><body>{{body article}}</body></story></page>`;
  const theme = handTheme({ pages: { feature }, sheet: PLAIN_SHEET + sheet });
  const issue = handIssue(theme, [handPage('feature', [article])]);
  const { markups, diagnostics } = renderPages(issue);
  expect(diagnostics).toEqual([]);
  const parsed = parseMarkup(markups, issue);
  const page = parsed.pages[0];
  return {
    markup: shownMarkup(markups[0]!),
    faults: parsed.diagnostics.map((diagnostic) => said(diagnostic, [...theme.pages.values(), theme.sheet])),
    boxes: page === undefined ? [] : paragraphsOf(page),
  };
}

const one = (rows: readonly Row[], sheet = ''): ParagraphBox => {
  const { boxes, faults } = parse(rows, sheet);
  expect(faults).toEqual([]);
  return boxes.at(-1)!;
};

const plain = (mark: 'dots' | 'name' | 'title' | 'underline' | 'note' | 'reverse' | 'strong'): Marking => ({
  mark,
});
const reading = (text: string): Marking => ({ mark: 'ruby', reading: FILE.prose(text) });

describe('a mark of content is an element of its own', () => {
  test.each<[Row, string]>([
    [[1, 3, plain('dots')], '甲<dots>乙丙</dots>丁'],
    [[1, 3, plain('name')], '甲<name>乙丙</name>丁'],
    [[1, 3, plain('title')], '甲<title>乙丙</title>丁'],
    [[1, 3, plain('underline')], '甲<u>乙丙</u>丁'],
    [[1, 3, plain('note')], '甲<note>乙丙</note>丁'],
    [[1, 3, plain('reverse')], '甲<reverse>乙丙</reverse>丁'],
    [[1, 3, { mark: 'spread', width: 4 }], '甲<spread width="4">乙丙</spread>丁'],
    [[1, 3, reading('hàn zì')], '甲<ruby text="hàn zì">乙丙</ruby>丁'],
    [[1, 3, reading('<gloss> & "x"')], '甲<ruby text="&lt;gloss&gt; &amp; &quot;x&quot;">乙丙</ruby>丁'],
  ])('%j', (row, written) => {
    const { markup } = parse([row], 'reverse { background: black }');
    expect(markup).toContain(`<p>${written}`);
    expect(markup).toContain(`<headline>${written}`);
  });
});

describe('and a mark of the box', () => {
  test('with its place in the text, and the colour of its characters', () => {
    const box = one(
      [
        [1, 3, plain('dots')],
        [4, 6, plain('underline')],
      ],
      'u { color: red }',
    );
    expect(textOf(box)).toBe(TEXT);
    expect(box.marks).toEqual([
      { kind: 'dots', swatch: 'black', start: 1, end: 3 },
      { kind: 'underline', swatch: 'red', start: 4, end: 6 },
    ]);
  });

  test('nested: the outer one first, whatever else is between', () => {
    const box = one([
      [0, 6, plain('dots')],
      [1, 3, plain('strong')],
      [1, 3, plain('title')],
    ]);
    expect(box.marks.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['dots', 0, 6],
      ['title', 1, 3],
    ]);
  });

  test('a width in 字 of the text itself', () => {
    const width = ({ marks: [mark] }: ParagraphBox) => (mark?.kind === 'spread' ? mark.width : null);
    expect(width(one([[0, 2, { mark: 'spread', width: 3 }]]))).toBe(3000);
    expect(width(one([[0, 2, { mark: 'spread', width: 3 }]], 'spread { font-size: 21pt }'))).toBe(6000);
  });

  test('a note is small and raised, whatever is in it, and no other text', () => {
    const { runs, marks: found } = one([
      [2, 4, plain('note')],
      [3, 4, plain('strong')],
    ]);
    expect(runs.map(({ text, style }) => [text, style.size, style.rise])).toEqual([
      ['甲乙', 10.5, 0],
      ['丙', 6.3, 587],
      ['丁', 6.3, 587],
      ['戊己庚辛', 10.5, 0],
    ]);
    expect(found).toEqual([{ kind: 'note', start: 2, end: 4 }]);
  });

  test('反白 is its colour and what it stands on, both from the sheet', () => {
    const box = one([[1, 3, plain('reverse')]], 'reverse { color: red; background: black }');
    expect(box.runs[1]!.style.swatch).toBe('red');
    expect(box.marks).toEqual([{ kind: 'panel', swatch: 'black', start: 1, end: 3 }]);
  });

  test('反白 on nothing is an error of the theme', () => {
    const { faults, boxes } = parse([[1, 3, plain('reverse')]]);
    expect(faults[0]).toContain('missing-property');
    expect(boxes).toEqual([]);
  });
});

describe('a reading', () => {
  const readingOf = ({ marks: [mark] }: { readonly marks: readonly TextMark[] }) => {
    if (mark?.kind !== 'ruby') throw new Error('no reading');
    return mark.reading;
  };

  test('has half the size of its base, and leads back to its own characters', () => {
    const run = readingOf(one([[0, 2, reading('hàn zì')]]));
    expect(run).toMatchObject({ text: 'hàn zì', style: { size: 5.25 } });
    const at = [...run.text].map((_, k) => FILE.text[offsetInFile(run.map, k)]);
    expect(at.join('')).toBe('hàn zì');
  });

  test('may be a template’s own, and leads back to the template', () => {
    const { boxes } = parse([], '', '<deck><ruby text="han zi">汉字</ruby></deck>');
    const deck = boxes.find(({ role }) => role === 'deck')!;
    const run = readingOf(deck);
    expect(run.text).toBe('han zi');
    expect(run.map.file).toBe('theme/pages/feature.hbs');
  });
});

describe('inline elements of a template that are not well formed', () => {
  test.each([
    ['<deck><ruby>汉字</ruby></deck>', 'missing-attribute', '«<ruby>»'],
    ['<deck><ruby text="  ">汉字</ruby></deck>', 'bad-attribute', '«text»'],
    ['<deck><spread>李明</spread></deck>', 'missing-attribute', '«<spread>»'],
    ['<deck><spread width="0">李明</spread></deck>', 'bad-attribute', '«width»'],
    ['<dots>字</dots>', 'misplaced-element', '«<dots>»'],
  ])('%s', (template, code, at) => {
    const [fault] = parse([], '', template).faults;
    expect(fault).toContain(code);
    expect(fault).toContain(at);
  });
});
