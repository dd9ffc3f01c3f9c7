/** A TIFF structure as EXIF carries it → the orientation it states. */

import { ascii } from './header.ts';

const ORIENTATION = 0x0112;
const SHORT = 3;

/**
 * The orientation 1–8 (EXIF 2.32, tag 0112), 1 where none is stated or the structure is damaged: a photo
 * with broken EXIF still prints.
 *
 * @param tiff from the byte order mark `II` or `MM` on.
 */
export function exifOrientation(tiff: Uint8Array): number {
  const order = ascii(tiff, 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return 1;
  const little = order === 'II';
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let k = 0; k < count; k++) {
    const entry = directory + 2 + 12 * k;
    if (entry + 12 > tiff.length) return 1;
    if (view.getUint16(entry, little) !== ORIENTATION) continue;
    if (view.getUint16(entry + 2, little) !== SHORT) return 1;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
