/** Colours by name → the operators that set them for the screen. */

import type { Swatch } from '../content/issue.ts';
import { pdfNumbers } from './number.ts';

export interface Colours {
  readonly fill: (swatch: string) => string;
  readonly stroke: (swatch: string) => string;
}

/**
 * For the screen: RGB, and grey where the three are equal.
 * The functions throw an Error for a name that is not among the swatches: stage ③ lets none through.
 */
export function screenColours(swatches: ReadonlyMap<string, Swatch>): Colours {
  const operands = (name: string): string => {
    const swatch = swatches.get(name);
    if (swatch === undefined) throw new Error(`no swatch ${name}`);
    const [red, green, blue] = swatch.rgb;
    return red === green && green === blue
      ? pdfNumbers(red / 255)
      : pdfNumbers(red / 255, green / 255, blue / 255);
  };
  const grey = (operand: string): boolean => !operand.includes(' ');
  return {
    fill: (name) => {
      const operand = operands(name);
      return `${operand} ${grey(operand) ? 'g' : 'rg'}`;
    },
    stroke: (name) => {
      const operand = operands(name);
      return `${operand} ${grey(operand) ? 'G' : 'RG'}`;
    },
  };
}
