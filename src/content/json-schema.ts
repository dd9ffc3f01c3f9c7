/**
 * The description of the fields → a zod schema → the JSON Schema that editors complete and check by.
 *
 * Used by `scripts/write-schema.mjs` and the tests alone: a build checks by the same description itself, and
 * does not load zod, which would cost it a tenth of its start.
 */

import * as z from 'zod';
import type { Message } from '../diagnostics.ts';
import { WRAP_OUTLINE, WRAP_START, WRAP_WIDTH } from '../wrap-words.ts';
import type { Choice, Field, Fields, FieldType } from './field-types.ts';
import { ARTICLE_FIELDS, ISSUE_FIELDS } from './fields.ts';
import { HOUSE_FIELDS } from './house-fields.ts';
import { AREA_PATTERN, DATE_PATTERN, NAME_PATTERN, POINT_PATTERN, RANGE_PATTERN } from './scalars.ts';

/** The published schemas by their file names in `schema/`. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  return new Map([
    [
      'issue.schema.json',
      published(ISSUE_FIELDS, 'issue.yaml', '一期报纸：issue.yaml', 'An issue: issue.yaml'),
    ],
    [
      'article.schema.json',
      published(ARTICLE_FIELDS, 'article', '稿件开头的字段', "An article's front matter"),
    ],
    [
      'house.schema.json',
      published(
        HOUSE_FIELDS,
        'house.yaml',
        '本报常用的资料：house.yaml',
        'What all issues share: house.yaml',
      ),
    ],
  ]);
}

function published(fields: Fields, title: string, ...[zh, en]: [string, string]): string {
  const schema = recordSchema(fields).meta({ title: `Banmian ${title}`, description: both({ zh, en }) });
  return `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }), null, 2)}\n`;
}

function both({ zh, en }: Message): string {
  return `${zh} / ${en}`;
}

/** Of values as YAML 1.2 types them: an editor sees a number in `columns: 4` and in `label: 05`. */
export function recordSchema(fields: Fields): z.ZodType {
  const shape: Record<string, z.ZodType> = {};
  const names: [string, Field][] = Object.entries(fields);
  for (const [name, field] of names) {
    for (const key of [name, ...field.aliases]) {
      const doc = both(field.doc);
      const description = key === name ? doc : `${doc}（= ${name}）`;
      const schema = field.required ? filled(field.type) : fieldSchema(field.type);
      shape[key] = schema.optional().describe(description);
    }
  }
  const required = names.filter(([, field]) => field.required);
  const anyOf = required.map(([name, { aliases }]) => ({
    anyOf: [name, ...aliases].map((key) => ({ required: [key] })),
  }));
  return z
    .strictObject(shape)
    .check((checking) => checkKeys(checking, names))
    .meta(anyOf.length === 0 ? {} : { allOf: anyOf });
}

/** What JSON Schema says with `allOf`, for zod: each field once, under one of its names, and none missing. */
function checkKeys(
  checking: z.core.ParsePayload<Record<string, unknown>>,
  names: readonly [string, Field][],
): void {
  for (const [name, { required, aliases }] of names) {
    const given = [name, ...aliases].filter((key) => isGiven(checking.value[key]));
    if (given.length > 1 || (required && given.length === 0)) {
      checking.issues.push({
        code: 'custom',
        input: checking.value,
        path: [name],
        message: `${given.length} × ${name}`,
      });
    }
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function fieldSchema(type: FieldType): z.ZodType {
  switch (type.kind) {
    case 'prose':
      return WORDS.nullable();
    case 'text':
      return textSchema(type.form).nullable();
    case 'whole':
      return z.int().min(type.min).max(type.max).nullable();
    case 'choice':
      return z.enum(type.options.flatMap(namesOf)).nullable();
    case 'words':
      return z
        .string()
        .regex(wordsPattern(type.options.flatMap(namesOf)))
        .nullable();
    case 'range':
      return z.union([z.string().regex(RANGE_PATTERN), z.int().min(1).max(type.max)]).nullable();
    case 'area':
      return z.string().regex(AREA_PATTERN).nullable();
    case 'drawing':
      return z.string().nullable();
    case 'point':
      return z.string().regex(POINT_PATTERN).nullable();
    case 'shape':
      return z.string().regex(SHAPES[type.form]).nullable();
    case 'numbers':
      return z.array(z.int().min(0).max(type.max)).length(type.count);
    case 'list':
      return z.array(filled(type.of)).nullable();
    case 'record':
      return recordSchema(type.fields);
    case 'record-or-path':
      return z.union([z.string(), recordSchema(type.fields)]);
    case 'dictionary':
      return z.record(z.string(), recordSchema(type.fields));
  }
}

const SHAPES = { width: WRAP_WIDTH, start: WRAP_START, outline: WRAP_OUTLINE } as const;

/** For a field that must be there, and an item of a list: nothing is not enough. */
function filled(type: FieldType): z.ZodType {
  const schema = fieldSchema(type);
  return schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
}

/** One word or several with blanks or commas between. */
function wordsPattern(words: readonly string[]): RegExp {
  const one = `(?:${words.join('|')})`;
  return new RegExp(`^${one}(?:[ \\u3000、，,]+${one})*$`);
}

function namesOf({ value, aliases }: Choice): string[] {
  return [value, ...aliases];
}

/** 05 and 2020 are words too. */
const WORDS = z.union([z.string(), z.number()]);

function textSchema(form: 'any' | 'path' | 'name' | 'date'): z.ZodType {
  switch (form) {
    case 'any':
      return WORDS;
    case 'path':
      return z.string();
    case 'name':
      return z.union([z.string().regex(NAME_PATTERN), z.number()]);
    case 'date':
      return z.string().regex(DATE_PATTERN);
  }
}
