/**
 * Finished pages → every fault against the page properties that hold for each page ever built.
 *
 * Written from the standards' lists, not from the program's tables, so that the two check each other.
 */

import { countCharacters } from '../../src/count.ts';
import { contains, overlaps, type Rect } from '../../src/geometry.ts';
import type { GlyphRun, Line, Made, Node, Page, PlacedBlock } from '../../src/layout/page.ts';
import { type ColumnProperty, columnFaults, loneLines } from './column-properties.ts';

export type Property =
  | ColumnProperty
  | 'edge'
  | 'reach'
  | 'order'
  | 'whole'
  | 'grid'
  | 'overlap'
  | 'type-area'
  | 'split-mark'
  | 'runt'
  | 'glyph-place';

export interface Fault {
  readonly property: Property;
  readonly page: string;
  readonly what: string;
}

/** GB/T 15834-2011 5.1.1–5.1.9 and the sheet's list: what begins no line, and what ends none. */
const NOT_AT_START = '，。、；：？！．”’）〕］｝】〗》〉」』～–·・‧％‰°℃々';
const NOT_AT_END = '“‘（〔［｛【〖《〈「『￥';

/** Roles whose lines are body text. */
const BODY = new Set(['paragraph', 'quote', 'item', 'dateline', 'signoff']);

/** Roles of the body that a theme may set in whole lines of the grid, off its baselines. */
/** What stands beside the text of a story is none of its 字数. */
const OPTIONAL = new Set(['pullquote', 'factbox', 'filler']);

const OF_WHOLE_LINES = new Set(['subhead', 'verse', 'cell', 'pullquote', 'factbox', 'filler']);

/** All faults of all pages; `runtsKnown`: warnings of 孤字 were given, so they are no fault. */
export function pageFaults(made: Made, options: { readonly runtsKnown?: boolean } = {}): readonly Fault[] {
  return made.pages.flatMap((page, index) => [
    ...edgeFaults(page),
    ...reachFaults(page),
    ...orderFaults(made, page, index),
    ...wholeFaults(made, page),
    ...gridFaults(page),
    ...overlapFaults(page),
    ...areaFaults(page),
    ...splitFaults(page),
    ...(options.runtsKnown ? [] : runtFaults(page)),
    ...placeFaults(page),
    ...columnFaults(page).map(({ property, what }) => fault(property, page, what)),
  ]);
}

/** Lines of paragraphs that stand alone in a column of some height. */
export function loneLineFaults(made: Made): readonly Fault[] {
  return made.pages.flatMap((page) =>
    loneLines(page).map(({ property, what }) => fault(property, page, what)),
  );
}

function fault(property: Property, page: Page, what: string): Fault {
  return { property, page: page.label, what };
}

function edgeFaults(page: Page): readonly Fault[] {
  return page.lines.flatMap((line) => {
    const text = line.text.trim();
    const starts = line.number > 0 && text !== '' && NOT_AT_START.includes(text[0]!);
    const ends = !line.last && text !== '' && NOT_AT_END.includes(text[text.length - 1]!);
    const single = line.number > 0 && text.startsWith('—') && !text.startsWith('——');
    return starts || ends || single ? [fault('edge', page, text)] : [];
  });
}

/** The runs of a line in the order of the page. */
function runsOf(page: Page, line: number): readonly GlyphRun[] {
  return page.items.filter((item): item is GlyphRun => item.kind === 'glyphs' && item.line === line);
}

/** Where a run's last cell ends in the direction of its line, pt. */
function endOf(run: GlyphRun): number {
  const before = run.dx.slice(0, -1).reduce((sum, dx) => sum + dx, 0);
  return startOf(run) + ((before + run.cells[run.cells.length - 1]!) * run.size) / 1000;
}

function startOf(run: GlyphRun): number {
  return run.direction === 'down' ? run.at.y : run.at.x;
}

/** Start and length of a line's box in its own direction. */
function alongOf({ box, direction }: Line): { readonly start: number; readonly length: number } {
  return direction === 'down' ? { start: box.y, length: box.height } : { start: box.x, length: box.width };
}

/** CLREQ #hanging_punctuation_marks_at_line_end: 顿号, 逗号, 句号 and no other mark. */
const MAY_HANG = '，。、．';

/** What hangs past a line's end is its last mark, no longer than the cell of it. */
function hangsWrongly({ text, hung, last }: Line, size: number): boolean {
  if (hung === 0) return false;
  const final = text.trimEnd().slice(-1);
  return !MAY_HANG.includes(final) || final === '' || hung < 0.2 * size || hung > size || (last && hung < 0);
}

/** A justified line reaches the edge of its measure within 0.05 em; a mark that hangs stands past it. */
function reachFaults(page: Page): readonly Fault[] {
  return page.lines.flatMap((line, index) => {
    const runs = runsOf(page, index);
    const last = runs[runs.length - 1];
    if (last !== undefined && hangsWrongly(line, last.size)) {
      return [fault('reach', page, `hangs: ${line.text}`)];
    }
    if (!line.justified) return [];
    if (last === undefined) return [fault('reach', page, `no glyphs: ${line.text}`)];
    const edge = alongOf(line).start + line.measure + line.hung;
    const off = Math.abs(endOf(last) - edge);
    return off > 0.05 * last.size ? [fault('reach', page, `${off.toFixed(2)} pt off: ${line.text}`)] : [];
  });
}

/** The glyph runs of the reading order give the lines' text, each once, none left over. */
function orderFaults(made: Made, page: Page, index: number): readonly Fault[] {
  const seen = new Set<number>();
  const faults: Fault[] = [];
  const visit = (node: Node): void => {
    for (const item of node.items) {
      if (item.page !== index) continue;
      if (seen.has(item.item)) faults.push(fault('order', page, `twice: item ${item.item}`));
      seen.add(item.item);
    }
    node.children.forEach(visit);
  };
  made.structure.forEach(visit);
  for (const item of page.items) {
    if (!seen.has(item.id)) faults.push(fault('order', page, `not in the structure: item ${item.id}`));
  }
  page.lines.forEach((line, at) => {
    const text = runsOf(page, at)
      .map((run) => run.text)
      .join('');
    if (squashed(text) !== squashed(line.text)) faults.push(fault('order', page, `${text} for ${line.text}`));
  });
  return faults;
}

/** Of a story that is not overset every character of the body stands in a line. */
function wholeFaults(made: Made, page: Page): readonly Fault[] {
  const stories = new Map(page.blocks.map(({ id, story }) => [id, story]));
  return made.fits.flatMap(({ page: label, id, characters, overset }) => {
    if (label !== page.label || overset.lines > 0) return [];
    const body = page.lines.filter(
      ({ block, role }) =>
        stories.get(block) === id && (BODY.has(role) || OF_WHOLE_LINES.has(role)) && !OPTIONAL.has(role),
    );
    const text = body.map((line) => `${line.text}${line.last ? '\n' : ''}`).join('');
    const placed = countCharacters(text);
    return placed === characters
      ? []
      : [fault('whole', page, `${id}: ${placed} of ${characters} characters`)];
  });
}

/** Text without blanks, which may be missing at a line's edges, and without the hyphens of parted words. */
export function squashed(text: string): string {
  return text.replace(/[\s\u00ad]+/gu, '');
}

/**
 * Every line of body text lies on the page's grid within 0.1 pt. A drop initial stands over several lines: its
 * top is level with the first one's characters, its foot with the last one's.
 */
function gridFaults(page: Page): readonly Fault[] {
  const { top, pitch, em } = page.grid;
  const offGrid = (y: number, first: number): number => {
    const lines = (y - first) / pitch;
    return Math.abs(lines - Math.round(lines)) * pitch;
  };
  const emTop = top + (pitch - em) / 2;
  // What stands in a panel keeps the panel's own steps.
  const panels = new Set(page.blocks.flatMap(({ id, role }) => (role === 'furniture' ? [id] : [])));
  return page.lines.flatMap((line) => {
    if (!BODY.has(line.role) || line.direction === 'down' || panels.has(line.block)) return [];
    const { y, height } = line.box;
    const off =
      height > pitch
        ? Math.max(offGrid(y, emTop), offGrid(y + height, emTop + em))
        : offGrid(line.baseline, emTop + 0.88 * em);
    return off > 0.1 ? [fault('grid', page, `${off.toFixed(2)} pt off: ${line.text}`)] : [];
  });
}

function boxOf(block: PlacedBlock): Rect {
  const xs = block.polygon.map((p) => p.x);
  const ys = block.polygon.map((p) => p.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Bopomofo and its tones: they stand in the room that their base's own line has for them. */
const BESIDE = /^[\u3105-\u312fˉˊˇˋ˙]+$/;

function isInOwnLine(reading: Line, line: Line): boolean {
  const { block, paragraph, number } = reading;
  const isOwn = block === line.block && paragraph === line.paragraph && number === line.number;
  return isOwn && reading.role === 'reading' && BESIDE.test(reading.text);
}

/** A line's box with the mark that hangs past its end. */
function whole({ box, direction, hung }: Line): Rect {
  return direction === 'down' ? { ...box, height: box.height + hung } : { ...box, width: box.width + hung };
}

/** Text beside a picture cut out, or round one: seen at every half point, each from its left to its right. */
function polygonsMeet(a: PlacedBlock['polygon'], b: PlacedBlock['polygon']): boolean {
  const [top, foot] = [Math.min(...b.map((p) => p.y)), Math.max(...b.map((p) => p.y))];
  for (let y = top + 0.25; y < foot; y += 0.5) {
    const [one, other] = [widthAt(a, y), widthAt(b, y)];
    if (one === null || other === null) continue;
    if (one.from < other.to - 0.1 && other.from < one.to - 0.1) return true;
  }
  return false;
}

function widthAt(polygon: PlacedBlock['polygon'], y: number): { from: number; to: number } | null {
  const xs = polygon.flatMap((p, k) => {
    const q = polygon[(k + 1) % polygon.length]!;
    if (p.y === q.y || Math.min(p.y, q.y) > y || Math.max(p.y, q.y) < y) return [];
    return [p.x + ((q.x - p.x) * (y - p.y)) / (q.y - p.y)];
  });
  return xs.length === 0 ? null : { from: Math.min(...xs), to: Math.max(...xs) };
}

/** No two blocks, and no two lines, share any place; but a frame stands round its story. */
function overlapFaults(page: Page): readonly Fault[] {
  const faults: Fault[] = [];
  const blocks = page.blocks.map((block) => ({
    id: block.id,
    story: block.story,
    polygon: block.polygon,
    box: boxOf(block),
  }));
  blocks.forEach((a, i) => {
    for (const b of blocks.slice(i + 1)) {
      if (a.id === `${b.story}.frame` || b.id === `${a.story}.frame`) continue;
      if (overlaps(a.box, b.box, 0.1) && polygonsMeet(a.polygon, b.polygon)) {
        faults.push(fault('overlap', page, `${a.id} and ${b.id}`));
      }
    }
  });
  page.lines.forEach((a, i) => {
    for (const b of page.lines.slice(i + 1)) {
      if (!overlaps(whole(a), whole(b), 0.1) || isInOwnLine(a, b) || isInOwnLine(b, a)) continue;
      faults.push(fault('overlap', page, `${a.text} and ${b.text}`));
    }
  });
  return faults;
}

function typeArea(page: Page): Rect {
  const { left, top, em, pitch, lines, columns, chars, gutter } = page.grid;
  return { x: left, y: top, width: (columns * chars + (columns - 1) * gutter) * em, height: lines * pitch };
}

function areaFaults(page: Page): readonly Fault[] {
  const area = typeArea(page);
  const faults: Fault[] = [];
  for (const block of page.blocks) {
    if (!contains(area, boxOf(block), 0.1)) faults.push(fault('type-area', page, block.id));
  }
  for (const line of page.lines) {
    // A reading over the first line stands above it, as marks between the lines do.
    const slack = line.role === 'reading' ? line.box.height : 0.1;
    if (!contains(area, line.box, slack)) faults.push(fault('type-area', page, line.text));
  }
  return faults;
}

/** GB/T 15834-2011 5.1.4 and 5.1.5: 破折号 and 省略号 are not parted by a line's end. */
function splitFaults(page: Page): readonly Fault[] {
  const odd = (text: string, mark: string): boolean => text.length % 2 === 1 && text.startsWith(mark);
  return page.lines.flatMap((line) => {
    const tail = /[—…]+$/.exec(line.text)?.[0] ?? '';
    const head = /^[—…]+/.exec(line.text)?.[0] ?? '';
    const next = page.lines.find((l) => follows(line, l));
    const cut = next !== undefined && ['—', '…'].some((m) => odd(tail, m) && next.text.startsWith(m));
    return cut || (line.number > 0 && odd(head, '—')) ? [fault('split-mark', page, line.text)] : [];
  });
}

function follows(line: Line, next: Line): boolean {
  const sameParagraph = next.paragraph === line.paragraph && next.role === line.role;
  return sameParagraph && next.number === line.number + 1 && storyOf(next) === storyOf(line);
}

function storyOf(line: Line): string {
  return line.block.split('.')[0]!;
}

/** Marks that fill no line: 字。 is a single character. A sign such as § or ★ does. */
const MARKS = /[\s，。、；：？！．“”‘’（）［］〔〕【】〖〗《》〈〉「」『』…—～·,.;:?!'"()[\]-]/gu;

/** No last line of one character: CLREQ #widows_and_orphans. */
function runtFaults(page: Page): readonly Fault[] {
  return page.lines.flatMap((line) => {
    if (!line.last || line.number === 0 || !BODY.has(line.role)) return [];
    return [...line.text.replace(MARKS, '')].length <= 1 ? [fault('runt', page, line.text)] : [];
  });
}

/**
 * Every glyph run lies on its line's baseline and within its line's box, half an em to spare. A note's sign is
 * smaller than its line and raised, not beyond its characters.
 */
function placeFaults(page: Page): readonly Fault[] {
  return page.items.flatMap((item) => {
    if (item.kind !== 'glyphs') return [];
    const line = page.lines[item.line];
    const size = item.size;
    if (line === undefined) return [fault('glyph-place', page, item.text)];
    const { start, length } = alongOf(line);
    const down = item.direction === 'down';
    const rise = down ? item.at.x - line.baseline : line.baseline - item.at.y;
    const most = down ? (line.box.width - size) / 2 : 0.88 * (line.box.height - size);
    const inside =
      rise > -0.01 &&
      rise < Math.max(0, most) + 0.01 &&
      startOf(item) >= start - 0.01 &&
      endOf(item) <= start + length + 0.5 * size;
    return inside ? [] : [fault('glyph-place', page, item.text)];
  });
}
