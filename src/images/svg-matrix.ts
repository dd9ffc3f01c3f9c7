/** `transform` of SVG → a matrix, and what matrices do to points and lengths. */

import { numbersOf } from './svg-values.ts';

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** `inner` is applied first. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Points that follow each other as x, y. */
export function mapped([a, b, c, d, e, f]: Matrix, numbers: readonly number[]): number[] {
  const out: number[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [x, y] = [numbers[at]!, numbers[at + 1]!];
    out.push(a * x + c * y + e, b * x + d * y + f);
  }
  return out;
}

/** By how much lengths grow, if they do so alike in all directions; else null. */
export function scaleOf([a, b, c, d]: Matrix): number | null {
  const across = Math.hypot(a, b);
  const down = Math.hypot(c, d);
  const slack = 1e-4 * Math.max(across, down);
  const alike = Math.abs(across - down) <= slack && Math.abs(a * c + b * d) <= slack * across;
  return alike ? across : null;
}

/** Null for what is no list of transforms. */
export function matrixOf(text: string): Matrix | null {
  let matrix: Matrix | null = IDENTITY;
  const rest = text.replace(/([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*/g, (_, name: string, values: string) => {
    const numbers = numbersOf(values);
    const one = numbers === null ? null : single(name, numbers);
    matrix = one === null || matrix === null ? null : times(matrix, one);
    return '';
  });
  return rest.trim() === '' ? matrix : null;
}

function single(name: string, numbers: readonly number[]): Matrix | null {
  const [one = 0, two, three] = numbers;
  const shape = `${name} ${numbers.length}`;
  const radians = (one * Math.PI) / 180;
  switch (shape) {
    case 'matrix 6':
      return [...numbers] as unknown as Matrix;
    case 'translate 1':
    case 'translate 2':
      return [1, 0, 0, 1, one, two ?? 0];
    case 'scale 1':
    case 'scale 2':
      return [one, 0, 0, two ?? one, 0, 0];
    case 'rotate 1':
    case 'rotate 3': {
      const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
      const turn: Matrix = [cos, sin, -sin, cos, 0, 0];
      const [x, y] = [two ?? 0, three ?? 0];
      return times(times([1, 0, 0, 1, x, y], turn), [1, 0, 0, 1, -x, -y]);
    }
    case 'skewX 1':
      return [1, 0, Math.tan(radians), 1, 0, 0];
    case 'skewY 1':
      return [1, Math.tan(radians), 0, 1, 0, 0];
    default:
      return null;
  }
}
