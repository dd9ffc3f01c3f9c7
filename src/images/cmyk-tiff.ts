/** Rows of CMYK samples → a plain TIFF of them, the one way to hand such pixels to sharp (TIFF 6.0, section 16). */

const ENTRIES = 10;
const DIRECTORY = 8;
const BITS_AT = DIRECTORY + 2 + ENTRIES * 12 + 4;
const SAMPLES_AT = BITS_AT + 8;
const SHORT = 3;
const LONG = 4;

/** `samples`: four bytes a pixel, row by row, 255 full ink. */
export function cmykTiff(width: number, height: number, samples: Uint8Array): Uint8Array {
  const head = Buffer.alloc(SAMPLES_AT);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(DIRECTORY, 4);
  head.writeUInt16LE(ENTRIES, DIRECTORY);
  const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 4, BITS_AT],
    // No compression; separated, which is CMYK; one strip of all rows; chunky.
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 5],
    [273, LONG, 1, SAMPLES_AT],
    [277, SHORT, 1, 4],
    [278, LONG, 1, height],
    [279, LONG, 1, samples.length],
    [284, SHORT, 1, 1],
  ];
  entries.forEach(([tag, type, count, value], index) => {
    const at = DIRECTORY + 2 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(value, at + 8);
  });
  for (let sample = 0; sample < 4; sample++) head.writeUInt16LE(8, BITS_AT + 2 * sample);
  return Buffer.concat([head, samples]);
}
