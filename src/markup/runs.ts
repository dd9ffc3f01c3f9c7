/**
 * The text of an element → runs of one style, each leading back to its file, blanks of the template collapsed;
 * and what its inline elements mark in it.
 */

import type { Span } from '../diagnostics.ts';
import { type SourceMap, type SourceRun, sliceMap } from '../source-map.ts';
import { stretches } from '../source-marks.ts';
import type { Mark } from '../template/markup.ts';
import type { Marking, TextMark, TextRun, TextStyle } from './box.ts';
import type { ElementNode, TextNode } from './parse.ts';
import type { Places } from './places.ts';

/** What a stretch of content that came to stand in the page is called in the accounts. */
export interface Standing {
  readonly path: string;
  /** Offsets in the value. */
  readonly from: number;
  readonly to: number;
  /** Where the template put it. */
  readonly place: Span;
}

export interface RunContext {
  /** The markup. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly places: Places;
  /** `inNote`: the element is a note, or within one. */
  readonly textStyle: (element: ElementNode, inNote: boolean) => TextStyle;
  /** Null for an element that is but a style. */
  readonly marking: (element: ElementNode, style: TextStyle) => Marking | null;
  readonly standing: (standing: Standing) => void;
}

/** A run of the template's own text under way. */
interface OwnRun {
  text: string;
  readonly file: string;
  readonly runs: SourceRun[];
  /** Offset in the file behind its last character. */
  end: number;
  readonly style: TextStyle;
}

interface Collecting {
  readonly context: RunContext;
  readonly runs: TextRun[];
  readonly marks: TextMark[];
  readonly rowEnds: number[];
  /** Of the text so far, the run under way included. */
  length: number;
  own: OwnRun | null;
  /** Where blanks of the template stand that only count if more text follows, and in which style. */
  blank: { readonly offset: number; readonly style: TextStyle } | null;
}

export interface MarkedRuns {
  readonly runs: readonly TextRun[];
  readonly marks: readonly TextMark[];
  /** Where `br` stands: offsets in the text, rising, none at its ends. */
  readonly rowEnds: readonly number[];
}

/** The author's characters are kept as they are; blanks of the template become one space, none at the ends. */
export function collectRuns(element: ElementNode, context: RunContext): MarkedRuns {
  const collecting: Collecting = {
    context,
    runs: [],
    marks: [],
    rowEnds: [],
    length: 0,
    own: null,
    blank: null,
  };
  collectElement(element, collecting, false);
  endOwnRun(collecting);
  const marks = collecting.marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const { runs, length } = collecting;
  const rowEnds = [...new Set(collecting.rowEnds)].filter((at) => at > 0 && at < length);
  return { runs, marks, rowEnds };
}

function collectElement(element: ElementNode, collecting: Collecting, around: boolean): void {
  if (element.name === 'br') collecting.rowEnds.push(collecting.length);
  const inNote = around || element.name === 'note';
  const style = collecting.context.textStyle(element, inNote);
  const start = collecting.length;
  for (const child of element.children) {
    // 续表 is no text of its table.
    if (child.kind === 'element' && child.name === 'continued') continue;
    if (child.kind === 'element') collectElement(child, collecting, inNote);
    else collectText(child, style, collecting);
  }
  const end = collecting.length;
  const marking = end === start ? null : collecting.context.marking(element, style);
  if (marking !== null) collecting.marks.push({ ...marking, start, end });
}

function collectText(node: TextNode, style: TextStyle, collecting: Collecting): void {
  const { text, marks, places, standing } = collecting.context;
  for (const stretch of stretches(text, node.from, node.to)) {
    if (stretch.kind === 'plain') collectOwn(stretch.from, stretch.to, style, collecting);
    if (stretch.kind !== 'content') continue;
    const { path, map } = marks[stretch.number]!;
    const content = decode(text.slice(stretch.from, stretch.to));
    const end = stretch.offset + content.length;
    standing({ path, from: stretch.offset, to: end, place: places.span(stretch.from, stretch.from) });
    if (content === '') continue;
    flushBlank(collecting);
    endOwnRun(collecting);
    collecting.runs.push({ text: content, map: sliceMap(map, stretch.offset, end), style });
    collecting.length += content.length;
  }
}

const ENTITY = /&(#x[0-9a-fA-F]+|#\d+|\w+);/y;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function collectOwn(from: number, to: number, style: TextStyle, collecting: Collecting): void {
  const { text } = collecting.context;
  for (let at = from; at < to; ) {
    const character = text[at]!;
    if (/[ \t\r\n]/.test(character)) {
      collecting.blank ??= { offset: at, style };
      at += 1;
      continue;
    }
    ENTITY.lastIndex = at;
    const entity = character === '&' ? ENTITY.exec(text) : null;
    flushBlank(collecting);
    appendOwn(entity === null ? character : characterOf(entity[1]!), at, style, collecting);
    at += entity === null ? 1 : entity[0].length;
  }
}

/** A blank counts once text follows it, and never at the head of a paragraph. */
function flushBlank(collecting: Collecting): void {
  const { blank } = collecting;
  collecting.blank = null;
  const atStart = collecting.own === null && collecting.runs.length === 0;
  if (blank !== null && !atStart) appendOwn(' ', blank.offset, blank.style, collecting);
}

function appendOwn(characters: string, offset: number, style: TextStyle, collecting: Collecting): void {
  const place = collecting.context.places.at(offset);
  if (collecting.own !== null && (collecting.own.style !== style || collecting.own.file !== place.file)) {
    endOwnRun(collecting);
  }
  collecting.own ??= { text: '', file: place.file, runs: [], end: place.offset, style };
  const { own } = collecting;
  const last = own.runs.at(-1);
  if (last === undefined || last.start + own.text.length - last.at !== place.offset) {
    own.runs.push({ at: own.text.length, start: place.offset });
  }
  own.text += characters;
  collecting.length += characters.length;
  own.end = Math.min(place.offset + characters.length, place.end);
}

function endOwnRun(collecting: Collecting): void {
  const { own } = collecting;
  collecting.own = null;
  if (own === null) return;
  const map: SourceMap = { file: own.file, runs: own.runs, end: own.end };
  collecting.runs.push({ text: own.text, map, style: own.style });
}

/** XML text → the characters it stands for. */
function decode(text: string): string {
  return text.includes('&')
    ? text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (_, name) => characterOf(name))
    : text;
}

/** The parser has refused all entities but these. */
function characterOf(name: string): string {
  if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return String.fromCodePoint(Number.parseInt(name.slice(1), 10));
  return NAMED[name] ?? '';
}
