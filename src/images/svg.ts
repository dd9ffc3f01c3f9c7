/** An SVG file's text → a drawing of plain curves, or the first thing in it that cannot be drawn. */

import { message } from '../diagnostics.ts';
import type { ArtShape, ArtworkInfo, ImageKey, Outline, Stroke } from './image.ts';
import { IDENTITY, type Matrix, mapped, matrixOf, scaleOf, times } from './svg-matrix.ts';
import { badValue, measure, outlinesOf, SHAPES } from './svg-outlines.ts';
import {
  declared,
  INITIAL_STYLE,
  notDrawn,
  paintOf,
  type SheetRule,
  type Style,
  sheetOf,
  styleOf,
} from './svg-style.ts';
import { SIMPLIFY, type SvgElement, SvgFault, svgTree } from './svg-tree.ts';
import { numbersOf, opacityOf } from './svg-values.ts';

/** The longer side of a drawing's plane. */
const SIDE = 1000;
/** Numbers of all curves, `use` counted each time: about 10 MB of PDF. */
const MAX_NUMBERS = 2_000_000;
const MAX_VISITS = 200_000;
const MAX_USES = 20;

/** Drawn only where something refers to them; the reference is what is named then. */
const NEVER_DRAWN = new Set(
  'defs symbol linearGradient radialGradient pattern clipPath mask marker filter title desc metadata style'.split(
    ' ',
  ),
);

interface Walk {
  readonly rules: readonly SheetRule[];
  readonly byId: ReadonlyMap<string, SvgElement>;
  readonly shapes: ArtShape[];
  numbers: number;
  visits: number;
}

interface Inherited {
  readonly style: Style;
  readonly matrix: Matrix;
  /** `use` within `use`. */
  readonly uses: number;
}

/** @throws SvgFault */
export function svgArtwork(key: ImageKey, text: string): ArtworkInfo {
  const root = svgTree(text);
  if (root.name !== 'svg') throw notDrawn(root, `根元素 <${root.name}>`, `root element <${root.name}>`);
  const { width, height, matrix } = planeOf(root);
  const all = elementsOf(root);
  const walk: Walk = {
    rules: all.filter(({ name }) => name === 'style').flatMap(sheetOf),
    byId: new Map(all.flatMap((one) => (one.attributes.id === undefined ? [] : [[one.attributes.id, one]]))),
    shapes: [],
    numbers: 0,
    visits: 0,
  };
  drawGroup(root, { style: INITIAL_STYLE, matrix, uses: 0 }, walk);
  return { key, format: 'svg', width, height, shapes: walk.shapes };
}

function elementsOf(root: SvgElement): SvgElement[] {
  const all = [root];
  for (let at = 0; at < all.length; at++) {
    for (const child of all[at]!.children) all.push(child);
  }
  return all;
}

/** The size shown, and the way from the root's units to it (SVG 2, 8.2 and 8.6). */
function planeOf(root: SvgElement): { width: number; height: number; matrix: Matrix } {
  const box = viewBoxOf(root);
  const side = (name: 'width' | 'height'): number | null =>
    /^\s*[\d.]+%\s*$/.test(root.attributes[name] ?? '') ? null : measure(root, name);
  const [givenWidth, givenHeight] = [side('width'), side('height')];
  const ratio = box === null ? null : box.width / box.height;
  const width = givenWidth ?? (givenHeight === null || ratio === null ? box?.width : givenHeight * ratio);
  const height = givenHeight ?? (givenWidth === null || ratio === null ? box?.height : givenWidth / ratio);
  if (width === undefined || height === undefined || !(width > 0 && height > 0)) {
    throw new SvgFault(
      message('SVG 没有写明大小', 'the SVG states no size'),
      root,
      message(
        '请给 <svg> 写 viewBox，或写 width 和 height。',
        'Give <svg> a viewBox, or a width and a height.',
      ),
    );
  }
  const scale = SIDE / Math.max(width, height);
  const fit = box === null ? IDENTITY : fitted(root, box, width, height);
  return { width: width * scale, height: height * scale, matrix: times([scale, 0, 0, scale, 0, 0], fit) };
}

type Box = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

function viewBoxOf(root: SvgElement): Box | null {
  const given = root.attributes.viewBox;
  if (given === undefined) return null;
  const [x, y, width, height, ...more] = numbersOf(given) ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined || more.length > 0)
    throw badValue(root, 'viewBox', given);
  if (width <= 0 || height <= 0) throw badValue(root, 'viewBox', given);
  return { x, y, width, height };
}

const ALIGN = { Min: 0, Mid: 0.5, Max: 1 } as const;

function fitted(root: SvgElement, box: Box, width: number, height: number): Matrix {
  const given = (root.attributes.preserveAspectRatio ?? 'xMidYMid').trim();
  const [across, down] = [width / box.width, height / box.height];
  if (given === 'none') return [across, 0, 0, down, -box.x * across, -box.y * down];
  const [, x, y, mode] = /^x(Min|Mid|Max)Y(Min|Mid|Max)(?:\s+(meet|slice))?$/.exec(given) ?? [];
  if (x === undefined) throw badValue(root, 'preserveAspectRatio', given);
  const scale = mode === 'slice' ? Math.max(across, down) : Math.min(across, down);
  const left = (width - box.width * scale) * ALIGN[x as keyof typeof ALIGN];
  const top = (height - box.height * scale) * ALIGN[y as keyof typeof ALIGN];
  return [scale, 0, 0, scale, left - box.x * scale, top - box.y * scale];
}

function draw(element: SvgElement, inherited: Inherited, walk: Walk): void {
  const { name } = element;
  walk.visits += 1;
  if (walk.visits > MAX_VISITS) throw tooMuch(element);
  // Elements of other programs, `sodipodi:namedview`, draw nothing.
  if (NEVER_DRAWN.has(name) || name.includes(':')) return;
  if (name === 'g') drawGroup(element, inherited, walk);
  else if (name === 'use') drawUse(element, inherited, walk);
  else if (SHAPES.has(name)) drawShape(element, inherited, walk);
  else throw refused(element);
}

/** Animations: what else may stand in a shape draws nothing. */
function refuseChildren(element: SvgElement): void {
  const child = element.children.find(({ name }) => !NEVER_DRAWN.has(name) && !name.includes(':'));
  if (child !== undefined) throw refused(child);
}

function refused(element: SvgElement): SvgFault {
  const { name } = element;
  const cure =
    name === 'text'
      ? message(
          '请在绘图软件里把文字转成轮廓（转曲），再导出。',
          'Convert text to paths in the drawing program and export again.',
        )
      : name === 'image'
        ? message(
            '图片请另外放在 photos 里，或把整个图形存成 JPEG、PNG。',
            'Use the picture as a photo of its own, or export all as a JPEG or PNG.',
          )
        : SIMPLIFY;
  return new SvgFault(
    message(`不支持 SVG 元素 <${name}>`, `the SVG element <${name}> is not supported`),
    element,
    cure,
  );
}

function tooMuch(element: SvgElement): SvgFault {
  return new SvgFault(message('SVG 图形太复杂', 'the SVG drawing is too complex'), element, SIMPLIFY);
}

/** The element's own style and way to the plane; null if it is not displayed. */
function entered(element: SvgElement, inherited: Inherited, walk: Walk) {
  const said = declared(element, walk.rules);
  if (said.get('display')?.trim() === 'none') return null;
  const transform = element.name === 'svg' ? undefined : element.attributes.transform;
  const own = transform === undefined ? IDENTITY : matrixOf(transform);
  if (own === null) throw badValue(element, 'transform', transform!);
  const opacity = opacityOf(said.get('opacity') ?? '1');
  if (opacity === null) throw badValue(element, 'opacity', said.get('opacity')!);
  const inside: Inherited = {
    style: styleOf(element, said, inherited.style),
    matrix: times(inherited.matrix, own),
    uses: inherited.uses,
  };
  return { inside, opacity };
}

function drawGroup(element: SvgElement, inherited: Inherited, walk: Walk): void {
  const own = entered(element, inherited, walk);
  if (own === null || own.opacity === 0) return;
  if (own.opacity < 1) throw groupOpacity(element);
  for (const child of element.children) draw(child, own.inside, walk);
}

/** Half-clear as a whole is more than half-clear parts, where they lie over each other. */
function groupOpacity(element: SvgElement): SvgFault {
  return new SvgFault(
    message(
      `不支持 <${element.name}> 整体的 opacity`,
      `opacity of a whole <${element.name}> is not supported`,
    ),
    element,
    message(
      '请给里面的图形分别写 fill-opacity、stroke-opacity。',
      'Give the shapes in it a fill-opacity and stroke-opacity.',
    ),
  );
}

function drawUse(element: SvgElement, inherited: Inherited, walk: Walk): void {
  refuseChildren(element);
  const href = (element.attributes.href ?? element.attributes['xlink:href'] ?? '').trim();
  const target = href.startsWith('#') ? walk.byId.get(href.slice(1)) : undefined;
  if (target === undefined) throw badValue(element, 'href', href);
  if (inherited.uses >= MAX_USES) {
    throw new SvgFault(
      message(
        'SVG 的 <use> 引用成了圈，或套得太深',
        'the SVG has <use> elements in a circle, or nested too deep',
      ),
      element,
      SIMPLIFY,
    );
  }
  if (target.name === 'symbol' || target.name === 'svg') throw refused(target);
  const own = entered(element, inherited, walk);
  if (own === null || own.opacity === 0) return;
  if (own.opacity < 1) throw groupOpacity(element);
  const [x, y] = [measure(element, 'x') ?? 0, measure(element, 'y') ?? 0];
  const matrix = times(own.inside.matrix, [1, 0, 0, 1, x, y]);
  draw(target, { ...own.inside, matrix, uses: inherited.uses + 1 }, walk);
}

function drawShape(element: SvgElement, inherited: Inherited, walk: Walk): void {
  refuseChildren(element);
  const own = entered(element, inherited, walk);
  if (own === null || own.opacity === 0) return;
  const { style, matrix } = own.inside;
  const outlines = outlinesOf(element).map(
    ({ curve, closed }): Outline => ({ curve: mapped(matrix, curve), closed }),
  );
  for (const { curve } of outlines) {
    walk.numbers += curve.length;
    if (walk.numbers > MAX_NUMBERS) throw tooMuch(element);
    if (!curve.every((number) => Math.abs(number) <= 1e6)) {
      throw new SvgFault(
        message('SVG 里的坐标太大', 'the SVG has coordinates that are too large'),
        element,
        SIMPLIFY,
      );
    }
  }
  const fill = paintOf(style.fill, style.fillOpacity * own.opacity, style);
  const stroke = strokeOf(element, style, matrix, own.opacity);
  if (!style.visible || outlines.length === 0 || (fill === null && stroke === null)) return;
  if (own.opacity < 1 && fill !== null && stroke !== null) throw groupOpacity(element);
  walk.shapes.push({ outlines, fill: fill === null ? null : { ...fill, rule: style.rule }, stroke });
}

function strokeOf(element: SvgElement, style: Style, matrix: Matrix, opacity: number): Stroke | null {
  const paint = paintOf(style.stroke, style.strokeOpacity * opacity, style);
  if (paint === null || style.width === 0) return null;
  const scale = scaleOf(matrix);
  if (scale === null) {
    throw new SvgFault(
      message(
        `<${element.name}> 的描边被压扁或歪斜，不支持`,
        `the stroke of <${element.name}> is squeezed or skewed, which is not supported`,
      ),
      element,
      message(
        '请在绘图软件里把描边转成轮廓，再导出。',
        'Convert strokes to outlines in the drawing program and export again.',
      ),
    );
  }
  const { width, cap, join, miterLimit, dashes, dashOffset } = style;
  return {
    ...paint,
    width: width * scale,
    cap,
    join,
    miterLimit: Math.max(1, miterLimit),
    dashes: dashes.map((dash) => dash * scale),
    dashOffset: dashOffset * scale,
  };
}
