/** A JPEG's bytes → its header, by a walk over its segments to the end mark (ITU-T T.81, annex B). */

import { message } from '../diagnostics.ts';
import { exifOrientation } from './exif.ts';
import { ascii, damaged, type Header, type ImageFault, truncated, u16, unsupported } from './header.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const TEM = 0x01;

/** Baseline, extended and progressive, all Huffman: what PDF's DCTDecode takes (ISO 32000-1, 7.4.8). */
const DCT_FRAMES = new Set([0xc0, 0xc1, 0xc2]);

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff;
}

/** Bytes behind the end mark are allowed: cameras append previews and maker's data. */
export function readJpeg(bytes: Uint8Array): Header | ImageFault {
  let frame: Uint8Array | null = null;
  let orientation = 1;
  let scans = 0;
  let at = 2;
  for (;;) {
    at = nextMarker(bytes, at);
    const marker = bytes[at];
    if (marker === undefined) return NO_END;
    at += 1;
    if (marker === EOI) break;
    if (standsAlone(marker)) continue;
    const length = at + 2 <= bytes.length ? u16(bytes, at) : Number.POSITIVE_INFINITY;
    if (at + length > bytes.length) return NO_END;
    if (length < 2) return damaged(message('JPEG 段长度不对', 'a JPEG segment has a wrong length'));
    const body = bytes.subarray(at + 2, at + length);
    if (isFrame(marker)) {
      if (!DCT_FRAMES.has(marker)) return NOT_DCT;
      frame ??= body;
    }
    if (marker === APP1 && ascii(body, 0, 4) === 'Exif') orientation = exifOrientation(body.subarray(6));
    if (marker === SOS) scans += 1;
    // In picture data FF D9 is the end mark and nothing else: a file that ends with it was not cut short.
    if (marker === SOS && endsWithEnd(bytes)) break;
    at += length;
  }
  if (frame === null || scans === 0) {
    return damaged(message('JPEG 里没有图像数据', 'the JPEG holds no picture data'));
  }
  return readFrame(frame, orientation);
}

function endsWithEnd(bytes: Uint8Array): boolean {
  return bytes[bytes.length - 2] === 0xff && bytes[bytes.length - 1] === EOI;
}

const NO_END = truncated(message('缺少 JPEG 结束标记', 'the JPEG end mark (EOI) is missing'));
const NOT_DCT = unsupported(
  message('算术编码、无损或分层 JPEG', 'a JPEG with arithmetic coding, lossless or hierarchical'),
);

/**
 * The offset of the next marker's code, or the end of the file. In picture data FF 00 is a byte and
 * FF FF a filler (B.1.1.5, B.1.1.2).
 */
function nextMarker(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    while (bytes[at] === 0xff) at += 1;
    if (bytes[at] !== 0x00) return at;
    at = bytes.indexOf(0xff, at);
  }
  return bytes.length;
}

/** Markers without a length: restarts RST0–7, a second SOI, TEM. */
function standsAlone(marker: number): boolean {
  return (marker >= 0xd0 && marker <= SOI) || marker === TEM;
}

/** SOF0–15, without DHT (C4), JPG (C8) and DAC (CC), which lie among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Frame header (B.2.2): precision, height, width, number of components. */
function readFrame(frame: Uint8Array, orientation: number): Header | ImageFault {
  if (frame.length < 6) return damaged(message('JPEG 帧头太短', 'the JPEG frame header is too short'));
  const precision = frame[0]!;
  const storedHeight = u16(frame, 1);
  const storedWidth = u16(frame, 3);
  const channels = CHANNELS[frame[5]!];
  if (precision !== 8) {
    return unsupported(message(`每样本 ${precision} 位的 JPEG`, `a JPEG of ${precision} bits a sample`));
  }
  if (storedWidth === 0 || storedHeight === 0) {
    return unsupported(message('帧头没有写明尺寸的 JPEG', 'a JPEG whose frame header states no size'));
  }
  if (channels === undefined) {
    return unsupported(message(`${frame[5]} 个通道的 JPEG`, `a JPEG of ${frame[5]} components`));
  }
  if (!samplesAreSound(frame)) {
    return damaged(message('JPEG 帧头里的通道不对', 'the JPEG frame header states impossible components'));
  }
  return { format: 'jpeg', storedWidth, storedHeight, orientation, channels, alpha: false };
}

/** Each component: a name, how often it is sampled across and down (1–4), its quantisation table (0–3). */
function samplesAreSound(frame: Uint8Array): boolean {
  const count = frame[5]!;
  if (frame.length < 6 + 3 * count) return false;
  for (let at = 6; at < 6 + 3 * count; at += 3) {
    const across = frame[at + 1]! >> 4;
    const down = frame[at + 1]! & 15;
    if (across < 1 || across > 4 || down < 1 || down > 4 || frame[at + 2]! > 3) return false;
  }
  return true;
}

const CHANNELS: Readonly<Record<number, Header['channels']>> = { 1: 'grey', 3: 'rgb', 4: 'cmyk' };

/** Whether the segments before the scan hold APP14 `Adobe` (ITU-T T.872, 6.5.3): CMYK is then inverted. */
export function hasAdobeMark(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    if (bytes[at + 1] === 0xee && String.fromCharCode(...bytes.subarray(at + 4, at + 9)) === 'Adobe')
      return true;
    at += 2 + 256 * bytes[at + 2]! + bytes[at + 3]!;
  }
  return false;
}
