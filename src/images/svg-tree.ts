/** The text of an SVG file → its tree of elements, or the first fault of its XML, in bounded time. */

import { SaxesParser } from 'saxes';
import { type Message, message } from '../diagnostics.ts';

export interface SvgElement {
  /** Without a prefix `svg:`; other prefixes stay. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
  /** Its characters, without those of its children. */
  readonly text: string;
  /** Offsets in the file's text: its `<` and the end of its name. */
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a drawing. Thrown within the room; the door turns it into a fault. */
export class SvgFault extends Error {
  readonly text: Message;
  readonly at: { readonly start: number; readonly end: number } | null;
  readonly hints: readonly Message[];
  constructor(
    text: Message,
    at: { readonly start: number; readonly end: number } | null,
    ...hints: readonly Message[]
  ) {
    super(text.en);
    this.text = text;
    this.at = at;
    this.hints = hints;
  }
}

const MAX_ELEMENTS = 100_000;
const MAX_DEPTH = 100;

interface OpenElement extends SvgElement {
  readonly children: OpenElement[];
  text: string;
}

/** @throws SvgFault */
export function svgTree(text: string): SvgElement {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const path: OpenElement[] = [];
  let root: OpenElement | null = null;
  let from = 0;
  let end = 0;
  let count = 0;
  parser.on('opentagstart', () => {
    end = parser.position;
    from = Math.max(0, text.lastIndexOf('<', end - 1));
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenElement = {
      name: name.replace(/^svg:/, ''),
      attributes,
      children: [],
      text: '',
      start: from,
      end: Math.max(from + 1, end - 1),
    };
    count += 1;
    if (count > MAX_ELEMENTS) throw new SvgFault(TOO_MANY, element, SIMPLIFY);
    if (path.length >= MAX_DEPTH) throw new SvgFault(TOO_DEEP, element, SIMPLIFY);
    path.at(-1)?.children.push(element);
    root ??= element;
    path.push(element);
  });
  parser.on('closetag', () => void path.pop());
  const addText = (characters: string): void => {
    const open = path.at(-1);
    if (open !== undefined) open.text += characters;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('error', ({ message: fault }) => {
    const at = Math.min(parser.position, text.length);
    throw new SvgFault(
      message(`SVG 文件不合 XML 语法：${fault}`, `the SVG is no well-formed XML: ${fault}`),
      { start: Math.max(0, at - 1), end: at },
      message('请在绘图软件里重新导出。', 'Export it from the drawing program once more.'),
    );
  });
  parser.write(text).close();
  if (root === null) throw new SvgFault(message('SVG 文件里没有图形', 'the SVG holds no drawing'), null);
  return root;
}

const TOO_MANY = message(
  `SVG 里的元素超过 ${MAX_ELEMENTS} 个`,
  `the SVG has more than ${MAX_ELEMENTS} elements`,
);
const TOO_DEEP = message(
  `SVG 里的元素套得太深，上限是 ${MAX_DEPTH} 层`,
  `the SVG nests elements deeper than ${MAX_DEPTH} levels`,
);
export const SIMPLIFY = message(
  '请在绘图软件里简化图形，或改用 JPEG、PNG。',
  'Simplify the drawing, or use a JPEG or PNG of it.',
);
