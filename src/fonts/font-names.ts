/** The tables of a font → how it calls itself, and its weight. */

import { readTables, viewOf } from './program.ts';

export interface FontNames {
  /** Its Chinese name first where it has one: 方正报宋_GBK, FZBaoSong-Z04. Never empty. */
  readonly families: readonly string[];
  readonly postscript: string;
  /** 1–1000; 400 where the font says nothing. */
  readonly weight: number;
}

/** Entries of the `name` table (ISO/IEC 14496-22, 5.2.7): the family that unites all weights goes first. */
const FAMILY = 1;
const POSTSCRIPT = 6;
const WHOLE_FAMILY = 16;

/** Windows language numbers: Chinese of the PRC and Singapore, English of the US. */
const CHINESE = [0x0804, 0x1004];

interface NameRecord {
  readonly id: number;
  readonly chinese: boolean;
  readonly text: string;
}

/** `stem`: the file's name without its ending, for a font that does not name itself. */
export function readNames(bytes: Uint8Array, stem: string): FontNames {
  const tables = readTables(bytes);
  const records = readRecords(tables.get('name') ?? new Uint8Array(0));
  const wanted = records.some(({ id }) => id === WHOLE_FAMILY) ? WHOLE_FAMILY : FAMILY;
  const named = records.filter(({ id }) => id === wanted);
  const families = [...named.filter((r) => r.chinese), ...named.filter((r) => !r.chinese)].map((r) => r.text);
  const os2 = tables.get('OS/2');
  const weight = os2 === undefined || os2.length < 6 ? 0 : viewOf(os2).getUint16(4);
  return {
    families: families.length > 0 ? [...new Set(families)] : [stem],
    postscript: records.find(({ id }) => id === POSTSCRIPT)?.text ?? stem,
    weight: weight >= 1 && weight <= 1000 ? weight : 400,
  };
}

function readRecords(name: Uint8Array): NameRecord[] {
  if (name.length < 6) return [];
  const view = viewOf(name);
  const storage = view.getUint16(4);
  const found: NameRecord[] = [];
  for (let entry = 6; entry < 6 + 12 * view.getUint16(2) && entry + 12 <= name.length; entry += 12) {
    const start = storage + view.getUint16(entry + 10);
    const decode = decoderOf(view.getUint16(entry), view.getUint16(entry + 2));
    const text = decode?.(name.subarray(start, start + view.getUint16(entry + 8))).trim();
    if (!text) continue;
    const chinese = view.getUint16(entry) === 3 && CHINESE.includes(view.getUint16(entry + 4));
    found.push({ id: view.getUint16(entry + 6), chinese, text });
  }
  return found;
}

/** Unicode platforms are UTF-16; old Chinese fonts for Windows (encoding 3) hold GBK. Macintosh is not read. */
function decoderOf(platform: number, encoding: number): ((bytes: Uint8Array) => string) | null {
  if (platform === 3 && encoding === 3)
    return (bytes) => new TextDecoder('gbk').decode(bytes).replaceAll('\0', '');
  if (platform === 0 || platform === 3) return (bytes) => new TextDecoder('utf-16be').decode(bytes);
  return null;
}
