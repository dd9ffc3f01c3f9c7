/** A YAML tree and a description of fields → typed values; everything that does not fit is a diagnostic. */

import {
  type Diagnostic,
  errorAt,
  type Message,
  meantHint,
  message,
  type Span,
  warningAt,
} from '../diagnostics.ts';
import { type Draft, type Edit, rewrite, spanOf } from './draft.ts';
import type { Fields, FieldType, Located, Values } from './field-types.ts';
import { joinLines } from './lines.ts';
import { partRows } from './row-ends.ts';
import { readScalar, type ScalarType } from './scalars.ts';
import { unwantedIn } from './source-text.ts';
import { type Tally, tally } from './tally.ts';
import {
  CHINESE_QUOTES,
  COLON_IN_TEXT,
  COMMENT_DOUBT,
  FULL_WIDTH_COLON,
  FULL_WIDTH_INDENT,
  leadingSign,
  PROSE_IN_FLOW,
  trapAt,
} from './yaml-traps.ts';
import type { YamlEntry, YamlNode, YamlRead } from './yaml-tree.ts';

export interface Checking {
  readonly yaml: YamlRead;
  /** Where to say that a required field is missing when nothing is there at all. */
  readonly start: Span;
  readonly counts: Tally;
  readonly diagnostics: Diagnostic[];
}

type Node<K extends YamlNode['kind']> = Extract<YamlNode, { kind: K }>;
type Record_ = Readonly<Record<string, unknown>>;

/** The fields of the whole tree. Of lines that YAML already complained about nothing more is said. */
export function checkFields<F extends Fields>(checking: Checking, fields: F): Values<F> {
  const { root } = checking.yaml;
  const values =
    root?.kind === 'map'
      ? readEntries(checking, root, fields)
      : Object.fromEntries(Object.keys(fields).map((name) => [name, null]));
  if (root === null) requireFields(checking, fields, new Map(), checking.start);
  else if (root.kind !== 'map') noFields(checking, root);
  // The one place where what was checked one by one becomes typed.
  return values as Values<F>;
}

/** A text where fields should be: most often its colons are full-width, and YAML sees one long value. */
function noFields(checking: Checking, root: YamlNode): void {
  const { draft } = root.kind === 'text' ? root : { draft: null };
  const colons = draft === null ? [] : [...draft.text.matchAll(/^([^\s:：]+)：/gm)];
  if (draft === null || colons.length === 0) {
    report(checking, errorAt(root.span, 'wrong-type', SHAPES.record, FIELD_A_LINE));
    return;
  }
  for (const { 1: name, index } of colons) {
    const at = index + name!.length;
    report(checking, trapAt(spanOf(draft, at, at + 1), FULL_WIDTH_COLON));
  }
}

function report(checking: Checking, diagnostic: Diagnostic): void {
  if (!checking.yaml.isDamaged(diagnostic.span!)) checking.diagnostics.push(diagnostic);
}

function readEntries(checking: Checking, map: Node<'map'>, fields: Fields): Record_ {
  const given = new Map<string, YamlEntry>();
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) values[name] = null;
  for (const entry of map.entries) {
    const name = nameOf(entry.key, fields);
    if (name === null) unknownField(checking, map, entry, fields);
    else if (given.has(name)) duplicateField(checking, entry, given.get(name)!);
    else {
      given.set(name, entry);
      if (entry.value.kind !== 'nothing') values[name] = readValue(checking, entry.value, fields[name]!.type);
    }
  }
  requireFields(checking, fields, given, map.entries[0]?.keySpan ?? map.span);
  return values;
}

function nameOf(key: string, fields: Fields): string | null {
  const names = namesOf.get(fields) ?? allNames(fields);
  namesOf.set(fields, names);
  return names.get(key) ?? null;
}

/** A field's name by its name and its aliases. */
const namesOf = new WeakMap<Fields, ReadonlyMap<string, string>>();

function allNames(fields: Fields): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name, { aliases }] of Object.entries(fields)) {
    for (const each of aliases) if (!names.has(each)) names.set(each, name);
  }
  for (const name of Object.keys(fields)) names.set(name, name);
  return names;
}

function unknownField(checking: Checking, map: Node<'map'>, entry: YamlEntry, fields: Fields): void {
  if (map.flow && entry.value.kind === 'nothing' && !entry.value.colon) {
    report(checking, trapAt(entry.keySpan, PROSE_IN_FLOW));
    return;
  }
  if (/^[\u3000\u00a0]/.test(entry.key)) {
    report(checking, trapAt(entry.keySpan, FULL_WIDTH_INDENT));
    return;
  }
  const names = Object.keys(fields);
  const known = names.flatMap((name) => [name, ...fields[name]!.aliases]);
  const zh = names.map((name) => [name, ...fields[name]!.aliases].join('/')).join('、');
  report(
    checking,
    errorAt(
      entry.keySpan,
      'unknown-field',
      message(`没有“${entry.key}”这个字段`, `there is no field "${entry.key}"`),
      ...meantHint(entry.key, known),
      message(`可用的字段：${zh}。`, `Fields here: ${names.join(', ')}.`),
    ),
  );
}

function duplicateField(checking: Checking, entry: YamlEntry, first: YamlEntry): void {
  const same = entry.key === first.key;
  report(
    checking,
    errorAt(
      entry.keySpan,
      'duplicate-field',
      same
        ? message(`字段“${entry.key}”写了两次`, `the field "${entry.key}" is given twice`)
        : message(
            `“${entry.key}”和“${first.key}”是同一个字段，写了两次`,
            `"${entry.key}" and "${first.key}" are one field, given twice`,
          ),
      message('请只留一个。', 'Keep one of them.'),
    ),
  );
}

/** After a fault of the YAML nobody knows what is missing. */
function requireFields(
  checking: Checking,
  fields: Fields,
  given: ReadonlyMap<string, YamlEntry>,
  place: Span,
): void {
  if (checking.yaml.diagnostics.length > 0) return;
  for (const [name, field] of Object.entries(fields)) {
    if (!field.required || (given.has(name) && given.get(name)!.value.kind !== 'nothing')) continue;
    const { zh, en } = field.doc;
    const alias = field.aliases[0] === undefined ? '' : `（${field.aliases[0]}）`;
    report(
      checking,
      errorAt(
        given.get(name)?.keySpan ?? place,
        'missing-field',
        message(`缺少必填字段 ${name}${alias}`, `the field "${name}" is missing`),
        message(`${name}：${zh}。`, `${name}: ${en}.`),
      ),
    );
  }
}

/** A value by its type, or null if it does not fit. */
function readValue(checking: Checking, node: YamlNode, type: FieldType): unknown {
  switch (type.kind) {
    case 'prose':
    case 'text':
    case 'whole':
    case 'choice':
    case 'words':
    case 'range':
    case 'area':
    case 'point':
    case 'shape':
      return readText(checking, node, type);
    case 'drawing':
      return readDrawing(checking, node);
    case 'numbers':
      return readNumbers(checking, node, type);
    case 'list':
      return readList(checking, node, type);
    case 'record':
      return readRecord(checking, node, type.fields);
    case 'record-or-path':
      return readRecordOrPath(checking, node, type.fields);
    case 'dictionary':
      return readDictionary(checking, node, type.fields);
  }
}

const SHAPES = {
  text: message('这里应是一行文字', 'a line of text is expected here'),
  list: message('这里应是列表', 'a list is expected here'),
  record: message('这里应是若干“字段: 值”', 'fields ("name: value") are expected here'),
};
const AS_LIST = message('每项一行，以“- ”开头。', 'One item a line, each behind "- ".');
const FIELD_A_LINE = message('每行写“字段: 值”。', 'Write "field: value", one a line.');
const AS_RECORD = message(
  '每行写“字段: 值”，向右缩进两格。',
  'Write "field: value", one a line, indented by two.',
);

function readText(
  checking: Checking,
  node: YamlNode,
  type: ScalarType | Extract<FieldType, { kind: 'prose' }>,
): unknown {
  if (node.kind !== 'text') {
    const sign = node.kind === 'list' ? '[' : '{';
    if (node.kind !== 'nothing' && node.flow) report(checking, trapAt(node.span, leadingSign(sign)));
    else report(checking, errorAt(node.span, 'wrong-type', SHAPES.text));
    return null;
  }
  const scrubbed = scrub(node.draft, checking.counts);
  const hasRows = type.kind === 'prose' && type.rows;
  const draft = joinLines(hasRows ? partRows(scrubbed, node.style === 'literal') : scrubbed);
  if (type.kind === 'prose') {
    const { comment } = node;
    if (comment?.blanks === 1 && !comment.tight) {
      report(
        checking,
        warningAt(comment.span, COMMENT_DOUBT.code, COMMENT_DOUBT.text, ...COMMENT_DOUBT.hints),
      );
    }
    if (draft.text.length <= PROSE_LIMIT) return draft.text.trim() === '' ? null : draft;
    report(checking, errorAt(node.span, 'text-too-long', proseTooLong(draft.text.length)));
    return null;
  }
  const isProse = type.kind === 'text' && type.form === 'any';
  if (!isProse && isQuoted(draft.text)) {
    report(checking, trapAt(node.span, CHINESE_QUOTES));
    return null;
  }
  const read = readScalar(type, draft.text);
  if ('value' in read) return { value: read.value, span: node.span };
  report(checking, errorAt(node.span, read.fault.code, read.fault.text, ...read.fault.hints));
  return null;
}

const DRAW_ROWS = message(
  '冒号后写 |，下面每行一排，缩进两格。',
  'Write | behind the colon, and below it a row a line, indented by two.',
);

/** Lines below a `|`. */
function readDrawing(checking: Checking, node: YamlNode): Draft | null {
  if (node.kind === 'text' && node.style === 'literal') return scrub(node.draft, checking.counts);
  report(
    checking,
    errorAt(node.span, 'wrong-type', message('这里应是几行字', 'lines are expected here'), DRAW_ROWS),
  );
  return null;
}

/** “05”: the quotes of a Chinese keyboard, which YAML does not take for its own. */
export function isQuoted(text: string): boolean {
  return /^[“‘][^“”‘’]*[”’]$/.test(text);
}

/** Characters of a head part or a caption, far more than a page has room for. */
const PROSE_LIMIT = 2000;

function proseTooLong(length: number): Message {
  return message(
    `这里有 ${length} 字，上限是 ${PROSE_LIMIT} 字；正文请写在 --- 之后`,
    `${length} characters stand here, of at most ${PROSE_LIMIT}; the text belongs behind the ---`,
  );
}

/** An escape in double quotes may name what the file itself must not hold. */
function scrub(draft: Draft, counts: Tally): Draft {
  const edits: Edit[] = [];
  for (const { from, to, kind, text } of unwantedIn(draft.text)) {
    if (kind !== null) tally(counts, kind);
    edits.push({ from, to, text });
  }
  return rewrite(draft, edits);
}

function readList(checking: Checking, node: YamlNode, type: Extract<FieldType, { kind: 'list' }>): unknown {
  if (node.kind !== 'list') {
    report(checking, errorAt(node.span, 'wrong-type', SHAPES.list, AS_LIST));
    return null;
  }
  const isProse = type.of.kind === 'prose' || (type.of.kind === 'text' && type.of.form === 'any');
  const items: unknown[] = [];
  for (const item of node.items) {
    if (item.kind === 'nothing') report(checking, errorAt(item.span, 'empty-item', EMPTY_ITEM, DROP_ITEM));
    else if (isProse && item.kind === 'map' && !item.flow) report(checking, trapAt(item.span, COLON_IN_TEXT));
    else {
      const value = readValue(checking, item, type.of);
      if (value !== null) items.push(value);
    }
  }
  if (isProse && node.flow) for (const item of node.items.slice(1)) reportCut(checking, node, item);
  return { value: items, span: node.span };
}

const EMPTY_ITEM = message('这一项是空的', 'this item is empty');
const DROP_ITEM = message('请填上内容，或删去这一行。', 'Fill it in, or remove the line.');

/** `[甲,乙]`: a comma with nothing behind it is more likely the text's own than the list's. */
function reportCut(checking: Checking, list: Node<'list'>, item: YamlNode): void {
  const before = list.items[list.items.indexOf(item) - 1]!;
  const isCut = item.kind === 'text' && item.style === 'plain' && item.span.start - before.span.end === 1;
  if (isCut) report(checking, trapAt(item.span, PROSE_IN_FLOW));
}

function readRecord(checking: Checking, node: YamlNode, fields: Fields): Located<Record_> | null {
  if (node.kind === 'map') return { value: readEntries(checking, node, fields), span: node.span };
  report(checking, errorAt(node.span, 'wrong-type', SHAPES.record, AS_RECORD));
  return null;
}

function readRecordOrPath(checking: Checking, node: YamlNode, fields: Fields): unknown {
  if (node.kind === 'text') {
    return { value: { path: joinLines(node.draft).text }, span: node.span };
  }
  const read = readRecord(checking, node, fields);
  return read === null ? null : { value: { record: read.value }, span: read.span };
}

function readDictionary(checking: Checking, node: YamlNode, fields: Fields): unknown {
  if (node.kind !== 'map') {
    report(checking, errorAt(node.span, 'wrong-type', SHAPES.record, AS_RECORD));
    return null;
  }
  const entries = new Map<string, Located<Record_>>();
  const first = new Map<string, YamlEntry>();
  for (const entry of node.entries) {
    if (first.has(entry.key)) duplicateField(checking, entry, first.get(entry.key)!);
    first.set(entry.key, entry);
    const value = readRecord(checking, entry.value, fields);
    if (value !== null) entries.set(entry.key, value);
  }
  return { value: entries, span: node.span };
}

function readNumbers(
  checking: Checking,
  node: YamlNode,
  type: Extract<FieldType, { kind: 'numbers' }>,
): unknown {
  const words =
    node.kind === 'list' ? node.items.map((item) => (item.kind === 'text' ? item.draft.text : '')) : [];
  const values = words.map((word) => (/^\d{1,3}$/.test(word) ? Number(word) : Number.NaN));
  if (values.length === type.count && values.every((value) => value <= type.max)) {
    return { value: values, span: node.span };
  }
  const { count, max } = type;
  const text = message(
    `应是 ${count} 个 0 到 ${max} 的整数`,
    `${count} whole numbers from 0 to ${max} are expected`,
  );
  report(checking, errorAt(node.span, 'bad-value', text));
  return null;
}
