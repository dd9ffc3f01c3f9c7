/** Finished pages → the bytes of a PDF, in pieces. */

import type { Swatch } from '../content/issue.ts';
import { type FaceKey, type FontLibrary, facesFor } from '../fonts/face.ts';
import type { ImageInfo, ImageKey } from '../images/image.ts';
import { isCodeKey, type PressPhoto, readCode } from '../images/index.ts';
import type { Made } from '../layout/page.ts';
import type { Pieces } from '../pieces.ts';
import type { Target } from '../target.ts';
import { type ArchiveJob, writeArchive } from './archive-file.ts';
import { embedArtwork } from './artwork.ts';
import { addFace, type EmbeddedFace, packFace } from './embedded-face.ts';
import { gather, newDocument, type PdfObject, packPages } from './glyphs.ts';
import { addLayers, useLayers } from './layers.ts';
import { MARKS_ROOM } from './marks.ts';
import { labelPages, outlinePages } from './outline.ts';
import { drawPage, type Setting } from './page.ts';
import { embedPicture } from './picture.ts';
import { convertPhotos, embedPressPhoto, type PressJob, writeOutputIntents } from './press-file.ts';
import type { Sheet } from './sheet.ts';
import { writeStructure, writeThreads } from './structure.ts';
import { type Colours, pressColours, screenColours } from './swatches.ts';
import { markItems, tagTree } from './tags.ts';
import { type About, xmpPacket } from './xmp.ts';

export type { ArchiveJob, Attachment } from './archive-file.ts';
export { DamagedPicture } from './picture.ts';
export type { PressJob } from './press-file.ts';

export interface PdfJob {
  readonly target: Target;
  readonly title: string;
  /** The issue that the pages are of. */
  readonly about: About;
  /** The date, `2020-04-08`: all dates in the file are this day's, 0:00 UTC. */
  readonly date: string;
  /** BCP 47. */
  readonly lang: string;
  readonly swatches: ReadonlyMap<string, Swatch>;
  readonly fonts: FontLibrary;
  readonly images: ReadonlyMap<ImageKey, ImageInfo>;
  /** Null for the screen and the archive. */
  readonly press: PressJob | null;
  /** Blocks that a reader shows or hides, by their ids, and what they are called; hidden at first. */
  readonly layers: ReadonlyMap<string, string>;
  /** Of an archive alone. */
  readonly archive: ArchiveJob | null;
}

/** What PDF/X-4 builds on (ISO 15930-7, 6.1). */
const PDF_X_VERSION = '1.6';

/**
 * Writes the pages as one PDF. The same pages and job give the same bytes.
 * @throws DamagedPicture if the pixels of a PNG cannot be had; Error if the pages name a swatch, face or image
 * that the job lacks, which stages ② to ④ let none do.
 */
export async function writePdf(made: Made, job: PdfJob): Promise<Pieces> {
  const { title, lang, about } = job;
  const date = new Date(`${job.date}T00:00:00Z`);
  const version = job.press === null ? '1.7' : PDF_X_VERSION;
  const doc = newDocument({ title, lang, date, author: about.paper, version });
  const file = gather(doc, (content) => xmpPacket({ ...job, pages: made.pages, content }));
  const faces = new Map<FaceKey, EmbeddedFace>();
  const { sheet, colours, photos } = await editionOf(made, job);
  const embedImage = (info: ImageInfo): PdfObject => {
    if (info.format === 'svg') return embedArtwork(doc, info, colours.paint);
    return photos === null ? embedPicture(doc, info) : embedPressPhoto(doc, known(photos, info.key));
  };
  const setting: Setting = {
    doc,
    colours,
    sheet,
    slugFace: facesFor(job.fonts, ['黑'], 400)[0]!,
    face: shared(faces, (key) => addFace(doc, known(job.fonts.tables, key), job.fonts.program(key))),
    image: shared(new Map(), (key, index) => {
      const info = job.images.get(key) ?? codeOf(key);
      return {
        info,
        name: `I${index + 1}`,
        object: embedImage(info),
      };
    }),
  };
  const tree = tagTree(made, lang);
  const layers = addLayers(doc, job.layers);
  const parents = made.pages.map((page, index) => {
    const marked = markItems(page, index, { ...tree, layers });
    drawPage(page, marked.items, setting);
    useLayers(doc, layers);
    return marked.parents;
  });
  // Fonts and contents are deflated on other threads while the rest is made.
  const packed = Promise.all([...[...faces.values()].map(packFace), packPages(doc)]);
  labelPages(doc, made.pages);
  writeStructure(doc, tree, parents, { pages: made.pages, margin: sheet?.margin ?? 0 });
  if (job.press === null) {
    outlinePages(doc, made.pages, made.fits);
    writeThreads(doc, made);
  } else writeOutputIntents(doc, job.press.profile);
  if (job.archive !== null) writeArchive(doc, job.archive, job.date);
  await packed;
  doc.flushPages();
  return file.finish();
}

/** What tells the kinds of PDF apart: the sheet, the colours, the photos. */
interface Edition {
  readonly sheet: Sheet | null;
  readonly colours: Colours;
  /** Null where they go in as they are. */
  readonly photos: ReadonlyMap<ImageKey, PressPhoto> | null;
}

async function editionOf({ pages }: Made, job: PdfJob): Promise<Edition> {
  const { press, swatches, images, about, date } = job;
  if (press === null) return { sheet: null, colours: screenColours(swatches), photos: null };
  const { bleed, inkLimit, marks } = press.press;
  const slug = (label: string): string => `${about.paper ?? about.id} ${date} ${label}`;
  return {
    sheet: { bleed, margin: bleed + (marks ? MARKS_ROOM : 0), slug: marks ? slug : null },
    colours: pressColours(swatches, inkLimit),
    photos: await convertPhotos(pages, images, press),
  };
}

/** What `make` gives for a key, made at its first use; it is told how many there were before. */
function shared<T>(made: Map<string, T>, make: (key: string, index: number) => T): (key: string) => T {
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key, made.size);
      made.set(key, value);
    }
    return value;
  };
}

/** A code that a template has is no file of the issue. */
function codeOf(key: ImageKey): ImageInfo {
  const read = isCodeKey(key) ? readCode(key) : null;
  if (read?.kind !== 'image') throw new Error(`the job lacks ${key}`);
  return read.image;
}

function known<T>(values: ReadonlyMap<string, T>, key: string): T {
  const value = values.get(key);
  if (value === undefined) throw new Error(`the job lacks ${key}`);
  return value;
}
