/** A line as set and its place → its glyphs with what stands behind and beside them, and its record. */

import { type Galley, glyphsOf, isJustified, type SetLine, textOf } from '../text/index.ts';
import { drawInterlinear, drawPanels } from './inline-marks.ts';
import { lineBox } from './line-box.ts';
import type { Role } from './page.ts';
import { addGlyphs, type PagePen } from './page-pen.ts';
import { keepReadings } from './readings.ts';

/** Where a line of text goes, in the line's own directions: a paragraph that runs down counts downwards. */
export interface LinePlace {
  readonly block: string;
  readonly role: Role;
  /** Start of the paragraph's measure, insets not yet added: its left edge, or its top; and its length, pt. */
  readonly start: number;
  readonly extent: number;
  /** The baseline's y, or the x of the middle of a line that runs down. */
  readonly baseline: number;
  readonly onGrid: boolean;
  readonly paragraph: number;
  readonly number: number;
  readonly last: boolean;
}

/** A line shorter than its measure by this share of its size had no gap to stretch: it is loose, and not justified. */
const REACH = 0.05;

/** Draws one line of a paragraph; returns the ids of its items. Its readings are drawn by `drawReadings`. */
export function addLine(pen: PagePen, galley: Galley, line: SetLine, place: LinePlace): readonly number[] {
  const { paragraph } = galley;
  const unit = paragraph.size / 1000;
  const indent = place.number === 0 ? paragraph.indent : 0;
  const edge = place.start + (paragraph.insetStart + indent) * unit;
  const room = place.extent - (paragraph.insetStart + paragraph.insetEnd + indent) * unit;
  const free = room - line.width * unit;
  const slack = paragraph.align === 'center' ? free / 2 : paragraph.align === 'right' ? free : 0;
  const start = edge + slack;
  const justified = isJustified(paragraph, place.last) && free < REACH * paragraph.size;
  const length = justified ? room : line.width * unit;
  pen.lines.push({
    block: place.block,
    role: place.role,
    order: pen.lines.length,
    box: lineBox(paragraph, { start: justified ? edge : start, length, baseline: place.baseline }),
    baseline: place.baseline,
    direction: paragraph.direction,
    text: textOf(galley, line),
    natural: line.natural * unit,
    measure: room,
    justified,
    hung: line.hung * unit,
    onGrid: place.onGrid,
    paragraph: place.paragraph,
    number: place.number,
    last: place.last,
  });
  // Written out here and below: to copy an object key by key takes as long as to set a line.
  const { block, role, baseline, paragraph: index, number } = place;
  const where = { block, role, start, baseline, paragraph: index, number };
  const glyphs = (): readonly number[] =>
    glyphsOf(galley, line).map((each) => addGlyphs(pen, galley, each, where));
  if (paragraph.marks.length === 0) return glyphs();
  const marked = { galley, line, edge, room, place: where };
  keepReadings(pen, marked);
  return [...drawPanels(pen, marked), ...glyphs(), ...drawInterlinear(pen, marked)];
}
