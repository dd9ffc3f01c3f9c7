/**
 * Each folder under tests/cases is an issue with what is expected of it: `expected.diagnostics.txt`, the
 * messages as a user sees them, and `expected.pages.txt`, the pages as text, if they are built.
 *
 * `npm run update-goldens` writes both anew: read the difference before you commit it.
 */

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { diagnosticsText } from '../src/commands/print-diagnostics.ts';
import { type Compiled, compile } from '../src/compile.ts';
import { diskWorld } from '../src/disk-world.ts';
import { OWN_FOLDERS } from '../src/own-folders.ts';
import { joinPieces } from '../src/pieces.ts';
import { expectTextWhole } from './support/extracted.ts';
import { loneLineFaults, pageFaults } from './support/page-properties.ts';
import { pagesText } from './support/pages-text.ts';

const CASES = fileURLToPath(new URL('./cases/', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../assets/samples/', import.meta.url));
const UPDATE = process.env.UPDATE_GOLDENS === '1';

function build(folder: string): Promise<Compiled> {
  const { templates, fonts } = OWN_FOLDERS;
  const options = { templates, fonts, userFonts: [], pages: [], targets: ['screen'] as const };
  return compile(diskWorld(), folder, options);
}

/** Compares with a file beside the issue, or writes it; no text at all means no file. */
function expectGolden(file: string, actual: string): void {
  if (UPDATE) {
    if (actual === '') rmSync(file, { force: true });
    else writeFileSync(file, actual);
  }
  const expected = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(actual).toBe(expected);
}

/** Cases set by levels of prohibition that let a mark begin or end a line where GB/T 15834 does not. */
const LENIENT = ['profile-no-prohibition', 'profile-css-strict', 'profile-css-normal', 'profile-css-loose'];

/** Whose theme says nothing of orphans and widows, and so lets a line stand alone. */
const LONE_ALLOWED = ['theme-captions-numbered'];

/** The page of the specimen that shows each level of prohibition, the laxest too. */
const LENIENT_PAGES = ['type-specimen 10'];

/** What must hold of every page that is ever built without an error. */
async function expectSound(built: Compiled, name: string): Promise<void> {
  const runtsKnown = built.diagnostics.some((diagnostic) => diagnostic.code === 'runt');
  const faults = pageFaults(built.made!, { runtsKnown });
  const isMeant = ({ property, page }: (typeof faults)[number]): boolean =>
    property === 'edge' && (LENIENT.includes(name) || LENIENT_PAGES.includes(`${name} ${page}`));
  expect(faults.filter((fault) => !isMeant(fault))).toEqual([]);
  // Where a story leaves no other way each line that stands alone is warned of.
  const warned = built.diagnostics.filter(({ code }) => code === 'lone-line').length;
  if (!LONE_ALLOWED.includes(name)) expect(loneLineFaults(built.made!).slice(warned)).toEqual([]);
  await expectTextWhole(built.made!, joinPieces(built.pdfs[0]!.pieces));
}

describe('cases', () => {
  it.each(readdirSync(CASES).sort())('%s', async (name) => {
    const folder = join(CASES, name);
    const built = await build(folder);
    // A message that names the folder names it as it was given; goldens hold on every machine.
    const messages = diagnosticsText(built.diagnostics, built.sources, 'zh').replaceAll(
      CASES,
      'tests/cases/',
    );
    expectGolden(join(folder, 'expected.diagnostics.txt'), messages);
    expectGolden(join(folder, 'expected.pages.txt'), built.pdfs.length === 0 ? '' : pagesText(built.made!));
    if (built.pdfs.length > 0) await expectSound(built, name);
  });
});

describe('samples', () => {
  it.each(readdirSync(SAMPLES).sort())('%s builds without a word, twice to the same bytes', async (name) => {
    const built = await build(join(SAMPLES, name));
    expect(diagnosticsText(built.diagnostics, built.sources, 'zh')).toBe('');
    await expectSound(built, name);
    const again = await build(join(SAMPLES, name));
    const [first, second] = [built, again].map(({ pdfs }) => joinPieces(pdfs[0]!.pieces));
    expect(Buffer.from(first!).equals(second!)).toBe(true);
  });
});
