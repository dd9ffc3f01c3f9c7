import { describe, expect, test } from 'vitest';
import { makeTable } from '../../../src/fonts/make-table.ts';
import { readTable, tableFor, writeTable } from '../../../src/fonts/table-file.ts';
import { tinyFont } from '../../support/tiny-font.ts';

const font = tinyFont({ characters: '甲乙丙A𠮷' });
const table = {
  ...makeTable('user:Tiny', font),
  forms: new Map([
    ['fwid:——', { gid: 65000, advance: 2000, box: [-71, 360, 1929, 400] as const }],
    ['vert:（', { gid: 3, advance: 1000, box: [0, 1, 2, 3] as const }],
  ]),
  kern: new Map([
    [0x00050002, -30],
    [0x00010002, 12],
    [0xfff00003, -1],
  ]),
};
const file = writeTable(table, font.length);

describe('a table file', () => {
  test('gives back the table that was written', () => {
    const { forms, kern, ...plain } = readTable(file)!;
    const { forms: writtenForms, kern: writtenKern, ...written } = table;
    expect(plain).toEqual(written);
    expect(new Map(forms)).toEqual(writtenForms);
    expect(new Map(kern)).toEqual(writtenKern);
  });

  test('finds forms and kerning by key, and nothing for others', () => {
    const { forms, kern } = readTable(file)!;
    expect(forms.get('fwid:——')).toEqual({ gid: 65000, advance: 2000, box: [-71, 360, 1929, 400] });
    expect(forms.get('fwid:—')).toBeUndefined();
    expect([kern.get(0x00010002), kern.get(0xfff00003), kern.get(0x00010003)]).toEqual([12, -1, undefined]);
    expect([kern.has(0x00050002), kern.has(7), kern.size]).toEqual([true, false, 3]);
  });

  test('says for which font file it is', () => {
    expect(tableFor(file)).toEqual({ sha256: table.sha256, size: font.length });
  });

  test('is read the same from an odd place in memory', () => {
    const shifted = new Uint8Array(file.length + 1);
    shifted.set(file, 1);
    expect(readTable(shifted.subarray(1))!.codePoints).toEqual(table.codePoints);
  });

  test.each([
    ['empty', new Uint8Array(0)],
    ['a font', font],
    ['of another version', Uint8Array.from(file, (byte, i) => (i === 6 ? 0x39 : byte))],
    ['cut short in its header', file.slice(0, 60)],
    ['cut short by a number', file.slice(0, -4)],
  ])('that is %s is no table', (_, bytes) => {
    expect(readTable(bytes)).toBeNull();
  });
});
