/** A `<table>` with its styles → a block of the body whose runs are the text of its cells, with its rows and columns. */

import type { ParagraphBox, TableRow } from './box.ts';
import type { BuildContext } from './context.ts';
import { WORDS } from './elements.ts';
import { toPoints } from './measure.ts';
import { paragraphBox } from './paragraph.ts';
import type { ElementNode } from './parse.ts';

/** `null` for a table without text. */
export function tableBox(element: ElementNode, context: BuildContext): ParagraphBox | null {
  const box = paragraphBox(element, 'table', context);
  if (box === null) return null;
  // The whole has said of each character that it stands here.
  const within: BuildContext = { ...context, standing: () => {} };
  const style = context.styleOf(element);
  const children = elementsOf(element);
  const ofRows = children.filter(({ name }) => name === 'tr');
  const rows = ofRows.map((row) => rowOf(row, within));
  const firstRow = ofRows[0]!;
  const mark = children.find(({ name }) => name === 'continued');
  const { grid } = context.measures;
  return {
    ...box,
    lines: 1,
    table: {
      rows,
      rule: style.rule,
      rowRule: context.styleOf(firstRow).rule,
      leader: style.leader,
      gap: toPoints(style.gap, grid, grid.em),
      rowGap: toPoints(context.styleOf(firstRow).gap, grid, grid.em),
      widths: elementsOf(firstRow).map(
        ({ attributes }) => Number(attributes.get('width')?.value || 0) || null,
      ),
      optional: null,
      repeated: false,
      continued: mark === undefined ? null : paragraphBox(mark, 'text', within),
    },
  };
}

function rowOf(element: ElementNode, context: BuildContext): TableRow {
  const cells = elementsOf(element);
  return {
    isHead: cells.every(({ name }) => name === 'th'),
    cells: cells.map((cell) => {
      const box = paragraphBox(cell, 'cell', context);
      const said = WORDS.align.find((word) => word === cell.attributes.get('align')?.value);
      return box === null ? null : { ...box, indent: 0, align: said ?? box.align };
    }),
  };
}

function elementsOf(parent: ElementNode): readonly ElementNode[] {
  return parent.children.filter((child): child is ElementNode => child.kind === 'element');
}
