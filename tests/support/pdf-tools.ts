/** The bytes of a PDF → what other programs read in it: pdf-parse always, Debian's tools where they are. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFParse } from 'pdf-parse';

/** Tools of the Debian packages qpdf, poppler-utils and mupdf-tools. */
export type Tool = 'qpdf' | 'pdftotext' | 'pdffonts' | 'pdfinfo' | 'pdftoppm' | 'pdfimages' | 'mutool';

const VERSION: Readonly<Record<Tool, string>> = {
  qpdf: '--version',
  pdftotext: '-v',
  pdffonts: '-v',
  pdfinfo: '-v',
  pdftoppm: '-v',
  pdfimages: '-v',
  mutool: '-v',
};

const found = new Map<Tool, boolean>();

/** Whether one of these tools is not installed; then it is said once: `test.skipIf(missing('qpdf'))`. */
export function missing(...tools: readonly Tool[]): boolean {
  return tools.filter((tool) => !isInstalled(tool)).length > 0;
}

function isInstalled(tool: Tool): boolean {
  let installed = found.get(tool);
  if (installed === undefined) {
    installed = spawnSync(tool, [VERSION[tool]]).error === undefined;
    found.set(tool, installed);
    if (!installed) console.warn(`${tool} is not installed: the tests that need it are skipped`);
  }
  return installed;
}

export interface ToolRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a tool; `{}` in the arguments is the PDF's path, `{out}` a path without extension for its output. */
export function run(tool: Tool, bytes: Uint8Array, args: readonly string[]): ToolRun {
  return inFolder(bytes, (file, out) => runIn(tool, args, file, out));
}

/** The page drawn by poppler, `dpi` dots an inch. */
export function raster(bytes: Uint8Array, dpi: number, page = 1): Raster {
  return inFolder(bytes, (file, out) => {
    const args = ['-r', String(dpi), '-f', String(page), '-l', String(page), '-singlefile', '{}', '{out}'];
    const { status, stderr } = runIn('pdftoppm', args, file, out);
    if (status !== 0) throw new Error(stderr);
    return new Raster(readFileSync(`${out}.ppm`), dpi);
  });
}

function runIn(tool: Tool, args: readonly string[], file: string, out: string): ToolRun {
  const filled = args.map((arg) => (arg === '{}' ? file : arg === '{out}' ? out : arg));
  const { status, stdout, stderr } = spawnSync(tool, filled, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

function inFolder<T>(bytes: Uint8Array, use: (file: string, out: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'banmian-'));
  try {
    const file = join(folder, 'page.pdf');
    writeFileSync(file, bytes);
    return use(file, join(folder, 'out'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export type Colour = readonly [red: number, green: number, blue: number];

/** Pixels of a page, asked for in points from its top left corner. */
export class Raster {
  readonly width: number;
  readonly height: number;
  private readonly scale: number;
  private readonly pixels: Uint8Array;

  /** @param file a binary PPM (P6). */
  constructor(file: Uint8Array, dpi: number) {
    const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(file.subarray(0, 64)).toString('latin1'))!;
    this.width = Number(head[1]);
    this.height = Number(head[2]);
    this.scale = dpi / 72;
    this.pixels = file.subarray(head[0].length);
  }

  colour(x: number, y: number): Colour {
    return this.pixel(Math.floor(x * this.scale), Math.floor(y * this.scale));
  }

  /** The box of all that is darker than middle grey within a box, pt; null if nothing is. */
  ink(box: { x: number; y: number; width: number; height: number }): readonly number[] | null {
    const found = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
    const start = { x: Math.floor(box.x * this.scale), y: Math.floor(box.y * this.scale) };
    const end = { x: (box.x + box.width) * this.scale, y: (box.y + box.height) * this.scale };
    for (let y = start.y; y < end.y; y++) {
      for (let x = start.x; x < end.x; x++) {
        if (this.pixel(x, y)[0] >= 128) continue;
        found[0] = Math.min(found[0]!, x);
        found[1] = Math.min(found[1]!, y);
        found[2] = Math.max(found[2]!, x + 1);
        found[3] = Math.max(found[3]!, y + 1);
      }
    }
    return found[2] === -1 ? null : found.map((value) => value / this.scale);
  }

  /** The pixels of a box, for comparing two places. */
  cut(box: { x: number; y: number; width: number; height: number }): string {
    const rows: string[] = [];
    const left = Math.round(box.x * this.scale);
    const right = Math.round((box.x + box.width) * this.scale);
    for (let y = Math.round(box.y * this.scale); y < Math.round((box.y + box.height) * this.scale); y++) {
      const row = this.pixels.subarray((y * this.width + left) * 3, (y * this.width + right) * 3);
      rows.push(Buffer.from(row).toString('hex'));
    }
    return rows.join('\n');
  }

  private pixel(x: number, y: number): Colour {
    const at = (y * this.width + x) * 3;
    return [this.pixels[at]!, this.pixels[at + 1]!, this.pixels[at + 2]!];
  }
}

/** The text of each page as pdf-parse reads it with its own settings. */
export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  // A copy: pdf-parse takes the bytes away to another thread.
  const parser = new PDFParse({ data: Uint8Array.from(bytes) });
  try {
    const { pages } = await parser.getText();
    return pages.map(({ text }) => text.trimEnd());
  } finally {
    await parser.destroy();
  }
}
