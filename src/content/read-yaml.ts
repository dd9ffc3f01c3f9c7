/**
 * YAML text → a tree of plain nodes, every scalar a string, every node with its place; what YAML would cut,
 * bend or refuse is a diagnostic with its cure.
 */

import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Range,
  type Scalar,
} from 'yaml';
import { type Diagnostic, errorAt, type Message, message, type Span } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';
import { NESTING_LIMIT } from './nesting.ts';
import { plainFields } from './plain-fields.ts';
import type { SourceText } from './source-text.ts';
import { tooDeepAt } from './yaml-depth.ts';
import { type ScalarStyle, scalarText } from './yaml-scalars.ts';
import { commentBehind, type SyntaxTrap, syntaxTraps } from './yaml-syntax.ts';
import { COMMENT_CUTS, leadingSign, trapAt } from './yaml-traps.ts';
import type { YamlEntry, YamlNode, YamlRead } from './yaml-tree.ts';

/** Reads the part `from`–`to` of a source's clean text. */
export function readYaml(source: SourceText, from: number, to: number): YamlRead {
  if (to - from > YAML_LIMIT) return refuse(source, from, 'yaml-too-long', TOO_LONG);
  const plain = plainFields(source, from, to);
  if (plain !== null) return { root: plain, diagnostics: [], isDamaged: () => false };
  const deep = tooDeepAt(source.clean.slice(from, to));
  if (deep !== null) return refuse(source, from + deep, 'yaml-too-deep', TOO_DEEP);
  const { document, traps } = parse(source, from, to);
  const told = traps.slice(0, REPAIRS);
  const damaged = told.map((trap) => spanInFile(source.map, trap.from, trap.to));
  const isDamaged = (span: Span): boolean => damaged.some((d) => span.start <= d.end && d.start <= span.end);
  const diagnostics = told.map(({ diagnostic }) => diagnostic);
  const context: Context = { source, base: from, diagnostics, isDamaged };
  const isBroken = traps.length > REPAIRS || traps.some(({ effect }) => effect === 'breaks');
  const root = document.contents === null || isBroken ? null : nodeOf(context, document.contents, 0);
  return { root: root?.kind === 'nothing' ? null : root, diagnostics, isDamaged };
}

/** Characters. The parser takes a second for so many; a front matter has a few hundred. */
const YAML_LIMIT = 100_000;

function refuse(source: SourceText, at: number, code: string, text: Message): YamlRead {
  const place = spanInFile(source.map, at, at + 1);
  return { root: null, diagnostics: [errorAt(place, code, text)], isDamaged: () => true };
}

const TOO_LONG = message('字段部分超过 10 万字符的上限', 'the fields exceed 100,000 characters');

const TOO_DEEP = message(
  `YAML 嵌套超过 ${NESTING_LIMIT} 层`,
  `the YAML is nested more than ${NESTING_LIMIT} deep`,
);

/** More faulty lines than anybody repairs from one list: the rest is neither told nor trusted. */
const REPAIRS = 50;

/** Parses, and again without the lines that run into their neighbours, so that these are still checked. */
function parse(source: SourceText, from: number, to: number): { document: Document; traps: SyntaxTrap[] } {
  const joined: SyntaxTrap[] = [];
  let text = source.clean.slice(from, to);
  for (;;) {
    const document = parseDocument(text, {
      schema: 'failsafe',
      prettyErrors: false,
      uniqueKeys: false,
      // “silent” would keep a second document to itself; with prettyErrors off nothing is printed.
      logLevel: 'error',
    });
    const traps = syntaxTraps(source, from, document.errors);
    const joining = traps.filter(({ effect }) => effect === 'joins');
    if (joining.length === 0 || joined.length + traps.length > REPAIRS)
      return { document, traps: [...joined, ...traps] };
    for (const line of joining) {
      joined.push(line);
      const blanks = ' '.repeat(line.to - line.from);
      text = text.slice(0, line.from - from) + blanks + text.slice(line.to - from);
    }
  }
}

interface Context {
  readonly source: SourceText;
  /** Where the YAML text begins in the source's clean text. */
  readonly base: number;
  readonly diagnostics: Diagnostic[];
  readonly isDamaged: (span: Span) => boolean;
}

/** `column`: of the key or dash to which the node belongs, from 0. */
function nodeOf(context: Context, node: unknown, column: number): YamlNode {
  if (isAlias(node)) {
    const span = place(context, node.range!);
    report(context, trapAt(span, leadingSign('*')));
    return { kind: 'nothing', colon: true, span };
  }
  if (isScalar(node)) return scalarOf(context, node, column);
  if (!isMap(node) && !isSeq(node)) throw new Error('a YAML node of no known kind');
  refuseAnchor(context, node);
  const span = place(context, node.range!);
  const flow = node.flow === true;
  if (isSeq(node))
    return { kind: 'list', items: node.items.map((item) => nodeOf(context, item, column)), flow, span };
  return { kind: 'map', entries: node.items.map((pair) => entryOf(context, pair)), flow, span };
}

function entryOf(context: Context, pair: Pair<unknown, unknown>): YamlEntry {
  const start = isNode(pair.key) ? context.base + pair.key.range![0] : context.base;
  const column = columnOf(context, start);
  const key = nodeOf(context, pair.key, column);
  const name = key.kind === 'text' ? key.draft.text : '';
  if (pair.value === null) {
    return { key: name, keySpan: key.span, value: { kind: 'nothing', colon: false, span: key.span } };
  }
  const value = nodeOf(context, pair.value, column);
  return {
    key: name,
    keySpan: key.span,
    value: value.kind === 'nothing' ? { ...value, span: key.span } : value,
  };
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function scalarOf(context: Context, node: Scalar, column: number): YamlNode {
  const { source, base } = context;
  const [start, end] = node.range!;
  const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
  refuseAnchor(context, node);
  const span = place(context, node.range!);
  const comment = style === 'plain' ? commentBehind(source, base + end, column) : null;
  if (comment?.tight === true) report(context, trapAt(comment.span, COMMENT_CUTS));
  if (style === 'plain' && end === start) return { kind: 'nothing', colon: true, span };
  return { kind: 'text', draft: scalarText(source, base + start, base + end, style), style, comment, span };
}

/** `&name` and `!tag` in front of a value: prose that YAML takes for its own. */
function refuseAnchor(context: Context, node: Node): void {
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  const sign = anchor !== undefined ? '&' : tag !== undefined ? '!' : null;
  if (sign === null) return;
  const at = context.source.clean.lastIndexOf(sign, context.base + node.range![0]);
  report(context, trapAt(placeOf(context, at, at + 1), leadingSign(sign)));
}

/** Not on a line about which the syntax already spoke. */
function report(context: Context, diagnostic: Diagnostic): void {
  if (!context.isDamaged(diagnostic.span!)) context.diagnostics.push(diagnostic);
}

/** A collection's range goes on to the next line's text; its place does not. */
function place(context: Context, [start, end]: Range): Span {
  const text = context.source.clean.slice(context.base + start, context.base + end);
  return placeOf(context, context.base + start, context.base + start + text.trimEnd().length);
}

/** Offsets in the clean text → the place in the file. */
function placeOf(context: Context, from: number, to: number): Span {
  return spanInFile(context.source.map, from, to);
}

/** How far a place is from the start of its line. */
function columnOf(context: Context, at: number): number {
  return at - (context.source.clean.lastIndexOf('\n', at - 1) + 1);
}
