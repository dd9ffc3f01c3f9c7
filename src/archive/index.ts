/** An archive PDF → its sources in a folder, and the same PDF built from them. */

export { DamagedAttachment, readArchive } from './read-archive.ts';
export { NoPdf } from './read-pdf.ts';
