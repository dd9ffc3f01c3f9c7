/** templates/README.md, what a maker of themes reads, against the tables of the code. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ELEMENTS } from '../../../src/markup/elements.ts';
import { PROPERTIES } from '../../../src/markup/properties.ts';
import { BLOCKS, HELPERS } from '../../../src/template/helpers.ts';
import { ARTICLE, PHOTO, PLAN, ROOT } from '../../../src/template/shapes.ts';

const GUIDE = readFileSync(new URL('../../../templates/README.md', import.meta.url), 'utf8');

/** The code words of the first `columns` cells of each row of the tables between two headings. */
function words(from: string, to: string | null, columns: number): readonly string[] {
  const section = GUIDE.slice(
    GUIDE.indexOf(`\n## ${from}`),
    to === null ? undefined : GUIDE.indexOf(`\n## ${to}`),
  );
  const cells = section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| **'))
    .flatMap((line) => line.split('|').slice(1, columns + 1));
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1]!));
}

test('names every property, and no other', () => {
  expect(words('Styles', null, 1).toSorted()).toEqual(Object.keys(PROPERTIES).toSorted());
});

test('names every element with its attributes and where it stands', () => {
  expect(words('Elements', 'Styles', 1).toSorted()).toEqual(Object.keys(ELEMENTS).toSorted());
  const attributes = Object.values(ELEMENTS).flatMap((spec) => Object.keys(spec.attributes));
  const named = words('Elements', 'Styles', 3).map((word) => word.replace(/=.*/, ''));
  expect(attributes.filter((name) => !named.includes(name))).toEqual([]);
});

test('names every field of the view model and every helper', () => {
  const named = words('What a template sees', 'Elements', 2).join(' ');
  const fields = [ROOT, ROOT.fields.issue, ROOT.fields.page, ARTICLE, PHOTO, PLAN].flatMap((shape) =>
    Object.keys(shape.fields),
  );
  expect(fields.filter((name) => !named.includes(name))).toEqual([]);
  expect(Object.keys(HELPERS).filter((name) => !named.includes(name))).toEqual([]);
  expect(BLOCKS.filter((name) => !GUIDE.includes(`{{#${name}}}`))).toEqual([]);
});

describe('what it says a property takes', () => {
  test.each(['punctuation', 'line-break', 'text-align'] as const)('%s', (property) => {
    const row = GUIDE.split('\n').find((line) => line.startsWith(`| \`${property}\``))!;
    const taken = [...row.split('|')[2]!.matchAll(/`([^`]+)`/g)].map((found) => found[1]!);
    const names = { hao: 'word', swatches: [], families: [], ornaments: new Map() } as const;
    for (const word of taken) {
      expect(PROPERTIES[property].read([{ kind: 'word', word }], names)).toBe(word);
    }
    expect(PROPERTIES[property].takes.en.split(', ').toSorted()).toEqual(taken.toSorted());
  });
});
