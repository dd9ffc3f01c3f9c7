/** A page's markup without its place marks → a tree of elements and texts, or the first fault of its XML. */

import { SaxesParser } from 'saxes';
import { type Diagnostic, errorAt, type Message, message } from '../diagnostics.ts';
import type { Places } from './places.ts';

export interface Attribute {
  readonly name: string;
  /** Entities resolved; content marks still in it. */
  readonly value: string;
  /** Offset of its name in the markup. */
  readonly from: number;
}

export interface ElementNode {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly children: readonly MarkupNode[];
  readonly parent: ElementNode | null;
  /** The element before it in its parent. */
  readonly previous: ElementNode | null;
  /** Offsets of its start tag in the markup: from its `<` to behind its `>`. */
  readonly from: number;
  readonly to: number;
}

/** Characters between tags: offsets in the markup, entities and marks as they stand there. */
export interface TextNode {
  readonly kind: 'text';
  readonly from: number;
  readonly to: number;
}

export type MarkupNode = ElementNode | TextNode;

export type Parsed =
  | { readonly kind: 'tree'; readonly root: ElementNode }
  | { readonly kind: 'faulty'; readonly diagnostic: Diagnostic };

interface OpenElement extends ElementNode {
  readonly attributes: Map<string, Attribute>;
  readonly children: MarkupNode[];
  readonly parent: OpenElement | null;
  to: number;
  /** The last of its elements so far. */
  last: OpenElement | null;
}

export function parseXml(text: string, places: Places): Parsed {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let root: OpenElement | null = null;
  let open: OpenElement | null = null;
  let lastClosed: OpenElement | null = null;
  let fault: Diagnostic | null = null;
  /** Where the text begins that is not yet in the tree; the end of the last attribute read. */
  let textFrom = 0;
  let attributesEnd = 0;

  const endText = (to: number): void => {
    if (open !== null && to > textFrom) open.children.push({ kind: 'text', from: textFrom, to });
  };
  parser.on('opentagstart', ({ name }) => {
    const from = text.lastIndexOf('<', parser.position - 1);
    endText(from);
    attributesEnd = from + 1 + name.length;
    const parent: OpenElement | null = open;
    open = newElement(name, parent, from);
    if (parent === null) root ??= open;
    else addTo(parent, open);
  });
  parser.on('attribute', ({ name, value }) => {
    open?.attributes.set(name, { name, value, from: text.indexOf(name, attributesEnd) });
    attributesEnd = parser.position;
  });
  parser.on('opentag', () => {
    if (open !== null) open.to = parser.position;
    textFrom = parser.position;
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    if (!isSelfClosing) endText(text.lastIndexOf('</', parser.position - 1));
    lastClosed = open;
    open = open?.parent ?? null;
    textFrom = parser.position;
  });
  parser.on('comment', () => {
    endText(text.lastIndexOf('<!--', parser.position - 1));
    // The parser speaks before it has read the last character of a comment.
    textFrom = parser.position + 1;
  });
  const refuse = (): void => {
    fault ??= malformed('instruction', '', text, { position: parser.position, open, lastClosed, places });
  };
  parser.on('cdata', refuse);
  parser.on('doctype', refuse);
  parser.on('processinginstruction', refuse);
  parser.on('error', (error) => {
    const said = error.message.replace(/^\d+:\d+: /, '');
    fault ??= malformed('xml', said, text, { position: parser.position, open, lastClosed, places });
  });
  parser.write(text).close();
  if (fault !== null) return { kind: 'faulty', diagnostic: bareAmpersand(text, places) ?? fault };
  return { kind: 'tree', root: root! };
}

function newElement(name: string, parent: OpenElement | null, from: number): OpenElement {
  const previous = parent?.last ?? null;
  return {
    kind: 'element',
    name,
    attributes: new Map(),
    children: [],
    parent,
    previous,
    from,
    to: from,
    last: null,
  };
}

function addTo(parent: OpenElement, element: OpenElement): void {
  parent.children.push(element);
  parent.last = element;
}

interface State {
  readonly position: number;
  readonly open: ElementNode | null;
  readonly lastClosed: ElementNode | null;
  readonly places: Places;
}

/** The parser's complaint, at the place in the template that can be mended. */
function malformed(kind: 'xml' | 'instruction', said: string, text: string, state: State): Diagnostic {
  const { position, open, lastClosed, places } = state;
  const at = (from: number, to: number, content: Message, ...hints: Message[]): Diagnostic =>
    errorAt(places.span(from, to), 'malformed-markup', content, ...hints);
  if (kind === 'instruction') {
    const from = Math.max(0, text.lastIndexOf('<', position - 1));
    return at(
      from,
      position,
      message('版面标记里不能用 <!…> 和 <?…>', 'Layout markup has no <!…> and no <?…>'),
    );
  }
  const closing = text.lastIndexOf('</', position - 1);
  const closingTag = text.slice(closing, position);
  if (said.startsWith('unclosed tag') && open !== null) return at(open.from, open.to, unclosed(open.name));
  if (said === 'unexpected close tag.' && lastClosed !== null) {
    return at(lastClosed.from, lastClosed.to, unclosedBefore(lastClosed.name, closingTag));
  }
  if (said.startsWith('unmatched closing tag')) {
    return at(closing, position, message(`${closingTag} 没有对应的开头`, `${closingTag} closes nothing`));
  }
  if (said.startsWith('duplicate attribute')) {
    const name = said.slice('duplicate attribute: '.length, -1);
    return at(
      position - 1,
      position,
      message(`属性 ${name} 写了两次`, `The attribute ${name} is given twice`),
    );
  }
  const line = text
    .slice(text.lastIndexOf('\n', position - 1) + 1)
    .split('\n', 1)[0]!
    .trim();
  const shown = line.replace(/[\uFDD0-\uFDEF]/g, '');
  return at(
    Math.max(0, position - 1),
    position,
    COMPLAINTS.get(said) ?? message(`版面标记写坏了（${said}）`, `The layout markup is malformed: ${said}`),
    message(`出错的一行标记：${shown}`, `The line of markup: ${shown}`),
  );
}

/** What the parser says, in the words of a newsroom. */
const COMPLAINTS: ReadonlyMap<string, Message> = new Map([
  [
    'documents may contain only one root.',
    message('一个模板只能写一个 <page>', 'A template writes one <page> and nothing beside it'),
  ],
  ['document must contain a root element.', message('模板没有写出 <page>', 'The template writes no <page>')],
  [
    'text data outside of root node.',
    message('<page> 外面不能有文字', 'There may be no text outside <page>'),
  ],
  [
    'undefined entity.',
    message(
      '标记里只能用 &amp; &lt; &gt; &quot; 和 &#数字;',
      'Only &amp; &lt; &gt; &quot; and &#numbers; may be used in markup',
    ),
  ],
  ['unquoted attribute value.', message('属性的值要加引号', 'The value of an attribute needs quotes')],
  ['attribute without value.', message('属性没有值', 'The attribute has no value')],
]);

/** A lone & makes the parser swallow tags and complain of something else, far away. */
function bareAmpersand(text: string, places: Places): Diagnostic | null {
  const found = /&(?!(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]\w*);)/.exec(text);
  if (found === null) return null;
  return errorAt(
    places.span(found.index, found.index + 1),
    'malformed-markup',
    message('模板里的 & 要写成 &amp;', 'Write &amp; for an & that is text'),
  );
}

function unclosed(name: string): Message {
  return message(`<${name}> 没有关上`, `<${name}> is never closed`);
}

function unclosedBefore(name: string, closingTag: string): Message {
  return message(
    `<${name}> 没有关上就遇到了 ${closingTag}`,
    `<${name}> is not closed when ${closingTag} comes`,
  );
}
