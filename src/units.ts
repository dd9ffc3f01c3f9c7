/** Lengths as newspaper people write them, 毫米 and 字号 → points (1 pt = 1/72 inch). */

const POINTS_PER_MM = 72 / 25.4;

export function millimetres(mm: number): number {
  return mm * POINTS_PER_MM;
}

/** Whose 字号 a theme means: they differ from 初号 down to 小六. */
export type HaoTable = 'word' | 'founder';

/**
 * pt. `word`: the list of Microsoft Word. `founder`: Founder's (方正飞腾), with the foundry values of
 * CLREQ's table of type sizes where Founder's agree with them.
 */
const HAO: Readonly<Record<HaoTable, ReadonlyMap<string, number>>> = {
  word: new Map([
    ['初号', 42],
    ['小初', 36],
    ['一号', 26],
    ['小一', 24],
    ['二号', 22],
    ['小二', 18],
    ['三号', 16],
    ['小三', 15],
    ['四号', 14],
    ['小四', 12],
    ['五号', 10.5],
    ['小五', 9],
    ['六号', 7.5],
    ['小六', 6.5],
    ['七号', 5.5],
    ['八号', 5],
  ]),
  founder: new Map([
    ['特大', 56],
    ['特号', 48],
    ['小特', 42],
    ['初号', 36],
    ['小初', 32],
    ['一号', 28],
    ['小一', 24],
    ['二号', 21],
    ['小二', 18],
    ['三号', 15.75],
    ['小三', 15],
    ['四号', 13.75],
    ['小四', 12],
    ['五号', 10.5],
    ['小五', 9],
    ['六号', 8],
    ['小六', 7],
    ['七号', 5.25],
    ['八号', 5],
  ]),
};

/** The size of a 字号 in pt, or null if the table has no such name. */
export function haoInPoints(name: string, table: HaoTable): number | null {
  return HAO[table].get(name) ?? null;
}
