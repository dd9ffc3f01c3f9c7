/** A line as set → the glyphs of its faces in step with their characters, cells and advances. */

import { entryOf, type FaceKey } from '../fonts/face.ts';
import type { TextStyle } from '../markup/box.ts';
import type { Cells } from './cells.ts';
import type { Drawing } from './drawing.ts';
import type { SetLine } from './justify.ts';
import { Class } from './marks.ts';
import { rising, zeros } from './number-lists.ts';

/** Glyphs in one face, of one run of the paragraph. Numbers in 1/1000 of the style's size, as in `GlyphRun`. */
export interface LineGlyphs {
  readonly face: FaceKey;
  readonly style: TextStyle;
  /** Index of the run in the paragraph: each leads back to a file of its own. */
  readonly run: number;
  /** Where it begins, 1/1000 字 of the paragraph from the line's start. */
  readonly x: number;
  /** Below 0: the drawing `drawings[-1 - gid]`. */
  readonly gids: readonly number[];
  readonly drawings: readonly Drawing[];
  readonly cells: readonly number[];
  readonly shifts: readonly number[];
  readonly dx: readonly number[];
  readonly clusters: readonly number[];
  /** Range of the paragraph's text. */
  readonly from: number;
  readonly to: number;
  /** The last glyph is the hyphen of a parted word: U+00AD behind the characters of the range. */
  readonly hyphenated: boolean;
}

/** Glyphs under way: lists long enough for all of the line, `count` of them given. A page has a million entries. */
interface OpenGlyphs {
  readonly face: FaceKey;
  readonly style: TextStyle;
  readonly run: number;
  readonly x: number;
  readonly gids: number[];
  readonly drawings: Drawing[];
  readonly cells: number[];
  readonly dx: number[];
  /** Null as long as all are 0, or each glyph is one character. */
  shifts: number[] | null;
  clusters: number[] | null;
  count: number;
  readonly from: number;
  to: number;
  hyphenated: boolean;
}

const NO_DRAWINGS: readonly Drawing[] = [];

function closed(run: OpenGlyphs): LineGlyphs {
  const { count, shifts, clusters } = run;
  const cut = (list: readonly number[]): readonly number[] =>
    list.length === count ? list : list.slice(0, count);
  return {
    face: run.face,
    style: run.style,
    run: run.run,
    x: run.x,
    gids: cut(run.gids),
    drawings: run.drawings.length === 0 ? NO_DRAWINGS : run.drawings,
    cells: cut(run.cells),
    shifts: shifts === null ? zeros(count) : cut(shifts),
    dx: cut(run.dx),
    clusters: clusters === null ? rising(count) : cut(clusters),
    from: run.from,
    to: run.to,
    hyphenated: run.hyphenated,
  };
}

interface Glyph {
  readonly gid: number;
  readonly cell: number;
  readonly shift: number;
  readonly dx: number;
  /** Its first character, counted from the run's. */
  readonly cluster: number;
}

function add(run: OpenGlyphs, { gid, cell, shift, dx, cluster }: Glyph): void {
  const { count } = run;
  run.gids[count] = gid;
  run.cells[count] = cell;
  run.dx[count] = dx;
  if (shift !== 0) run.shifts ??= new Array<number>(run.gids.length).fill(0);
  if (run.shifts !== null) run.shifts[count] = shift;
  if (cluster !== count) run.clusters ??= Array.from(run.gids, (_, k) => k);
  if (run.clusters !== null) run.clusters[count] = cluster;
  run.count = count + 1;
}

/**
 * Blanks of marks, and gaps as wide as such a blank, stay in the cell in steps of this size, 1/1000 em; the rest
 * is an advance too small for any reader of PDF to take for a space.
 */
const BLANK_STEP = 125;

interface Pen {
  readonly cells: Cells;
  /** The paragraph's size, pt. */
  readonly size: number;
  readonly out: OpenGlyphs[];
  /** Behind the line's last glyph, in the paragraph's. */
  readonly glyphsEnd: number;
  /** 1/1000 字 from the line's start; `runEnd`: where the last run's last advance leads. */
  x: number;
  runEnd: number;
}

export function lineGlyphs(cells: Cells, line: SetLine, size: number): readonly LineGlyphs[] {
  const pen: Pen = { cells, size, out: [], glyphsEnd: cells.glyphStart[line.to]!, x: 0, runEnd: 0 };
  let end = line.to;
  while (end > line.from && cells.cls[end - 1] === Class.SPACE) end -= 1;
  for (let i = line.from; i < line.to; i++) {
    const k = i - line.from;
    if (cells.cls[i] === Class.SPACE && (i >= end || i === line.from)) {
      pen.x += line.left[k]! + cells.core[i]! + line.right[k]! + line.gap[k]!;
      continue;
    }
    drawCell(pen, i, { left: line.left[k]!, right: line.right[k]! }, line.gap[k]!);
  }
  if (line.to < cells.count && cells.hyphen[line.to - 1]! > 0) drawHyphen(pen, line.to - 1);
  return pen.out.map(closed);
}

/** The hyphen of a parted word stands for no character of the author's: it is a soft hyphen to readers of PDF. */
function drawHyphen({ cells, out }: Pen, cell: number): void {
  const run = out[out.length - 1]!;
  const face = cells.faces[cells.face[cell]!]!;
  const entry = entryOf(face, 0x2d);
  const width = face.advances[entry]!;
  add(run, { gid: face.gids[entry]!, cell: width, shift: 0, dx: width, cluster: run.to - run.from });
  run.hyphenated = true;
}

function drawCell(pen: Pen, i: number, blank: { left: number; right: number }, gap: number): void {
  const { cells } = pen;
  const style = cells.styles[cells.style[i]!]!;
  const scale = style.size / pen.size;
  const first = cells.glyphStart[i]!;
  const last = cells.glyphStart[i + 1]! - 1;
  const isSpace = cells.cls[i] === Class.SPACE;
  const left = isSpace ? 0 : stepped(blank.left / scale);
  const right = isSpace ? 0 : stepped((blank.right + gap) / scale);
  pen.x += blank.left - left * scale;
  if (last < first) {
    pen.x += left * scale + cells.core[i]! + blank.right + gap;
    return;
  }
  const way = (cells.core[i]! + blank.right + gap) / scale;
  let done = 0;
  for (let g = first; g <= last; g++) {
    const run = runFor(pen, i, style, cells.glyphText[g]!);
    const lead = g === first ? left : 0;
    const width = cells.glyphWidth[g]!;
    const advance = lead + (g === last ? way - done : width);
    const gid = cells.gid[g]!;
    add(run, {
      gid: gid < 0 ? -run.drawings.push(cells.drawings[-1 - gid]!) : gid,
      cell: width + lead + (g === last ? right : 0),
      shift: cells.glyphShift[g]! + lead,
      dx: advance,
      cluster: cells.glyphText[g]! - run.from,
    });
    done += width;
    pen.x += advance * scale;
    pen.runEnd = pen.x;
    run.to = cells.start[i + 1]!;
  }
}

function stepped(blank: number): number {
  return blank <= 0 ? 0 : Math.floor(blank / BLANK_STEP) * BLANK_STEP;
}

/** The glyphs that one more joins: the last ones, led to the pen, if face and run agree; else new ones. */
function runFor(pen: Pen, i: number, style: TextStyle, textAt: number): OpenGlyphs {
  const { cells } = pen;
  const face = cells.faces[cells.face[i]!]!.key;
  const run = pen.out[pen.out.length - 1];
  if (run !== undefined && run.face === face && run.run === cells.style[i]) {
    const last = run.count - 1;
    run.dx[last]! += ((pen.x - pen.runEnd) * pen.size) / style.size;
    return run;
  }
  const most = pen.glyphsEnd - cells.glyphStart[i]!;
  const fresh: OpenGlyphs = {
    face,
    style,
    run: cells.style[i]!,
    x: pen.x,
    gids: new Array<number>(most),
    drawings: [],
    cells: new Array<number>(most),
    dx: new Array<number>(most),
    shifts: null,
    clusters: null,
    count: 0,
    from: textAt,
    to: textAt,
    hyphenated: false,
  };
  pen.out.push(fresh);
  return fresh;
}
