/** A page box → its plan drawn in letters, as issue.yaml takes it for a dummy, with what each letter is. */

import type { GridBox, PageBox, PanelBox, StoryBox } from '../markup/box.ts';
import { isIn, nameOf } from './grid-sheet.ts';

export interface GridText {
  /** `17 甲甲甲甲甲乙乙乙`: so many lines, each column's letter. */
  readonly rows: readonly string[];
  readonly legend: readonly {
    readonly letter: string;
    readonly name: string;
    readonly boxes: readonly GridBox[];
  }[];
}

const LETTERS = [
  ...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥',
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
];
/** A column that is nobody's, and one that two blocks stand on. */
const EMPTY = '.';
const TWICE = '×';

/** Blocks beyond the letters there are share the last one's sign. */
export function gridText({ grid, blocks }: PageBox): GridText {
  const placed = blocks.filter((block): block is Placed => block.place !== null);
  const legend = placed.map((block, k) => ({
    letter: LETTERS[k] ?? '#',
    name: nameOf(block),
    boxes: block.place.boxes,
  }));
  const rows: { lines: number; letters: string }[] = [];
  for (let line = 0; line < grid.lines; line++) {
    const letters = Array.from({ length: grid.columns }, (_, column) => {
      const here = legend.filter(({ boxes }) => isIn(boxes, column, line));
      return here.length > 1 ? TWICE : (here[0]?.letter ?? EMPTY);
    }).join('');
    const last = rows[rows.length - 1];
    if (last?.letters === letters) last.lines += 1;
    else rows.push({ lines: 1, letters });
  }
  return { rows: rows.map(({ lines, letters }) => `${String(lines).padEnd(3)} ${letters}`), legend };
}

type Placed = (StoryBox | PanelBox) & { readonly place: NonNullable<StoryBox['place']> };
