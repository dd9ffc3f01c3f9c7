/** A number → its text in a PDF: at most 3 decimals, no exponent, no negative zero. */

/** Thousandths of a unit, a whole number: what positions are counted in so that differences stay exact. */
export function thousandths(value: number): number {
  return Math.round(value * 1000);
}

/** The text of a whole number of thousandths. */
export function textOfThousandths(count: number): string {
  return String((count + 0) / 1000);
}

/** The text of a number. Its size must stay below 1e9, which every length of a page does. */
export function pdfNumber(value: number): string {
  return textOfThousandths(thousandths(value));
}

/** Several numbers, separated by blanks, as operands stand. */
export function pdfNumbers(...values: readonly number[]): string {
  return values.map(pdfNumber).join(' ');
}
