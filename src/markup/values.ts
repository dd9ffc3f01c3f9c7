/** The value of a declaration, as css-tree cuts it → what it means, or why it is refused. */

import type { CssNode } from 'css-tree';
import { type Message, meantHint, message } from '../diagnostics.ts';
import type { ArtworkInfo } from '../images/image.ts';
import { type HaoTable, haoInPoints } from '../units.ts';

/** `字` is one em of the page's body text, `行` one line of its grid, `em` one em of the text itself. */
export type Unit = 'pt' | 'mm' | '字' | '行' | 'em';

export interface Length {
  readonly value: number;
  readonly unit: Unit;
}

const UNITS: readonly Unit[] = ['pt', 'mm', '字', '行', 'em'];

export type Token =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'length'; readonly value: number; readonly unit: string }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'comma' }
  | { readonly kind: 'ornament'; readonly files: readonly string[] }
  | { readonly kind: 'other' };

/** What the theme and the fonts know, for values that are names. */
export interface Names {
  readonly hao: HaoTable;
  readonly swatches: readonly string[];
  readonly families: readonly string[];
  /** The drawings that the sheet names in `ornament("…")`, by what it writes. */
  readonly ornaments: ReadonlyMap<string, Pick<ArtworkInfo, 'key' | 'width' | 'height'>>;
}

/** Why a value is refused: `null` where only the form is wrong, which the property's hint explains. */
export interface Refusal {
  readonly refused: true;
  readonly code: 'bad-value' | 'unknown-family' | 'unknown-swatch' | 'unknown-unit';
  readonly message: Message | null;
  readonly hints: readonly Message[];
}

export const WRONG_FORM: Refusal = { refused: true, code: 'bad-value', message: null, hints: [] };

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

/** Reads the tokens of a value; a property that takes no list refuses the commas itself. */
export type Reader<T> = (tokens: readonly Token[], names: Names) => T | Refusal;

export function tokenOf(node: CssNode): Token {
  switch (node.type) {
    case 'Identifier':
      return { kind: 'word', word: node.name };
    case 'String':
      return { kind: 'word', word: node.value };
    case 'Number':
      return { kind: 'number', value: Number(node.value) };
    case 'Dimension':
      return { kind: 'length', value: Number(node.value), unit: node.unit };
    case 'Percentage':
      return { kind: 'percent', value: Number(node.value) };
    case 'Operator':
      return node.value === ',' ? { kind: 'comma' } : { kind: 'other' };
    case 'Function':
      return node.name === 'ornament' ? ornamentOf(node.children.toArray()) : { kind: 'other' };
    default:
      return { kind: 'other' };
  }
}

/** `ornament("border.svg")`, `ornament("border.svg", "corner.svg")`. */
function ornamentOf(nodes: readonly CssNode[]): Token {
  const [side, comma, corner, ...more] = nodes.map(tokenOf);
  const files = [side, corner].flatMap((token) => (token?.kind === 'word' ? [token.word] : []));
  const isList = comma === undefined || (comma.kind === 'comma' && files.length === 2);
  return isList && files.length > 0 && more.length === 0 ? { kind: 'ornament', files } : { kind: 'other' };
}

/** A reader for values of one token. */
export function single<T>(read: (token: Token, names: Names) => T | Refusal): Reader<T> {
  return (tokens, names) => (tokens.length === 1 ? read(tokens[0]!, names) : WRONG_FORM);
}

export function count(least = 0): Reader<number> {
  return single((token) =>
    token.kind === 'number' && Number.isInteger(token.value) && token.value >= least
      ? token.value
      : WRONG_FORM,
  );
}

export function oneOf<T extends string>(words: readonly T[]): Reader<T> {
  return single((token) => {
    if (token.kind !== 'word') return WRONG_FORM;
    const found = words.find((word) => word === token.word);
    return found ?? { ...WRONG_FORM, hints: meantHint(token.word, words) };
  });
}

export function onOff(): Reader<boolean> {
  return single((token) => {
    if (token.kind !== 'word' || (token.word !== 'on' && token.word !== 'off')) return WRONG_FORM;
    return token.word === 'on';
  });
}

/** A length in one of `units`, not below 0 unless `signed`; 0 needs no unit. */
export function length(units: readonly Unit[], signed = false): Reader<Length> {
  return single((token, names) => readLength(token, units, names, signed));
}

/** `2行`: what stands on the grid takes whole lines of it. */
export const wholeLines: Reader<number> = single((token, names) => {
  const found = readLength(token, ['行'], names, false);
  if (isRefusal(found)) return found;
  return Number.isInteger(found.value) ? found.value : WRONG_FORM;
});

/** As many lengths as `least` to `most`. */
export function lengths(
  units: readonly Unit[],
  least: number,
  most: number,
  signed = false,
): Reader<readonly Length[]> {
  return (tokens, names) => {
    if (tokens.length < least || tokens.length > most) return WRONG_FORM;
    return allOrRefusal(tokens.map((token) => readLength(token, units, names, signed)));
  };
}

export function allOrRefusal<T>(values: readonly (T | Refusal)[]): readonly T[] | Refusal {
  const refusal = values.find(isRefusal);
  return refusal ?? (values as readonly T[]);
}

/** `10.5pt`, `4字`, or a 字号 by name where points are taken. */
export function readLength(
  token: Token,
  units: readonly Unit[],
  names: Names,
  signed: boolean,
): Length | Refusal {
  if (token.kind === 'number' && token.value === 0) return { value: 0, unit: units[0]! };
  if (token.kind === 'word' && units.includes('pt')) {
    const points = haoInPoints(token.word, names.hao);
    return points === null ? WRONG_FORM : { value: points, unit: 'pt' };
  }
  if (token.kind !== 'length' || (token.value < 0 && !signed)) return WRONG_FORM;
  const unit = UNITS.find((known) => known === token.unit);
  if (unit !== undefined && units.includes(unit)) return { value: token.value, unit };
  return {
    refused: true,
    code: 'unknown-unit',
    message: message(`这里不能用单位“${token.unit}”`, `The unit "${token.unit}" cannot be used here`),
    hints: [message(`可用：${units.join('、')}。`, `Known here: ${units.join(', ')}.`)],
  };
}

export function readSwatch(token: Token, names: Names): string | Refusal {
  if (token.kind !== 'word') return WRONG_FORM;
  if (names.swatches.includes(token.word)) return token.word;
  return {
    refused: true,
    code: 'unknown-swatch',
    message: message(
      `版式的 theme.yaml 里没有颜色“${token.word}”`,
      `The theme's theme.yaml has no colour "${token.word}"`,
    ),
    hints: [
      ...meantHint(token.word, names.swatches),
      message(`可用：${names.swatches.join('、')}。`, `Known: ${names.swatches.join(', ')}.`),
    ],
  };
}

/** One family or several, `宋, 黑`. */
export const families: Reader<readonly string[]> = (tokens, names) => {
  const found: (string | Refusal)[] = [];
  for (const [index, token] of tokens.entries()) {
    const expectsComma = index % 2 === 1;
    if ((token.kind === 'comma') !== expectsComma) return WRONG_FORM;
    if (!expectsComma) found.push(readFamily(token, names));
  }
  return tokens.length % 2 === 0 ? WRONG_FORM : allOrRefusal(found);
};

function readFamily(token: Token, names: Names): string | Refusal {
  if (token.kind !== 'word') return WRONG_FORM;
  if (names.families.includes(token.word)) return token.word;
  return {
    refused: true,
    code: 'unknown-family',
    message: message(`没有字体“${token.word}”`, `There is no font family "${token.word}"`),
    hints: [
      ...meantHint(token.word, names.families),
      message(
        `可用：${names.families.join('、')}；自己的字体放进 --fonts 或 fonts: 的文件夹。`,
        `Known: ${names.families.join(', ')}; put your own into the folder of --fonts or fonts:.`,
      ),
    ],
  };
}
