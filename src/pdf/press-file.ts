/** The press a file is for → the objects that make it a PDF/X-4, and its photos converted for that press. */

import { deflateSync } from 'node:zlib';
import type { ImageInfo, ImageKey } from '../images/image.ts';
import { type PressPhoto, pressPhoto } from '../images/index.ts';
import type { Page } from '../layout/page.ts';
import type { Press, PressProfile } from '../press.ts';
import { catalog, newObject, type PdfDocument, type PdfObject, pdfString, writeStream } from './glyphs.ts';
import { DamagedPicture } from './picture.ts';

/** What a print PDF is made for. */
export interface PressJob {
  readonly press: Press;
  readonly profile: PressProfile;
}

/**
 * One profile for both intents: PDF/X (ISO 15930-7, 6.2.2) and PDF/A, which allows no other (ISO 19005-2, 6.2.3).
 */
export function writeOutputIntents(doc: PdfDocument, { bytes, condition, called }: PressProfile): void {
  const profile = writeStream(doc, '/N 4 /Filter /FlateDecode', deflateSync(bytes));
  const intents = ['GTS_PDFX', 'GTS_PDFA1'].map((kind) => {
    const intent = newObject(doc, {
      Type: 'OutputIntent',
      S: kind,
      OutputConditionIdentifier: pdfString(condition),
      RegistryName: pdfString('http://www.color.org'),
      Info: pdfString(called),
      DestOutputProfile: profile,
    });
    intent.end();
    return intent;
  });
  catalog(doc).OutputIntents = intents;
}

/**
 * All photos of the pages, one after the other: each takes the memory of its decoded pixels.
 * @throws DamagedPicture
 */
export async function convertPhotos(
  pages: readonly Page[],
  images: ReadonlyMap<ImageKey, ImageInfo>,
  { press, profile }: PressJob,
): Promise<ReadonlyMap<ImageKey, PressPhoto>> {
  const converted = new Map<ImageKey, PressPhoto>();
  for (const [key, size] of sizesOf(pages)) {
    const photo = images.get(key);
    if (photo === undefined || photo.format === 'svg') continue;
    const pixels = (points: number): number => Math.ceil((points / 72) * press.resolution);
    const made = await pressPhoto({
      photo,
      width: pixels(size.width),
      height: pixels(size.height),
      profile: profile.path,
      inkLimit: press.inkLimit,
    });
    if (made === null) throw new DamagedPicture(key);
    converted.set(key, made);
  }
  return converted;
}

/** Of each picture, uncropped, the largest size on the pages, pt. */
function sizesOf(
  pages: readonly Page[],
): ReadonlyMap<ImageKey, { readonly width: number; readonly height: number }> {
  const sizes = new Map<ImageKey, { width: number; height: number }>();
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.kind !== 'picture') continue;
    const known = sizes.get(item.image) ?? { width: 0, height: 0 };
    sizes.set(item.image, {
      width: Math.max(known.width, item.box.width / item.crop.width),
      height: Math.max(known.height, item.box.height / item.crop.height),
    });
  }
  return sizes;
}

export function embedPressPhoto(doc: PdfDocument, { width, height, channels, jpeg }: PressPhoto): PdfObject {
  const space = channels === 'grey' ? '/DeviceGray' : '/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]';
  const size = `/Width ${width} /Height ${height} /BitsPerComponent 8`;
  const entries = `/Type /XObject /Subtype /Image ${size} /ColorSpace ${space} /Filter /DCTDecode`;
  return writeStream(doc, entries, jpeg);
}
