/**
 * A face's cells and its finished font program → the font's objects in the file (ISO 32000-1, 9.7 composite
 * fonts, 9.8 descriptors, 9.10.3 ToUnicode).
 *
 * They stand in for those of pdfkit's EmbeddedFont, which deflates a font for longer than all the rest of a
 * page takes and cannot do so beside other work, leaves out Length1 (table 127), and gives the first font of
 * every file the same subset tag, so that programs that join files mix their fonts up.
 */

import type { FaceTable } from '../fonts/face.ts';
import { newObject, type PdfDocument, type PdfObject, pdfString, writeStream } from './glyphs.ts';

/** One code of the font; see `Cell`. */
export interface CodedCell {
  readonly text: string;
  /** Its width as the program's `hmtx` has it, 1/1000 em. */
  readonly width: number;
  /** Its height in text that runs down, 1/1000 em; null for a cell of text that runs across. */
  readonly height: number | null;
  /** Four hexadecimal digits. */
  readonly code: string;
}

export interface FontObjects {
  readonly table: FaceTable;
  /** By CID. */
  readonly cells: readonly CodedCell[];
  /** Bytes of the program before it was deflated. */
  readonly length: number;
  readonly deflated: Uint8Array;
  /** The dictionaries that pages name, to be filled: for text that runs across, and down if there is any. */
  readonly across: PdfObject;
  readonly down: PdfObject | null;
}

const SYMBOLIC = 1 << 2;
const ITALIC = 1 << 6;

/** The baseline of upright glyphs in text that runs down, 1/1000 em below the top of the cell. */
const TOP_TO_BASELINE = 880;

export function writeFont(doc: PdfDocument, font: FontObjects): void {
  const { table, cells, down } = font;
  const name = `${subsetTag(font.deflated)}+${table.postscriptName.replace(/[^!-~]|[()<>[\]{}/%#]/g, '_')}`;
  const descriptor = write(doc, {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: table.italicAngle === 0 ? SYMBOLIC : SYMBOLIC | ITALIC,
    FontBBox: table.fontBox,
    ItalicAngle: table.italicAngle,
    Ascent: table.ascent,
    Descent: table.descent,
    CapHeight: table.capHeight,
    XHeight: table.xHeight,
    StemV: 0,
    FontFile2: writeStream(doc, `/Filter /FlateDecode /Length1 ${font.length}`, font.deflated),
  });
  const descendant = write(doc, {
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: pdfString('Adobe'), Ordering: pdfString('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: 1000,
    W: widths(cells),
    ...(down === null ? {} : { DW2: [TOP_TO_BASELINE, -1000], W2: heights(cells) }),
    CIDToGIDMap: 'Identity',
  });
  const shared = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    DescendantFonts: [descendant],
    ToUnicode: write(doc, {}, Buffer.from(unicodeMap(cells), 'latin1')),
  };
  fill(font.across, { ...shared, Encoding: 'Identity-H' });
  if (down !== null) fill(down, { ...shared, Encoding: 'Identity-V' });
}

function write(doc: PdfDocument, data: Record<string, unknown>, stream?: Uint8Array): PdfObject {
  const object = newObject(doc, data);
  object.end(stream);
  return object;
}

function fill(object: PdfObject, data: Record<string, unknown>): void {
  Object.assign(object.data, data);
  object.end();
}

/** Six letters from the check sum (Adler-32) that ends a zlib stream: other glyphs, another tag. */
function subsetTag(deflated: Uint8Array): string {
  let rest = new DataView(deflated.buffer, deflated.byteOffset).getUint32(deflated.length - 4);
  let tag = '';
  for (let letter = 0; letter < 6; letter++) {
    tag += String.fromCharCode(65 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return tag;
}

/** The widths that are not 1 em: a CID and the widths from it on, and so on (9.7.4.3). */
function widths(cells: readonly CodedCell[]): (number | number[])[] {
  const groups: (number | number[])[] = [];
  let group: number[] = [];
  cells.forEach(({ width }, cid) => {
    if (width === 1000) return;
    if (cid === 0 || cells[cid - 1]!.width === 1000) {
      group = [];
      groups.push(cid, group);
    }
    group.push(width);
  });
  return groups;
}

/** The heights that are not 1 em, each with the place of its origin: top centre of the cell (9.7.4.3). */
function heights(cells: readonly CodedCell[]): (number | number[])[] {
  return cells.flatMap(({ width, height }, cid) =>
    height === null || height === 1000 ? [] : [cid, [-height, width / 2, TOP_TO_BASELINE]],
  );
}

/** The characters of each code; a code without characters has no entry. */
function unicodeMap(cells: readonly CodedCell[]): string {
  const entries = cells
    .filter(({ text }) => text !== '')
    .map(({ code, text }) => `<${code}> <${utf16(text)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += 100) {
    const block = entries.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function utf16(text: string): string {
  let hex = '';
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0');
  return hex;
}
