/** Attributes, `style` and simple `<style>` rules of SVG elements → how each is painted. */

import { message } from '../diagnostics.ts';
import type { Paint, Stroke } from './image.ts';
import { badValue } from './svg-outlines.ts';
import { type SvgElement, SvgFault } from './svg-tree.ts';
import { colourOf, lengthOf, numberOf, numbersOf, opacityOf, type Rgb } from './svg-values.ts';

type Ink = Rgb | 'currentColor' | null;

/** What an element hands down to its children. Lengths in its own units. */
export interface Style {
  readonly color: Rgb;
  readonly fill: Ink;
  readonly stroke: Ink;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  readonly rule: 'nonzero' | 'evenodd';
  readonly width: number;
  readonly cap: Stroke['cap'];
  readonly join: Stroke['join'];
  readonly miterLimit: number;
  readonly dashes: readonly number[];
  readonly dashOffset: number;
  readonly visible: boolean;
}

export const INITIAL_STYLE: Style = {
  color: [0, 0, 0],
  fill: [0, 0, 0],
  stroke: null,
  fillOpacity: 1,
  strokeOpacity: 1,
  rule: 'nonzero',
  width: 1,
  cap: 'butt',
  join: 'miter',
  miterLimit: 4,
  dashes: [],
  dashOffset: 0,
  visible: true,
};

/** Declarations by what they are for: `.name`, `name` or `*`, in the order of the file. */
export interface SheetRule {
  readonly selector: string;
  readonly declarations: ReadonlyMap<string, string>;
}

const EXPAND = message(
  '请在绘图软件里把效果、渐变、剪切和蒙版展开成普通图形（轮廓化），再导出；或改用 JPEG、PNG。',
  'Expand effects, gradients, clips and masks to plain shapes in the drawing program and export again, or use a JPEG or PNG.',
);

/** An element, or a property of one, that is not drawn. */
export function notDrawn(element: SvgElement, zh: string, en: string): SvgFault {
  return new SvgFault(message(`不支持 SVG 的${zh}`, `SVG ${en} is not supported`), element, EXPAND);
}

/** @throws SvgFault for rules other than `.name`, `name` and `*`. */
export function sheetOf(element: SvgElement): SheetRule[] {
  const rules: SheetRule[] = [];
  const css = element.text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
  const rest = css.replace(/([^{}]*)\{([^{}]*)\}/g, (_, selectors: string, body: string) => {
    for (const selector of selectors.split(',').map((word) => word.trim())) {
      if (!/^(?:\*|\.?[A-Za-z_][\w-]*)$/.test(selector)) {
        const shown = selector.slice(0, 40);
        throw notDrawn(element, `样式选择器“${shown}”`, `style selector "${shown}"`);
      }
      rules.push({ selector, declarations: declarationsOf(element, body) });
    }
    return '';
  });
  if (rest.trim() !== '') throw badValue(element, 'CSS', rest.trim());
  return rules;
}

function declarationsOf(element: SvgElement, text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const [, name, value] = /^\s*([\w-]+)\s*:\s*([^;]*?)\s*$/.exec(part) ?? [];
    if (name === undefined || value!.includes('!')) throw badValue(element, 'style', part.trim());
    found.set(name, value!);
  }
  return found;
}

/** All that is said of an element: attributes, then rules (names below classes), then its own `style`. */
export function declared(element: SvgElement, rules: readonly SheetRule[]): ReadonlyMap<string, string> {
  const all = new Map(Object.entries(element.attributes));
  const classes = new Set((element.attributes.class ?? '').split(/\s+/).map((name) => `.${name}`));
  const levels: readonly ((selector: string) => boolean)[] = [
    (selector) => selector === '*',
    (selector) => selector === element.name,
    (selector) => classes.has(selector),
  ];
  const override = (declarations: ReadonlyMap<string, string>): void => {
    for (const [name, value] of declarations) {
      if (GEOMETRY.has(name)) throw notDrawn(element, `样式里的“${name}”`, `"${name}" in a style`);
      all.set(name, value);
    }
  };
  for (const matches of levels) {
    for (const rule of rules) if (matches(rule.selector)) override(rule.declarations);
  }
  override(declarationsOf(element, element.attributes.style ?? ''));
  for (const name of REFUSED) {
    const value = all.get(name)?.trim();
    if (value !== undefined && !HARMLESS.has(value)) {
      throw notDrawn(element, `“${name}”（<${element.name}>）`, `"${name}" on <${element.name}>`);
    }
  }
  return all;
}

/** Attributes that CSS may set too, which few programs write. */
const GEOMETRY = new Set('d x y cx cy r rx ry width height transform'.split(' '));
const REFUSED =
  'clip-path clip mask filter marker marker-start marker-mid marker-end mix-blend-mode vector-effect paint-order transform-origin'.split(
    ' ',
  );
const HARMLESS = new Set(['none', 'normal', 'auto', '', 'inherit', '0', '0 0']);

/** @throws SvgFault for values that are none, and for paint other than a plain colour. */
export function styleOf(element: SvgElement, said: ReadonlyMap<string, string>, parent: Style): Style {
  const read = <T>(name: string, of: (text: string) => T | null, inherited: T): T => {
    const text = said.get(name)?.trim();
    if (text === undefined || text === 'inherit') return inherited;
    const value = of(text);
    if (value === null) throw badValue(element, name, text);
    return value;
  };
  const word =
    <T extends string>(...words: readonly T[]) =>
    (text: string): T | null =>
      words.find((one) => one === text) ?? null;
  const ink = (name: 'fill' | 'stroke'): Ink => {
    const text = said.get(name)?.trim();
    if (text === undefined || text === 'inherit') return parent[name];
    if (text === 'none' || text === 'transparent') return null;
    if (text.toLowerCase() === 'currentcolor') return 'currentColor';
    if (text.startsWith('url('))
      throw notDrawn(element, `渐变或图案填色 ${text}`, `gradient or pattern ${text}`);
    return read(name, colourOf, [0, 0, 0]);
  };
  const positive = (text: string): number | null => {
    const value = lengthOf(text);
    return value === null || value < 0 ? null : value;
  };
  return {
    color: read(
      'color',
      (text) => (text.toLowerCase() === 'currentcolor' ? parent.color : colourOf(text)),
      parent.color,
    ),
    fill: ink('fill'),
    stroke: ink('stroke'),
    fillOpacity: read('fill-opacity', opacityOf, parent.fillOpacity),
    strokeOpacity: read('stroke-opacity', opacityOf, parent.strokeOpacity),
    rule: read('fill-rule', word('nonzero', 'evenodd'), parent.rule),
    width: read('stroke-width', positive, parent.width),
    cap: read('stroke-linecap', word('butt', 'round', 'square'), parent.cap),
    join: read('stroke-linejoin', word('miter', 'round', 'bevel'), parent.join),
    miterLimit: read('stroke-miterlimit', numberOf, parent.miterLimit),
    dashes: read('stroke-dasharray', dashesOf, parent.dashes),
    dashOffset: read('stroke-dashoffset', lengthOf, parent.dashOffset),
    visible:
      read('visibility', word('visible', 'hidden', 'collapse'), parent.visible ? 'visible' : 'hidden') ===
      'visible',
  };
}

/** All zero means a whole line; an odd list is gone through twice (SVG 2, 13.5.6). */
function dashesOf(text: string): readonly number[] | null {
  const dashes = text === 'none' ? [] : numbersOf(text.replace(/px/g, ''));
  if (dashes === null || dashes.some((dash) => dash < 0)) return null;
  if (dashes.every((dash) => dash === 0)) return [];
  return dashes.length % 2 === 1 ? [...dashes, ...dashes] : dashes;
}

export function paintOf(ink: Ink, opacity: number, { color }: Style): Paint | null {
  if (ink === null || opacity === 0) return null;
  return { rgb: ink === 'currentColor' ? color : ink, opacity };
}
