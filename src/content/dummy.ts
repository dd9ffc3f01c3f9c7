/** 版样: a page drawn in rows of letters → where each letter stands, and what is wrong with the drawing. */

import { type Diagnostic, errorAt, message, type Span } from '../diagnostics.ts';
import { type Draft, spanOf } from './draft.ts';
import type { Located, Values } from './field-types.ts';
import type { BLOCK_FIELDS } from './fields.ts';

export interface Dummy {
  readonly columns: number;
  readonly lines: number;
  /** By letter its rectangles, as `area` has them: `1-2:62-71 1-4:72-114`. */
  readonly areas: ReadonlyMap<string, string>;
  /** Where each letter is drawn first. */
  readonly drawn: ReadonlyMap<string, Span>;
  /** Whether no row was refused. */
  readonly isWhole: boolean;
  readonly span: Span;
}

/** So many lines of the page, each base column's letter. */
interface Row {
  readonly lines: number;
  readonly letters: readonly string[];
  readonly span: Span;
  /** Of a letter. */
  readonly spanAt: (column: number) => Span;
}

/** What stands for a column that is nobody's. */
const EMPTY = new Set(['.', '·', '空']);

export function readDummy(draft: Draft, diagnostics: Diagnostic[]): Dummy {
  const errors: Diagnostic[] = [];
  const rows = readRows(draft, errors);
  const columns = rows[0]?.letters.length ?? 0;
  for (const row of rows) {
    if (row.letters.length !== columns) errors.push(otherWidth(row, columns));
  }
  const isWhole = errors.length === 0;
  const areas = isWhole ? areasOf(rows) : new Map<string, readonly Band[]>();
  const drawn = drawnIn(rows);
  for (const [letter, bands] of areas) {
    if (!isConnected(bands)) errors.push(inPieces(letter, drawn.get(letter)!));
  }
  diagnostics.push(...errors);
  return {
    columns,
    lines: rows.reduce((sum, row) => sum + row.lines, 0),
    areas: new Map([...areas].map(([letter, bands]) => [letter, bands.map(shown).join(' ')])),
    drawn,
    isWhole,
    span: spanOf(draft, 0, draft.text.length),
  };
}

/** Each letter has one block, and each block's letter is drawn: `readBlocks` tells of the latter. */
export function checkDummy(
  { drawn, isWhole }: Dummy,
  blocks: readonly Located<Values<typeof BLOCK_FIELDS>>[],
): readonly Diagnostic[] {
  const named = new Set<string>();
  const found: Diagnostic[] = [];
  for (const { letter } of blocks.map(({ value }) => value)) {
    if (letter === null) continue;
    if (named.has(letter.value)) {
      const text = message(`代号“${letter.value}”用了两次`, `the letter "${letter.value}" is given twice`);
      found.push(errorAt(letter.span, 'letter-twice', text));
    }
    named.add(letter.value);
  }
  if (!isWhole) return found;
  for (const [letter, span] of drawn) {
    if (named.has(letter)) continue;
    const text = message(
      `版样里的“${letter}”不知是哪一块`,
      `the dummy draws "${letter}", and no block has that letter`,
    );
    const hint = message(
      `在 blocks（版块）里给它写一块：代号: ${letter}。`,
      `Give it a block: letter: ${letter}.`,
    );
    found.push(errorAt(span, 'letter-without-block', text, hint));
  }
  return found;
}

const ROW = /^(\s*)(\d{1,3})\s+(\S.*?)\s*$/u;

function readRows(draft: Draft, errors: Diagnostic[]): readonly Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const line of draft.text.split('\n')) {
    const at = start;
    start += line.length + 1;
    if (line.trim() === '') continue;
    const span = spanOf(draft, at + line.length - line.trimStart().length, at + line.trimEnd().length);
    const found = ROW.exec(line);
    if (found === null || Number(found[2]) === 0) {
      const text = message(
        `版样的这一行看不懂：“${line.trim()}”`,
        `this row of the dummy cannot be read: "${line.trim()}"`,
      );
      errors.push(errorAt(span, 'bad-dummy-row', text, ROW_FORM));
      continue;
    }
    const first = line.indexOf(found[3]!, found[1]!.length + found[2]!.length);
    const cells = [...found[3]!.matchAll(/\S/gu)].map(({ 0: letter, index }) => ({
      letter,
      at: at + first + index,
    }));
    rows.push({
      lines: Number(found[2]),
      letters: cells.map(({ letter }) => letter),
      span,
      spanAt: (column) => spanOf(draft, cells[column]!.at, cells[column]!.at + cells[column]!.letter.length),
    });
  }
  return rows;
}

const ROW_FORM = message(
  '每行先写行数，再写各栏的代号：17 甲甲甲甲甲乙乙乙；空着的栏写 . 或 空。',
  'Write the number of lines, then a letter for each column: 17 AAAAABBB; a dot for a blank column.',
);

function otherWidth({ letters, span }: Row, columns: number): Diagnostic {
  const text = message(
    `这一行有 ${letters.length} 个代号，第一行有 ${columns} 个`,
    `this row has ${letters.length} letters, the first row has ${columns}`,
  );
  return errorAt(span, 'dummy-row-length', text, ONE_A_COLUMN);
}

const ONE_A_COLUMN = message(
  '一个代号一个基本栏，各行一样多。',
  'One letter a base column, in every row alike.',
);

function inPieces(letter: string, span: Span): Diagnostic {
  const text = message(`“${letter}”画成了不相连的几块`, `"${letter}" is drawn in pieces that do not touch`);
  const hint = message(
    '一块要连在一起，可以是长方、L 形或 U 形；转到别处的稿件另用一个代号。',
    'A block is one piece: a rectangle, an L or a U. Give what goes on elsewhere another letter.',
  );
  return errorAt(span, 'letter-in-pieces', text, hint);
}

function drawnIn(rows: readonly Row[]): ReadonlyMap<string, Span> {
  const drawn = new Map<string, Span>();
  for (const { letters, spanAt } of rows) {
    letters.forEach((letter, column) => {
      if (!EMPTY.has(letter) && !drawn.has(letter)) drawn.set(letter, spanAt(column));
    });
  }
  return drawn;
}

/** Columns and lines from 1, both ends included. */
interface Band {
  readonly columns: readonly [from: number, to: number];
  readonly lines: readonly [from: number, to: number];
}

/** Each letter as rectangles, those of one width one below the other as one. */
function areasOf(rows: readonly Row[]): ReadonlyMap<string, readonly Band[]> {
  const areas = new Map<string, Band[]>();
  let line = 1;
  for (const { lines, letters } of rows) {
    const rowLines = [line, line + lines - 1] as const;
    for (const { letter, columns } of runsOf(letters)) {
      const bands = areas.get(letter) ?? [];
      const above = bands.findIndex(
        (band) =>
          band.lines[1] === line - 1 && band.columns[0] === columns[0] && band.columns[1] === columns[1],
      );
      if (above === -1) bands.push({ columns, lines: rowLines });
      else bands[above] = { columns, lines: [bands[above]!.lines[0], rowLines[1]] };
      areas.set(letter, bands);
    }
    line += lines;
  }
  return areas;
}

function runsOf(letters: readonly string[]): readonly { letter: string; columns: Band['columns'] }[] {
  const runs: { letter: string; columns: [number, number] }[] = [];
  letters.forEach((letter, index) => {
    const last = runs[runs.length - 1];
    if (last?.letter === letter && last.columns[1] === index) last.columns[1] = index + 1;
    else runs.push({ letter, columns: [index + 1, index + 1] });
  });
  return runs.filter(({ letter }) => !EMPTY.has(letter));
}

/** Whether one can go from any part of it to any other; corners do not join. */
function isConnected(bands: readonly Band[]): boolean {
  const reached = new Set([bands[0]!]);
  for (const band of reached) {
    for (const other of bands) if (touches(band, other)) reached.add(other);
  }
  return reached.size === bands.length;
}

function touches(a: Band, b: Band): boolean {
  const share = (x: readonly [number, number], y: readonly [number, number], by: number): boolean =>
    x[0] <= y[1] + by && y[0] <= x[1] + by;
  return (
    (share(a.columns, b.columns, 0) && share(a.lines, b.lines, 1)) ||
    (share(a.columns, b.columns, 1) && share(a.lines, b.lines, 0))
  );
}

function shown({ columns, lines }: Band): string {
  return `${columns[0]}-${columns[1]}:${lines[0]}-${lines[1]}`;
}
