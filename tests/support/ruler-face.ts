/** A face whose widths are plain numbers → expected values in tests are arithmetic. */

import type { FaceTable, Form } from '../../src/fonts/face.ts';

/**
 * Every Han and mark 1 em with marks in their half; Latin letters ½ em; digits 0.6 em, ½ em by `hwid`; bopomofo
 * 1 em, its tones ½ em with the middle of their ink at 250, 600.
 */
export function rulerFace(
  key = 'ruler',
  options: { without?: string; centred?: string; narrow?: string; broad?: string } = {},
): FaceTable {
  const entries: { cp: number; advance: number; box: [number, number, number, number] }[] = [];
  const add = (cp: number, advance: number, left: number, right: number): void => {
    if (options.without?.includes(String.fromCodePoint(cp))) return;
    const isIn = (characters = ''): boolean => characters.includes(String.fromCodePoint(cp));
    if (isIn(options.centred)) entries.push({ cp, advance, box: [420, 0, 580, 800] });
    else if (isIn(options.narrow)) entries.push({ cp, advance: 400, box: [50, 0, 350, 800] });
    else if (isIn(options.broad)) entries.push({ cp, advance, box: [100, 0, 900, 800] });
    else entries.push({ cp, advance, box: [left, 0, right, 800] });
  };
  add(0x20, 250, 0, 0);
  for (let cp = 0x21; cp < 0x7f; cp++) add(cp, cp >= 0x30 && cp <= 0x39 ? 600 : 500, 50, 450);
  add(0xb7, 330, 120, 210);
  for (const mark of '“‘（〔［｛【〖《〈「『') add(mark.codePointAt(0)!, 1000, 600, 950);
  for (const mark of '”’）〕］｝】〗》〉」』，、。：；！？') add(mark.codePointAt(0)!, 1000, 50, 400);
  add(0x2014, 890, 0, 890);
  add(0x2026, 1000, 100, 900);
  add(0x2013, 500, 0, 500);
  for (const mark of '～／％℃￥　▲々') add(mark.codePointAt(0)!, 1000, 100, 900);
  for (const mark of 'ˉˊˇˋ˙') {
    entries.push({ cp: mark.codePointAt(0)!, advance: 500, box: [150, 500, 350, 700] });
  }
  for (let cp = 0x3105; cp < 0x312a; cp++) add(cp, 1000, 150, 850);
  for (const note of '①②③') add(note.codePointAt(0)!, 1000, 40, 960);
  for (let cp = 0x4e00; cp < 0x9fff; cp++) add(cp, 1000, 40, 960);
  entries.sort((a, b) => a.cp - b.cp);
  return tableOf(key, entries);
}

function tableOf(
  key: string,
  entries: readonly { cp: number; advance: number; box: readonly number[] }[],
): FaceTable {
  const bmp = new Uint16Array(0x10000);
  entries.forEach((entry, index) => {
    bmp[entry.cp] = index + 1;
  });
  const forms = new Map<string, Form>([
    ['fwid:—', { gid: 60000, advance: 1000, box: [0, 0, 1000, 800] }],
    ['fwid:——', { gid: 60001, advance: 2000, box: [0, 0, 2000, 800] }],
    ['pwid:“', { gid: 60002, advance: 400, box: [50, 0, 350, 800] }],
    ['pwid:”', { gid: 60003, advance: 400, box: [50, 0, 350, 800] }],
    ['pwid:’', { gid: 60004, advance: 300, box: [50, 0, 250, 800] }],
  ]);
  for (let digit = 0; digit < 10; digit++) {
    forms.set(`hwid:${digit}`, { gid: 60010 + digit, advance: 500, box: [50, 0, 450, 800] });
  }
  return {
    key,
    sha256: '',
    postscriptName: key,
    unitsPerEm: 1000,
    glyphCount: 65535,
    ascent: 880,
    descent: -120,
    capHeight: 700,
    xHeight: 500,
    italicAngle: 0,
    fontBox: [0, -120, 1000, 880],
    codePoints: Uint32Array.from(entries, (entry) => entry.cp),
    gids: Uint16Array.from(entries, (_, index) => index + 1),
    advances: Uint16Array.from(entries, (entry) => entry.advance),
    boxes: Int16Array.from(entries.flatMap((entry) => [...entry.box])),
    bmp,
    forms,
    kern: new Map(),
  };
}
