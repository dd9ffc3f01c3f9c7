/** Readers of the properties whose values have a form of their own. */

import { message } from '../diagnostics.ts';
import { haoInPoints } from '../units.ts';
import type { Pattern, RuleStyle, Stroke } from './box.ts';
import {
  allOrRefusal,
  isRefusal,
  type Length,
  lengths,
  type Names,
  type Reader,
  type Refusal,
  readLength,
  readSwatch,
  single,
  type Token,
  WRONG_FORM,
} from './values.ts';

/** 对开 and 四开 as Chinese dailies cut them. Width and height. */
const TRIMS: Readonly<Record<string, readonly [number, number]>> = {
  broadsheet: [390, 540],
  tabloid: [275, 390],
};

export const readTrim: Reader<readonly Length[] | null> = (tokens, names) => {
  const [first] = tokens;
  if (first?.kind === 'word' && tokens.length === 1) {
    const trim = Object.hasOwn(TRIMS, first.word) ? TRIMS[first.word] : undefined;
    return trim?.map((value) => ({ value, unit: 'mm' as const })) ?? WRONG_FORM;
  }
  return lengths(['mm', 'pt'], 2, 2)(tokens, names);
};

/** One size, or the ladder that a head may climb down. */
export const readSizes: Reader<readonly Length[]> = (tokens, names) => {
  if (tokens.length === 0) return WRONG_FORM;
  const sizes = allOrRefusal(tokens.map((token) => readLength(token, ['pt', 'mm', '字'], names, false)));
  if (isRefusal(sizes)) return sizes;
  if (sizes.some(({ value }) => value <= 0)) return WRONG_FORM;
  const falls = sizes.every((size, i) => i === 0 || isSmaller(size, sizes[i - 1]!));
  return falls ? sizes : { ...WRONG_FORM, message: NOT_FALLING };
};

const NOT_FALLING = message(
  '几个字号要从大到小排，单位相同',
  'Several sizes must fall from the first to the last, in one unit',
);

function isSmaller(size: Length, before: Length): boolean {
  return size.unit === before.unit && size.value < before.value;
}

export const readBackground: Reader<string | null> = single((token, names) =>
  token.kind === 'word' && token.word === 'none' ? null : readSwatch(token, names),
);

export const readWeight: Reader<number> = single((token) => {
  if (token.kind === 'word' && token.word === 'normal') return 400;
  if (token.kind === 'word' && token.word === 'bold') return 700;
  if (token.kind !== 'number' || token.value < 1 || token.value > 1000) return WRONG_FORM;
  return Number.isInteger(token.value) ? token.value : WRONG_FORM;
});

/** In 1/1000 字; CLREQ 中、西文混排 has ¼ em, CSS and many papers ⅛ or none. */
export const readAutospace: Reader<number> = single((token) => {
  if (token.kind === 'number' && token.value === 0) return 0;
  if (token.kind !== 'length' || token.unit !== 'em') return WRONG_FORM;
  return token.value === 0.125 || token.value === 0.25 ? token.value * 1000 : WRONG_FORM;
});

/** CSS Inline 3: `normal`, or the lines a drop initial stands over. */
export const readInitial: Reader<number> = single((token) => {
  if (token.kind === 'word' && token.word === 'normal') return 0;
  return token.kind === 'number' && Number.isInteger(token.value) && token.value >= 2
    ? token.value
    : WRONG_FORM;
});

/** Half of a picture may not go at each of two sides: nothing would be left. */
const CROP_BELOW = 50;

export const readCropLimit: Reader<number> = single((token) => {
  if (token.kind === 'percent' && token.value >= 0 && token.value < CROP_BELOW) return token.value / 100;
  return token.kind === 'number' && token.value === 0 ? 0 : WRONG_FORM;
});

export const readBorder: Reader<Stroke | null> = (tokens, names) => {
  if (isNone(tokens)) return null;
  return tokens.length === 2 ? readStroke(tokens[0]!, tokens[1]!, names) : WRONG_FORM;
};

interface NamedRule {
  /** With the gap in pt, from the outside in. */
  readonly widths: readonly number[];
  readonly gap: number;
  readonly pattern: Pattern | null;
}

/** What press rooms draw for the names. 花边 leave blank between themselves and what they frame. */
const RULES: Readonly<Record<string, NamedRule>> = {
  正线: { widths: [0.3], gap: 0, pattern: null },
  反线: { widths: [2], gap: 0, pattern: null },
  双线: { widths: [0.5, 0.5], gap: 1.5, pattern: null },
  文武线: { widths: [2, 0.5], gap: 1.5, pattern: null },
  点线: { widths: [1], gap: 0, pattern: 'dots' },
  波纹线: { widths: [2.2], gap: 0, pattern: 'wave' },
  连珠: { widths: [5], gap: 0, pattern: 'beads' },
  回纹: { widths: [6], gap: 0, pattern: 'fret' },
  花瓣: { widths: [6.5], gap: 0, pattern: 'petals' },
};

/** Between two columns of text, where 花边 would be all there is to see. */
export const readColumnRule: Reader<RuleStyle | null> = (tokens, names) => {
  const rule = readRule(tokens, names);
  if (rule === null || isRefusal(rule)) return rule;
  const isPlain = rule.pattern === null || rule.pattern === 'dots' || rule.pattern === 'wave';
  return isPlain ? rule : WRONG_FORM;
};

export const readRule: Reader<RuleStyle | null> = (tokens, names) => {
  if (isNone(tokens)) return null;
  const [first, second, gap, third, fourth] = tokens;
  if (first === undefined || second === undefined) return WRONG_FORM;
  if (first.kind === 'ornament') {
    return tokens.length === 2 ? ornamentRule(first.files, second, names) : WRONG_FORM;
  }
  if (first.kind === 'word' && haoInPoints(first.word, names.hao) === null) {
    return tokens.length === 2 ? namedRule(first.word, second, names) : WRONG_FORM;
  }
  const outer = readStroke(first, second, names);
  if (isRefusal(outer)) return outer;
  if (tokens.length === 2) return { strokes: [outer], gap: 0, pattern: null };
  if (tokens.length !== 5) return WRONG_FORM;
  const between = points(gap!, names);
  const inner = readStroke(third!, fourth!, names);
  if (isRefusal(between)) return between;
  return isRefusal(inner) ? inner : { strokes: [outer, inner], gap: between, pattern: null };
};

function namedRule(name: string, color: Token, names: Names): RuleStyle | Refusal {
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
  if (rule === undefined) return WRONG_FORM;
  const swatch = readSwatch(color, names);
  if (isRefusal(swatch)) return swatch;
  const { widths, gap, pattern } = rule;
  return { strokes: widths.map((width) => ({ width, swatch })), gap, pattern };
}

/** Drawings have colours of their own. */
function ornamentRule(files: readonly string[], width: Token, names: Names): RuleStyle | Refusal {
  const band = points(width, names);
  if (isRefusal(band)) return band;
  const [side, corner] = files.map((file) => names.ornaments.get(file));
  if (band <= 0 || side === undefined) return WRONG_FORM;
  const motif = { image: side.key, ratio: side.width / side.height, corner: corner?.key ?? null };
  return { strokes: [{ width: band, swatch: 'black' }], gap: 0, pattern: motif };
}

function readStroke(width: Token, color: Token, names: Names): Stroke | Refusal {
  const value = points(width, names);
  if (isRefusal(value)) return value;
  const swatch = readSwatch(color, names);
  return isRefusal(swatch) ? swatch : { width: value, swatch };
}

/** Rules are measured in points whatever the page. */
function points(token: Token, names: Names): number | Refusal {
  const found = readLength(token, ['pt'], names, false);
  return isRefusal(found) ? found : found.value;
}

function isNone(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  return tokens.length === 1 && first?.kind === 'word' && first.word === 'none';
}
