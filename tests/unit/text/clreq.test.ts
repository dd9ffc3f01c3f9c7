import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}/${path}`, 'utf8');

interface Row {
  readonly text: string;
  readonly status: string;
  readonly tests: readonly (readonly [file: string, title: string])[];
}

/** The rows of the checklist's tables: the status stands last but one. */
const rows: readonly Row[] = read('src/text/CLREQ.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^[-:| ]+$/.test(line))
  .map((text) => ({
    text,
    status: text.split('|').at(-3)!.trim(),
    tests: [...text.matchAll(/`(tests\/[^ ]+) › ([^`]+)`/g)].map(
      ([, file, title]) => [file!, title!] as const,
    ),
  }))
  .filter(({ status }) => status !== 'is');

describe('the checklist of the standards', () => {
  it('has a status in every row', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ status }) => !['done', 'author', 'no', 'open'].includes(status))).toEqual([]);
  });

  it('calls nothing done without a test', () => {
    expect(rows.filter(({ status, tests }) => status === 'done' && tests.length === 0)).toEqual([]);
  });

  it('gives a reason for what is not needed', () => {
    const silent = rows.filter(
      ({ status, text }) => status === 'no' && text.split('|').at(-2)!.trim() === '',
    );
    expect(silent).toEqual([]);
  });

  it('names tests that there are, by their titles', () => {
    const missing = rows
      .flatMap(({ tests }) => tests)
      .filter(([file, title]) => !titlesIn(file).some((found) => found.includes(title)));
    expect(missing).toEqual([]);
  });

  it('names every clause of GB/T 15834 5.1 and 5.2', () => {
    const clauses = [
      ...Array.from({ length: 11 }, (_, k) => `5.1.${k + 1}`),
      ...['1', '2', '3', '4', '5', '6'].map((k) => `5.2.${k}`),
    ];
    expect(
      clauses.filter((clause) => !rows.some(({ text }) => text.split('|')[1]!.trim() === clause)),
    ).toEqual([]);
  });
});

const sources = new Map<string, readonly string[]>();

/** What a test file has in quotes behind `describe(`, `it(`, `test(` or a table of theirs. */
function titlesIn(file: string): readonly string[] {
  let titles = sources.get(file);
  if (titles === undefined) {
    const code = read(file);
    titles = [...code.matchAll(/\(\s*(['`])((?:(?!\1).)+)\1,\s*(?:async )?\(/g)].map(([, , title]) => title!);
    sources.set(file, titles);
  }
  return titles;
}
