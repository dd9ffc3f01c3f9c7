/** The common part of the tests of `pdf/`: a job with the vendored faces. */

import type { Swatch } from '../../../src/content/issue.ts';
import type { ImageInfo, ImageKey } from '../../../src/images/image.ts';
import type { Made } from '../../../src/layout/page.ts';
import { type PdfJob, writePdf } from '../../../src/pdf/index.ts';
import { joinPieces } from '../../../src/pieces.ts';
import { type DraftItem, made, vendoredFonts } from '../../support/made.ts';

export const SWATCHES: ReadonlyMap<string, Swatch> = new Map([
  ['black', { rgb: [0, 0, 0], cmyk: [0, 0, 0, 100] }],
  ['grey', { rgb: [128, 128, 128], cmyk: [0, 0, 0, 50] }],
  ['red', { rgb: [200, 16, 46], cmyk: [0, 100, 90, 5] }],
]);

export function job(changes: Partial<PdfJob> = {}): PdfJob {
  return {
    target: 'screen',
    title: '园区新报',
    about: { id: '2020-04-08', paper: '园区新报', number: null },
    date: '2020-04-08',
    lang: 'zh-CN',
    press: null,
    archive: null,
    swatches: SWATCHES,
    fonts: vendoredFonts(),
    images: new Map<ImageKey, ImageInfo>(),
    layers: new Map(),
    ...changes,
  };
}

/** A file of one page with these items. */
export function pageOf(items: readonly DraftItem[], changes: Partial<PdfJob> = {}): Promise<Uint8Array> {
  return fileOf(made([{ items }]), changes);
}

export async function fileOf(pages: Made, changes: Partial<PdfJob> = {}): Promise<Uint8Array> {
  return joinPieces(await writePdf(pages, job(changes)));
}

/** A dictionary of the file as it is written: `/Key value`. */
export function source(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
