/** A Markdown tree → the blocks of an article's body as drafts, in the order of the file. */

import type { Blockquote, Heading, List, ListItem, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { errorAt, type Message, message, warningAt } from '../diagnostics.ts';
import { spanInFile } from '../source-map.ts';
import { type Draft, spanOf } from './draft.ts';
import { from, inlineDraft, notYet, type Reading, to } from './inline.ts';
import { splitAtIndents } from './lines.ts';

export type BlockDraft =
  | { readonly kind: 'paragraph'; readonly draft: Draft }
  | { readonly kind: 'subhead'; readonly level: 2 | 3 | 4; readonly draft: Draft }
  | { readonly kind: 'quote'; readonly draft: Draft }
  | { readonly kind: 'item'; readonly marker: string; readonly draft: Draft };

export function blockDrafts(reading: Reading, root: Root): BlockDraft[] {
  return root.children.flatMap((node) => block(reading, node));
}

function block(reading: Reading, node: RootContent): BlockDraft[] {
  switch (node.type) {
    case 'yaml':
      return [];
    case 'paragraph':
      return paragraphs(reading, node).map((draft) => ({ kind: 'paragraph', draft }));
    case 'heading':
      return subhead(reading, node);
    case 'blockquote':
      return quote(reading, node);
    case 'list':
      return node.children.flatMap((item) => listItem(reading, node, item));
    default:
      reading.diagnostics.push(notYet(reading.source, node));
      return [];
  }
}

function refuse(
  reading: Reading,
  node: Nodes,
  code: string,
  ...[text, ...hints]: [Message, ...Message[]]
): [] {
  const span = spanInFile(reading.source.map, from(node), to(node));
  reading.diagnostics.push(errorAt(span, code, text, ...hints));
  return [];
}

function paragraphs(reading: Reading, node: Paragraph): Draft[] {
  return splitAtIndents(inlineDraft(reading, node.children, from(node))).filter((draft) => {
    warnOfLostMarkup(reading, draft);
    return draft.text.trim() !== '';
  });
}

/** Text that looks like mark-up of the dialect and is none. */
function warnOfLostMarkup(reading: Reading, draft: Draft): void {
  const hashes = /^#{2,6}(?=[^\s#])/.exec(draft.text)?.[0];
  if (hashes !== undefined) {
    reading.diagnostics.push(
      warningAt(
        spanOf(draft, 0, hashes.length),
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
  const draft = inlineDraft(reading, node.children, from(node));
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
      ? paragraphs(reading, child).map((draft) => ({ kind: 'quote', draft }))
      : refuse(reading, child, 'body-nested', NESTED, FLATTEN),
  );
}

function listItem(reading: Reading, list: List, item: ListItem): BlockDraft[] {
  const written = /^(?:\d+[.)]|[-+*])/.exec(reading.source.clean.slice(from(item), to(item)))?.[0] ?? '';
  if (written === '*' || written === '+') {
    const text = message(`列表不用 ${written} 开头`, `a list does not begin with ${written}`);
    return refuse(reading, item, 'list-marker', text, message('请用“- ”。', 'Write "- ".'));
  }
  const [first, ...others] = item.children;
  for (const other of others) refuse(reading, other, 'body-nested', NESTED, FLATTEN);
  if (first === undefined) return refuse(reading, item, 'empty-block', EMPTY);
  if (first.type !== 'paragraph') return refuse(reading, first, 'body-nested', NESTED, FLATTEN);
  const marker = list.ordered === true ? written : '•';
  const draft = inlineDraft(reading, first.children, from(first));
  return [{ kind: 'item', marker, draft }];
}
