/** A paragraph's marks → the room they need between its lines, and what to say where there is too little. */

import { type Diagnostic, type Message, message, warningAt } from '../diagnostics.ts';
import type { TextMark } from '../markup/box.ts';
import type { Galley } from '../text/index.ts';
import { isDotsAtLines, isLine, reachOf } from './inline-marks.ts';
import { spanOf } from './paragraph-map.ts';

/**
 * CLREQ #handling_interlinear_punctuation: the gap between lines is at least half an em with marks on one
 * side of the text, five eighths with marks on both.
 */
const ONE_SIDE = 1 / 2;
const BOTH_SIDES = 5 / 8;

/** A reading is half as large as its base, 1/1000 字. */
const READING_REACH = 500;

/** The side at which a line's block begins is the upper one, or the right one of lines that run down. */
type Side = 'before' | 'after';

/** Null for what takes no room between the lines. */
function sideOf(mark: TextMark, galley: Galley): Side | null {
  switch (mark.kind) {
    case 'dots':
      return isDotsAtLines(mark, galley.paragraph) ? 'after' : 'before';
    case 'name':
    case 'title':
    case 'underline':
      return 'after';
    case 'ruby':
      return galley.readings.some((reading) => reading.kind === 'over' || reading.room === 0)
        ? 'before'
        : null;
    default:
      return null;
  }
}

/** What marks need outside a block of rows, before the first and after the last, pt. */
export function roomForMarks(galley: Galley): Readonly<Record<Side, number>> {
  const { marks, size } = galley.paragraph;
  const sides = marks.map((mark) => sideOf(mark, galley));
  const isLined = marks.some(isLine);
  const room = (side: Side): number => {
    const reaches = marks.map((mark, k) => {
      if (sides[k] !== side) return 0;
      return mark.kind === 'ruby' ? READING_REACH : reachOf(mark, isLined && side === 'after');
    });
    return (Math.max(0, ...reaches) * size) / 1000;
  };
  return { before: room('before'), after: room('after') };
}

/**
 * A warning where marks have less room between lines than CLREQ asks.
 * @param blank from the characters of a line to those of the next, pt.
 */
export function checkMarkRoom(galley: Galley, blank: number): readonly Diagnostic[] {
  const { paragraph } = galley;
  const marks = paragraph.marks.filter((mark) => sideOf(mark, galley) !== null);
  const [first] = marks;
  if (first === undefined) return [];
  const both = new Set(marks.map((mark) => sideOf(mark, galley))).size === 2;
  const least = both ? BOTH_SIDES : ONE_SIDE;
  const gap = blank / paragraph.size;
  if (gap > least - 0.0005) return [];
  const names = [...new Set(marks.map(({ kind }) => NAMES[kind]!))];
  const shown = (value: number): string => String(Math.round(value * 1000) / 1000);
  const wanted = Math.ceil(paragraph.size * (1 + least) * 100) / 100;
  return [
    warningAt(
      spanOf(paragraph, first.start, first.end),
      'interlinear-tight',
      message(
        `行间有${names.map(({ zh }) => zh).join('、')}，行与行之间至少空 ${least} 字，这里只有 ${shown(gap)} 字`,
        `with ${names.map(({ en }) => en).join(', ')} the gap between lines is ${least} em or more; here it is ${shown(gap)}`,
      ),
      message(
        `把行距加到 ${wanted} pt 以上（styles.css 的 line-pitch，标题是 row-pitch），或去掉这些标记。`,
        `Give the lines ${wanted} pt or more (line-pitch in styles.css, row-pitch for heads), or take the marks out.`,
      ),
    ),
  ];
}

const NAMES: Readonly<Partial<Record<TextMark['kind'], Message>>> = {
  dots: message('着重号', 'emphasis dots'),
  name: message('专名号', 'proper-name marks'),
  title: message('书名号', 'book-title marks'),
  underline: message('下划线', 'underlines'),
  ruby: message('注音', 'readings'),
};
