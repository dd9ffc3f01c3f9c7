/**
 * An article's body → the bound that it breaks, if any, told before the parser reads it.
 *
 * What takes the parser, or any later stage, more than a line's worth of time for each line is bounded here, so
 * that no file, whatever is in it, keeps the program busy for longer than some seconds.
 */

import { type Diagnostic, errorAt, type Message, message } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';
import { columnsOf, NESTING_LIMIT, nest } from './nesting.ts';
import type { SourceText } from './source-text.ts';

/** Blocks of text and photos a page. */
export const BLOCK_LIMIT = 10_000;
/** Characters a paragraph: more than two pages of a broadsheet hold. */
export const PARAGRAPH_LIMIT = 20_000;
/** More rows of stars than this between two blank lines pair in a time that grows with their square. */
const STARS_LIMIT = 1000;
/** Characters of an article that may be mark-up, at each of which the parser tries and may fail. */
const MARKS_LIMIT = 10_000;

/** The mark of a quotation or an item. */
const MARK = />|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y;
/** What begins a block though no blank line stands before it. */
const BEGINS_BLOCK = /^(?:\u3000|#{1,6}[ \t]|:{3,})/;

interface Measure {
  /** Where the paragraph begins. */
  paragraph: number;
  isInside: boolean;
  stars: number;
  blocks: number;
  marks: number;
  readonly open: number[];
  containers: number;
}

/** @param start where the body begins in the source's clean text. */
export function bodyFault(source: SourceText, start: number): Diagnostic | null {
  const measure: Measure = {
    paragraph: start,
    isInside: false,
    stars: 0,
    blocks: 0,
    marks: 0,
    open: [],
    containers: 0,
  };
  const { clean } = source;
  for (let at = start; at < clean.length; ) {
    const newline = clean.indexOf('\n', at);
    const end = newline === -1 ? clean.length : newline;
    const fault = faultOfLine(measure, clean.slice(at, end), at);
    if (fault !== null) {
      const place = spanInFile(source.map, fault.at, Math.min(fault.at + 1, clean.length));
      return errorAt(place, fault.code, ...fault.texts);
    }
    at = end + 1;
  }
  return null;
}

interface Fault {
  readonly code: string;
  readonly texts: readonly [Message, ...Message[]];
  readonly at: number;
}

function faultOfLine(measure: Measure, line: string, at: number): Fault | null {
  if (/^[ \t]*$/.test(line)) {
    measure.isInside = false;
    measure.stars = 0;
    return null;
  }
  const columns = columnsOf(line, MARK);
  const depth = nest(measure.open, columns) + containersAfter(measure, line);
  if (!measure.isInside || columns.length > 0 || BEGINS_BLOCK.test(line)) {
    // An item is a block in each of those around it.
    measure.blocks += columns.length > 0 ? Math.max(1, depth) : 1;
    measure.paragraph = at;
  }
  measure.isInside = true;
  measure.stars += line.match(/\*+/g)?.length ?? 0;
  measure.marks += line.match(/[[|]|\*+/g)?.length ?? 0;
  if (depth > NESTING_LIMIT) return { code: 'body-too-deep', texts: TOO_DEEP, at };
  if (measure.blocks > BLOCK_LIMIT) return { code: 'too-many-blocks', texts: TOO_MANY_BLOCKS, at };
  if (measure.stars > STARS_LIMIT) {
    return { code: 'too-many-stars', texts: TOO_MANY_STARS, at: at + line.indexOf('*') };
  }
  if (measure.marks > MARKS_LIMIT) {
    return { code: 'too-many-marks', texts: TOO_MANY_MARKS, at: at + line.search(/[[|*]/) };
  }
  if (at + line.length - measure.paragraph <= PARAGRAPH_LIMIT) return null;
  return { code: 'paragraph-too-long', texts: PARAGRAPH_TOO_LONG, at: measure.paragraph };
}

/** `:::name` opens a container, `:::` closes it. */
function containersAfter(measure: Measure, line: string): number {
  const name = /^[ \t]*:{3,}[ \t]*(.?)/.exec(line)?.[1];
  if (name === '') measure.containers = Math.max(0, measure.containers - 1);
  else if (name !== undefined) measure.containers += 1;
  return measure.containers;
}

const TOO_DEEP = [
  message(
    `列表和引文套了不止 ${NESTING_LIMIT} 层`,
    `lists and quotations are nested more than ${NESTING_LIMIT} deep`,
  ),
  message('请拆开写成并列的几项。', 'Write them one after the other.'),
] as const;

const TOO_MANY_BLOCKS = [
  message(`稿件超过 ${BLOCK_LIMIT} 段的上限`, `the article has more than ${BLOCK_LIMIT} blocks`),
  message('一个版排不下这么多，请拆成几篇。', 'No page holds so many: make several articles of it.'),
] as const;

const TOO_MANY_STARS = [
  message(`一段里的 * 超过 ${STARS_LIMIT} 处`, `a paragraph has more than ${STARS_LIMIT} rows of *`),
  message('星号请写全角 ＊。', 'Write a star as a full-width ＊.'),
] as const;

const TOO_MANY_MARKS = [
  message(
    `稿件里的 *、[、| 超过 ${MARKS_LIMIT} 处`,
    `the article has more than ${MARKS_LIMIT} of the marks * [ |`,
  ),
  message('如果是文字，请写全角的 ＊［｜。', 'Write them full-width if they are text: ＊［｜.'),
] as const;

/** Also of a plain text. */
export const PARAGRAPH_TOO_LONG = [
  message(
    `这一段超过 ${PARAGRAPH_LIMIT} 字的上限`,
    `the paragraph has more than ${PARAGRAPH_LIMIT} characters`,
  ),
  message('请用空行把它分成几段。', 'Part it by blank lines.'),
] as const;
