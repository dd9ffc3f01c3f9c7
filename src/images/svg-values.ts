/** Words of SVG (numbers, lengths, lists, colours) → numbers; null for what is none of them. */

import { NAMED_COLOURS } from './colour-names.ts';

export type Rgb = readonly [number, number, number];

/** Larger numbers are a fault of the file: no drawing is as wide. */
const MAX = 1e6;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

export function numberOf(text: string): number | null {
  const word = text.trim();
  const value = NUMBER.test(word) ? Number(word) : Number.NaN;
  return Math.abs(value) <= MAX ? value : null;
}

/** Absolute units in px (CSS Values 4, 6.2). */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

/** A length in px. Percentages and lengths that hang on a font: null. */
export function lengthOf(text: string): number | null {
  const [, number, unit] = /^(.*?[\d.])(px|pt|pc|mm|cm|in|)$/.exec(text.trim()) ?? [];
  const value = numberOf(number ?? '');
  return value === null ? null : value * UNITS[unit!]!;
}

export function numbersOf(text: string): number[] | null {
  const words = text.trim().split(/[\s,]+/);
  const values = words[0] === '' ? [] : words.map(numberOf);
  return values.every((value) => value !== null) ? values : null;
}

/** `rgb` 0–255; null: no colour of the kinds hex, rgb() and named. */
export function colourOf(text: string): Rgb | null {
  const word = text.trim().toLowerCase();
  const named = NAMED_COLOURS.get(word);
  const hex = named ?? /^#([\da-f]{3}|[\da-f]{6})$/.exec(word)?.[1];
  if (hex !== undefined) {
    const long = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    const byte = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16);
    return [byte(0), byte(2), byte(4)];
  }
  const parts = /^rgb\(([^)]*)\)$/
    .exec(word)?.[1]
    ?.trim()
    .split(/\s*,\s*|\s+/);
  if (parts?.length !== 3) return null;
  const values = parts.map((part) => {
    const percent = part.endsWith('%');
    const value = numberOf(percent ? part.slice(0, -1) : part);
    return value === null ? null : Math.min(255, Math.max(0, percent ? (value * 255) / 100 : value));
  });
  const [red, green, blue] = values;
  return red == null || green == null || blue == null ? null : [red, green, blue];
}

/** 0–1, also as a percentage. */
export function opacityOf(text: string): number | null {
  const word = text.trim();
  const percent = word.endsWith('%');
  const value = numberOf(percent ? word.slice(0, -1) : word);
  return value === null ? null : Math.min(1, Math.max(0, percent ? value / 100 : value));
}
