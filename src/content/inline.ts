/** The inline part of a Markdown tree → a draft with its marks; what cannot be set yet is an error. */

import type { Nodes, PhrasingContent, Text } from 'mdast';
import { type Diagnostic, errorAt, message, type Span, warningAt } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';
import { type Draft, draftOf, EMPHASIS, joinDrafts, STRONG, spanOf } from './draft.ts';
import type { Located } from './field-types.ts';
import type { SourceText } from './source-text.ts';

export interface Reading {
  readonly source: SourceText;
  /** Where the text given to the Markdown parser begins in the clean text. */
  readonly base: number;
  readonly diagnostics: Diagnostic[];
  readonly readTable: ReadTable;
}

/** The path of a table's file as written → its text; null where there is none, which it says. */
export type ReadTable = (given: Located<string>) => SourceText | null;

/** Line ends stay in the draft as `\n`. `nodes` are the children of a block that begins at `start`. */
export function inlineDraft(reading: Reading, nodes: readonly PhrasingContent[], start: number): Draft {
  const draft = joinDrafts(pieces(reading, nodes, 0), draftOf(reading.source, start, start));
  reportStars(reading, draft);
  return draft;
}

function pieces(reading: Reading, nodes: readonly PhrasingContent[], bits: number): Draft[] {
  return nodes.flatMap((node): Draft[] => {
    switch (node.type) {
      case 'text':
        return textPieces(reading, node, bits);
      case 'strong':
        return pieces(reading, node.children, bits | STRONG);
      case 'emphasis':
        reportProduct(reading, node);
        return pieces(reading, node.children, bits | EMPHASIS);
      case 'break':
        // Two blanks at a line's end: nobody sees them, so they mean no more than the line end itself.
        return [draftOf(reading.source, to(reading, node) - 1, to(reading, node), bits)];
      default:
        reading.diagnostics.push(notYet(reading, node));
        return [];
    }
  });
}

/**
 * A text node's lines. Its value has lost the marks of a quote and the blanks at the edges of lines, so each
 * line is the end of the same line of the file.
 */
function textPieces(reading: Reading, node: Text, bits: number): Draft[] {
  const { source } = reading;
  const drafts: Draft[] = [];
  let at = from(reading, node);
  const lines = node.value.split('\n');
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1;
    const newline = isLast ? to(reading, node) : source.clean.indexOf('\n', at);
    let end = newline;
    if (!isLast) while (isBlank(source.clean[end - 1]) && end > at) end -= 1;
    drafts.push(draftOf(source, end - line.length, end, bits));
    if (!isLast) drafts.push(draftOf(source, newline, newline + 1, bits));
    at = newline + 1;
  });
  return drafts;
}

function isBlank(c: string | undefined): boolean {
  return c === ' ' || c === '\t';
}

/** Where a node begins and ends in the clean text. */
export function from({ base }: Reading, node: Nodes): number {
  return base + node.position!.start.offset!;
}

export function to({ base }: Reading, node: Nodes): number {
  return base + node.position!.end.offset!;
}

export function spanOfNode(reading: Reading, node: Nodes): Span {
  return spanInFile(reading.source.map, from(reading, node), to(reading, node));
}

const NAMES: Readonly<Record<string, readonly [code: string, zh: string, en: string]>> = {
  image: ['body-image', '图片', 'a picture in the text'],
  thematicBreak: ['body-rule', '分隔线（---、***）', 'a rule (---, ***)'],
};

/** A part of the dialect that no later stage sets so far: said, not dropped. */
export function notYet(reading: Reading, node: Nodes): Diagnostic {
  const [code, zh, en] = NAMES[node.type] ?? ['body-unknown', `“${node.type}”`, `"${node.type}"`];
  const cure =
    node.type === 'image'
      ? message(
          '请把图片写在稿件开头的 photos（图片）里。',
          'List the picture under photos in the front matter.',
        )
      : message('请改成段落，或暂时删去。', 'Write it as paragraphs, or take it out for now.');
  return errorAt(
    spanOfNode(reading, node),
    code,
    message(`正文里还不能排${zh}`, `${en} cannot be set yet`),
    cure,
  );
}

/** `2*3*4` is emphasis to Markdown, and would print 234. */
function reportProduct(reading: Reading, node: PhrasingContent): void {
  const { source, diagnostics } = reading;
  const text = source.clean;
  const isDigit = (c: string | undefined): boolean => c !== undefined && /[0-9]/.test(c);
  if (!isDigit(text[from(reading, node) - 1]) || !isDigit(text[from(reading, node) + 1])) return;
  diagnostics.push(
    errorAt(
      spanOfNode(reading, node),
      'star-in-number',
      message(
        '数字之间的 * 成了着重号，印出来会丢失',
        'stars between digits mark emphasis and are lost in print',
      ),
      message('乘号请写 ×。', 'Write × for times.'),
    ),
  );
}

/** Stars that stayed text: a pair was meant and did not come about. */
function reportStars(reading: Reading, draft: Draft): void {
  for (const { 0: stars, index } of draft.text.matchAll(/\*+/g)) {
    const span = spanOf(draft, index, index + stars.length);
    const isPair = stars.length > 1;
    const say = isPair ? errorAt : warningAt;
    reading.diagnostics.push(
      say(
        span,
        'unmatched-star',
        message(`${stars} 没有配对，会照原样印出`, `${stars} has no partner and would be set as it is`),
        isPair
          ? message('请补上另一半；** 的内侧不要有空格。', 'Write its other half; no blank inside the stars.')
          : message('乘号请写 ×，星号请写全角 ＊。', 'Write × for times, a full-width ＊ for a star.'),
      ),
    );
  }
}
