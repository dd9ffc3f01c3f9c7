/** A tree of markup → everything in it that is not in the vocabulary, or not in its place. */

import { type Diagnostic, errorAt, type Message, meantHint, message } from '../diagnostics.ts';
import { stretches } from '../source-marks.ts';
import type { Mark } from '../template/markup.ts';
import { readOutline, readWrapStart, readWrapWidth } from '../wrap-words.ts';
import { placedAt } from './area.ts';
import { codeIn, isPhotoPath } from './code-figure.ts';
import {
  type AttributeKind,
  ELEMENT_NAMES,
  ELEMENTS,
  type ElementName,
  type ElementSpec,
  WORDS,
} from './elements.ts';
import type { Attribute, ElementNode, TextNode } from './parse.ts';
import type { Places } from './places.ts';
import { withoutMarks } from './selectors.ts';

export interface CheckedMarkup {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly places: Places;
  /** A page that is a 通版 may have two folios. */
  readonly isSpread: boolean;
}

interface Check extends CheckedMarkup {
  readonly diagnostics: Diagnostic[];
}

export function checkTree(root: ElementNode, markup: CheckedMarkup): readonly Diagnostic[] {
  const check: Check = { ...markup, diagnostics: [] };
  if (root.name === 'page') checkElement(root, check);
  else {
    fault(
      check,
      root,
      'misplaced-element',
      message('模板最外面要是 <page>', 'A template must write a <page>'),
    );
  }
  return check.diagnostics;
}

function isElementName(name: string): name is ElementName {
  return Object.hasOwn(ELEMENTS, name);
}

function checkElement(element: ElementNode, check: Check): void {
  if (!isElementName(element.name)) {
    fault(
      check,
      element,
      'unknown-element',
      message(`没有叫 <${element.name}> 的元素`, `There is no element <${element.name}>`),
      ...meantHint(element.name, ELEMENT_NAMES),
    );
    return;
  }
  const spec = ELEMENTS[element.name];
  checkAttributes(element, spec, check);
  const seen = new Set<string>();
  for (const child of element.children) {
    if (child.kind === 'text') {
      if (!spec.text) checkBlank(child, element.name, check);
      continue;
    }
    checkChild(child, element.name, spec, check);
    const mayBeTwo = child.name === 'folio' && check.isSpread && !seen.has('second folio');
    if (mayBeTwo && seen.has(child.name)) seen.add('second folio');
    else if (ONCE.includes(child.name) && seen.has(child.name)) {
      const text = `<${element.name}> 里只能有一个 <${child.name}>`;
      fault(
        check,
        child,
        'doubled-element',
        message(text, `<${element.name}> holds one <${child.name}> only`),
      );
    }
    seen.add(child.name);
    checkElement(child, check);
  }
}

/** Parts that stand at most once in what holds them. */
const ONCE: readonly string[] = [
  'backdrop',
  'folio',
  'left',
  'center',
  'right',
  'head',
  'body',
  'jump',
  'corner',
  'caption',
];

function checkChild(child: ElementNode, parent: ElementName, spec: ElementSpec, check: Check): void {
  if (!isElementName(child.name) || spec.children.includes(child.name)) return;
  const homes = ELEMENT_NAMES.filter((name) => ELEMENTS[name].children.includes(child.name as ElementName));
  fault(
    check,
    child,
    'misplaced-element',
    message(`<${child.name}> 不能放在 <${parent}> 里`, `<${child.name}> cannot stand in <${parent}>`),
    message(
      `它放在：${homes.map((name) => `<${name}>`).join('、')}。`,
      `It stands in: ${homes.map((name) => `<${name}>`).join(', ')}.`,
    ),
  );
}

/** Characters where only elements may stand would be lost. */
function checkBlank({ from, to }: TextNode, parent: string, { text, places, diagnostics }: Check): void {
  for (const stretch of stretches(text, from, to)) {
    if (stretch.kind === 'omitted') continue;
    const written = text.slice(stretch.from, stretch.to);
    const blank = stretch.kind === 'plain' ? /^\s*/.exec(written)![0].length : 0;
    if (blank === written.length && stretch.kind === 'plain') continue;
    diagnostics.push(
      errorAt(
        places.span(stretch.from + blank, stretch.from + written.trimEnd().length),
        'misplaced-text',
        message(
          `<${parent}> 里不能直接放文字“${shorten(written.trim())}”`,
          `Text cannot stand in <${parent}> itself: "${shorten(written.trim())}"`,
        ),
        message('放进说明它是什么的元素里。', 'Put it into the element that says what it is.'),
      ),
    );
    return;
  }
}

function shorten(text: string): string {
  return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}

function checkAttributes(element: ElementNode, spec: ElementSpec, check: Check): void {
  const known = ['class', ...Object.keys(spec.attributes)];
  for (const attribute of element.attributes.values()) {
    const kind = attribute.name === 'class' ? 'name' : spec.attributes[attribute.name];
    if (kind === undefined || !known.includes(attribute.name)) {
      const text = message(
        `<${element.name}> 没有叫“${attribute.name}”的属性`,
        `<${element.name}> has no attribute "${attribute.name}"`,
      );
      const list = message(`它有：${known.join('、')}。`, `Known: ${known.join(', ')}.`);
      attributeFault(check, attribute, 'unknown-attribute', text, ...meantHint(attribute.name, known), list);
    } else if (!isValid(kind, attribute.value, check.marks)) {
      const value = withoutMarks(attribute.value);
      attributeFault(
        check,
        attribute,
        'bad-attribute',
        message(`${attribute.name} 不能是“${value}”`, `"${value}" is no value for ${attribute.name}`),
        TAKES[kind],
      );
    }
  }
  if (element.name === 'story' && !STORY_IS.some((name) => element.attributes.has(name))) {
    fault(
      check,
      element,
      'missing-attribute',
      message('<story> 缺 source', '<story> lacks source'),
      TAKES.article,
    );
  }
  for (const name of spec.required) {
    if (element.attributes.has(name)) continue;
    fault(
      check,
      element,
      'missing-attribute',
      message(`<${element.name}> 缺 ${name}`, `<${element.name}> lacks ${name}`),
      TAKES[spec.attributes[name]!],
    );
  }
}

/** Whose story it is: where it begins, or where it goes on. */
const STORY_IS = ['source', 'continues'];

/** An attribute whose optional value is empty counts as not given. */
function isValid(kind: AttributeKind, value: string, marks: readonly Mark[]): boolean {
  switch (kind) {
    case 'name':
      return true;
    case 'count':
      return value === '' || /^[1-9]\d{0,3}$/.test(value);
    case 'area':
      return withoutMarks(value) === '' || placedAt(withoutMarks(value)) !== null;
    case 'level':
      return /^[234]$/.test(value);
    case 'fill':
      return value === '' || WORDS.fill.some((word) => word === value);
    case 'align':
      return value === '' || WORDS.align.some((word) => word === value);
    case 'place':
      return value === '' || WORDS.place.some((word) => word === value);
    case 'wrap-side':
      return value === '' || WORDS.side.some((word) => word === value);
    case 'wrap-width':
      return value === '' || readWrapWidth(value) !== null;
    case 'wrap-start':
      return value === '' || readWrapStart(value) !== null;
    case 'wrap-outline':
      return value === '' || readOutline(value) !== null;
    case 'photo':
      return isPhotoPath(pathIn(value, marks)) || codeIn(value) !== null;
    case 'article':
      return /^articles\[\d+\]$/.test(pathIn(value, marks));
    case 'reading':
      return withoutMarks(value).trim() !== '';
    default:
      return kind satisfies never;
  }
}

/** What a value of nothing but one mark stands for. */
function pathIn(value: string, marks: readonly Mark[]): string {
  const [stretch, ...more] = stretches(value);
  return stretch?.kind === 'content' && more.length === 0 ? marks[stretch.number]!.path : '';
}

const TAKES: Readonly<Record<AttributeKind, Message>> = {
  name: message('写名字。', 'It takes names.'),
  count: message('写正整数。', 'It takes a whole number from 1.'),
  level: message('写 2、3 或 4。', 'It takes 2, 3 or 4.'),
  fill: message(
    '写 page（排满）或 balance（各栏齐平）。',
    'It takes page (fill it) or balance (level columns).',
  ),
  align: message(`写 ${WORDS.align.join('、')}。`, `It takes ${WORDS.align.join(', ')}.`),
  place: message(`写 ${WORDS.place.join('、')}。`, `It takes ${WORDS.place.join(', ')}.`),
  'wrap-side': message(`写 ${WORDS.side.join('、')}。`, `It takes ${WORDS.side.join(', ')}.`),
  'wrap-width': message(
    '写绕排图片的宽，如 8字、30mm、1/2栏。',
    'It takes the width of a picture that text runs round: 8字, 30mm, 1/2栏.',
  ),
  'wrap-start': message('写栏和行，如 2:8。', 'It takes a column and a line: 2:8.'),
  'wrap-outline': message(
    '写 circle、ellipse，或各点的百分比，如 0 0, 60 0, 100 100。',
    'It takes circle, ellipse, or points in percent: 0 0, 60 0, 100 100.',
  ),
  area: message(
    '写栏和行，如 1-5:18-57；几块拼成的，用空格隔开；由程序分行的写 1-5:?。',
    'It takes columns and lines: 1-5:18-57; several rectangles behind blanks; 1-5:? to have its lines shared out.',
  ),
  photo: message(
    '写图片的文件：在 {{#each article.photos}} 里写 image="{{file}}"；二维码写 image="qr:…"，条码写 image="issn:…"。',
    'It takes a photo: image="{{file}}" within {{#each article.photos}}; or a code: image="qr:…", "issn:…".',
  ),
  article: message('写 {{source article}}。', 'Write {{source article}}.'),
  reading: message('写读音，如 hàn zì。', 'It takes the reading: hàn zì.'),
};

function fault(
  { places, diagnostics }: Check,
  element: ElementNode,
  code: string,
  ...texts: [Message, ...Message[]]
): void {
  diagnostics.push(errorAt(places.span(element.from, element.to), code, ...texts));
}

function attributeFault(
  { places, diagnostics }: Check,
  attribute: Attribute,
  code: string,
  ...texts: [Message, ...Message[]]
): void {
  const span = places.span(attribute.from, attribute.from + attribute.name.length);
  diagnostics.push(errorAt(span, code, ...texts));
}
