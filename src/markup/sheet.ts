/** styles.css → rules that match elements, in the order in which they win, and what is wrong in it. */

import type { Declaration as CssDeclaration, CssNode } from 'css-tree';
import parseCss from 'css-tree/parser';
import type { SourceFile } from '../content/issue.ts';
import { type Diagnostic, errorAt, type Message, meantHint, message, type Span } from '../diagnostics.ts';
import { memo } from '../memo.ts';
import type { ElementNode } from './parse.ts';
import { PROPERTIES, PROPERTY_NAMES, type PropertyName, type Style } from './properties.ts';
import { type Asks, classesIn, compileSelector } from './selectors.ts';
import { isRefusal, type Names, type Refusal, type Token, tokenOf } from './values.ts';

export interface Declaration {
  readonly property: PropertyName;
  readonly value: Style[PropertyName];
  readonly span: Span;
}

export interface Rule {
  readonly matches: (element: ElementNode) => boolean;
  readonly asks: Asks;
  readonly declarations: readonly Declaration[];
}

export interface Sheet {
  readonly file: string;
  /** Rising: a later rule's declarations win. */
  readonly rules: readonly Rule[];
  /** Classes that its selectors name, in the order of the file. */
  readonly classes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Properties whose values were refused. */
  readonly refused: ReadonlySet<string>;
  /** Whether refused values are all that is wrong with it: every rule and declaration was understood. */
  readonly isWhole: boolean;
}

const sheets = memo<Sheet>();

export function readSheet(source: SourceFile, names: Names): Sheet {
  const drawings = [...names.ornaments].flatMap(([file, { key, width, height }]) => [
    file,
    key,
    width,
    height,
  ]);
  const { hao, swatches, families } = names;
  const key = [source.file, source.text, hao, ...swatches, '', ...families, '', ...drawings].join('\u0000');
  return sheets(key, () => makeSheet(source, names));
}

interface Reading {
  readonly file: string;
  readonly text: string;
  readonly names: Names;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly refuse: (property: PropertyName, diagnostic: Diagnostic) => void;
}

function makeSheet(source: SourceFile, names: Names): Sheet {
  const diagnostics: Diagnostic[] = [];
  const refused = new Set<string>();
  let isWhole = true;
  const reading: Reading = {
    file: source.file,
    text: source.text,
    names,
    report: (diagnostic) => {
      diagnostics.push(diagnostic);
      isWhole = false;
    },
    refuse: (property, diagnostic) => {
      diagnostics.push(diagnostic);
      refused.add(property);
    },
  };
  const ast = parseCss(source.text, {
    positions: true,
    onParseError: (error) => {
      const { offset } = error as unknown as { offset: number };
      reading.report(syntaxError(reading, offset, error.message));
    },
  });
  const nodes = ast.type === 'StyleSheet' ? ast.children.toArray() : [];
  const ranked = nodes.flatMap((node) => readRule(node, reading));
  // Stable: rules of one specificity keep the order of the file.
  ranked.sort((a, b) => a.specificity - b.specificity);
  const classes = [
    ...new Set(nodes.flatMap((node) => (node.type === 'Rule' ? classesIn(node.prelude) : []))),
  ];
  return { file: source.file, rules: ranked, classes, diagnostics, refused, isWhole };
}

interface RankedRule extends Rule {
  readonly specificity: number;
}

/** One rule for each selector of its list. */
function readRule(node: CssNode, reading: Reading): readonly RankedRule[] {
  if (node.type === 'Comment' || node.type === 'Raw' || node.type === 'WhiteSpace') return [];
  if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') {
    reading.report(errorAt(spanOf(node, reading), 'style-syntax', NO_AT_RULES));
    return [];
  }
  const declarations = node.block.children.toArray().flatMap((child) => readDeclaration(child, reading));
  return node.prelude.children.toArray().flatMap((selector) => {
    const span = spanOf(selector, reading);
    const compiled = compileSelector(selector, reading.text.slice(span.start, span.end));
    if (compiled.kind === 'selector') return [{ ...compiled, declarations }];
    reading.report(errorAt(span, 'bad-selector', compiled.message, ...compiled.hints));
    return [];
  });
}

const NO_AT_RULES = message(
  '样式表里只有“选择器 { 属性: 值; }”，没有 @ 规则',
  'A style sheet holds rules, "selector { property: value; }", and no @-rules',
);

function readDeclaration(node: CssNode, reading: Reading): readonly Declaration[] {
  if (node.type === 'Comment' || node.type === 'Raw') return [];
  const span = spanOf(node, reading);
  if (node.type !== 'Declaration') {
    reading.report(errorAt(span, 'style-syntax', NO_NESTING));
    return [];
  }
  const property = PROPERTY_NAMES.find((name) => name === node.property);
  if (property === undefined) {
    const nameSpan = { ...span, end: span.start + node.property.length };
    reading.report(errorAt(nameSpan, 'unknown-property', ...unknownProperty(node.property)));
    return [];
  }
  if (node.important) reading.report(errorAt(span, 'style-syntax', NO_IMPORTANT));
  const value = readValue(property, node, reading);
  return value === undefined ? [] : [{ property, value, span }];
}

const NO_NESTING = message('规则里面不能再套规则', 'A rule may not hold another rule');
const NO_IMPORTANT = message(
  '样式表不认 !important：写得更具体的选择器优先',
  'There is no !important: the more specific selector wins',
);

function unknownProperty(name: string): [Message, ...Message[]] {
  const list = message(`属性有：${PROPERTY_NAMES.join('、')}。`, `Known: ${PROPERTY_NAMES.join(', ')}.`);
  const meant = meantHint(name, PROPERTY_NAMES);
  const text = message(`没有叫“${name}”的样式属性`, `There is no property "${name}"`);
  return meant.length > 0 ? [text, ...meant] : [text, list];
}

/** `undefined` if the value is refused, which is reported. */
function readValue(
  property: PropertyName,
  node: CssDeclaration,
  reading: Reading,
): Style[PropertyName] | undefined {
  const { read, takes } = PROPERTIES[property];
  const tokens: Token[] =
    node.value.type === 'Value' ? node.value.children.toArray().map(tokenOf) : [{ kind: 'other' }];
  const value: Style[PropertyName] | Refusal = read(tokens, reading.names);
  if (!isRefusal(value)) return value;
  const span = spanOf(node.value, reading);
  const written = reading.text.slice(span.start, span.end);
  const text =
    value.message ?? message(`${property} 不能是“${written}”`, `"${written}" is no value for ${property}`);
  // A name that is unknown has its own list of those that are known.
  const form =
    value.code === 'bad-value'
      ? [message(`${property} 可写：${takes.zh}。`, `${property} takes: ${takes.en}.`)]
      : [];
  const hints = [...fullWidthHint(written), ...value.hints, ...form];
  reading.refuse(property, errorAt(span, value.code, text, ...hints));
  return undefined;
}

/** css-tree counts the blanks behind a value or a nested rule in. */
function spanOf(node: CssNode, { file, text }: Reading): Span {
  const start = node.loc?.start.offset ?? 0;
  const written = text.slice(start, node.loc?.end.offset ?? 0);
  return { file, start, end: start + written.trimEnd().length };
}

/** css-tree goes on behind what it cannot read; a full-width mark is the usual slip of a Chinese keyboard. */
function syntaxError({ file, text }: Reading, offset: number, said: string): Diagnostic {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  const slip = FULL_WIDTH.exec(line);
  const start = slip === null ? offset : lineStart + slip.index;
  return errorAt(
    { file, start, end: Math.min(start + 1, text.length) },
    'style-syntax',
    message('样式表这里读不懂', `The style sheet cannot be read here: ${said}`),
    ...fullWidthHint(line),
    message('每条样式写成“属性: 值;”。', 'Write each declaration as "property: value;".'),
  );
}

const FULL_WIDTH = /[：；｛｝，]/;

function fullWidthHint(written: string): readonly Message[] {
  const slip = FULL_WIDTH.exec(written);
  if (slip === null) return [];
  return [
    message(
      `“${slip[0]}”是全角的，样式表里的标点要用半角。`,
      `"${slip[0]}" is full-width; punctuation in a style sheet is half-width.`,
    ),
  ];
}
