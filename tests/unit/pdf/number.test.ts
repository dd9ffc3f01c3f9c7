import { describe, expect, test } from 'vitest';
import { pdfNumber, pdfNumbers, textOfThousandths, thousandths } from '../../../src/pdf/number.ts';

describe('numbers in the file', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [12, '12'],
    [0.1 + 0.2, '0.3'],
    [10.5, '10.5'],
    [-41.6667, '-41.667'],
    [0.0005, '0.001'],
    [0.0004, '0'],
    [-0.0004, '0'],
    [1e-7, '0'],
    [1530.7086614173227, '1530.709'],
    [123456789.123, '123456789.123'],
  ])('%d is written %s', (value, text) => expect(pdfNumber(value)).toBe(text));

  test('a way counted in thousandths ends where the place itself is written', () => {
    let at = 0;
    for (let step = 0; step < 999; step++) at += thousandths((step + 1) / 3) - thousandths(step / 3);
    expect(textOfThousandths(at)).toBe(pdfNumber(333));
  });

  test('operands are separated by blanks', () => expect(pdfNumbers(1, 0.5, -2)).toBe('1 0.5 -2'));
});
