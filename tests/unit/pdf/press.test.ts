/** The print PDF: PDF/X-4 in CMYK, black text on its own plate, boxes, the profile of the press. */

import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Swatch } from '../../../src/content/issue.ts';
import { diskWorld } from '../../../src/disk-world.ts';
import type { PressJob } from '../../../src/pdf/index.ts';
import { pressColours } from '../../../src/pdf/swatches.ts';
import { joinWishes } from '../../../src/press.ts';
import { pressOf } from '../../../src/press-of.ts';
import { pageOf, source } from './support.ts';

const press: PressJob = pressOf(diskWorld(), joinWishes([]));
const SWATCHES = new Map<string, Swatch>([
  ['black', { rgb: [0, 0, 0], cmyk: [0, 0, 0, 100] }],
  ['grey', { rgb: [128, 128, 128], cmyk: [0, 0, 0, 50] }],
  ['red', { rgb: [200, 16, 46], cmyk: [0, 100, 90, 5] }],
  ['white', { rgb: [255, 255, 255], cmyk: [0, 0, 0, 0] }],
]);

function contents(bytes: Uint8Array): string {
  const text = source(bytes);
  return [...text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)]
    .map(([, stream]) => {
      try {
        return inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

describe('colours for the press', () => {
  const colours = pressColours(SWATCHES, 240);

  test('text and rules in black print over what lies below; all else knocks out', () => {
    expect(colours.text('black')).toBe('/Over gs\n0 0 0 1 k');
    expect(colours.stroke('black')).toBe('/Over gs\n0 0 0 1 K');
    expect(colours.text('white')).toBe('/Out gs\n0 0 0 0 k');
    expect(colours.text('grey')).toBe('/Out gs\n0 0 0 0.5 k');
    expect(colours.text('red')).toBe('/Out gs\n0 1 0.9 0.05 k');
  });

  test('an area of black knocks out', () => {
    expect(colours.fill('black')).toBe('/Out gs\n0 0 0 1 k');
  });

  test('grey in a drawing is black ink alone, other colours keep the limit of ink', () => {
    expect(colours.paint([0, 0, 0], 'fill')).toBe('0 0 0 1 k');
    expect(colours.paint([255, 255, 255], 'fill')).toBe('0 0 0 0 k');
    expect(colours.paint([51, 51, 51], 'stroke')).toBe('0 0 0 0.8 K');
    const inks = colours.paint([0, 0, 51], 'fill').split(' ').slice(0, 4).map(Number);
    expect(inks.reduce((sum, ink) => sum + ink, 0)).toBeCloseTo(2.4);
    expect(inks[3]).toBe(0.8);
  });
});

describe('the file', () => {
  const item = {
    kind: 'shape',
    role: 'furniture',
    block: 'a',
    box: { x: 0, y: 10, width: 50, height: 50 },
    radius: 0,
    stroke: null,
  } as const;

  test('is PDF 1.6 with the profile as the one intent of PDF/X and PDF/A, and its boxes', async () => {
    const text = source(await pageOf([], { target: 'print', press, swatches: SWATCHES }));
    expect(text.slice(0, 8)).toBe('%PDF-1.6');
    const profiles = [...text.matchAll(/\/S \/(GTS_\w+)[\s\S]*?\/DestOutputProfile (\d+) 0 R/g)];
    expect(profiles.map(([, kind]) => kind)).toEqual(['GTS_PDFX', 'GTS_PDFA1']);
    expect(profiles[0]![2]).toBe(profiles[1]![2]);
    expect(text).toContain('(CGATS TR 002)');
    expect(text).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4<');
    expect(text).toMatch(/\/TrimBox \[0 0 [\d.]+ [\d.]+\]/);
    expect(text).not.toContain('DeviceRGB');
  });

  test('has no links', async () => {
    const link = {
      kind: 'link',
      role: 'furniture',
      block: 'a',
      box: { x: 0, y: 0, width: 9, height: 9 },
      target: 'https://example.org',
    } as const;
    const print = await pageOf([link], { target: 'print', press, swatches: SWATCHES });
    expect(source(print)).not.toContain('/Annot');
  });

  test('a tint at the trim goes on into the bleed, one within the page does not', async () => {
    const offset = { ...press, press: { ...press.press, bleed: 10 } };
    const items = [
      { ...item, fill: 'grey' },
      { ...item, box: { ...item.box, x: 20 }, fill: 'red' },
    ];
    const bytes = await pageOf(items, { target: 'print', press: offset, swatches: SWATCHES });
    expect(contents(bytes)).toContain('-10 10 60 50 re');
    expect(contents(bytes)).toContain('20 10 50 50 re');
    expect(source(bytes)).toMatch(/\/TrimBox \[10 10 /);
    expect(source(bytes)).toMatch(/\/BleedBox \[0 0 /);
  });

  test('marks stand outside the trim, on every plate; without them there are none', async () => {
    const marked = { ...press, press: { ...press.press, marks: true } };
    const bytes = await pageOf([], { target: 'print', press: marked, swatches: SWATCHES });
    expect(source(bytes)).toContain('/Separation /All');
    const box = (name: string): readonly number[] =>
      new RegExp(`/${name} \\[([\\d. ]+)\\]`).exec(source(bytes))![1]!.split(' ').map(Number);
    const [media, trim] = [box('MediaBox'), box('TrimBox')];
    expect(trim[0]).toBeGreaterThan(media[0]!);
    expect(trim[2]).toBeLessThan(media[2]!);
    const bare = await pageOf([], { target: 'print', press, swatches: SWATCHES });
    expect(source(bare)).not.toContain('/Separation');
  });
});
