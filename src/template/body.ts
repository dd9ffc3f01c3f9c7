/** An article's blocks → the elements of a story's body, every character marked with its place. */

import type { Article, Block, InlineMark, RichProse } from '../content/issue.ts';
import { escapeXml, type MarkedText, type Marker } from './view.ts';

const INLINE: Readonly<Record<InlineMark, string>> = { strong: 'b', emphasis: 'i' };

/** `path` names the article in the view model; `dateline` runs in at the head of the first paragraph. */
export function writeBody(
  article: Article,
  path: string,
  dateline: MarkedText | null,
  marker: Marker,
): string {
  const runIn =
    dateline === null ? '' : `<dateline>${dateline.toHTML()}</dateline>${spaceAfter(dateline.text)}`;
  const first = article.body.findIndex((block) => block.kind === 'paragraph');
  const blocks = article.body.map((block, index) =>
    writeBlock(block, `${path}.body[${index}]`, index === first ? runIn : '', marker),
  );
  if (first === -1 && runIn !== '') blocks.unshift(`<p>${runIn}</p>`);
  return blocks.join('\n');
}

/** 本报讯（记者 王强）今天…… stands close; without a bracket the text would run on from 本报讯. */
function spaceAfter(dateline: string): string {
  return /[）)]$/.test(dateline) ? '' : '\u3000';
}

function writeBlock(block: Block, path: string, runIn: string, marker: Marker): string {
  const text = runIn + writeProse(block.prose, path, marker);
  switch (block.kind) {
    case 'paragraph':
      return `<p>${text}</p>`;
    case 'subhead':
      return `<subhead level="${block.level}">${text}</subhead>`;
    case 'quote':
      return `<quote>${text}</quote>`;
    case 'item': {
      const start = block.prose.map.runs[0]?.start ?? 0;
      const map = { file: block.prose.map.file, runs: [{ at: 0, start }], end: start };
      return `<item>${marker.content({ path: `${path}.marker`, map }, escapeXml(block.marker))}${text}</item>`;
    }
    default:
      return block satisfies never;
  }
}

function writeProse(prose: RichProse, path: string, marker: Marker): string {
  const piece = (from: number, to: number): string =>
    from === to ? '' : marker.content({ path, map: prose.map }, escapeXml(prose.text.slice(from, to)), from);
  let html = '';
  let at = 0;
  const open: { readonly end: number; readonly tag: string }[] = [];
  const closeUpTo = (offset: number): void => {
    for (let top = open.at(-1); top !== undefined && top.end <= offset; top = open.at(-1)) {
      html += `${piece(at, top.end)}</${top.tag}>`;
      at = top.end;
      open.pop();
    }
  };
  for (const { start, end, mark } of prose.marks) {
    closeUpTo(start);
    html += `${piece(at, start)}<${INLINE[mark]}>`;
    at = start;
    open.push({ end, tag: INLINE[mark] });
  }
  closeUpTo(prose.text.length);
  return html + piece(at, prose.text.length);
}
