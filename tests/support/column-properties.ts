/** Finished pages → every fault against what holds for the columns of a story, its captions and its head. */

import type { Rect } from '../../src/geometry.ts';
import type { Line, Page, PlacedBlock } from '../../src/layout/page.ts';

export type ColumnProperty = 'widow' | 'orphan' | 'subhead-foot' | 'caption-apart' | 'other-head' | 'flow';

export interface ColumnFault {
  readonly property: ColumnProperty;
  readonly what: string;
}

/** Roles of a head's parts. */
const HEAD = new Set(['kicker', 'headline', 'deck', 'summary', 'byline']);

/** Roles of paragraphs that may stand in two columns. */
const DIVISIBLE = new Set(['paragraph', 'quote', 'item']);

const SLACK = 0.1;

/** A story's text in one column, its lines in the order of reading. */
interface Column {
  readonly block: PlacedBlock;
  readonly box: Rect;
  readonly lines: readonly Line[];
}

/** What holds for every page. */
export function columnFaults(page: Page): readonly ColumnFault[] {
  const stories = columnsByStory(page);
  return [
    ...stories.flatMap((columns) => [...footFaults(columns), ...flowFaults(columns)]),
    ...captionFaults(page),
    ...stories.flat().flatMap((column) => headFaults(page, column)),
  ];
}

/** What holds where the text leaves a way: lines of a paragraph that stand alone at a column's head or foot. */
export function loneLines(page: Page): readonly ColumnFault[] {
  return columnsByStory(page).flatMap(lineFaults);
}

/** The columns of each block of a story: `id.text.1`, `id.text.2`, of its second block `id.2.text.1`. */
function columnsByStory(page: Page): readonly (readonly Column[])[] {
  const stories = new Map<string, Column[]>();
  for (const block of page.blocks) {
    const name = /^(.*)\.text\.\d+$/.exec(block.id)?.[1];
    if (name === undefined) continue;
    const lines = page.lines.filter((line) => line.block === block.id && line.role !== 'reading');
    const columns = stories.get(name) ?? [];
    columns.push({ block, box: boxOf(block), lines });
    stories.set(name, columns);
  }
  return [...stories.values()];
}

/** Columns of fewer lines may leave no other way. */
const LOW = 8;

/** CLREQ #widows_and_orphans: no last line of a paragraph alone at a column's head, no first one at its foot. */
function lineFaults(columns: readonly Column[]): readonly ColumnFault[] {
  return columns.slice(1).flatMap(({ lines }, k): readonly ColumnFault[] => {
    const head = lines[0];
    const foot = columns[k]!.lines[columns[k]!.lines.length - 1];
    if (head === undefined || foot === undefined || !DIVISIBLE.has(head.role) || head.number === 0) return [];
    // The last column may be short, however high it is.
    const heights = columns
      .slice(k, Math.max(k + 1, Math.min(k + 2, columns.length - 1)))
      .map((c) => c.lines.length);
    if (Math.min(...heights) < LOW) return [];
    return [
      ...(head.last ? [{ property: 'widow' as const, what: head.text }] : []),
      ...(foot.number === 0 ? [{ property: 'orphan' as const, what: foot.text }] : []),
    ];
  });
}

/** No subhead at the foot of a column, its text in the next; one at the end of all stands over nothing. */
function footFaults(columns: readonly Column[]): readonly ColumnFault[] {
  return columns.slice(1).flatMap(({ lines }, k) => {
    const before = columns[k]!.lines;
    const foot = before[before.length - 1];
    const isParted = foot?.role === 'subhead' && lines[0] !== undefined && lines[0].role !== 'subhead';
    return isParted ? [{ property: 'subhead-foot' as const, what: foot.text }] : [];
  });
}

/** The next column is at the right or below; in lines that run down, below. */
function flowFaults(columns: readonly Column[]): readonly ColumnFault[] {
  return columns.slice(1).flatMap(({ box, lines, block }, k) => {
    const before = columns[k]!.box;
    const isBelow = box.y >= before.y + before.height - SLACK;
    const isAbove = box.y + box.height <= before.y + SLACK;
    const isRight = box.x >= before.x + before.width - SLACK;
    // A column parted by a head in its midst is read to its foot before the next.
    const isParted = k > 0 && Math.abs(columns[k - 1]!.box.x - before.x) < SLACK;
    const follows = lines[0]?.direction === 'down' ? isBelow : isBelow || (isRight && (!isAbove || isParted));
    return follows ? [] : [{ property: 'flow' as const, what: block.id }];
  });
}

/** A caption stands right under its picture and is as wide. */
function captionFaults({ blocks, grid }: Page): readonly ColumnFault[] {
  return blocks.flatMap((block) => {
    if (block.role !== 'caption' || block.story === null) return [];
    const photo = blocks.find(({ id }) => id === block.id.replace(/\.caption\.(\d+)$/, '.figure.$1'));
    const [caption, picture] = [boxOf(block), photo === undefined ? null : boxOf(photo)];
    const isAtIt =
      picture !== null &&
      Math.abs(caption.x - picture.x) < SLACK &&
      Math.abs(caption.width - picture.width) < SLACK &&
      caption.y > picture.y &&
      caption.y - picture.y - picture.height < grid.pitch;
    return isAtIt ? [] : [{ property: 'caption-apart' as const, what: block.id }];
  });
}

/** What stands next above a column is no head of another story. */
function headFaults({ blocks }: Page, { block, box }: Column): readonly ColumnFault[] {
  const above = blocks
    .filter((other) => other.id !== `${block.story}.frame`)
    .map((other) => ({ other, at: boxOf(other) }))
    .filter(({ at }) => at.x < box.x + box.width - SLACK && box.x < at.x + at.width - SLACK)
    .filter(({ at }) => at.y + at.height <= box.y + SLACK)
    .reduce<{ readonly other: PlacedBlock; readonly at: Rect } | null>(
      (a, b) => (a === null || b.at.y + b.at.height > a.at.y + a.at.height ? b : a),
      null,
    )?.other;
  const isForeign = above !== undefined && HEAD.has(above.role) && above.story !== block.story;
  return isForeign ? [{ property: 'other-head', what: `${block.id} under ${above.id}` }] : [];
}

function boxOf({ polygon }: PlacedBlock): Rect {
  const xs = polygon.map((p) => p.x);
  const ys = polygon.map((p) => p.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
