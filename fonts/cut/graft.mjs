/** A cut face and another of its design → the face with the characters that only the other has. */

import { readTables, writeFont } from './sfnt.mjs';

/** Regional faces of one family are drawn to one em and one set of metrics; those of others are refused. */
const UNITS_PER_EM = 1000;

/**
 * Outlines and metrics are copied as they stand, behind the face's own glyphs: no glyph changes its number, so
 * the face's features stay as they were. New characters get none of them, and Han needs none.
 *
 * @param face bytes of the face, TrueType, unhinted.
 * @param donor bytes of the other, cut to the characters to be had, unhinted.
 * @param glyphs the donor's `[code point, glyph number]`, code points beyond U+FFFF, ascending.
 */
export function graft(face, donor, glyphs) {
  const tables = readTables(face);
  const from = readTables(donor);
  for (const { head } of [tables, from])
    if (head.readUInt16BE(18) !== UNITS_PER_EM) throw new Error(`not ${UNITS_PER_EM} units an em`);
  const first = tables.maxp.readUInt16BE(4);
  const gids = glyphs.map(([, gid]) => gid);
  appendOutlines(tables, from, gids);
  appendMetrics(tables, from, gids, ['hhea', 'hmtx']);
  appendMetrics(tables, from, gids, ['vhea', 'vmtx']);
  tables.maxp.writeUInt16BE(first + gids.length, 4);
  // The most points and contours of a glyph.
  for (const at of [6, 8])
    tables.maxp.writeUInt16BE(Math.max(tables.maxp.readUInt16BE(at), from.maxp.readUInt16BE(at)), at);
  tables.cmap = withCharacters(
    tables.cmap,
    glyphs.map(([codePoint], index) => [codePoint, first + index]),
  );
  return writeFont(face, tables);
}

function appendOutlines(tables, from, gids) {
  const places = placesOf(tables);
  const theirs = placesOf(from);
  const outlines = [tables.glyf];
  for (const gid of gids) {
    const outline = from.glyf.subarray(theirs[gid], theirs[gid + 1]);
    if (outline.length === 0 || outline.readInt16BE(0) < 1)
      throw new Error(`glyph ${gid} is blank or made of others`);
    outlines.push(outline, Buffer.alloc(-outline.length & 3));
    places.push(places.at(-1) + outline.length + (-outline.length & 3));
  }
  tables.glyf = Buffer.concat(outlines);
  tables.loca = Buffer.alloc(4 * places.length);
  for (const [index, place] of places.entries()) tables.loca.writeUInt32BE(place, 4 * index);
  tables.head.writeInt16BE(1, 50);
}

/** `loca` as numbers: of either form, as `head` says. */
function placesOf({ head, loca, maxp }) {
  const isLong = head.readInt16BE(50) === 1;
  return Array.from({ length: maxp.readUInt16BE(4) + 1 }, (_, gid) =>
    isLong ? loca.readUInt32BE(4 * gid) : 2 * loca.readUInt16BE(2 * gid),
  );
}

/** Every glyph gets its own advance, so that the new ones can stand behind those that shared the last. */
function appendMetrics(tables, from, gids, [header, name]) {
  const own = Array.from({ length: tables.maxp.readUInt16BE(4) }, (_, gid) =>
    metricOf(tables, header, name, gid),
  );
  const theirs = gids.map((gid) => metricOf(from, header, name, gid));
  tables[name] = Buffer.concat([...own, ...theirs]);
  tables[header].writeUInt16BE(own.length + theirs.length, 34);
}

/** Advance and bearing, 4 bytes; behind the last advance only bearings are kept. */
function metricOf(tables, header, name, gid) {
  const count = tables[header].readUInt16BE(34);
  const table = tables[name];
  if (gid < count) return table.subarray(4 * gid, 4 * gid + 4);
  const bearing = 4 * count + 2 * (gid - count);
  return Buffer.concat([table.subarray(4 * count - 4, 4 * count - 2), table.subarray(bearing, bearing + 2)]);
}

/** Only subtables of format 12 hold characters beyond U+FFFF; the others stay as they are. */
function withCharacters(cmap, glyphs) {
  const records = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => 4 + 8 * index);
  const starts = [...new Set(records.map((at) => cmap.readUInt32BE(at + 4)))].sort((a, b) => a - b);
  const header = Buffer.from(cmap.subarray(0, 4 + 8 * records.length));
  const written = [header];
  let place = header.length;
  for (const [index, start] of starts.entries()) {
    const subtable = cmap.subarray(start, starts[index + 1]);
    const next = subtable.readUInt16BE(0) === 12 ? withGroups(subtable, glyphs) : subtable;
    for (const at of records) if (cmap.readUInt32BE(at + 4) === start) header.writeUInt32BE(place, at + 4);
    written.push(next);
    place += next.length;
  }
  return Buffer.concat(written);
}

function withGroups(subtable, glyphs) {
  const groups = Array.from({ length: subtable.readUInt32BE(12) }, (_, index) =>
    [0, 4, 8].map((at) => subtable.readUInt32BE(16 + 12 * index + at)),
  );
  for (const [codePoint, gid] of glyphs) groups.push([codePoint, codePoint, gid]);
  groups.sort(([a], [b]) => a - b);
  const written = Buffer.alloc(16 + 12 * groups.length);
  subtable.copy(written, 0, 0, 16);
  written.writeUInt32BE(written.length, 4);
  written.writeUInt32BE(groups.length, 12);
  for (const [index, group] of groups.entries())
    for (const [field, value] of group.entries()) written.writeUInt32BE(value, 16 + 12 * index + 4 * field);
  return written;
}
