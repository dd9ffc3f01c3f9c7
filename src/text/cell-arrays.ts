/** A number of cells → the arrays they are written to, all in one block of memory. */

import type { CellArrays, Cells } from './cells.ts';

/** Ten arrays of 4 bytes, two of 2, five of 1; two of the first have an entry for the end. */
const BYTES = 10 * 4 + 2 * 2 + 5;

/** One block instead of twenty: short paragraphs are many, and each block costs as much as its paragraph. */
export function emptyArrays(length: number): CellArrays {
  const memory = new ArrayBuffer(length * BYTES + 2 * 4);
  let at = 0;
  const ints = (count: number): Int32Array => {
    const array = new Int32Array(memory, at, count);
    at += count * 4;
    return array;
  };
  const shorts = (): Uint16Array => {
    const array = new Uint16Array(memory, at, length);
    at += length * 2;
    return array;
  };
  const bytes = (): Uint8Array => {
    const array = new Uint8Array(memory, at, length);
    at += length;
    return array;
  };
  return {
    count: 0,
    glyphs: 0,
    start: ints(length + 1),
    glyphStart: ints(length + 1),
    core: ints(length),
    left: ints(length),
    right: ints(length),
    hyphen: ints(length),
    gid: ints(length),
    glyphWidth: ints(length),
    glyphShift: ints(length),
    glyphText: ints(length),
    style: shorts(),
    face: shorts(),
    cls: bytes(),
    leftStep: bytes(),
    rightStep: bytes(),
    breakAfter: bytes(),
    stretchAfter: bytes(),
  };
}

/** Written out, since copying an object key by key takes as long as setting a line. */
export function finishedCells(arrays: CellArrays, more: Omit<Cells, keyof CellArrays>): Cells {
  return {
    count: arrays.count,
    start: arrays.start,
    cls: arrays.cls,
    core: arrays.core,
    left: arrays.left,
    right: arrays.right,
    leftStep: arrays.leftStep,
    rightStep: arrays.rightStep,
    breakAfter: arrays.breakAfter,
    hyphen: arrays.hyphen,
    stretchAfter: arrays.stretchAfter,
    style: arrays.style,
    face: arrays.face,
    glyphStart: arrays.glyphStart,
    gid: arrays.gid,
    glyphWidth: arrays.glyphWidth,
    glyphShift: arrays.glyphShift,
    glyphText: arrays.glyphText,
    text: more.text,
    styles: more.styles,
    faces: more.faces,
    missing: more.missing,
    drawings: more.drawings,
    justified: more.justified,
    down: more.down,
    size: more.size,
    trimStart: more.trimStart,
    trimEnd: more.trimEnd,
    hangs: more.hangs,
  };
}
