/** A text of content → markup: every character marked with its place, marked ranges and row ends as elements. */

import type { MarkedRange, PlainMark, RichProse } from '../content/issue.ts';
import { escapeXml, type Marker } from './marker.ts';

const ELEMENTS: Readonly<Record<PlainMark, string>> = {
  strong: 'b',
  emphasis: 'i',
  dots: 'dots',
  name: 'name',
  title: 'title',
  underline: 'u',
  note: 'note',
  reverse: 'reverse',
};

/** `path` names the text in the view model. */
export function writeProse(prose: RichProse, path: string, marker: Marker): string {
  const stretch = (from: number, to: number): string =>
    marker.content({ path, map: prose.map }, escapeXml(prose.text.slice(from, to)), from);
  const piece = (from: number, to: number): string => {
    const ends = prose.rowEnds.filter((end) => from < end && end <= to && end < prose.text.length);
    const edges = [from, ...ends, to];
    const rows = edges.slice(1).map((edge, k) => (edges[k]! < edge ? stretch(edges[k]!, edge) : ''));
    return ends.length === 0 ? stretch(from, to) : rows.join('<br/>');
  };
  if (prose.marks.length === 0) return piece(0, prose.text.length);
  const filled = (from: number, to: number): string => (from === to ? '' : piece(from, to));
  let html = '';
  let at = 0;
  const open: { readonly end: number; readonly closing: string }[] = [];
  const closeUpTo = (offset: number): void => {
    for (let top = open.at(-1); top !== undefined && top.end <= offset; top = open.at(-1)) {
      html += filled(at, top.end) + top.closing;
      at = top.end;
      open.pop();
    }
  };
  prose.marks.forEach((range, index) => {
    closeUpTo(range.start);
    const { opening, closing } = tagsOf(range, `${path}.marks[${index}]`, marker);
    html += filled(at, range.start) + opening;
    at = range.start;
    open.push({ end: range.end, closing });
  });
  closeUpTo(prose.text.length);
  return html + filled(at, prose.text.length);
}

interface Tags {
  readonly opening: string;
  readonly closing: string;
}

function tagsOf(range: MarkedRange, path: string, marker: Marker): Tags {
  switch (range.mark) {
    case 'ruby': {
      const { text, map } = range.reading;
      const reading = marker.content({ path, map }, escapeXml(text));
      return { opening: `<ruby text="${reading}">`, closing: '</ruby>' };
    }
    case 'spread':
      return { opening: `<spread width="${range.width}">`, closing: '</spread>' };
    default: {
      const name = ELEMENTS[range.mark];
      return { opening: `<${name}>`, closing: `</${name}>` };
    }
  }
}
