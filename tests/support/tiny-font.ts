/** A few words about a font → a whole TrueType file of some hundred bytes. */

export interface TinyFont {
  /** Each becomes a square of half an em, 1 em wide. */
  readonly characters?: string;
  readonly family?: string;
  /** The family's Chinese name; none if empty. */
  readonly chinese?: string;
  readonly postscript?: string;
  readonly weight?: number;
  readonly unitsPerEm?: number;
  /** Variation sequences: a character and its selector; `own` gives it a glyph, half as large, else the character's. */
  readonly variations?: readonly { readonly sequence: string; readonly own: boolean }[];
  /** Tables left out. */
  readonly without?: readonly string[];
}

export function tinyFont(font: TinyFont = {}): Uint8Array {
  const { characters = '甲乙丙', unitsPerEm = 1000, without = [], variations = [] } = font;
  const codePoints = [...new Set(Array.from(characters, (c) => c.codePointAt(0)!))].sort((a, b) => a - b);
  const own = variations.filter((variation) => variation.own);
  const count = codePoints.length + 1 + own.length;
  const square = outline(unitsPerEm / 2);
  const small = outline(unitsPerEm / 4);
  const tables: Record<string, Uint8Array> = {
    'OS/2': os2(font.weight ?? 400),
    cmap: cmap(codePoints, variations),
    glyf: join(Array.from({ length: count }, (_, gid) => (gid <= codePoints.length ? square : small))),
    head: words([
      1,
      0,
      1,
      0,
      0,
      0,
      0x5f0f,
      0x3cf5,
      0,
      unitsPerEm,
      ...Array(8).fill(0),
      0,
      0,
      unitsPerEm / 2,
      unitsPerEm / 2,
      0,
      8,
      2,
      1,
      0,
    ]),
    hhea: words([1, 0, unitsPerEm * 0.88, -unitsPerEm * 0.12, 0, unitsPerEm, ...Array(11).fill(0), count]),
    hmtx: words(Array.from({ length: count }, () => [unitsPerEm, 0]).flat()),
    loca: longs(Array.from({ length: count + 1 }, (_, gid) => gid * square.length)),
    maxp: words([1, 0, count, 4, 1, ...Array(11).fill(0)]),
    name: nameTable(font),
    post: words([3, 0, ...Array(14).fill(0)]),
  };
  return sfnt(Object.entries(tables).filter(([tag]) => !without.includes(tag)));
}

/** A square from the origin: one contour of four points on the curve, padded to 4 bytes. */
function outline(side: number): Uint8Array {
  const header = words([1, 0, 0, side, side, 3, 0]);
  const points = Uint8Array.of(1, 1, 1, 1);
  return join([header, points, words([0, side, 0, -side, 0, 0, side, 0]), new Uint8Array(2)]);
}

/** Format 12: groups of one character each; with variations, format 14 behind it. */
function cmap(codePoints: readonly number[], variations: Required<TinyFont>['variations']): Uint8Array {
  const groups = codePoints.flatMap((codePoint, i) => [codePoint, codePoint, i + 1]);
  const size = 16 + groups.length * 4;
  const plain = [words([12, 0]), longs([size, 0, codePoints.length, ...groups])];
  if (variations.length === 0) return join([words([0, 1, 3, 10, 0, 12]), ...plain]);
  const places = words([0, 2, 0, 5, 0, 20 + size, 3, 10, 0, 20]);
  return join([places, ...plain, sequences(variations, codePoints.length + 1)]);
}

/** Format 14, a record a sequence (fonts have one a selector, readers take either); own glyphs from `gid` on. */
function sequences(variations: Required<TinyFont>['variations'], gid: number): Uint8Array {
  const bodies: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let offset = 10 + 11 * variations.length;
  for (const { sequence, own } of variations) {
    const [base, selector] = Array.from(sequence, (c) => c.codePointAt(0)!);
    records.push(join([uint24(selector!), longs(own ? [0, offset] : [offset, 0])]));
    const tail = own ? words([gid++]) : Uint8Array.of(0);
    bodies.push(join([longs([1]), uint24(base!), tail]));
    offset += bodies[bodies.length - 1]!.length;
  }
  return join([words([14]), longs([offset, variations.length]), ...records, ...bodies]);
}

function uint24(value: number): Uint8Array {
  return longs([value]).slice(1);
}

function os2(weight: number): Uint8Array {
  const table = new Uint8Array(96);
  new DataView(table.buffer).setUint16(0, 4);
  new DataView(table.buffer).setUint16(4, weight);
  return table;
}

function nameTable({ family = 'Tiny', chinese = '', postscript = 'Tiny-Regular' }: TinyFont): Uint8Array {
  const records: (readonly [language: number, id: number, text: string])[] = [
    [0x0409, 1, family],
    [0x0409, 6, postscript],
  ];
  if (chinese !== '') records.push([0x0804, 1, chinese]);
  let offset = 0;
  const entries = records.flatMap(([language, id, text]) => {
    const entry = [3, 1, language, id, text.length * 2, offset];
    offset += text.length * 2;
    return entry;
  });
  const texts = records.flatMap(([, , text]) =>
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
  );
  return join([words([0, records.length, 6 + entries.length * 2, ...entries]), words(texts)]);
}

function sfnt(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const start = 12 + 16 * tables.length;
  let offset = start;
  const directory = tables.map(([tag, bytes]) => {
    const entry = join([new TextEncoder().encode(tag.padEnd(4)), longs([0, offset, bytes.length])]);
    offset += Math.ceil(bytes.length / 4) * 4;
    return entry;
  });
  const bodies = tables.map(([, bytes]) => join([bytes, new Uint8Array((4 - (bytes.length % 4)) % 4)]));
  return join([words([1, 0, tables.length, 0, 0, 0]), ...directory, ...bodies]);
}

function words(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 2));
  for (const [i, value] of values.entries()) view.setInt16(i * 2, value);
  return new Uint8Array(view.buffer);
}

function longs(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (const [i, value] of values.entries()) view.setUint32(i * 4, value);
  return new Uint8Array(view.buffer);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
