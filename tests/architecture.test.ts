/** The sources → the rules of the house: directions, doors, homes of packages, sizes, the map. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../src/version.ts';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

interface Import {
  readonly from: string;
  /** A file of src/, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
  readonly typeOnly: boolean;
}

interface Source {
  /** From src/. */
  readonly file: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const STATEMENT =
  /^(?:import|export)\s+(type\s+)?(?:([\w*\s{},$]+?)\s+from\s+)?'([^']+)';|\bimport\('([^']+)'\)/gm;

const sources: readonly Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .map((file) => {
    const text = readFileSync(join(SRC, file), 'utf8');
    return { file, text, imports: importsOf(file, text) };
  });

function importsOf(file: string, text: string): readonly Import[] {
  const code = withoutComments(text);
  return [...code.matchAll(STATEMENT)].map(([, typeWord, names, from, lazily]) => {
    const target = (from ?? lazily)!;
    const isPackage = !target.startsWith('.');
    return {
      from: file,
      to: isPackage ? packageName(target) : relative(SRC, join(SRC, dirname(file), target)),
      isPackage,
      typeOnly: typeWord !== undefined || onlyTypes(names),
    };
  });
}

/** `{ type A, type B }` has no value in it. */
function onlyTypes(names: string | undefined): boolean {
  const listed = names
    ?.match(/^\{([\s\S]*)\}$/)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return listed?.every((name) => name === '' || name.startsWith('type ')) ?? false;
}

function packageName(target: string): string {
  const parts = target.split('/');
  return target.startsWith('@') ? `${parts[0]}/${parts[1]}` : parts[0]!;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function roomOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file;
}

/** Files at the root of src/ that are no value files: the ways in, and what stands on the stages. */
const UPPER_FILES = [
  'cli.ts',
  'index.ts',
  'compile.ts',
  'dummy-size.ts',
  'fit.ts',
  'grid.ts',
  'holes.ts',
  'report.ts',
  'layout-file.ts',
  'plain-paragraph.ts',
  'press-of.ts',
  'archive-of.ts',
  'check-press.ts',
  'check-readers.ts',
  'proof.ts',
  'proof-file.ts',
  'single-page.ts',
  'stage-run.ts',
  'inputs.ts',
  'publish.ts',
];
/** The edges: they touch the disk or the clock. */
const EDGES = ['disk-world.ts', 'output.ts', 'own-folders.ts', 'word-list.ts'];

const STAGES = ['content', 'template', 'markup', 'layout', 'pdf'];

/** The level of a room or a file at the root: imports go to a lower one, or stay in the room. */
function levelOf(room: string): number {
  if (room === 'cli.ts') return 7;
  if (room === 'commands') return 6;
  if (['batch', 'archive', 'index.ts'].includes(room)) return 5;
  if (['publish.ts', 'report.ts', 'layout-file.ts'].includes(room)) return 4;
  if (UPPER_FILES.includes(room)) return 3;
  // Looks at finished pages and the issue behind them.
  if (room === 'form') return 2.5;
  if ([...STAGES, 'text'].includes(room)) return 2;
  if (['fonts', 'images'].includes(room)) return 1;
  if (EDGES.includes(room)) return 0.5;
  return 0;
}

/** Files that hold the types of a border: they may be imported for their types past the door. */
const TYPE_FILES = [
  'content/issue.ts',
  'template/markup.ts',
  'markup/box.ts',
  'layout/page.ts',
  'fonts/face.ts',
  'images/image.ts',
];

/** Type files of other stages that a stage reads, the one before it first; the others with their reason. */
const READS: Readonly<Record<string, readonly string[]>> = {
  content: [],
  template: ['content/issue.ts'],
  // The theme's sheet and swatches go straight to the styles; markup text has no place for them.
  markup: ['template/markup.ts', 'content/issue.ts'],
  text: ['markup/box.ts'],
  layout: ['markup/box.ts', 'text/index.ts'],
  // A swatch is a word of the theme until a PDF target picks its colour.
  pdf: ['layout/page.ts', 'content/issue.ts'],
};

/** Packages with one home. */
const HOMES: Readonly<Record<string, string | readonly string[]>> = {
  pdfkit: 'pdf',
  '@pdf-lib/fontkit': 'fonts',
  handlebars: 'template',
  yaml: 'content',
  zod: 'content',
  'css-tree': 'markup',
  'css-select': 'markup',
  saxes: ['markup', 'images'],
  svgpath: 'images',
  uqr: 'images',
  commander: 'commands',
  piscina: 'batch',
  sharp: 'images',
};

const inHouse = sources.flatMap(({ imports }) => imports.filter((i) => !i.isPackage));
const packages = sources.flatMap(({ imports }) => imports.filter((i) => i.isPackage));
const show = ({ from, to }: Import): string => `${from} → ${to}`;

describe('directions', () => {
  test('imports go downward only', () => {
    const upward = inHouse.filter(({ from, to }) => {
      if (roomOf(from) === roomOf(to)) return false;
      const [above, below] = [levelOf(roomOf(from)), levelOf(roomOf(to))];
      const betweenValues = above === 0 && below === 0;
      const betweenUpper = above === below && UPPER_FILES.includes(roomOf(from));
      return !(above > below || betweenValues || betweenUpper || isReading(from, to));
    });
    expect(upward.map(show)).toEqual([]);
  });

  test('a stage knows of other stages only the types it reads; layout alone opens the door of text', () => {
    const known = inHouse.filter(({ from, to }) => levelOf(roomOf(from)) === 2 && levelOf(roomOf(to)) === 2);
    const across = known.filter(({ from, to }) => roomOf(from) !== roomOf(to));
    expect(across.filter(({ from, to }) => !isReading(from, to)).map(show)).toEqual([]);
    const values = across.filter(({ to, typeOnly }) => !typeOnly && to !== 'text/index.ts');
    expect(values.map(show)).toEqual([]);
  });

  test('from outside, a room is entered by its door or its type file', () => {
    const past = inHouse.filter(
      ({ from, to }) =>
        to.includes('/') &&
        roomOf(from) !== roomOf(to) &&
        !to.endsWith('/index.ts') &&
        !TYPE_FILES.includes(to),
    );
    expect(past.map(show)).toEqual([]);
  });

  test('no cycles, type imports counted', () => {
    expect(cycles()).toEqual([]);
  });
});

function isReading(from: string, to: string): boolean {
  return READS[roomOf(from)]?.includes(to) ?? false;
}

/** One path for each import that leads back to where it came from. */
function cycles(): string[] {
  const next = new Map(sources.map(({ file, imports }) => [file, imports.filter((i) => !i.isPackage)]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at !== -1) found.push([...path.slice(at), file].join(' → '));
    if (at !== -1 || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const { file } of sources) visit(file, []);
  return found;
}

describe('packages', () => {
  test('a package with a home is imported there alone', () => {
    const strays = packages.filter(
      ({ from, to }) => HOMES[to] !== undefined && ![HOMES[to]].flat().includes(roomOf(from)),
    );
    expect(strays.map(show)).toEqual([]);
  });

  test('the Markdown parser lives in content', () => {
    const strays = packages.filter(
      ({ from, to }) => /^(mdast|micromark)/.test(to) && roomOf(from) !== 'content',
    );
    expect(strays.map(show)).toEqual([]);
  });

  test('only the edges, the fonts and images rooms and what stands above compile touch the file system', () => {
    const strays = packages.filter(
      ({ from, to }) => /^(node:)?fs(\/|$)/.test(to) && levelOf(roomOf(from)) < 5 && !EDGES.includes(from),
    );
    expect(strays.map(show)).toEqual([]);
  });
});

describe('determinism', () => {
  const stages = sources.filter(({ file }) => levelOf(roomOf(file)) <= 2 && !EDGES.includes(file));

  test.each([
    ['the clock', /\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bhrtime\b/],
    ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/],
    ['the locale', /\blocaleCompare\b|\btoLocale\w+|\bIntl\./],
  ])('no stage asks %s', (_, pattern) => {
    expect(filesWith(stages, pattern)).toEqual([]);
  });

  test('text and layout use only arithmetic that is exact on every machine', () => {
    const exact = /\bMath\.(?!round\b|floor\b|ceil\b|min\b|max\b|abs\b|sqrt\b|sign\b|trunc\b)\w+|\*\*/;
    const rooms = sources.filter(({ file }) => ['text', 'layout'].includes(roomOf(file)));
    expect(filesWith(rooms, exact)).toEqual([]);
  });
});

describe('manners', () => {
  test('library code does not print and does not end the process', () => {
    const library = sources.filter(({ file }) => !['commands', 'cli.ts'].includes(roomOf(file)));
    expect(filesWith(library, /\bconsole\.|\bprocess\.(exit|stdout|stderr)\b/)).toEqual([]);
  });

  test('no `any`', () => {
    expect(filesWith(sources, /[:<,|(]\s*any\b|\bas any\b|\bany\[\]/)).toEqual([]);
  });

  test('no file is longer than 400 lines', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 401);
    expect(long.map(({ file }) => file)).toEqual([]);
  });

  test('every file opens with a sentence that says what it is', () => {
    const mute = sources.filter(({ text }) => !/^\/\*\*[\s\S]+?\*\//.test(text));
    expect(mute.map(({ file }) => file)).toEqual([]);
  });

  test('every door says X in → Y out', () => {
    const doors = sources.filter(({ file }) => /^[^/]+\/index\.ts$/.test(file));
    const silent = doors.filter(({ text }) => !/^\/\*\*[^/]*→[\s\S]*?\*\//.test(text));
    expect(silent.map(({ file }) => file)).toEqual([]);
    expect(doors.map(({ file }) => roomOf(file))).toEqual(rooms());
  });
});

/** Comments may name what code may not use. */
function filesWith(files: readonly Source[], pattern: RegExp): string[] {
  return files.filter(({ text }) => pattern.test(withoutComments(text))).map(({ file }) => file);
}

function rooms(): string[] {
  return readdirSync(SRC, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

test('the map in src/README.md names every room and every file at the root, and no others', () => {
  const map = readFileSync(join(SRC, 'README.md'), 'utf8');
  const named = [...map.matchAll(/^\| (?:[①②③④⑤] )?`([\w.-]+)\/?` *\|/gm)].map((match) => match[1]!);
  const files = sources.map(({ file }) => file).filter((file) => !file.includes('/'));
  expect(named.toSorted()).toEqual([...rooms(), ...files].toSorted());
});

test('the version is the one of package.json', () => {
  const own = JSON.parse(readFileSync(join(SRC, '..', 'package.json'), 'utf8')) as { version: string };
  expect(VERSION).toBe(own.version);
});
