/** docs/pages.md and its Chinese twin, how to plan a page, against the fields that there are. */

import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BLOCK_FIELDS, ISSUE_FIELDS, PAGE_FIELDS } from '../../../src/content/fields.ts';
import { read } from './plans.ts';

const url = (name: string): URL => new URL(`../../../docs/${name}`, import.meta.url);
const GUIDES = ['pages.md', 'pages.zh-CN.md'].map((name) => [name, readFileSync(url(name), 'utf8')] as const);

/** A field's name and its others. */
const namesOf = (
  fields: Readonly<Record<string, { readonly aliases: readonly string[] }>>,
): readonly string[] => Object.entries(fields).flatMap(([name, { aliases }]) => [name, ...aliases]);

const blocksOf = (guide: string): readonly string[] =>
  [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);

describe.each(GUIDES)('%s', (_, guide) => {
  test('names every field of a block, with its Chinese name', () => {
    for (const [name, { aliases }] of Object.entries(BLOCK_FIELDS)) {
      expect(guide).toContain(`\`${name}\``);
      expect(guide).toContain(aliases[0]);
    }
  });

  test('names every kind of block', () => {
    for (const { value, aliases } of BLOCK_FIELDS.kind.type.options) {
      if (value === 'story') continue;
      expect(guide).toContain(`\`${value}\``);
      expect(guide).toContain(aliases[0]);
    }
  });

  test('names no field that is not there', () => {
    const known = [...namesOf(BLOCK_FIELDS), ...namesOf(PAGE_FIELDS)];
    const cells = guide.split('\n').flatMap((row) => /^\| (`[^|]*) \|/.exec(row)?.[1] ?? []);
    const named = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) expect(known).toContain(name);
  });

  test('has no field in its examples that is not there', () => {
    const known = [...namesOf(BLOCK_FIELDS), ...namesOf(PAGE_FIELDS), ...namesOf(ISSUE_FIELDS)];
    const keys = blocksOf(guide).flatMap((text) =>
      [...text.matchAll(/(?:^|[{ ])([\p{L}]+):(?= |$)/gmu)].map(([, key]) => key!),
    );
    expect(keys.length).toBeGreaterThan(20);
    for (const key of keys) expect(known).toContain(key);
  });

  test('its blocks in flow mappings are read without a fault', () => {
    const lines = blocksOf(guide).flatMap((text) =>
      [...text.matchAll(/^ +- (\{.*\})$/gm)].map(([, line]) => line!),
    );
    const free = lines.filter((line) => line.includes('待补'));
    expect(free).toHaveLength(3);
    expect(read([{ label: '02', blocks: free }]).faults).toEqual([]);
    const drawn = lines.filter((line) => line.includes('代号'));
    const rows = [...guide.matchAll(/^ {6}(\d+ +[.甲乙丙]{8})$/gm)].map(([, row]) => `  ${row}`);
    const named = drawn.map((line, k) => line.replace(/articles\/\w+/, `articles/${'abc'[k]}`));
    expect(read([{ label: '02', blocks: named, lines: ['版样: |', ...rows] }]).faults).toEqual([]);
  });

  test('shows a page', () => {
    expect(guide).toContain('(page-plan.jpg)');
    expect(statSync(url('page-plan.jpg')).size).toBeLessThan(150_000);
  });
});
