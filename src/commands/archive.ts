/** `banmian archive rebuild`: an archive PDF → its sources, and the same PDF built from them alone. */

import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import {
  type Archive,
  DamagedAttachment,
  type Extracted,
  extractArchive,
  NoPdf,
  readArchive,
} from '../archive/index.ts';
import { compile } from '../compile.ts';
import { type Message, message } from '../diagnostics.ts';
import { diskWorld } from '../disk-world.ts';
import { inLanguage } from '../language.ts';
import { writeWhole } from '../output.ts';
import { OWN_FOLDERS } from '../own-folders.ts';
import type { Pieces } from '../pieces.ts';
import { ENGINE } from '../version.ts';
import { diagnosticsText } from './print-diagnostics.ts';
import type { RebuildArguments } from './program.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export async function rebuild(
  file: string,
  options: RebuildArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const say = (text: Message): void => terminal.err(`banmian: ${inLanguage(text, terminal.language)}\n`);
  const read = diskWorld().read(file);
  if (read.kind !== 'bytes') {
    say(message(`没有“${file}”这个文件`, `there is no file "${file}"`));
    return 1;
  }
  const found = sourcesIn(read.bytes, join(options.output, basename(file).replace(/\.pdf$/i, '')));
  if ('zh' in found) {
    say(found);
    return 1;
  }
  const { archive, extracted, folder } = found;
  if (archive.record.engine !== ENGINE) say(otherEngine(archive.record.engine));
  const built = await build(archive, extracted, { ...options, terminal });
  if (built === null) return 1;
  const name = basename(file);
  writeWhole(folder, [{ name, pieces: built }], []);
  const same = sum(built) === sum([read.bytes]);
  const verdict = same
    ? message('与原件逐字节相同', 'the same as the original, byte by byte')
    : message('与原件不同', 'not the same as the original');
  terminal.out(`${join(folder, name)}  ${inLanguage(verdict, terminal.language)}\n`);
  return same ? 0 : 1;
}

interface Found {
  readonly archive: Archive;
  readonly extracted: Extracted;
  readonly folder: string;
}

/** What is wrong with the file, or its sources, written out. */
function sourcesIn(bytes: Uint8Array, folder: string): Found | Message {
  try {
    const archive = readArchive(bytes);
    return { archive, extracted: extractArchive(archive, join(folder, 'sources')), folder };
  } catch (error) {
    if (error instanceof NoPdf) {
      return message(
        `这不是本程序的存档 PDF（${error.message}）；存档用 banmian build --target archive 制作`,
        `this is no archive PDF of this program (${error.message}); banmian build --target archive makes one`,
      );
    }
    if (error instanceof DamagedAttachment) {
      return message(
        `存档里的“${error.file}”已损坏；请另取一份存档`,
        `"${error.file}" inside the archive is damaged; take another copy of the archive`,
      );
    }
    throw error;
  }
}

function otherEngine(engine: string): Message {
  return message(
    `存档由 ${engine} 制作，现用 ${ENGINE}，排出来可能不同`,
    `the archive was made by ${engine}, this is ${ENGINE}: it may come out otherwise`,
  );
}

/** Null after an error, which is told. */
async function build(
  { record }: Archive,
  { issue, templates }: Extracted,
  { fonts: userFonts, terminal }: RebuildArguments & { readonly terminal: Terminal },
): Promise<Pieces | null> {
  const compiled = await compile(diskWorld(), issue, {
    templates,
    fonts: OWN_FOLDERS.fonts,
    userFonts,
    pages: record.asked,
    targets: ['archive'],
  });
  const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
  terminal.err(diagnosticsText(errors, compiled.sources, terminal.language));
  return compiled.pdfs.find(({ labels }) => labels.join() === record.pages.join())?.pieces ?? null;
}

function sum(pieces: Pieces): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
