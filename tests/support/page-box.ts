/** A few wishes → a page box with one story, set in the ruler face. */

import type {
  FigureBox,
  GridBox,
  HeadBox,
  PageBox,
  ParagraphBox,
  Place,
  StoryBox,
} from '../../src/markup/box.ts';
import { paragraphBox } from './paragraph.ts';

const SPAN = { file: 'a.md', start: 0, end: 0 };

export function headBox(parts: readonly ParagraphBox[]): HeadBox {
  return {
    kind: 'head',
    parts,
    spaceBefore: 1,
    spaceAfter: 1,
    gap: 5,
    side: 'above',
    columns: 1,
    border: null,
    background: null,
    span: SPAN,
  };
}

export function figureBox(wishes: Partial<FigureBox> = {}): FigureBox {
  return {
    kind: 'figure',
    image: 'photo.jpg',
    pixels: { width: 1640, height: 1000 },
    alt: null,
    columns: null,
    columnsAt: null,
    lines: null,
    place: null,
    wrap: null,
    focus: { x: 0.5, y: 0.5 },
    cropLimit: 0.08,
    caption: paragraphBox('图为工业园区。', { role: 'caption', align: 'left' }),
    captionSide: 'below',
    border: null,
    space: 1,
    span: SPAN,
    ...wishes,
  };
}

export function storyBox(wishes: Partial<StoryBox> = {}): StoryBox {
  return {
    kind: 'story',
    id: 'story',
    part: 0,
    place: null,
    columns: null,
    group: null,
    set: null,
    columnRule: null,
    frame: null,
    direction: 'across',
    fill: 'page',
    head: null,
    figures: [],
    body: [],
    filler: null,
    jump: null,
    lang: 'zh-CN',
    span: SPAN,
    ...wishes,
  };
}

/** 6 columns of 14 字 at 10 pt, gutter 2 字, pitch 15 pt, 60 lines: 940 × 900 pt from (50, 50). */
export function pageBox(blocks: PageBox['blocks'], wishes: Partial<PageBox> = {}): PageBox {
  return {
    kind: 'page',
    wanted: true,
    fit: [
      { step: 'paragraphs', limit: 99 },
      { step: 'photos', limit: 99 },
    ],
    layout: 'traditional',
    light: ['white'],
    silence: [],
    share: null,
    label: '05',
    section: null,
    side: 'right',
    trim: { width: 1040, height: 1000 },
    grid: {
      direction: 'across',
      left: 50,
      top: 50,
      em: 10,
      pitch: 15,
      lines: 60,
      columns: 6,
      chars: 14,
      fold: null,
      gutter: 2,
    },
    folio: null,
    rightFolio: null,
    blocks,
    span: SPAN,
    ...wishes,
  };
}

const HAN = '国家建设发展经济工业园区新闻大会同志们年月日高质量市委政府项目企业';

/** Text of a number of characters, sentences of 20 with a comma in the middle; no two places alike for long. */
export function hanText(characters: number, seed = 0): string {
  let text = '';
  for (let i = 0; i < characters; i++) {
    if (i % 20 === 19 || i === characters - 1) text += '。';
    else if (i % 20 === 11) text += '，';
    else text += HAN[(i * 7 + seed * 13 + Math.floor(i / 20)) % HAN.length];
  }
  return text;
}

export function bodyText(text: string, wishes: Partial<ParagraphBox> = {}): ParagraphBox {
  return paragraphBox(text, { indent: 2000, orphans: 2, widows: 2, ...wishes });
}

export function subhead(text: string, wishes: Partial<ParagraphBox> = {}): ParagraphBox {
  const box = { role: 'subhead', level: 2, align: 'center', lines: 2, keepWithNext: 2 } as const;
  return paragraphBox(text, { ...box, ...wishes });
}

/** A rectangle of the grid, columns and lines from 0. */
export function gridBox(column: number, columns: number, line: number, lines: number): GridBox {
  return { column, columns, line, lines };
}

/** Where a plan puts a block. */
export function placeAt(...boxes: readonly GridBox[]): Place {
  return { boxes, span: { file: 'issue.yaml', start: 0, end: 1 } };
}
