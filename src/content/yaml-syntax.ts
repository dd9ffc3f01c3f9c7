/** The YAML library's errors and a text's comments → the traps they are, one a line, with their places. */

import type { YAMLError } from 'yaml';
import type { Diagnostic, Span } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';
import type { SourceText } from './source-text.ts';
import * as traps from './yaml-traps.ts';

/** A comment on the line of a value. */
export interface Comment {
  /** `#` with something right behind it: `#1 工程`. */
  readonly tight: boolean;
  /** Blanks in front of the `#`. */
  readonly blanks: number;
  readonly span: Span;
}

/**
 * The comment behind a plain value that ends at `at`: on its line, or on the next, indented deeper than the
 * key at `column`, where it stands in the place of text that goes on.
 */
export function commentBehind(source: SourceText, at: number, column: number): Comment | null {
  const found = /^([ \t]*)(#[^\n]*)|^[ \t]*\n( *)(#[^\s#][^\n]*)/.exec(source.clean.slice(at, at + 400));
  if (found === null) return null;
  const [whole, blanks, comment, indent, below] = found;
  if (below !== undefined && indent!.length <= column) return null;
  const text = comment ?? below!;
  const start = at + whole.length - text.length;
  return {
    tight: /^#[^\s#!]/.test(text),
    blanks: blanks?.length ?? 0,
    span: spanInFile(source.map, start, start + text.length),
  };
}

/** A line that the syntax complains of. */
export interface SyntaxTrap {
  readonly diagnostic: Diagnostic;
  readonly effect: traps.Trap['effect'];
  /** In the clean text. */
  readonly from: number;
  readonly to: number;
}

/**
 * One trap a line, up to one that breaks the tree: what the library says behind that is its echo. `base`: where
 * the YAML text begins in the clean text.
 */
export function syntaxTraps(source: SourceText, base: number, errors: readonly YAMLError[]): SyntaxTrap[] {
  const found = new Map<number, SyntaxTrap>();
  const indented = errors.length === 0 ? null : fullWidthIndent(source, base);
  if (indented !== null) return [indented];
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const at = placeOfError(source, base, error);
    const from = source.clean.lastIndexOf('\n', at - 1) + 1;
    const newline = source.clean.indexOf('\n', at);
    const to = newline === -1 ? source.clean.length : newline;
    if (found.has(from)) continue;
    const { trap, place } = classify(source.clean.slice(from, to), error);
    const start = place === 'error' ? at : place === 'next line' ? nextText(source, to) : from + place;
    const end = Math.min(start + 1, source.clean.length);
    const diagnostic = traps.trapAt(spanInFile(source.map, start, end), trap);
    found.set(from, { diagnostic, effect: trap.effect, from, to });
    if (trap.effect === 'breaks') break;
  }
  return [...found.values()];
}

function nextText(source: SourceText, at: number): number {
  const found = source.clean.slice(at).search(/\S/);
  return found === -1 ? at : at + found;
}

/** The first line that begins with a full-width blank and is a field: YAML takes the blank for its name. */
function fullWidthIndent(source: SourceText, base: number): SyntaxTrap | null {
  const line = /^ *[\u3000\u00a0][^\S\n]*[^\s:：]+\s*:(?=\s|$)[^\n]*/m.exec(source.clean.slice(base));
  if (line === null) return null;
  const from = base + line.index;
  const blanks = /^\s+/.exec(line[0])![0].length;
  const diagnostic = traps.trapAt(spanInFile(source.map, from, from + blanks), traps.FULL_WIDTH_INDENT);
  return { diagnostic, effect: traps.FULL_WIDTH_INDENT.effect, from, to: from + line[0].length };
}

/** An open quote or bracket is noticed behind it; its place is where it opens. */
function placeOfError(source: SourceText, base: number, error: YAMLError): number {
  const at = Math.min(base + error.pos[0], source.clean.length);
  if (isOpenBracket(error)) return openBracket(source.clean, base, at);
  if (!isOpenQuote(error)) return at;
  const quote = error.message.includes('"') ? '"' : "'";
  const opening = new RegExp(`(?:: +|- +|^)${quote}(?![^\\n]*${quote}[ \\t]*(?:#|$))`, 'gm');
  const found = opening.exec(source.clean.slice(base, at));
  return found === null ? at : base + found.index + found[0].length - 1;
}

function isOpenQuote(error: YAMLError): boolean {
  return error.message.startsWith('Missing closing');
}

function isOpenBracket(error: YAMLError): boolean {
  return error.message.startsWith('Flow ') && /end with a [\]}]$/.test(error.message);
}

/** The last bracket before `at` that none closes. */
function openBracket(text: string, base: number, at: number): number {
  let closed = 0;
  for (let k = at - 1; k >= base; k--) {
    if (text[k] === ']' || text[k] === '}') closed += 1;
    else if (text[k] === '[' || text[k] === '{') {
      if (closed === 0) return k;
      closed -= 1;
    }
  }
  return at;
}

/** `- key: value` → what stands before the value, and the value. */
const FIELD = /^(\s*(?:- +)*[^\s:：][^:：]*?\s*:[ \t]+)(.*)$/;
const ITEM = /^(\s*- +)(.*)$/;

/** A trap and where it is told: at the error, at an offset of the line, or where the next line's text begins. */
interface Classified {
  readonly trap: traps.Trap;
  readonly place: number | 'error' | 'next line';
}

function classify(line: string, error: YAMLError): Classified {
  const [, before, value = ''] = FIELD.exec(line) ?? ITEM.exec(line) ?? [];
  const sign = value[0] ?? '';
  const told = (trap: traps.Trap, place: Classified['place'] = 'error'): Classified => ({ trap, place });
  if (error.code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) return told(traps.TAB);
  if (error.code === 'MULTIPLE_DOCS') return told(traps.DOCUMENTS);
  if (isOpenQuote(error)) return told(traps.OPEN_QUOTE);
  if (isOpenBracket(error)) return told(traps.OPEN_BRACKET);
  if (error.code === 'BAD_DQ_ESCAPE') return told(traps.ESCAPE);
  if (sign === '"' || sign === "'") return told(traps.LEADING_QUOTE);
  if (/^- /.test(value)) return told(traps.LEADING_DASH, before!.length);
  if (sign !== '' && '@`%,[]{}*&!|>?'.includes(sign)) return told(traps.leadingSign(sign), before!.length);
  if (/: |:$/.test(value)) return told(traps.COLON_IN_TEXT, before!.length);
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') return told(traps.INDENT, 'next line');
  if (error.message.startsWith('Sequence item without')) return told(traps.INDENT, line.search(/\S/));
  return told(classifyStructure(line, error));
}

/** Lines that are no field at all. */
function classifyStructure(line: string, error: YAMLError): traps.Trap {
  if (error.code === 'MISSING_CHAR' || error.code === 'MULTILINE_IMPLICIT_KEY') {
    if (/^\s*(?:- +)*[^\s:：]+：/.test(line)) return traps.FULL_WIDTH_COLON;
    if (/^\s*(?:- +)*[^\s:]+:\S/.test(line)) return traps.COLON_WITHOUT_BLANK;
    if (!/:(?: |$)/.test(line) && !ITEM.test(line)) return traps.NO_FIELD;
  }
  if (error.code === 'BAD_INDENT' || ITEM.test(line)) return traps.INDENT;
  return traps.otherSyntax(error.message);
}
