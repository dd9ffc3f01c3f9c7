/** Tables → a TrueType file: directory, tables, check sums (OpenType, "Organization of an OpenType font"). */

/** A table to be written: each fills its own place, so that nothing is copied twice. */
export interface TableDraft {
  /** Four characters. */
  readonly tag: string;
  /** Bytes. */
  readonly length: number;
  /** Writes the table; its place holds zeros. */
  readonly fill: (bytes: Uint8Array, view: DataView) => void;
}

/** The length of a table or an outline in the file, where all begin at multiples of four. */
export function padded(length: number): number {
  return (length + 3) & ~3;
}

/** A table that is copied as it is. */
export function copiedTable(tag: string, bytes: Uint8Array): TableDraft {
  return { tag, length: bytes.length, fill: (out) => out.set(bytes) };
}

/** `head`, with the sum over the whole file, stands among the tables, which are in order of their tags. */
export function writeFontFile(tables: readonly TableDraft[]): Uint8Array {
  const start = 12 + 16 * tables.length;
  const file = new Uint8Array(tables.reduce((end, { length }) => end + padded(length), start));
  const view = new DataView(file.buffer);
  const power = 31 - Math.clz32(tables.length);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * tables.length - (16 << power));
  let offset = start;
  let head = 0;
  let total = 0;
  tables.forEach(({ tag, length, fill }, index) => {
    fill(file.subarray(offset, offset + length), new DataView(file.buffer, offset, length));
    const sum = checkSum(view, offset, offset + padded(length));
    const entry = 12 + 16 * index;
    for (let k = 0; k < 4; k++) file[entry + k] = tag.charCodeAt(k);
    view.setUint32(entry + 4, sum);
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, length);
    if (tag === 'head') head = offset;
    total += sum;
    offset += padded(length);
  });
  view.setUint32(head + 8, 0xb1b0afba - total - checkSum(view, 0, start));
  return file;
}

/** The sum of the 32-bit words. */
function checkSum(view: DataView, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
}
