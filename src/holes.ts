/** Blocks kept free (待补) and the articles on no page → a warning for each block, an error for print. */

import type { Awaited, Issue, PageSpec } from './content/issue.ts';
import { type Diagnostic, type Message, message, type Span, warningAt } from './diagnostics.ts';
import { fit as fitText } from './fit.ts';
import type { Grid, Made } from './layout/page.ts';
import type { Target } from './target.ts';
import type { World } from './world.ts';

export interface HoleReading {
  readonly world: World;
  /** The issue's folder. */
  readonly root: string;
  readonly fonts: string;
  /** The folder of the vendored themes. */
  readonly templates: string;
  readonly userFonts: readonly string[];
  readonly targets: readonly Target[];
}

interface Hole {
  readonly awaits: Awaited;
  readonly span: Span;
  /** As the plan has it, `1-3:18-29`. */
  readonly area: string;
  /** Columns × lines of all its rectangles, base columns. */
  readonly columnLines: number;
  readonly columns: number;
  readonly grid: Grid;
}

/** Lines over all columns that a head takes, more or less. */
const HEAD = 5;
/** How far an article may miss the lines of a hole and still be worth a look. */
const NEAR = 0.1;
/** The most articles that a warning names. */
const NAMED = 5;
/** 5 MB: the most a text file may have. */
const LIMIT = 5_000_000;
/** Of the characters a measure holds, those that text has: the rest is blank at paragraphs' ends. */
const FILLED = 0.92;

/** Each with the articles in `articles/` that would fit. A page that is not whole goes to no press. */
export function checkHoles(issue: Issue, made: Made, reading: HoleReading): readonly Diagnostic[] {
  const holes = issue.pages.filter(({ wanted }) => wanted).flatMap((page) => holesOf(page, made));
  if (holes.length === 0) return [];
  const waiting = waitingArticles(issue, reading);
  const found = holes.map((hole) => warning(hole, waiting, reading));
  return reading.targets.includes('print') ? found.map(refused) : found;
}

function holesOf({ label, blocks }: PageSpec, made: Made): readonly Hole[] {
  const grid = made.pages.find((page) => page.label === label.text)?.grid;
  if (grid === undefined) return [];
  return blocks.flatMap(({ awaits, at, span }) => {
    if (awaits === null || at === null) return [];
    const boxes = at.text
      .replace('?', '1-')
      .split(/ +/)
      .map((box) => box.split(':').map(lengthOf));
    const columnLines = boxes.reduce((sum, [columns, lines]) => sum + columns! * lines!, 0);
    const columns = Math.max(...boxes.map(([count]) => count!));
    return [{ awaits, span, area: at.text, columnLines, columns, grid }];
  });
}

/** `18-29` → 12. */
function lengthOf(range: string): number {
  const [from, to = from] = range.split('-').map(Number);
  return to! - from! + 1;
}

/** Articles in the folder `articles` that no page has, their lines at a measure of so many 字. */
function waitingArticles(issue: Issue, { world, root }: HoleReading): readonly string[] {
  const used = new Set(issue.pages.flatMap(({ articles }) => articles.map(({ file }) => file)));
  const names = world.list(`${root}/articles`) ?? [];
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => `articles/${name}`)
    .filter((file) => !used.has(file))
    .sort((a, b) => (a < b ? -1 : 1));
}

function warning(hole: Hole, waiting: readonly string[], reading: HoleReading): Diagnostic {
  const { awaits, span, grid, columnLines, area } = hole;
  const room = Math.floor((columnLines - HEAD * hole.columns) * grid.chars * FILLED);
  const what = awaits.what ?? '稿件';
  const place = area
    .split(/ +/)
    .map((box) => `${box.replace(':', ' 栏、').replace('?', '高 ')} 行`)
    .join('，');
  const size = message(
    `${what}待补：${place}，合基本栏 ${columnLines} 行`,
    `${awaits.what ?? 'a story'} is still to come: ${area}, ${columnLines} lines of a base column`,
  );
  if (awaits.what !== null) return warningAt(span, 'reserved', size, REPLACE);
  const holds = message(`，除标题约 ${room} 字`, `, about ${room} characters beside a head`);
  const text = joined(size, holds);
  return warningAt(span, 'reserved', text, ...lengthHint(awaits, room), ...fitting(hole, waiting, reading));
}

const NOT_YET = message(
  '付印的版面上不能有待补的块；看样用 --proof，或用 --target screen。',
  'No page with a block kept free goes to print; for a look at it take --proof or --target screen.',
);

function refused(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: 'error', hints: [NOT_YET, ...diagnostic.hints] };
}

const REPLACE = message('到了以后换成它的稿件或图片。', 'Replace the block when it is there.');

function joined(a: Message, b: Message): Message {
  return message(a.zh + b.zh, a.en + b.en);
}

/** Where the length that was reserved is not what the block takes. */
function lengthHint({ characters }: Awaited, room: number): readonly Message[] {
  if (characters === null || Math.abs(characters - room) <= NEAR * room) return [];
  const more = characters > room;
  return [
    message(
      `预留的 ${characters} 字比这里${more ? '多' : '少'}约 ${Math.abs(characters - room)} 字。`,
      `The ${characters} characters reserved are about ${Math.abs(characters - room)} ${more ? 'more' : 'fewer'} than it takes.`,
    ),
  ];
}

/** Articles whose lines with a head are those of the hole within a tenth, the nearest first. */
function fitting(
  { columnLines, columns, grid }: Hole,
  waiting: readonly string[],
  { world, root, fonts, templates, userFonts }: HoleReading,
): readonly Message[] {
  const near = waiting
    .map((file) => {
      const read = world.read(`${root}/${file}`, LIMIT);
      const setting = {
        fonts,
        templates,
        userFonts,
        measure: grid.chars,
        profile: [],
        indent: 2,
        normalized: null,
      } as const;
      const { lines } = fitText(world, { file, read }, setting);
      return { file, lines: lines.length, off: Math.abs(lines.length + HEAD * columns - columnLines) };
    })
    .filter(({ off, lines }) => lines > 0 && off <= NEAR * columnLines)
    .sort((a, b) => a.off - b.off || (a.file < b.file ? -1 : 1))
    .slice(0, NAMED);
  if (near.length === 0) return [];
  return [
    message(
      `没上版的稿件里合适的：${near.map(({ file, lines }) => `${file}（${lines} 行）`).join('、')}。`,
      `Articles on no page that would fit: ${near.map(({ file, lines }) => `${file} (${lines} lines)`).join(', ')}.`,
    ),
  ];
}
