/** A head at its place, above its text or at the side → its rows as items, a node a part. */

import type { Rect } from '../geometry.ts';
import type { HeadBox, StoryBox } from '../markup/box.ts';
import { addLine } from './add-line.ts';
import { blockName, type FinishContext, textNode } from './finish-context.ts';
import { baselineAt, boxAt, columnLeft, type GridBox, inkBox, widthAcross } from './grid.ts';
import { padding, type SetHead } from './head.ts';
import type { Node } from './page.ts';
import { addBlock, addItem } from './page-pen.ts';
import { placeSideHead } from './side-head.ts';

/** Of a line: what a head without a blank below it stands higher, within the blank above. */
const LIFT = 0.25;

/** Rows of the head, centred in the whole lines the head takes between its blanks. */
export function finishHead(
  context: FinishContext,
  box: StoryBox,
  head: SetHead,
  line: number,
): readonly Node[] {
  const { pen, grid, page } = context;
  const before = box.head!.spaceBefore;
  const inner = head.lines - before - box.head!.spaceAfter;
  const isClose = before > 0 && box.head!.spaceAfter === 0 && box.head!.background === null;
  const lift = isClose ? LIFT * grid.pitch : 0;
  const top = (line + before) * grid.pitch + (inner * grid.pitch - head.content) / 2 - lift;
  const { across } = padding(box.head!, grid);
  const left = columnLeft(grid, head.column) + across;
  const width = widthAcross(grid, head) - 2 * across;
  const { column, columns } = head;
  const panel = inkBox(grid, { column, columns, line: line + before, lines: inner });
  return head.parts.map((part, index) => {
    const { paragraph } = part.galley;
    const block = `${blockName(box)}.${paragraph.role}`;
    const height = paragraph.size + (part.rows.length - 1) * part.rowPitch;
    const start = { id: block, role: paragraph.role, story: box.id, part: 0, source: paragraph.span };
    addBlock(
      pen,
      start,
      boxAt(grid, { start: left, length: width }, { start: top + part.top, length: height }),
    );
    const under = index === 0 ? drawPanel(context, box.head!, { block, panel }) : [];
    const rows = part.rows.flatMap((row, number) =>
      addLine(pen, part.galley, row, {
        block,
        role: paragraph.role,
        start: left,
        extent: width,
        baseline: baselineAt(grid, top + part.top + number * part.rowPitch, paragraph.size),
        onGrid: false,
        paragraph: index,
        number,
        last: number === part.rows.length - 1,
      }),
    );
    const items = [...under, ...rows];
    return textNode(paragraph.role, 0, block, { page, items, source: paragraph.span, lang: box.lang });
  });
}

/** A head at the side: its panel, then its parts. */
export function finishSideHead(context: FinishContext, box: StoryBox, place: GridBox): readonly Node[] {
  const { pen, grid, page, tables } = context;
  const head = box.head!;
  const panel = inkBox(grid, place);
  const parts = placeSideHead(head, grid, panel, tables);
  const nodes = parts.map((part, index) => {
    const { paragraph } = part.galley;
    const block = `${blockName(box)}.${paragraph.role}`;
    const start = { id: block, role: paragraph.role, story: box.id, part: 0, source: paragraph.span };
    const panelItems = index === 0 ? drawPanel(context, head, { block, panel }) : [];
    addBlock(pen, start, part.box);
    const items = part.rows.flatMap(({ line, ...where }, number) =>
      addLine(pen, part.galley, line, {
        ...where,
        block,
        role: paragraph.role,
        onGrid: false,
        paragraph: index,
        number,
        last: number === part.rows.length - 1,
      }),
    );
    const all = [...panelItems, ...items];
    return textNode(paragraph.role, 0, block, { page, items: all, source: paragraph.span, lang: box.lang });
  });
  return nodes;
}

function drawPanel(
  { pen }: FinishContext,
  { background, border }: HeadBox,
  place: { readonly block: string; readonly panel: Rect },
): readonly number[] {
  if (background === null && border === null) return [];
  const shape = { kind: 'shape' as const, role: 'head' as const, block: place.block, box: place.panel };
  return [addItem(pen, { ...shape, radius: 0, fill: background, stroke: border })];
}
