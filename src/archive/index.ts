/** An archive PDF → its sources in a folder, and the same PDF built from them. */

export { type Extracted, extractArchive } from './extract.ts';
export { type Archive, DamagedAttachment, readArchive } from './read-archive.ts';
export { NoPdf } from './read-pdf.ts';
