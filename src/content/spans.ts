/**
 * Bracketed spans in a text, `[重点]{着重}` → the text without their mark-up, its characters marked.
 *
 * Brackets directly followed by braces are mark-up or an error; all other brackets are text.
 */

import { type Diagnostic, errorAt, type Message, meantHint, message } from '../diagnostics.ts';
import {
  type Draft,
  type DraftSpan,
  type Edit,
  rewrite,
  SPAN,
  sliceDraft,
  spanOf,
  toProse,
} from './draft.ts';
import type { Marking } from './issue.ts';
import { SPAN_NAMES, SPAN_WORDS, type SpanWord, spanWord, USAGE } from './span-words.ts';

/** A span as written: offsets of its `[`, its `]`, and behind its `}`. */
interface Written {
  readonly open: number;
  readonly close: number;
  readonly end: number;
  readonly marking: Marking;
}

interface Scan {
  readonly draft: Draft;
  readonly diagnostics: Diagnostic[];
}

export function readSpans(draft: Draft, diagnostics: Diagnostic[]): Draft {
  if (!/[\]］][{｛]/.test(draft.text)) return draft;
  const scan: Scan = { draft, diagnostics };
  reportFullWidth(scan);
  const found = writtenSpans(scan).sort((a, b) => a.open - b.open);
  return found.length === 0 ? draft : markSpans(scan, found);
}

/** From a `]` to behind its `}`: the name, and the value if there is one. */
const BRACES = /\]\{([^{}[\]\n=＝]*)(?:[=＝]([^{}[\]\n]*))?\}/y;

function writtenSpans(scan: Scan): Written[] {
  const { text } = scan.draft;
  const found: Written[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') open.push(at);
    if (text[at] !== ']') continue;
    const start = open.pop();
    BRACES.lastIndex = at;
    const braces = BRACES.exec(text);
    if (braces === null) reportUnclosed(scan, at);
    else {
      const marking = readBraces(scan, at, braces);
      const end = at + braces[0].length;
      if (marking !== null && start === undefined) reportUnopened(scan, at, end);
      else if (marking !== null) found.push({ open: start!, close: at, end, marking });
      at = end - 1;
    }
  }
  return found;
}

/** What the braces behind the `]` at `at` say; null after an error. */
function readBraces(scan: Scan, at: number, braces: RegExpExecArray): Marking | null {
  const [whole, name, value] = braces as unknown as [string, string, string | undefined];
  const word = spanWord(name.trim());
  if (word === null) {
    const text = message(`没有叫“${name.trim()}”的标记`, `there is no mark "${name.trim()}"`);
    const known = SPAN_WORDS.map(({ names }) => names);
    refuse(scan, at + 1, at + whole.length, 'unknown-span', text, [
      ...meantHint(name.trim(), SPAN_NAMES),
      message(
        `可用：${known.map(([zh]) => zh).join('、')}。`,
        `Known: ${known.map(([, en]) => en).join(', ')}.`,
      ),
    ]);
    return null;
  }
  const valueAt = at + whole.length - 1 - (value?.length ?? 0);
  const marking = markingOf(scan, word, value === undefined ? null : { text: value, at: valueAt });
  if (marking !== null) return marking;
  const text = message(`“${name.trim()}”的写法不对`, `"${name.trim()}" is not well formed`);
  refuse(scan, at + 1, at + whole.length, 'bad-span', text, [USAGE[word.value](name.trim())]);
  return null;
}

interface Value {
  readonly text: string;
  readonly at: number;
}

function markingOf({ draft }: Scan, { mark }: SpanWord, value: Value | null): Marking | null {
  const text = value?.text.trim() ?? '';
  if (mark === 'ruby') {
    if (value === null || text === '') return null;
    const from = value.at + value.text.indexOf(text);
    return { mark, reading: toProse(sliceDraft(draft, from, from + text.length)) };
  }
  if (mark === 'spread') return /^[1-9]\d?$/.test(text) ? { mark, width: Number(text) } : null;
  return value === null ? { mark } : null;
}

/** Takes the mark-up out and numbers the spans, outer ones first. */
function markSpans(scan: Scan, found: readonly Written[]): Draft {
  const { draft } = scan;
  const bits = [...draft.bits];
  const around = new Array<number>(draft.text.length).fill(0);
  const spans: DraftSpan[] = [];
  const edits: Edit[] = [];
  for (const { open, close, end, marking } of found) {
    const parent = around[open]!;
    const number = spans.push({ marking, parent });
    for (let at = open + 1; at < close; at++) {
      bits[at] = (draft.bits[at]! % SPAN) + number * SPAN;
      around[at] = number;
    }
    edits.push({ from: open, to: open + 1, text: '' }, { from: close, to: end, text: '' });
    if (draft.text.slice(open + 1, close).trim() === '') reportEmpty(scan, open, end);
    else if (isWithinItself(spans, number)) reportNested(scan, open, end);
  }
  edits.sort((a, b) => a.from - b.from);
  return rewrite({ ...draft, bits, spans }, edits);
}

function isWithinItself(spans: readonly DraftSpan[], number: number): boolean {
  const { marking, parent } = spans[number - 1]!;
  for (let n = parent; n > 0; n = spans[n - 1]!.parent) {
    if (spans[n - 1]!.marking.mark === marking.mark) return true;
  }
  return false;
}

function refuse(
  { draft, diagnostics }: Scan,
  from: number,
  to: number,
  ...[code, text, hints]: [string, Message, readonly Message[]]
): void {
  diagnostics.push(errorAt(spanOf(draft, from, to), code, text, ...hints));
}

/** `]{着重` and no `}`: a brace that begins with no known word is text. */
function reportUnclosed(scan: Scan, at: number): void {
  const rest = /^\]\{([^{}[\]\n=＝]{1,40})/.exec(scan.draft.text.slice(at, at + 42));
  if (rest === null) return;
  const word = SPAN_WORDS.find(({ names }) => names.some((name) => rest[1]!.trimStart().startsWith(name)));
  if (word === undefined) return;
  const text = message('标记的 } 没有写', 'the } of a mark is missing');
  refuse(scan, at, at + rest[0].length, 'unclosed-span', text, [USAGE[word.value](word.names[0])]);
}

function reportUnopened(scan: Scan, at: number, end: number): void {
  const text = message('标记的 [ 没有写', 'the [ of a mark is missing');
  const hint = message('在要标的文字前面写 [。', 'Write [ in front of the characters that it marks.');
  refuse(scan, at, end, 'unopened-span', text, [hint]);
}

function reportEmpty(scan: Scan, open: number, end: number): void {
  refuse(scan, open, end, 'empty-span', message('方括号里没有文字', 'there is no text in the brackets'), []);
}

function reportNested(scan: Scan, open: number, end: number): void {
  const text = message('同一种标记不能套在自己里面', 'a mark cannot stand within itself');
  refuse(scan, open, end, 'nested-span', text, [message('留外面的一个。', 'Keep the outer one.')]);
}

/** `［重点］｛着重｝`, as a Chinese input method types it, would be printed. */
function reportFullWidth(scan: Scan): void {
  for (const { 0: written, 1: name, index } of scan.draft.text.matchAll(
    /[\]］][{｛]\s*([^{}｛｝[\]［］\n=＝]{1,20}?)\s*(?:[=＝][^{}｛｝\n]{0,200})?[}｝]/g,
  )) {
    const isHalf = written.startsWith(']{') && written.endsWith('}');
    if (isHalf || spanWord(name!) === null) continue;
    const text = message(
      '标记的括号是全角的，会照原样印出',
      'the brackets of this mark are full-width and would be set',
    );
    const hint = message('请改用半角 [ ] { }。', 'Write them half-width: [ ] { }.');
    refuse(scan, index, index + written.length, 'full-width-span', text, [hint]);
  }
}
