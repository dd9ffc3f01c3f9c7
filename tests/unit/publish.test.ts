import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Compiled } from '../../src/compile.ts';
import { errorAt, message } from '../../src/diagnostics.ts';
import { publish } from '../../src/publish.ts';
import { bytesOf, compiled } from '../support/compiled.ts';

let output: string;
beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), 'banmian-publish-'));
});
afterEach(() => {
  rmSync(output, { recursive: true, force: true });
});

const put = (build: Compiled, layout = false): ReturnType<typeof publish> =>
  publish(build, { output, layout, language: 'zh' });
const names = (): string[] => readdirSync(join(output, 'spring'));
const read = (name: string): string => readFileSync(join(output, 'spring', name), 'utf8');

const broken = compiled({
  diagnostics: [errorAt(null, 'x', message('错', 'wrong'))],
  made: null,
  pdfs: [],
});

test('a good build: the PDF and its report', () => {
  const { report, folder } = put(compiled());
  expect(folder).toBe(join(output, 'spring'));
  expect(names()).toEqual(['report.json', 'spring.pdf']);
  expect(read('spring.pdf')).toBe('%PDF');
  const { timings: _, ...stable } = report;
  expect(JSON.parse(read('report.json'))).toEqual(stable);
});

test('with --layout, the layout file too', () => {
  put(compiled(), true);
  expect(names()).toEqual(['report.json', 'spring.layout.json', 'spring.pdf']);
  expect(JSON.parse(read('spring.layout.json'))).toMatchObject({ version: 1, pages: [{ label: '05' }] });
});

test('a broken build leaves the last good one as it was', () => {
  put(compiled());
  const good = read('report.json');
  put(broken, true);
  expect(names()).toEqual(['report.failed.json', 'report.json', 'spring.pdf']);
  expect(read('report.json')).toBe(good);
  expect(JSON.parse(read('report.failed.json'))).toMatchObject({ ok: false, outputs: [], pages: [] });
});

test('the next good build takes the report of the broken one away', () => {
  put(broken);
  put(compiled({ pdfs: [{ target: 'screen', labels: ['05'], pieces: [bytesOf('%PDF 2')] }] }));
  expect(names()).toEqual(['report.json', 'spring.pdf']);
  expect(read('spring.pdf')).toBe('%PDF 2');
});

test('a page alone never touches the PDF of the issue', () => {
  put(compiled());
  put(
    compiled({ single: true, pdfs: [{ target: 'screen', labels: ['05'], pieces: [bytesOf('%PDF of 05')] }] }),
  );
  expect(names()).toEqual(['report.json', 'spring-05.pdf', 'spring.pdf']);
  expect(read('spring.pdf')).toBe('%PDF');
  expect(read('spring-05.pdf')).toBe('%PDF of 05');
});
