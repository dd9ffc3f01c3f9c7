/** A template file → its syntax tree and places, or what is wrong with its braces. */

import Handlebars from 'handlebars';
import type { SourceFile } from '../content/issue.ts';
import { type Diagnostic, errorAt, message, type Span } from '../diagnostics.ts';
import { MARK_CHARACTERS } from '../source-marks.ts';
import type { Loc, Program } from './ast.ts';

export interface Template {
  readonly source: SourceFile;
  readonly program: Program;
  /** Offsets where the lines begin. */
  readonly lineStarts: readonly number[];
}

export type ReadTemplate =
  | { readonly kind: 'template'; readonly template: Template }
  | { readonly kind: 'faulty'; readonly diagnostic: Diagnostic };

export function readTemplate(source: SourceFile): ReadTemplate {
  const lineStarts = startsOfLines(source.text);
  const forbidden = MARK_CHARACTERS.exec(source.text);
  if (forbidden !== null) {
    const span = { file: source.file, start: forbidden.index, end: forbidden.index + 1 };
    return { kind: 'faulty', diagnostic: errorAt(span, 'template-syntax', NONCHARACTER) };
  }
  try {
    const program = Handlebars.parse(source.text) as unknown as Program;
    return { kind: 'template', template: { source, program, lineStarts } };
  } catch (error) {
    return { kind: 'faulty', diagnostic: syntaxError(source, lineStarts, error) };
  }
}

const NONCHARACTER = message(
  '模板里有 U+FDD0–U+FDEF 的非字符，程序自己要用它们做记号',
  'A template may not contain the noncharacters U+FDD0–U+FDEF: the program needs them for its own marks',
);

export function spanOf(template: Template, loc: Loc): Span {
  return {
    file: template.source.file,
    start: offsetOf(template.lineStarts, loc.start),
    end: offsetOf(template.lineStarts, loc.end),
  };
}

function offsetOf(lineStarts: readonly number[], at: Loc['start']): number {
  return (lineStarts[at.line - 1] ?? 0) + at.column;
}

/** Handlebars ends a line at LF, CR LF and CR alike. */
function startsOfLines(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n?|\n/g)].map((found) => found.index + found[0].length)];
}

/** What Handlebars' two kinds of exceptions say: one has a line and a column, the other a drawing. */
function syntaxError(source: SourceFile, lineStarts: readonly number[], error: unknown): Diagnostic {
  const text = error instanceof Error ? error.message : String(error);
  const { lineNumber, column } = error as { lineNumber?: number; column?: number };
  const span = (start: number): Span => ({
    file: source.file,
    start,
    end: Math.min(start + 1, source.text.length),
  });
  if (lineNumber !== undefined && column !== undefined) {
    const start = offsetOf(lineStarts, { line: lineNumber, column });
    return errorAt(span(start), 'template-syntax', mismatch(text.replace(/ - \d+:\d+$/, '')));
  }
  const [headline = '', snippet = '', drawing = ''] = text.split('\n');
  const line = Number(/line (\d+)/.exec(headline)?.[1] ?? '1');
  const before = snippet.slice(0, drawing.indexOf('^')).replace(/^\.\.\./, '');
  if (text.endsWith("got 'EOF'")) {
    const open = openBraces(source.text);
    return errorAt({ file: source.file, ...open }, 'template-syntax', UNCLOSED, BRACES_HINT);
  }
  const start = offsetBehind(before, source.text, lineStarts[line - 1] ?? 0);
  return errorAt(span(start), 'template-syntax', UNREADABLE, BRACES_HINT);
}

/** What the end of the file was reached in: the last block without its end, else the last braces. */
function openBraces(text: string): Pick<Span, 'start' | 'end'> {
  const open: RegExpExecArray[] = [];
  for (const tag of text.matchAll(/\{\{~?([#^/])[^}]*\}\}/g)) {
    if (tag[1] === '/') open.pop();
    else if (tag[1] === '#') open.push(tag);
  }
  const block = open.pop();
  if (block !== undefined) return { start: block.index, end: block.index + block[0].length };
  const start = Math.max(0, text.lastIndexOf('{{'));
  return { start, end: Math.min(start + 2, text.length) };
}

/** Where `before` ends in the text, on the line that begins at `from` or later; it has lost its line ends. */
function offsetBehind(before: string, text: string, from: number): number {
  const kept = Array.from({ length: text.length }, (_, at) => at).filter((at) => text[at] !== '\n');
  const flat = text.replaceAll('\n', '');
  for (let at = flat.indexOf(before); at !== -1; at = flat.indexOf(before, at + 1)) {
    const offset = kept[at + before.length] ?? text.length;
    if (offset >= from) return offset;
  }
  return from;
}

/** “if doesn't match each” and the like, which name the two ends of a block. */
function mismatch(text: string): ReturnType<typeof message> {
  const ends = /^(\S+) doesn't match (\S+)$/.exec(text);
  return ends === null
    ? message(`模板语法有错：${text}`, `The template's syntax is wrong: ${text}`)
    : message(
        `{{#${ends[1]}}} 与 {{/${ends[2]}}} 不配对`,
        `{{#${ends[1]}}} is closed by {{/${ends[2]}}}, which is no pair`,
      );
}

const UNCLOSED = message(
  '这里的花括号或 {{#…}} 到模板结尾也没有关上',
  'These braces or this {{#…}} block are never closed',
);
const UNREADABLE = message('模板里的这处花括号读不懂', 'These braces of the template cannot be read');
const BRACES_HINT = message(
  '每个 {{ 要有 }}，每个 {{#if …}} 要有 {{/if}}。',
  'Each {{ needs its }}, and each {{#if …}} its {{/if}}.',
);
