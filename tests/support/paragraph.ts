/** A text and a few wishes → a paragraph box and its lines as set with the ruler face. */

import type { ParagraphBox, Profile } from '../../src/markup/box.ts';
import {
  breakGalley,
  evenMeasure,
  type Galley,
  glyphsOf,
  type LineGlyphs,
  prepareParagraph,
  type SetLine,
  setLines,
  textOf,
} from '../../src/text/index.ts';
import { rulerFace } from './ruler-face.ts';

export const GB: Profile = {
  prohibition: 'gb',
  marks: 'quanjiao',
  region: 'mainland',
  autospace: 0,
  trimStart: true,
  hanging: false,
  keepAll: false,
};

const RULER = rulerFace();
export const TABLES = new Map([['ruler', RULER]]);

export function paragraphBox(text: string, wishes: Partial<ParagraphBox> = {}): ParagraphBox {
  const map = { file: 'a.md', runs: [{ at: 0, start: 0 }], end: text.length };
  const style = {
    faces: ['ruler'],
    size: 10,
    swatch: 'black',
    tracking: 0,
    lang: 'zh-CN',
    spaceWidth: 0,
    rise: 0,
  };
  return {
    kind: 'paragraph',
    direction: 'across',
    role: 'paragraph',
    level: 0,
    runs: [{ text, map, style }],
    marks: [],
    rowEnds: [],
    kept: [],
    trackingLimit: 0,
    size: 10,
    profile: GB,
    align: 'justify',
    indent: 0,
    initial: 0,
    insetStart: 0,
    insetEnd: 0,
    lines: 0,
    rowPitch: 12,
    spaceBefore: 0,
    spaceAfter: 0,
    keepWithNext: 0,
    orphans: 1,
    widows: 1,
    sizes: [10],
    maxRows: 0,
    background: null,
    table: null,
    span: { file: 'a.md', start: 0, end: text.length },
    ...wishes,
  };
}

export interface SetText {
  readonly galley: Galley;
  readonly lines: readonly SetLine[];
  readonly texts: readonly string[];
}

/** @param measure 字. */
export function setText(text: string, measure: number, wishes: Partial<ParagraphBox> = {}): SetText {
  const galley = prepareParagraph(paragraphBox(text, wishes), TABLES);
  const even = evenMeasure(galley.paragraph, measure * 1000);
  const lines = setLines(galley, breakGalley(galley, even), even);
  return { galley, lines, texts: lines.map((line) => textOf(galley, line)) };
}

/** Width of a text on one line, 字. */
export function widthOf(text: string, wishes: Partial<ParagraphBox> = {}): number {
  return setText(text, 1000, wishes).lines[0]!.natural / 1000;
}

export function glyphsOfLine(set: SetText, line = 0): readonly LineGlyphs[] {
  return glyphsOf(set.galley, set.lines[line]!);
}
