import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkFields } from '../../../src/content/check-fields.ts';
import type { Fields } from '../../../src/content/field-types.ts';
import { ARTICLE_FIELDS, ISSUE_FIELDS } from '../../../src/content/fields.ts';
import { publishedSchemas, recordSchema } from '../../../src/content/json-schema.ts';
import { readYaml } from '../../../src/content/read-yaml.ts';
import { sourceText } from '../../../src/content/source-text.ts';
import { THEME_FIELDS } from '../../../src/content/theme-fields.ts';
import type { Diagnostic } from '../../../src/diagnostics.ts';

const folder = new URL('../../../schema/', import.meta.url);

test('the published files are those that the fields give (else: node scripts/write-schema.mjs)', () => {
  const schemas = publishedSchemas();
  expect(readdirSync(folder).sort()).toEqual([...schemas.keys()].sort());
  for (const [file, text] of schemas) expect(readFileSync(new URL(file, folder), 'utf8')).toBe(text);
});

test('every field is described in both languages', () => {
  const descriptions = [...publishedSchemas().values()].join('').match(/"description": "[^"]*"/g)!;
  expect(descriptions.length).toBeGreaterThan(50);
  for (const description of descriptions) expect(description).toMatch(/[\u4e00-\u9fff].* \/ .*[a-z]/);
});

test('the sample names its schema, relative to itself', () => {
  const sample = new URL('../../../assets/samples/gongye-yuanqu-2020-04-08/issue.yaml', import.meta.url);
  const first = readFileSync(sample, 'utf8').split('\n')[0]!;
  const path = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)![1]!;
  expect(new URL(path, sample).href).toBe(new URL('issue.schema.json', folder).href);
});

function buildAccepts(fields: Fields, text: string): boolean {
  const source = sourceText('issue.yaml', text, new Map());
  const yaml = readYaml(source, 0, source.clean.length);
  const diagnostics: Diagnostic[] = [...yaml.diagnostics];
  checkFields({ yaml, start: { file: '', start: 0, end: 0 }, counts: new Map(), diagnostics }, fields);
  return diagnostics.every((d) => d.severity !== 'error');
}

describe('the schema and the build agree', () => {
  const page = 'pages: [{ label: 05, template: feature, articles: [a.md] }]';
  const issue = `date: 2020-04-08\ntheme: daily\n${page}\n`;
  test.each<[Fields, string, boolean]>([
    [ISSUE_FIELDS, issue, true],
    [
      ISSUE_FIELDS,
      `日期: 2020-04-08\n版式: daily\n版面: [p.yaml, {版序: A3, 模板: plain, 稿件: []}]\n`,
      true,
    ],
    [ISSUE_FIELDS, `${issue}paper: 2020\nid: 20200408\nfonts: fonts\nnormalize: off\n`, true],
    [ISSUE_FIELDS, `${issue}paper:\n`, true],
    [ISSUE_FIELDS, `theme: daily\n${page}\n`, false],
    [ISSUE_FIELDS, `date:\ntheme: daily\n${page}\n`, false],
    [ISSUE_FIELDS, `date: 2020年4月8日\ntheme: daily\n${page}\n`, false],
    [ISSUE_FIELDS, `${issue}papre: 甲\n`, false],
    [ISSUE_FIELDS, `${issue}日期: 2020-04-08\n`, false],
    [ISSUE_FIELDS, `${issue}normalize: maybe\n`, false],
    [ISSUE_FIELDS, `${issue}id: a/b\n`, false],
    [ISSUE_FIELDS, 'date: 2020-04-08\ntheme: daily\npages: p.yaml\n', false],
    [ISSUE_FIELDS, 'date: 2020-04-08\ntheme: daily\npages: [{ label: 05, articles: [a.md] }]\n', false],
    [
      ARTICLE_FIELDS,
      'headline: 甲\nphotos: [{ file: a.jpg, columns: 4, place: 右上, focus: 40% 30% }]\n',
      true,
    ],
    [ARTICLE_FIELDS, 'priority: 0\ncorrections: [甲, 乙]\n', true],
    [ARTICLE_FIELDS, 'photos: [{ caption: 甲 }]\n', false],
    [ARTICLE_FIELDS, 'photos: [{ file: a.jpg, columns: 0 }]\n', false],
    [ARTICLE_FIELDS, 'photos: [{ file: a.jpg, columns: 4.5 }]\n', false],
    [ARTICLE_FIELDS, 'photos: [{ file: a.jpg, place: 中 }]\n', false],
    [ARTICLE_FIELDS, 'photos: [{ file: a.jpg, focus: 40 30 }]\n', false],
    [ARTICLE_FIELDS, 'photos: [a.jpg]\n', false],
    [ARTICLE_FIELDS, 'priority: high\n', false],
    [ARTICLE_FIELDS, 'pages: 03\n', false],
    [THEME_FIELDS, 'hao: founder\nswatches: { black: { rgb: [0, 0, 0], cmyk: [0, 0, 0, 100] } }\n', true],
    [THEME_FIELDS, 'hao: word\nswatches: { black: { rgb: [0, 0], cmyk: [0, 0, 0, 100] } }\n', false],
    [THEME_FIELDS, 'hao: word\nswatches: { black: { rgb: [0, 0, 256], cmyk: [0, 0, 0, 100] } }\n', false],
    [THEME_FIELDS, 'hao: word\nswatches: { black: { rgb: [0, 0, 0] } }\n', false],
  ])('%#', (fields, text, accepted) => {
    expect(buildAccepts(fields, text)).toBe(accepted);
    expect(recordSchema(fields).safeParse(parse(text)).success).toBe(accepted);
  });
});
