/** An archive PDF of this program → the sources inside it, each checked by its sum. */

import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { RECORD, type Record } from '../archive-of.ts';
import type { Attachment } from '../pdf/index.ts';
import { entry, isDictionary, NoPdf, openPdf, type PdfReader, type PdfValue } from './read-pdf.ts';

export interface Archive {
  readonly record: Record;
  /** All but the record. */
  readonly files: readonly Attachment[];
}

/** A file inside the PDF is not what was put in. */
export class DamagedAttachment extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} is damaged`);
    this.name = 'DamagedAttachment';
    this.file = file;
  }
}

/** @throws NoPdf where it is no archive of this program; DamagedAttachment */
export function readArchive(bytes: Uint8Array): Archive {
  const reader = openPdf(bytes);
  const listed = reader.object(entry(reader.root, 'AF'));
  if (!Array.isArray(listed)) throw new NoPdf('no files inside');
  const files = (listed as readonly PdfValue[]).map((spec) => attachment(reader, reader.object(spec)));
  const record = files.find(({ name }) => name === RECORD);
  if (record === undefined) throw new NoPdf(`no ${RECORD} inside`);
  return { record: recordOf(record), files: files.filter((file) => file !== record) };
}

function attachment(reader: PdfReader, spec: PdfValue | undefined): Attachment {
  const { object } = reader;
  const name = textOf(object(entry(spec, 'UF')));
  const stream = object(entry(object(entry(spec, 'EF')), 'F'));
  if (name === null || !isDictionary(stream) || stream.stream === null)
    throw new NoPdf('a file without name');
  const length = Number(object(entry(stream, 'Length')));
  const packed = reader.bytes.subarray(stream.stream, stream.stream + length);
  const params = object(entry(stream, 'Params'));
  const size = Number(entry(params, 'Size'));
  const bytes = entry(stream, 'Filter') === '/FlateDecode' ? unpacked(packed, { name, size }) : packed;
  const sum = entry(params, 'CheckSum');
  const isWhole = sum instanceof Uint8Array && createHash('md5').update(bytes).digest().equals(sum);
  if (!isWhole) throw new DamagedAttachment(name);
  return { name, bytes };
}

/** Not more than it says it has: a small stream may swell to a large one. */
function unpacked(
  packed: Uint8Array,
  { name, size }: { readonly name: string; readonly size: number },
): Uint8Array {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new DamagedAttachment(name);
  }
}

function textOf(value: PdfValue | undefined): string | null {
  if (!(value instanceof Uint8Array)) return null;
  const isWide = value[0] === 0xfe && value[1] === 0xff;
  return isWide
    ? new TextDecoder('utf-16be').decode(value.subarray(2))
    : Buffer.from(value).toString('latin1');
}

function recordOf({ bytes }: Attachment): Record {
  let found: Partial<Record> | null = null;
  try {
    found = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record> | null;
  } catch {
    throw new NoPdf(`${RECORD} is not JSON`);
  }
  const { format, engine, issue, asked, pages } = found ?? {};
  const isSound =
    format === 1 &&
    typeof engine === 'string' &&
    typeof issue === 'string' &&
    areTexts(asked) &&
    areTexts(pages);
  if (!isSound) throw new NoPdf(`${RECORD} is of another kind`);
  return { format, engine, issue, asked, pages };
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
