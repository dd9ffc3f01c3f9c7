/**
 * pdfkit's document → the handful of its private fields that glyph runs, shared pictures and a reproducible
 * file need. No other file touches them; `tests/unit/pdf/glyphs.test.ts` holds each against the pinned
 * pdfkit.
 */

import PDFDocument from 'pdfkit';
import type { FaceTable } from '../fonts/face.ts';
import type { Point } from '../geometry.ts';
import type { Pieces } from '../pieces.ts';
import { deflateAside } from './deflate.ts';
import { fileId } from './file-id.ts';

export type PdfDocument = typeof PDFDocument;

/** An object of the file, written when it is ended. `data` is its dictionary. */
export interface PdfObject {
  readonly data: Record<string, unknown>;
  end(stream?: Uint8Array): void;
}

/** A font of pdfkit. `embed` is called once, at the end of the document, if a page uses the font. */
interface EmbeddedFont {
  readonly id: string;
  ref(): PdfObject;
  embed: () => void;
}

interface Reference extends PdfObject {
  readonly id: number;
  /** Where in the file it begins. */
  offset: number;
}

/** The content stream of a page while it is drawn. */
interface PageContent {
  readonly data: Record<string, unknown>;
  buffer: readonly Uint8Array[];
  compress: boolean;
  write(bytes: Uint8Array): void;
}

interface PdfkitOutline {
  addItem(title: string, options: object): PdfkitOutline;
}

/** What pdfkit keeps to itself, or what its types do not know. */
interface Inside {
  readonly _font: EmbeddedFont;
  readonly _root: PdfObject & { readonly data: { readonly Names: PdfObject; readonly Pages: PdfObject } };
  readonly _offset: number;
  /** Writes bytes, or a line of text. */
  _write: (data: string | Uint8Array) => void;
  _refEnd(object: Reference): void;
  ref(data: object): Reference;
  readonly outline: PdfkitOutline;
  /** Pages that are drawn and not yet written. */
  readonly _pageBuffer: readonly { readonly content: PageContent }[];
  page: {
    readonly fonts: Record<string, PdfObject>;
    readonly xobjects: Record<string, PdfObject>;
    readonly ext_gstates: Record<string, object>;
    readonly colorSpaces: Record<string, unknown>;
    readonly dictionary: PdfObject;
    readonly resources: PdfObject;
  };
  font(source: object, family: string): void;
  endMetadata: () => void;
  /** How many objects are not ended. */
  readonly _waiting: number;
  /** The file's identifier, asked for when all else is written. */
  readonly _id: Uint8Array;
}

const inside = (doc: PdfDocument): Inside => doc as unknown as Inside;

export interface DocumentFacts {
  readonly title: string;
  /** Of making and of the last change. */
  readonly date: Date;
  /** BCP 47. */
  readonly lang: string;
  /** The paper. */
  readonly author: string | null;
  /** Of PDF, `1.7`. */
  readonly version: string;
}

/** A document without pages. */
export function newDocument({ title, date, lang, author, version }: DocumentFacts): PdfDocument {
  const options = {
    autoFirstPage: false,
    // Pages are written at the end, their contents deflated side by side.
    bufferPages: true,
    pdfVersion: version,
    lang,
    displayTitle: true,
    // Without it pdfkit opens Helvetica, which no page uses.
    font: null,
    info: {
      Title: title,
      ...(author === null ? {} : { Author: author }),
      Producer: 'Banmian',
      Creator: 'Banmian',
      CreationDate: date,
      ModDate: date,
      Trapped: pdfName('False'),
    },
  };
  return new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
}

/** An entry of the outline and where it leads: a place on a page, pt from its top left corner. */
export interface OutlineEntry {
  readonly title: string;
  readonly page: number;
  readonly at: Point;
  readonly children: readonly OutlineEntry[];
}

export function addOutline(doc: PdfDocument, entries: readonly OutlineEntry[]): void {
  addEntries(inside(doc).outline, inside(doc)._root.data.Pages.data.Kids as readonly PdfObject[], entries);
}

function addEntries(
  parent: PdfkitOutline,
  pages: readonly PdfObject[],
  entries: readonly OutlineEntry[],
): void {
  for (const { title, page, at, children } of entries) {
    const box = pages[page]!.data.MediaBox as readonly number[];
    // pdfkit takes `left` from the page's right edge.
    const left = box[2]! - at.x;
    const entry = parent.addItem(title, { pageNumber: page, left, top: at.y, expanded: true });
    addEntries(entry, pages, children);
  }
}

export function newObject(doc: PdfDocument, data: Record<string, unknown>): PdfObject {
  return inside(doc).ref(data);
}

/**
 * Writes an object whose stream is finished: deflated, or a JPEG. `dictionary` holds its entries but Length.
 *
 * pdfkit would copy the stream; for the photos of a page that takes longer than all the rest.
 */
export function writeStream(doc: PdfDocument, dictionary: string, stream: Uint8Array): PdfObject {
  const pdfkit = inside(doc);
  const object = pdfkit.ref({});
  object.offset = pdfkit._offset;
  pdfkit._write(`${object.id} 0 obj\n<< ${dictionary} /Length ${stream.length} >>\nstream`);
  pdfkit._write(stream);
  pdfkit._write('\nendstream\nendobj');
  pdfkit._refEnd(object);
  return object;
}

/** Adds operators to the page that is written, a line each: characters of one byte. */
export function addContent(doc: PdfDocument, operators: string): void {
  doc.addContent(lineOf(operators) as unknown as string);
}

/** A line of the file as bytes: pdfkit would make them one by one. */
function lineOf(text: string): Uint8Array {
  return Buffer.from(`${text}\n`, 'latin1');
}

/** Deflates the contents of all pages on other threads: pdfkit would do it on this one, page after page. */
export async function packPages(doc: PdfDocument): Promise<void> {
  const contents = inside(doc)._pageBuffer.map(({ content }) => content);
  await Promise.all(
    contents.map(async (content) => {
      const deflated = await deflateAside(Buffer.concat(content.buffer));
      content.compress = false;
      content.buffer = [];
      content.data.Length = 0;
      content.data.Filter = 'FlateDecode';
      content.write(deflated);
    }),
  );
}

/** A string for an object's dictionary, where pdfkit takes plain strings for names. */
export function pdfString(text: string): object {
  return Object(text) as object;
}

/** A name where pdfkit takes plain strings for texts: it writes what is no plain object as it says itself. */
function pdfName(name: string): object {
  return { [Symbol.toStringTag]: 'Name', toString: () => `/${name}` };
}

/** The dictionary of the document's root. */
export function catalog(doc: PdfDocument): Record<string, unknown> {
  return inside(doc)._root.data;
}

/** A page's dictionary, by its index; it is written when the document is finished. */
export function pageObject(doc: PdfDocument, index: number): PdfObject {
  return (inside(doc)._root.data.Pages.data.Kids as readonly PdfObject[])[index]!;
}

/** Gives the page that is being written its property lists, by name. */
export function useProperties(doc: PdfDocument, lists: Readonly<Record<string, PdfObject>>): void {
  inside(doc).page.resources.data.Properties = lists;
}

/** Makes a font or an image known to the page that is being written. */
export function useFont(doc: PdfDocument, name: string, dictionary: PdfObject): void {
  inside(doc).page.fonts[name] = dictionary;
}

export function useImage(doc: PdfDocument, name: string, image: PdfObject): void {
  inside(doc).page.xobjects[name] = image;
}

/** Boxes of the page that is being written, beside its MediaBox: rectangles from the sheet's foot, pt. */
export function pageBoxes(doc: PdfDocument, boxes: Readonly<Record<string, readonly number[]>>): void {
  Object.assign(inside(doc).page.dictionary.data, boxes);
}

/** Makes colour spaces known to the page that is being written. */
export function useSpaces(doc: PdfDocument, spaces: Readonly<Record<string, unknown>>): void {
  Object.assign(inside(doc).page.colorSpaces, spaces);
}

/** Makes graphics states known to the page that is being written. */
export function useStates(doc: PdfDocument, states: Readonly<Record<string, object>>): void {
  if (Object.keys(states).length > 0) Object.assign(inside(doc).page.ext_gstates, states);
}

/**
 * Gives a face to pdfkit as one of its embedded fonts. pdfkit sees an object made from the face's table in
 * place of a parsed font, so no font is parsed for embedding; `embed` writes the objects in pdfkit's stead.
 * Returns the font's name on pages and its dictionary, which `embed` has to fill and end.
 */
export function addFont(
  doc: PdfDocument,
  face: FaceTable,
  embed: (dictionary: PdfObject) => void,
): { readonly name: string; readonly dictionary: PdfObject } {
  inside(doc).font(standIn(face), `face:${face.key}`);
  const font = inside(doc)._font;
  const dictionary = font.ref();
  font.embed = () => embed(dictionary);
  return { name: font.id, dictionary };
}

/** What pdfkit's EmbeddedFont asks of a font when it is made. Measures as in the face's table. */
function standIn(face: FaceTable): object {
  return {
    layout: () => {
      throw new Error('text is written as glyph runs, pdfkit sets none');
    },
    createSubset: () => ({}),
    getGlyph: () => ({ advanceWidth: 1000 }),
    postscriptName: face.postscriptName,
    unitsPerEm: 1000,
    ascent: face.ascent,
    descent: face.descent,
    capHeight: face.capHeight,
    xHeight: face.xHeight,
    lineGap: 0,
    bbox: { minX: face.fontBox[0], minY: face.fontBox[1], maxX: face.fontBox[2], maxY: face.fontBox[3] },
    // pdfkit takes two fonts of one name for the same unless these differ.
    _tables: { head: { checkSumAdjustment: face.key } },
  };
}

/**
 * Gathers the bytes of a document, from the head that pdfkit wrote when it was made to the last mark.
 *
 * In place of pdfkit's own XMP, which is not escaped (a title with & breaks it), `metadata` is written, made when
 * all but the root is; it gets 16 bytes that differ where the content does. pdfkit's empty tree of destinations
 * is left out: a leaf of a name tree has at least one name (ISO 32000-1, 7.9.6).
 */
export function gather(
  doc: PdfDocument,
  metadata: (content: Uint8Array) => string,
): { readonly finish: () => Promise<Pieces> } {
  const chunks: Uint8Array[] = [doc.read() as Uint8Array];
  const write = inside(doc)._write.bind(doc);
  inside(doc)._write = (data) => write(typeof data === 'string' ? lineOf(data) : data);
  const whole = new Promise<void>((resolve) => {
    doc.push = (chunk: Uint8Array | null) => {
      if (chunk === null) resolve();
      else chunks.push(chunk);
      return true;
    };
  });
  inside(doc).endMetadata = () => {
    const packet = metadata(fileId(new Uint8Array(0), chunks));
    // Readers without knowledge of PDF look for the packet: it is not deflated (ISO 32000-1, 14.3.2).
    catalog(doc).Metadata = writeStream(doc, '/Type /Metadata /Subtype /XML', Buffer.from(packet));
  };
  return {
    finish: async () => {
      delete inside(doc)._root.data.Names.data.Dests;
      identify(doc, chunks);
      doc.end();
      const { _waiting: open } = inside(doc);
      // pdfkit waits for an object that nobody ends, for ever and without a word.
      if (open > 0) throw new Error(`${open} objects of the PDF were never ended`);
      await whole;
      return chunks;
    },
  };
}

/** The file's identifier: pdfkit's own is made from title and dates alone. `chunks` fills until it is asked for. */
function identify(doc: PdfDocument, chunks: readonly Uint8Array[]): void {
  const facts = inside(doc)._id;
  let id: Uint8Array | null = null;
  Object.defineProperty(doc, '_id', { get: () => (id ??= fileId(facts, chunks)) });
}
