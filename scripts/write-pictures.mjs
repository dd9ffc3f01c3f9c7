// Issues of this repository → the pictures of docs/, drawn anew by pdftoppm (poppler-utils): node scripts/write-pictures.mjs.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const root = fileURLToPath(new URL('..', import.meta.url));
const county = 'assets/samples/county-daily-2026-03-12';
const sample = 'assets/samples/gongye-yuanqu-2020-04-08';

/** `page`: of the PDF, from 1. `area`: left, top, width and height to show, fractions of the page; else all of it. */
const PICTURES = [
  { name: 'sample-page', issue: sample, page: 1, width: 760 },
  { name: 'county-front', issue: county, page: 1, width: 760 },
  { name: 'page-plan', issue: county, page: 3, width: 760 },
  { name: 'jumps', issue: county, page: 3, width: 700, area: [0.03, 0.03, 0.28, 0.24] },
  {
    name: 'tables',
    issue: 'tests/cases/table-over-columns',
    page: 1,
    width: 1000,
    area: [0.02, 0.04, 0.65, 0.33],
  },
  {
    name: 'leaders',
    issue: 'tests/cases/lists-with-leaders',
    page: 1,
    width: 900,
    area: [0.02, 0.04, 0.42, 0.22],
  },
  { name: 'spread', issue: 'tests/cases/spread-of-two-pages', page: 2, width: 1200, area: [0, 0, 1, 0.52] },
  { name: 'heads', issue: 'tests/cases/head-all-parts', page: 1, width: 900, area: [0, 0, 1, 0.32] },
  { name: 'furniture', issue: county, page: 1, width: 1000, area: [0, 0, 1, 0.2] },
  {
    name: 'composition',
    issue: 'tests/cases/composition-of-plans',
    page: 1,
    width: 900,
    area: [0, 0, 1, 0.26],
  },
  { name: 'reserved', issue: 'tests/cases/blocks-kept-free', page: 1, width: 800 },
  { name: 'dresses', issue: 'tests/cases/story-dresses', page: 1, width: 900 },
  { name: 'rules', issue: 'tests/cases/frames-and-rules-of-each-kind', page: 1, width: 900 },
  {
    name: 'fitting',
    issue: 'tests/cases/copy-fitting-blocks',
    page: 1,
    width: 800,
    area: [0.02, 0.08, 0.59, 0.83],
  },
  {
    name: 'codes',
    issue: 'tests/cases/ornaments-and-codes',
    page: 1,
    width: 900,
    area: [0, 0.02, 1, 0.66],
  },
  { name: 'theme-campus', issue: 'assets/samples/campus-2026-03', page: 1, width: 700 },
  { name: 'theme-tabloid', issue: 'tests/cases/city-paper-of-two-pages', page: 1, width: 700 },
];

const LARGEST = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
try {
  for (const picture of PICTURES) await write(picture);
} finally {
  rmSync(folder, { recursive: true });
}

async function write({ name, issue, page, width, area = [0, 0, 1, 1] }) {
  const banmian = [join(root, 'bin/banmian.js'), 'build', join(root, issue), '-o', folder];
  execFileSync(process.execPath, banmian, { stdio: ['ignore', 'ignore', 'pipe'] });
  const id = basename(issue);
  const at = join(folder, name);
  const one = ['-r', '150', '-f', `${page}`, '-l', `${page}`, '-singlefile', '-png'];
  execFileSync('pdftoppm', [...one, join(folder, id, `${id}.pdf`), at]);
  const sheet = sharp(`${at}.png`, { limitInputPixels: false });
  const size = await sheet.metadata();
  const [left, top, share, height] = area;
  const shown = sheet
    .extract({
      left: Math.round(left * size.width),
      top: Math.round(top * size.height),
      width: Math.floor(share * size.width),
      height: Math.floor(height * size.height),
    })
    .resize({ width });
  for (let quality = 85; ; quality -= 10) {
    const bytes = await shown.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length > LARGEST && quality > 35) continue;
    writeFileSync(join(root, 'docs', `${name}.jpg`), bytes);
    return;
  }
}
