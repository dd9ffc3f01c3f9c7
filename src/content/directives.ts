/** A directive of a body, `:::诗` … `:::` or `::表格{…}` → the blocks that it makes. */

import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { meantHint, message } from '../diagnostics.ts';
import { type BlockDraft, refuse } from './block-draft.ts';
import { type Draft, sliceDraft } from './draft.ts';
import { from, inlineDraft, type Reading, to } from './inline.ts';
import { LEADER_NAMES, leaderList } from './leaders.ts';
import { TABLE_NAMES, tableDirective } from './table.ts';

/** Names of containers, the Chinese one first. */
const VERSE_NAMES = ['诗', 'verse'] as const;
const CONTAINERS: readonly string[] = [...VERSE_NAMES, ...TABLE_NAMES, ...LEADER_NAMES];

const NOT_CLOSED = message('指令块没有结束', 'this block of a directive does not end');
const CLOSE = message('在它的末尾另起一行写 :::。', 'Write ::: on a line of its own behind it.');
const NO_MORE = message(
  '指令块的名字后面不能再写别的',
  'nothing stands behind the name of this directive’s block',
);
const LINES_ONLY = message('诗里只能有诗行和空行', 'a poem holds lines and blank lines only');
const EMPTY = message('只有标记，没有文字', 'there is mark-up and no text');

export function container(reading: Reading, node: ContainerDirective): BlockDraft[] {
  if (!CONTAINERS.includes(node.name)) return unknown(reading, node, CONTAINERS);
  const written = reading.source.clean.slice(from(reading, node), to(reading, node));
  if (!/\n[ \t]*:{3,}[ \t]*$/.test(written))
    return refuse(reading, node, 'directive-not-closed', NOT_CLOSED, CLOSE);
  if (isTable(node.name)) return tableDirective(reading, node);
  const label = node.children.some((child) => child.type === 'paragraph' && child.data?.directiveLabel);
  if (label || Object.keys(node.attributes ?? {}).length > 0)
    return refuse(reading, node, 'body-directive', NO_MORE);
  if (LEADER_NAMES.some((name) => name === node.name)) return leaderList(reading, node);
  const stanzas = node.children.map((child) => stanza(reading, child)).filter((lines) => lines.length > 0);
  if (node.children.length === 0) return refuse(reading, node, 'empty-block', EMPTY);
  return stanzas.flatMap((lines) =>
    lines.map((draft, k): BlockDraft => ({ kind: 'verse', stanza: k === 0, draft })),
  );
}

export function leaf(reading: Reading, node: LeafDirective): BlockDraft[] {
  if (!isTable(node.name)) return unknown(reading, node, TABLE_NAMES);
  if (node.children.length > 0) return refuse(reading, node, 'body-directive', NO_MORE);
  return tableDirective(reading, node);
}

function isTable(name: string): boolean {
  return TABLE_NAMES.some((known) => known === name);
}

function unknown(
  reading: Reading,
  node: LeafDirective | ContainerDirective,
  names: readonly string[],
): BlockDraft[] {
  const colons = node.type === 'leafDirective' ? '::' : ':::';
  const text = message(
    `没有叫“${node.name}”的${node.type === 'leafDirective' ? '指令' : '指令块'}`,
    node.type === 'leafDirective'
      ? `there is no directive "::${node.name}"`
      : `there is no block ":::${node.name}"`,
  );
  const all = names.map((name) => colons + name);
  const list = message(`可用的有：${all.join('、')}。`, `There are: ${all.join(', ')}.`);
  return refuse(reading, node, 'body-directive', text, ...meantHint(node.name, names), list);
}

/** Every line of the file is one of the poem. */
function stanza(reading: Reading, node: RootContent): readonly Draft[] {
  if (node.type !== 'paragraph') return refuse(reading, node, 'body-nested', LINES_ONLY);
  const whole = inlineDraft(reading, node.children, from(reading, node));
  let at = 0;
  return whole.text.split('\n').flatMap((line) => {
    const start = at;
    at += line.length + 1;
    return line.trim() === '' ? [] : [sliceDraft(whole, start, start + line.length)];
  });
}
