/** A checked tree with its styles → the boxes of a page. */

import type { Article, PhotoUse } from '../content/issue.ts';
import { errorAt, message, type Span } from '../diagnostics.ts';
import type { Size } from '../geometry.ts';
import { isCodeKey } from '../images/index.ts';
import { spanInFile } from '../source-map.ts';
import { stretches } from '../source-marks.ts';
import type { Mark } from '../template/markup.ts';
import { readOutline, readWrapStart, readWrapWidth, type WrapWords } from '../wrap-words.ts';
import { placedAt, readOpenPlace } from './area.ts';
import type {
  FigureBox,
  FolioBox,
  FolioSlot,
  Frame,
  HeadBox,
  HeightShare,
  PageBox,
  PanelBox,
  PanelPart,
  ParagraphBox,
  Place,
  ShareRule,
  StoryBox,
  TextRole,
} from './box.ts';
import { checkFrameWidth, columnRuleOf } from './check-rules.ts';
import { checkSetting } from './check-setting.ts';
import { codeDrawn, isPhotoPath } from './code-figure.ts';
import { type BuildContext, LANGUAGE } from './context.ts';
import { OPTIONAL, WORDS } from './elements.ts';
import { toPoints } from './measure.ts';
import { bodyOf, notInPanel, optionalBox } from './optional.ts';
import { paragraphBox } from './paragraph.ts';
import type { ElementNode } from './parse.ts';
import { styleOfWords } from './profile-properties.ts';
import { withoutMarks } from './selectors.ts';
import { tableBox } from './table.ts';

export function buildPage(root: ElementNode, context: BuildContext): PageBox {
  const { page } = context.markup;
  const [folio = null, rightFolio = null] = childrenNamed(root, 'folio').map((each) =>
    buildFolio(each, context),
  );
  const blocks = elementsOf(root).filter(({ name }) => name === 'story' || name === 'panel');
  return {
    kind: 'page',
    wanted: page.wanted,
    fit: context.issue.theme.fit,
    light: lightSwatches(context.issue.theme),
    layout: page.layout ?? context.issue.theme.layout,
    silence: page.silence,
    label: page.label.text,
    section: page.section?.text ?? null,
    side: page.side,
    trim: context.measures.trim,
    grid: context.measures.grid,
    folio,
    rightFolio,
    blocks: blocks.map((element) =>
      element.name === 'story' ? buildStory(element, context) : buildPanel(element, context),
    ),
    share: shareOf(blocks, page.share),
    span: page.span,
  };
}

/** Null where no block is open. */
function shareOf(blocks: readonly ElementNode[], rule: ShareRule | null): HeightShare | null {
  const open = blocks.flatMap((element, index) => {
    const place = readOpenPlace(withoutMarks(element.attributes.get('at')?.value ?? ''));
    return place === null ? [] : [[index, place.lines] as const];
  });
  return open.length === 0 ? null : { rule: rule ?? 'text', open: new Map(open) };
}

/** Brighter than a grey of a quarter of black. */
const LIGHT = 191;

function lightSwatches({ swatches }: BuildContext['issue']['theme']): readonly string[] {
  return [...swatches].flatMap(
    ([
      name,
      {
        rgb: [r, g, b],
      },
    ]) => (0.299 * r! + 0.587 * g! + 0.114 * b! > LIGHT ? [name] : []),
  );
}

function buildFolio(element: ElementNode, context: BuildContext): FolioBox {
  const style = context.styleOf(element);
  return {
    kind: 'folio',
    lines: style.lines,
    ruleLine: style['rule-line'],
    rule: style.rule,
    ...slotsOf(element, context),
    span: spanOf(element, context),
  };
}

function slotsOf(element: ElementNode, context: BuildContext): Pick<FolioBox, 'left' | 'center' | 'right'> {
  const slot = (name: string): FolioSlot => {
    const holder = childNamed(element, name);
    if (holder === null) return { parts: [], gap: 0 };
    const { grid } = context.measures;
    return {
      parts: paragraphs(childrenNamed(holder, 'text'), context),
      gap: toPoints(context.styleOf(holder).gap, grid, grid.em) / grid.em,
    };
  };
  return { left: slot('left'), center: slot('center'), right: slot('right') };
}

function buildPanel(element: ElementNode, context: BuildContext): PanelBox {
  const style = context.styleOf(element);
  const { grid } = context.measures;
  if (element.attributes.has('source')) {
    const { mark, article } = articleOf(element, context);
    context.standing({ path: mark.path, from: 0, to: article.id.length, place: spanOf(element, context) });
  }
  return {
    kind: 'panel',
    id: element.attributes.get('class')?.value.split(' ')[0] ?? 'panel',
    place: placeOf(element, context)!,
    group: groupOf(element),
    parts: elementsOf(element).flatMap((child) => panelPart(child, context)),
    backdrop: childrenNamed(element, 'backdrop').map((child) => buildFigure(child, context))[0] ?? null,
    align: style['vertical-align'],
    gap: toPoints(style.gap, grid, grid.em),
    frame: frameOf(element, context),
    span: spanOf(element, context),
  };
}

/** Text that is empty, and a row of such text, make no part. */
function panelPart(element: ElementNode, context: BuildContext): readonly PanelPart[] {
  const span = spanOf(element, context);
  if (element.name === 'head' || element.name === 'body') {
    const parts = paragraphs(elementsOf(element), context);
    for (const part of parts) if (part.table !== null) context.report(notInPanel(part.table, part.span));
    return parts;
  }
  if (element.name === 'figure') return figureParts(element, context);
  if (element.name === 'rule') {
    const { rule } = context.styleOf(element);
    return rule === null ? [] : [{ kind: 'rule', rule, span }];
  }
  if (element.name === 'corner' || element.name === 'backdrop') return [];
  if (element.name !== 'row') return paragraphs([element], context, 'text');
  const slots = slotsOf(element, context);
  const isEmpty = [slots.left, slots.center, slots.right].every(({ parts }) => parts.length === 0);
  return isEmpty ? [] : [{ kind: 'row', ...slots, span }];
}

/** A picture and under it its caption. */
function figureParts(element: ElementNode, context: BuildContext): readonly PanelPart[] {
  const figure = buildFigure(element, context);
  return figure.caption === null ? [figure] : [figure, figure.caption];
}

function frameOf(element: ElementNode, context: BuildContext): Frame | null {
  const { frame, background, ...style } = context.styleOf(element);
  const { grid } = context.measures;
  const radius = toPoints(style['border-radius'], grid, grid.em);
  const [corner = null] = paragraphs(childrenNamed(element, 'corner'), context);
  if (frame !== null) checkFrameWidth(element, frame, context);
  if (frame !== null || background !== null) return { border: frame, background, radius, corner };
  if (corner !== null) {
    const text = message('<corner> 要有 frame（框）才有地方', '<corner> has no place without a frame');
    const hint = message('在 styles.css 里给它的块加 frame。', 'Give its block a frame in styles.css.');
    context.report(errorAt(spanOf(element, context), 'corner-without-frame', text, hint));
  }
  return null;
}

/** Where `at` says that a block stands; null without it. */
function placeOf(element: ElementNode, context: BuildContext): Place | null {
  const at = element.attributes.get('at');
  const boxes = at === undefined ? null : placedAt(withoutMarks(at.value));
  if (at === undefined || boxes === null) return null;
  const [stretch] = stretches(at.value);
  const mark = stretch?.kind === 'content' ? context.markup.marks[stretch.number] : undefined;
  const span = mark === undefined ? spanOf(element, context) : spanInFile(mark.map, 0, 1);
  return { boxes, span };
}

/** Within a story its article's own profile holds. */
function inStory(element: ElementNode, context: BuildContext): BuildContext {
  const words = element.attributes.has('source') ? articleOf(element, context).article.profile : [];
  return words.length === 0 ? context : { ...context, profile: styleOfWords(words) };
}

function buildStory(element: ElementNode, around: BuildContext): StoryBox {
  const context = inStory(element, around);
  const { id, part, span } = storyOf(element, context);
  const style = context.styleOf(element);
  const head = childNamed(element, 'head');
  const body = childNamed(element, 'body');
  return {
    kind: 'story',
    id,
    part,
    place: placeOf(element, context),
    columns: countIn(element, 'columns'),
    set: countIn(element, 'set'),
    group: groupOf(element),
    columnRule: columnRuleOf(element, context),
    frame: frameOf(element, context),
    direction: style['writing-mode'] === 'vertical-rl' ? 'down' : 'across',
    fill: wordIn(element, 'fill', WORDS.fill) ?? 'balance',
    head: head === null ? null : buildHead(head, context),
    figures: childrenNamed(element, 'figure').map((figure) => buildFigure(figure, context)),
    ...bodyOf(body === null ? [] : paragraphs(elementsOf(body), context)),
    jump: paragraphs(childrenNamed(element, 'jump'), context)[0] ?? null,
    lang: LANGUAGE,
    span,
  };
}

/** The article that begins here, or the one that goes on. */
function storyOf(element: ElementNode, context: BuildContext): Pick<StoryBox, 'id' | 'part' | 'span'> {
  const goesOn = element.attributes.get('continues');
  if (goesOn === undefined || element.attributes.has('source')) {
    const { mark, article } = articleOf(element, context);
    context.standing({ path: mark.path, from: 0, to: article.id.length, place: spanOf(element, context) });
    return { id: article.id, part: 0, span: article.span };
  }
  const id = withoutMarks(goesOn.value);
  const { blocks } = context.markup.page;
  const thread = blocks.find(
    (block) => block.thread !== null && block.thread.number > 0 && block.thread.article.id === id,
  )?.thread;
  const [stretch] = stretches(goesOn.value);
  const path = stretch?.kind === 'content' ? context.markup.marks[stretch.number]!.path : '';
  const [index] = numbersIn(path);
  const block = index === undefined ? undefined : blocks[index];
  return {
    id,
    part: block?.thread?.number ?? thread?.number ?? 1,
    span: block?.span ?? spanOf(element, context),
  };
}

/** A head whose parts are all empty is none. */
function buildHead(element: ElementNode, context: BuildContext): HeadBox | null {
  const style = context.styleOf(element);
  const { grid } = context.measures;
  const parts = paragraphs(elementsOf(element), context);
  if (parts.length === 0) return null;
  return {
    kind: 'head',
    parts,
    spaceBefore: style['space-before'],
    spaceAfter: style['space-after'],
    gap: toPoints(style.gap, grid, grid.em),
    side: style.side,
    columns: style.columns ?? 1,
    border: style.border,
    background: style.background,
    span: parts[0]!.span,
  };
}

/** What the editor gave the photo comes before what the template wishes. */
function buildFigure(element: ElementNode, context: BuildContext): FigureBox {
  const { photo, size } = photoOf(element, context);
  const style = context.styleOf(element);
  const { grid } = context.measures;
  const [caption] = paragraphs(childrenNamed(element, 'caption'), context);
  const wrap = photo.wrap ?? wrapIn(element);
  return {
    kind: 'figure',
    image: photo.file,
    pixels: { width: size.width, height: size.height },
    alt: photo.alt ?? photo.caption?.text ?? null,
    columns: photo.columns ?? countIn(element, 'columns'),
    columnsAt: photo.columns === null ? attributeSpan(element, 'columns', context) : null,
    lines: photo.lines ?? countIn(element, 'lines'),
    place: photo.place ?? wordIn(element, 'place', WORDS.place),
    wrap: wrap === null ? null : { ...wrap, clear: toPoints(style['wrap-gap'], grid, grid.em) },
    focus: photo.focus,
    cropLimit: isCodeKey(photo.file) ? 0 : style['crop-limit'],
    caption: caption ?? null,
    captionSide: style['caption-side'],
    border: style.border,
    space: style.space,
    span: photo.span,
  };
}

/** 绕排, as the theme wishes; null without a width. */
function wrapIn(element: ElementNode): WrapWords | null {
  const words = (name: string): string => element.attributes.get(name)?.value ?? '';
  const width = readWrapWidth(words('width'));
  if (width === null) return null;
  const side = wordIn(element, 'side', WORDS.side) ?? 'right';
  return { width, side, start: readWrapStart(words('start')), outline: readOutline(words('outline')) };
}

const ROLES: Readonly<Record<string, TextRole>> = { p: 'paragraph', corner: 'text' };

/** An element without text, such as the 副题 of an article that has none, makes no box. */
function paragraphs(
  elements: readonly ElementNode[],
  context: BuildContext,
  text: TextRole = 'folio',
): readonly ParagraphBox[] {
  return elements.flatMap((element) => {
    const role = element.name === 'text' ? text : (ROLES[element.name] ?? (element.name as TextRole));
    const optional = OPTIONAL.find((name) => name === element.name) ?? null;
    const box =
      optional !== null
        ? optionalBox(element, optional, context)
        : element.name === 'table'
          ? tableBox(element, context)
          : paragraphBox(element, role, context);
    if (box === null) return [];
    checkSetting(box, element, context);
    return [box];
  });
}

function articleOf(element: ElementNode, context: BuildContext): { mark: Mark; article: Article } {
  const mark = markIn(element, 'source', context);
  const [index] = numbersIn(mark.path);
  return { mark, article: context.markup.page.articles[index!]! };
}

/** One of an article or of the house, which then has its place on the page; or a code that a template has. */
function photoOf(element: ElementNode, context: BuildContext): { photo: PhotoUse; size: Size } {
  const { issue, markup } = context;
  const [stretch] = stretches(element.attributes.get('image')!.value);
  const path = stretch?.kind === 'content' ? markup.marks[stretch.number]!.path : '';
  if (!isPhotoPath(path)) return codeDrawn(element, context, attributeSpan(element, 'image', context))!;
  const [article, photo] = numbersIn(path);
  const { artwork } = issue.house;
  const isOfHouse = artwork !== null && path === 'house.artwork.file';
  const use = isOfHouse ? artwork : markup.page.articles[article!]!.photos[photo!]!;
  context.standing({ path, from: 0, to: use.file.length, place: spanOf(element, context) });
  return { photo: use, size: issue.photos.get(use.file)! };
}

function markIn(element: ElementNode, name: string, { markup }: BuildContext): Mark {
  const [stretch] = stretches(element.attributes.get(name)!.value);
  return markup.marks[stretch?.kind === 'content' ? stretch.number : -1]!;
}

/** `articles[0].photos[2].file` → 0, 2. */
function numbersIn(path: string): readonly number[] {
  return [...path.matchAll(/\[(\d+)\]/g)].map((found) => Number(found[1]));
}

function spanOf(element: ElementNode, { places }: BuildContext): Span {
  return places.span(element.from, element.to);
}

/** Its name and value; null where it is missing or empty. */
function attributeSpan(element: ElementNode, name: string, { text, places }: BuildContext): Span | null {
  const attribute = element.attributes.get(name);
  if (attribute === undefined || attribute.value === '') return null;
  const { from } = attribute;
  const quote = from + /^[^"']*/.exec(text.slice(from))![0].length;
  return places.span(from, text.indexOf(text[quote]!, quote + 1) + 1);
}

function groupOf(element: ElementNode): string | null {
  return withoutMarks(element.attributes.get('group')?.value ?? '') || null;
}

/** An attribute that is missing or empty is null. */
function countIn(element: ElementNode, name: string): number | null {
  const value = element.attributes.get(name)?.value ?? '';
  return value === '' ? null : Number(value);
}

function wordIn<T extends string>(element: ElementNode, name: string, words: readonly T[]): T | null {
  const value = element.attributes.get(name)?.value;
  return words.find((word) => word === value) ?? null;
}

function elementsOf(parent: ElementNode): readonly ElementNode[] {
  return parent.children.filter((child): child is ElementNode => child.kind === 'element');
}

function childrenNamed(parent: ElementNode, name: string): readonly ElementNode[] {
  return elementsOf(parent).filter((child) => child.name === name);
}

function childNamed(parent: ElementNode, name: string): ElementNode | null {
  return childrenNamed(parent, name)[0] ?? null;
}
