/** A TrueType file ↔ its tables by name. */

const HEADER = 12;
const RECORD = 16;

/** Copies, so that they may be written to. */
export function readTables(font) {
  const bytes = Buffer.from(font);
  const tables = {};
  for (let index = 0; index < bytes.readUInt16BE(4); index++) {
    const at = HEADER + RECORD * index;
    const start = bytes.readUInt32BE(at + 8);
    const table = bytes.subarray(start, start + bytes.readUInt32BE(at + 12));
    tables[bytes.toString('latin1', at, at + 4)] = Buffer.from(table);
  }
  return tables;
}

/**
 * ISO/IEC 14496-22, 4.5: tables stand at multiples of 4 bytes, each with its checksum; `head` holds what is
 * missing in the whole file's to 0xB1B0AFBA.
 *
 * @param font the file whose head, the first 12 bytes, is taken over: the number of tables is the same.
 */
export function writeFont(font, tables) {
  tables.head.writeUInt32BE(0, 8);
  const names = Object.keys(tables).sort();
  const directory = Buffer.alloc(HEADER + RECORD * names.length);
  Buffer.from(font).copy(directory, 0, 0, HEADER);
  const written = [directory];
  let place = directory.length;
  for (const [index, name] of names.entries()) {
    const table = tables[name];
    const at = HEADER + RECORD * index;
    directory.write(name, at, 'latin1');
    for (const [field, value] of [checksum(table), place, table.length].entries())
      directory.writeUInt32BE(value, at + 4 + 4 * field);
    written.push(table, Buffer.alloc(-table.length & 3));
    place += table.length + (-table.length & 3);
  }
  tables.head.writeUInt32BE((0xb1b0afba - checksum(Buffer.concat(written))) >>> 0, 8);
  return Buffer.concat(written);
}

/** The sum of a table's numbers of 32 bits, the last filled up with zeros. */
function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    const left = bytes.length - at;
    const number = left >= 4 ? bytes.readUInt32BE(at) : bytes.readUIntBE(at, left) * 2 ** (8 * (4 - left));
    sum = (sum + number) % 2 ** 32;
  }
  return sum;
}
