/** The pieces of a body, plain or in Markdown → the blocks of an article's body as drafts, in the order of the file. */

import type { Blockquote, Heading, List, ListItem, Paragraph, RootContent } from 'mdast';
import { errorAt, message } from '../diagnostics.ts';
import { type BlockDraft, refuse } from './block-draft.ts';
import { boldParts, type Piece } from './cut-body.ts';
import { container, leaf } from './directives.ts';
import { type Draft, draftOf, joinDrafts, STRONG, sliceDraft, spanOf } from './draft.ts';
import { from, inlineDraft, notYet, type Reading, to } from './inline.ts';
import { splitAtIndents } from './lines.ts';
import { parseMarkdown } from './markdown.ts';
import type { SourceText } from './source-text.ts';
import { table } from './table.ts';

/** @param pieces of the body, whose offsets count in the source's clean text. */
export function blockDrafts(reading: Omit<Reading, 'base'>, pieces: readonly Piece[]): BlockDraft[] {
  return pieces.flatMap((piece) => pieceBlocks({ ...reading, base: piece.from }, piece));
}

function pieceBlocks(reading: Reading, piece: Piece): BlockDraft[] {
  const { source } = reading;
  switch (piece.kind) {
    case 'paragraph':
      return paragraphs(reading, boldRuns(plainLines(source, piece))).map((draft) => ({
        kind: 'paragraph',
        draft,
      }));
    case 'head':
      return [{ kind: 'subhead', level: piece.level, draft: draftOf(source, piece.from, piece.to) }];
    case 'markdown':
      return parseMarkdown(source.clean.slice(piece.from, piece.to)).children.flatMap((node) =>
        block(reading, node),
      );
  }
}

/** The lines of a plain paragraph without the blanks at their edges, as the parser gives them. */
function plainLines(source: SourceText, piece: Piece): Draft {
  const text = source.clean.slice(piece.from, piece.to);
  const lines = [...text.matchAll(/[^\n]+\n?/g)].flatMap(({ 0: line, index }) => {
    const begin = piece.from + index + line.search(/[^ \t]/);
    const end = piece.from + index + line.replace(/[ \t]*\n?$/, '').length;
    const newline = line.endsWith('\n') ? piece.from + index + line.length - 1 : null;
    const words = draftOf(source, begin, end);
    return newline === null ? [words] : [words, draftOf(source, newline, newline + 1)];
  });
  return joinDrafts(lines, draftOf(source, piece.from, piece.from));
}

function block(reading: Reading, node: RootContent): BlockDraft[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphs(reading, inlineOf(reading, node)).map((draft) => ({ kind: 'paragraph', draft }));
    case 'heading':
      return subhead(reading, node);
    case 'blockquote':
      return quote(reading, node);
    case 'list':
      return node.children.flatMap((item) => listItem(reading, node, item));
    case 'table':
      return table(reading, node);
    case 'leafDirective':
      return leaf(reading, node);
    case 'containerDirective':
      return container(reading, node);
    default:
      reading.diagnostics.push(notYet(reading, node));
      return [];
  }
}

/** A paragraph without the stars of its bold runs. */
function boldRuns(draft: Draft): Draft {
  const parts = boldParts(draft.text);
  if (parts === null || parts.length === 1) return draft;
  let at = 0;
  const runs = parts.map((part, index) => {
    const run = sliceDraft(draft, at, at + part.length);
    at += part.length + '**'.length;
    return index % 2 === 0 ? run : { ...run, bits: run.bits.map((bits) => bits | STRONG) };
  });
  return joinDrafts(runs, sliceDraft(draft, 0, 0));
}

function inlineOf(reading: Reading, node: Paragraph | Heading): Draft {
  return inlineDraft(reading, node.children, from(reading, node));
}

function paragraphs(reading: Reading, whole: Draft): Draft[] {
  return splitAtIndents(whole).filter((draft) => {
    warnOfLostMarkup(reading, draft);
    return draft.text.trim() !== '';
  });
}

/** Text that looks like mark-up of the dialect and is none. */
function warnOfLostMarkup(reading: Reading, draft: Draft): void {
  for (const { 0: hashes, index } of draft.text.matchAll(/^#{2,6}(?=[^\s#])/gm)) {
    reading.diagnostics.push(
      errorAt(
        spanOf(draft, index, index + hashes.length),
        'head-without-blank',
        message(
          `${hashes} 后面缺空格，不会排成小标题`,
          `a blank is missing behind ${hashes}: it is no subhead`,
        ),
        message(`请写成“${hashes} 小标题”。`, `Write "${hashes} Subhead".`),
      ),
    );
  }
  if (/^:{2,}/.test(draft.text)) {
    const text = message('指令写法不对', 'this is no well-formed directive');
    const hint = message(
      '写成 ::名字 或 ::名字{属性}，{ 前不要空格。',
      'Write ::name or ::name{…}, no blank before the {.',
    );
    reading.diagnostics.push(errorAt(spanOf(draft), 'body-directive', text, hint));
  }
  const picture = /!\[[^\]]{0,200}\]\(/.exec(draft.text);
  if (picture !== null) {
    const text = message(
      '图片写法不对，会当成文字印出',
      'this picture is not well formed and would be set as text',
    );
    const hint = message(
      '请把图片写在稿件开头的 photos（图片）里。',
      'List the picture under photos in the front matter.',
    );
    const end = picture.index + picture[0].length;
    reading.diagnostics.push(errorAt(spanOf(draft, picture.index, end), 'body-image', text, hint));
  }
}

function subhead(reading: Reading, node: Heading): BlockDraft[] {
  const level = node.depth;
  if (level === 1) {
    const text = message('正文里不能用 # 作标题', 'a head of level 1 (#) has no place in the text');
    const hint = message(
      '大标题请写在 headline（主题）里，小标题用 ##。',
      'The headline is a field; a subhead is ##.',
    );
    return refuse(reading, node, 'body-head-level', text, hint);
  }
  if (level > 4) {
    const text = message('小标题只有 ## 到 #### 三级', 'subheads go from ## to ####');
    return refuse(reading, node, 'body-head-level', text);
  }
  const draft = inlineOf(reading, node);
  if (draft.text.trim() === '') return refuse(reading, node, 'empty-block', EMPTY);
  return [{ kind: 'subhead', level: level as 2 | 3 | 4, draft }];
}

const EMPTY = message('只有标记，没有文字', 'there is mark-up and no text');
const NESTED = message('引文和列表里只能有段落，不能再套别的', 'a quotation or list holds paragraphs only');
const FLATTEN = message('请拆开写成并列的几项。', 'Write them one after the other.');

function quote(reading: Reading, node: Blockquote): BlockDraft[] {
  if (node.children.length === 0) return refuse(reading, node, 'empty-block', EMPTY);
  return node.children.flatMap((child): BlockDraft[] =>
    child.type === 'paragraph'
      ? paragraphs(reading, inlineOf(reading, child)).map((draft) => ({ kind: 'quote', draft }))
      : refuse(reading, child, 'body-nested', NESTED, FLATTEN),
  );
}

function listItem(reading: Reading, list: List, item: ListItem): BlockDraft[] {
  const written =
    /^(?:\d+[.)]|[-+*])/.exec(reading.source.clean.slice(from(reading, item), to(reading, item)))?.[0] ?? '';
  if (written === '*' || written === '+') {
    const text = message(`列表不用 ${written} 开头`, `a list does not begin with ${written}`);
    return refuse(reading, item, 'list-marker', text, message('请用“- ”。', 'Write "- ".'));
  }
  const [first, ...others] = item.children;
  for (const other of others) refuse(reading, other, 'body-nested', NESTED, FLATTEN);
  if (first === undefined) return refuse(reading, item, 'empty-block', EMPTY);
  if (first.type !== 'paragraph') return refuse(reading, item, 'body-nested', NESTED, FLATTEN);
  const marker = list.ordered === true ? written : '•';
  const draft = inlineOf(reading, first);
  return [{ kind: 'item', marker, draft }];
}
