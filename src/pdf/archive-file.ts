/** What an archive PDF is made with → the objects that make it a PDF/A-3: its colours' profile, the sources inside. */

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { catalog, newObject, type PdfDocument, type PdfObject, pdfString, writeStream } from './glyphs.ts';

export interface Attachment {
  /** `/`-separated, as it is to be extracted. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ArchiveJob {
  /** An ICC profile of class `mntr`, RGB: the meaning of all colours of the file (ISO 19005-3, 6.2.3). */
  readonly profile: Uint8Array;
  /** What the profile calls itself. */
  readonly called: string;
  readonly files: readonly Attachment[];
}

export function writeArchive(doc: PdfDocument, { profile, called, files }: ArchiveJob, date: string): void {
  const intent = newObject(doc, {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: pdfString(called),
    Info: pdfString(called),
    DestOutputProfile: writeStream(doc, '/N 3 /Filter /FlateDecode', deflateSync(profile)),
  });
  intent.end();
  catalog(doc).OutputIntents = [intent];
  attach(doc, files, date);
}

/** By the ending of a file's name; PDF/A-3 asks for one (ISO 19005-3, 6.8). */
const TYPES: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  csv: 'text/csv',
  css: 'text/css',
  txt: 'text/plain',
  hbs: 'text/x-handlebars-template',
  yaml: 'application/yaml',
  json: 'application/json',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
};

/** Files that shrink no further. */
const PACKED: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);

/** Files of the whole document (ISO 19005-3, 6.8), under keys that stand in the order of their bytes. */
function attach(doc: PdfDocument, files: readonly Attachment[], date: string): void {
  const specs = files.map((file) => {
    const stream = embed(doc, file, date);
    const spec = newObject(doc, {
      Type: 'Filespec',
      AFRelationship: 'Source',
      F: pdfString(file.name),
      UF: pdfString(file.name),
      EF: { F: stream, UF: stream },
      Desc: pdfString(file.name),
    });
    spec.end();
    return spec;
  });
  const digits = String(files.length).length;
  const key = (index: number): object => pdfString(`source${String(index).padStart(digits, '0')}`);
  const { data } = catalog(doc).Names as PdfObject;
  data.EmbeddedFiles = { Names: specs.flatMap((spec, index) => [key(index), spec]) };
  catalog(doc).AF = specs;
}

function embed(doc: PdfDocument, { name, bytes }: Attachment, date: string): PdfObject {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
  const day = `(D:${date.replaceAll('-', '')}000000Z)`;
  // 16 bytes (ISO 32000-1, 7.11.4.1), against damage alone.
  const sum = createHash('md5').update(bytes).digest('hex');
  const params = `/Params << /Size ${bytes.length} /CheckSum <${sum}> /CreationDate ${day} /ModDate ${day} >>`;
  const entries = `/Type /EmbeddedFile /Subtype /${type.replace('/', '#2F')} ${params}`;
  if (PACKED.has(type)) return writeStream(doc, entries, bytes);
  return writeStream(doc, `${entries} /Filter /FlateDecode`, deflateSync(bytes));
}
