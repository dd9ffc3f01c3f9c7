/** `print` of a file → how its author wants the press PDF, with the profile that it names read and checked. */

import { errorAt, type Message, message } from '../diagnostics.ts';
import type { PressProfile, PressWish } from '../press.ts';
import { millimetres } from '../units.ts';
import type { Located, Values } from './field-types.ts';
import { type Folder, find } from './paths.ts';
import type { PRESS_FIELDS } from './press-fields.ts';
import { type Gathering, unreadable } from './read-text.ts';

/** 20 MB: ten times the largest profile of a press. */
const LIMIT = 20_000_000;
const PROFILE = { zh: 'ICC 特性文件', en: 'ICC profile' };

/** @param folder the one that the profile's path counts from. */
export function readPress(
  gathering: Gathering,
  folder: Folder,
  given: Located<Values<typeof PRESS_FIELDS>> | null,
): PressWish {
  const fields = given?.value;
  const icc = fields?.icc ?? null;
  return {
    preset: fields?.preset?.value ?? null,
    bleed: fields?.bleed == null ? null : millimetres(fields.bleed.value),
    inkLimit: fields?.['ink-limit']?.value ?? null,
    resolution: fields?.resolution?.value ?? null,
    marks: fields?.marks == null ? null : fields.marks.value === 'on',
    profile: icc === null ? null : readProfile(gathering, folder, icc),
  };
}

function readProfile(gathering: Gathering, folder: Folder, given: Located<string>): PressProfile | null {
  const { world, diagnostics } = gathering;
  const found = find(folder, given, PROFILE);
  if ('fault' in found) {
    diagnostics.push(found.fault);
    return null;
  }
  const read = world.read(found.path, LIMIT);
  if (read.kind !== 'bytes') {
    diagnostics.push(unreadable(read, found.key, given.span));
    return null;
  }
  const { bytes } = read;
  const fault = faultOf(bytes);
  if (fault !== null) {
    const text = message(
      `“${given.value}”不能用来印刷：${fault.zh}`,
      `"${given.value}" is no press profile: ${fault.en}`,
    );
    diagnostics.push(errorAt(given.span, 'icc-unfit', text, ASK));
    return null;
  }
  const path = world.realPath(found.path) ?? found.path;
  return { path, bytes, condition: 'Custom', called: nameOf(bytes) ?? found.key };
}

const ASK = message(
  '请向印刷厂要他们的 CMYK 输出特性文件（ICC，prtr 类）。',
  'Ask the printer for their CMYK output profile (ICC, class prtr).',
);

/** The header of a profile (ICC.1, 7.2): its length, class, colour space and mark. */
function faultOf(bytes: Uint8Array): Message | null {
  if (bytes.length < 132 || latin(bytes, 36, 4) !== 'acsp') {
    return message('不是 ICC 特性文件', 'it is no ICC profile');
  }
  if (u32(bytes, 0) > bytes.length) return message('文件不完整', 'it is cut short');
  if (latin(bytes, 12, 4) !== 'prtr') {
    return message('不是输出设备（prtr）的特性文件', 'it is not of an output device (prtr)');
  }
  if (latin(bytes, 16, 4) !== 'CMYK') return message('不是 CMYK 的', 'it is not for CMYK');
  return tagAt(bytes, 'B2A0') === null
    ? message('没有换成 CMYK 的表（B2A0）', 'it has no table to CMYK (B2A0)')
    : null;
}

/** Where a tag's data begins (7.3), if it lies within the file. */
function tagAt(bytes: Uint8Array, name: string): number | null {
  const count = Math.min(u32(bytes, 128), 200);
  for (let at = 132; at < 132 + 12 * count && at + 12 <= bytes.length; at += 12) {
    if (latin(bytes, at, 4) !== name) continue;
    const start = u32(bytes, at + 4);
    return start + u32(bytes, at + 8) <= bytes.length ? start : null;
  }
  return null;
}

/** Its description: ASCII in version 2 (textDescriptionType), UTF-16 in version 4 (multiLocalizedUnicodeType). */
function nameOf(bytes: Uint8Array): string | null {
  const at = tagAt(bytes, 'desc');
  if (at === null) return null;
  const type = latin(bytes, at, 4);
  if (type === 'desc') return latin(bytes, at + 12, Math.max(0, u32(bytes, at + 8) - 1));
  if (type !== 'mluc') return null;
  const length = u32(bytes, at + 20);
  const start = at + u32(bytes, at + 24);
  return Buffer.from(bytes.subarray(start, start + length))
    .swap16()
    .toString('utf16le');
}

function latin(bytes: Uint8Array, at: number, length: number): string {
  return Buffer.from(bytes.subarray(at, at + length)).toString('latin1');
}

function u32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}
