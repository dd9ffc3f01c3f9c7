/** An article's blocks → the elements of a story's body, every character marked with its place. */

import type { Article, Block, CellPlace, RichProse } from '../content/issue.ts';
import { escapeXml, type Marker } from './marker.ts';
import { writeProse } from './prose.ts';
import type { MarkedText } from './view.ts';

/** What a template adds to a body. */
export interface BodyWords {
  /** Runs in at the head of the first paragraph. */
  readonly dateline: MarkedText | null;
  /** 续表: above each part of a table but its first; empty: nothing. */
  readonly continued: string;
}

/** `path` names the article in the view model. */
export function writeBody(
  article: Article,
  path: string,
  { dateline, continued }: BodyWords,
  marker: Marker,
): string {
  const runIn =
    dateline === null ? '' : `<dateline>${dateline.toHTML()}</dateline>${spaceAfter(dateline.text)}`;
  const mark = continued === '' ? '' : `<continued>${escapeXml(continued)}</continued>`;
  const first = article.body.findIndex((block) => block.kind === 'paragraph');
  const blocks = article.body.map((block, index) => {
    const at = `${path}.body[${index}]`;
    const written = writeBlock(block, at, index === first ? runIn : '', marker);
    return block.kind === 'cell'
      ? inTable(block, article.body[index + 1], { cell: written, mark: block.isLeader ? '' : mark })
      : written;
  });
  if (first === -1 && runIn !== '') blocks.unshift(`<p>${runIn}</p>`);
  return blocks.join('\n');
}

/** 本报讯（记者 王强）今天…… stands close; without a bracket the text would run on from 本报讯. */
function spaceAfter(dateline: string): string {
  return /[）)]$/.test(dateline) ? '' : '\u3000';
}

/** How a question of an interview begins. */
const QUESTION = /^(?:问|记者)：/;

/** The number of an article of a law, with a blank behind it; 第一条路 is text. */
const CLAUSE = /^第[〇零一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?(?=[\u3000 ])/;

/** 第一条 is bold by itself, where its author marked nothing there. */
function withClause(prose: RichProse): RichProse {
  const end = CLAUSE.exec(prose.text)?.[0].length ?? 0;
  if (end === 0 || prose.marks.some(({ start }) => start < end)) return prose;
  return { ...prose, marks: [{ start: 0, end, mark: 'strong' }, ...prose.marks] };
}

function writeBlock(block: Block, path: string, runIn: string, marker: Marker): string {
  const isClause = block.kind === 'paragraph' && CLAUSE.test(block.prose.text);
  const text = runIn + writeProse(isClause ? withClause(block.prose) : block.prose, path, marker);
  switch (block.kind) {
    case 'paragraph':
      if (isClause) return `<p class="clause">${text}</p>`;
      return QUESTION.test(block.prose.text) ? `<p class="question">${text}</p>` : `<p>${text}</p>`;
    case 'subhead':
      return `<subhead level="${block.level}">${text}</subhead>`;
    case 'quote':
      return `<quote>${text}</quote>`;
    case 'verse':
      return block.stanza ? `<verse class="stanza">${text}</verse>` : `<verse>${text}</verse>`;
    case 'cell': {
      const align = block.align === null ? '' : ` align="${block.align}"`;
      const width = block.width === null ? '' : ` width="${block.width}"`;
      const name = block.isHead ? 'th' : 'td';
      return `<${name}${align}${width}>${text}</${name}>`;
    }
    case 'item': {
      const start = block.prose.map.runs[0]?.start ?? 0;
      const map = { file: block.prose.map.file, runs: [{ at: 0, start }], end: start };
      return `<item>${marker.content({ path: `${path}.marker`, map }, escapeXml(block.marker))}${text}</item>`;
    }
    default:
      return block satisfies never;
  }
}

/** A cell with the beginnings of its row and table, and with their ends. */
function inTable(
  { row, column, isLeader }: CellPlace,
  next: Block | undefined,
  { cell, mark }: { readonly cell: string; readonly mark: string },
): string {
  const before =
    column > 0 ? '' : row > 0 ? '<tr>' : `<table${isLeader ? ' class="leaders"' : ''}>${mark}<tr>`;
  const endsRow = next?.kind !== 'cell' || next.column === 0;
  const endsTable = endsRow && (next?.kind !== 'cell' || next.row === 0);
  return `${before}${cell}${endsRow ? '</tr>' : ''}${endsTable ? '</table>' : ''}`;
}
