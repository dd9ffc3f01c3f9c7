/** CSV files by RFC 4180, each character with its place. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../../src/content/csv.ts';
import { sourceText } from '../../../src/content/source-text.ts';
import type { Diagnostic } from '../../../src/diagnostics.ts';

function read(text: string) {
  const diagnostics: Diagnostic[] = [];
  const rows = csvRows(sourceText('a.csv', text, new Map()), diagnostics);
  const faults = diagnostics.map(({ code, span }) => `${code} ${span!.start}`);
  return {
    rows: rows.map(({ cells }) => cells.map((cell) => cell.text)),
    cells: rows.map((row) => row.cells),
    faults,
  };
}

describe('a CSV file', () => {
  it.each([
    [
      '甲,乙\n丙,丁',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    [
      '甲,乙\r\n丙,丁\r\n',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    ['甲,,\n', [['甲', '', '']]],
    ['"甲,乙","丙\n丁"', [['甲,乙', '丙\n丁']]],
    ['"他说""好""",""', [['他说"好"', '']]],
    [' 甲 , 乙 ', [['甲', '乙']]],
    ['甲\n\n\n乙\n', [['甲'], ['乙']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(read(text)).toMatchObject({ rows, faults: [] });
  });

  it.each([
    ['甲,乙"丙', 'csv-quote 3'],
    ['甲,"乙"丙', 'csv-quote 5'],
    ['甲\n"乙,丙\n', 'csv-quote 2'],
    ['甲\n"乙"",丙', 'csv-quote 2'],
  ])('%j is an error at its place', (text, fault) => {
    expect(read(text).faults).toEqual([fault]);
  });

  it('gives back what was written, every character from its own place', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', 'a', ',', '"', '\n', '1', '.') });
    const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(grid, (rows) => {
        const text = rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\n');
        const found = read(text);
        expect(found.rows).toEqual(rows);
        for (const draft of found.cells.flat()) {
          expect(draft.offsets.map((offset) => text[offset]).join('')).toBe(draft.text);
        }
      }),
    );
  });
});
