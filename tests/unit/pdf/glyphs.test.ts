/** The contract with pdfkit 0.20.2: each private field that `src/pdf/glyphs.ts` touches does what it counts on. */

import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import {
  addFont,
  addOutline,
  catalog,
  gather,
  newDocument,
  newObject,
  pdfString,
  useFont,
  useImage,
  writeStream,
} from '../../../src/pdf/glyphs.ts';
import { joinPieces } from '../../../src/pieces.ts';
import { vendoredFonts } from '../../support/made.ts';

const facts = {
  title: '题',
  date: new Date('2020-04-08T00:00:00Z'),
  lang: 'zh-CN',
  author: '报',
  version: '1.7',
};
const metadata = (): string => '<x/>';
const song = vendoredFonts().tables.get('song-400')!;
const black = vendoredFonts().tables.get('song-900')!;

function onePage() {
  const doc = newDocument(facts);
  const file = gather(doc, metadata);
  doc.addPage({ size: [200, 100], margin: 0 });
  const finish = async (): Promise<string> => Buffer.from(joinPieces(await file.finish())).toString('latin1');
  return { doc, finish };
}

test('pdfkit is pinned', () => {
  const { dependencies } = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  );
  expect(dependencies.pdfkit).toBe('0.20.2');
});

describe('the document', () => {
  test('bytes gathered are those that pdfkit streams', async () => {
    const options = {
      autoFirstPage: false,
      font: null,
      compress: false,
      info: { CreationDate: facts.date },
    } as object;
    const draw = (doc: InstanceType<typeof PDFDocument>): void => {
      doc.addPage({ size: [200, 100], margin: 0 }).addContent('0 0 10 10 re f');
    };
    const streamed: Uint8Array[] = [];
    const plain = new PDFDocument(options);
    plain.on('data', (chunk: Uint8Array) => streamed.push(chunk));
    const ended = new Promise((resolve) => plain.on('end', resolve));
    draw(plain);
    plain.end();
    await ended;
    const gathered = new PDFDocument(options);
    const file = gather(gathered, metadata);
    draw(gathered);
    const withTree = Buffer.concat(streamed).toString('latin1');
    const without = Buffer.from(joinPieces(await file.finish())).toString('latin1');
    expect(withTree).toContain('/Dests <<\n  /Names [\n]\n>>\n');
    const body = (text: string): string =>
      text
        .slice(0, text.indexOf('\nxref'))
        .replace('/Dests <<\n  /Names [\n]\n>>\n', '')
        .replace(/\d+ 0 obj\n<< \/Type \/Metadata[\s\S]*?\nendobj\n/, '')
        .replace(/\/Metadata \d+ 0 R\n/, '');
    expect(body(without)).toBe(body(withTree));
  });

  test('coordinates run downward from the top left corner, turned once by pdfkit', async () => {
    const options = { autoFirstPage: false, font: null, compress: false } as object;
    const doc = new PDFDocument(options);
    const file = gather(doc, metadata);
    doc.addPage({ size: [200, 100], margin: 0 });
    const text = Buffer.from(joinPieces(await file.finish())).toString('latin1');
    expect(text).toContain('stream\n1 0 0 -1 0 100 cm\n\nendstream');
  });

  test('the catalog’s entries and objects of one’s own are written', async () => {
    const { doc, finish } = onePage();
    const labels = newObject(doc, { Nums: [0, { P: pdfString('05') }] });
    labels.end();
    catalog(doc).PageLabels = labels;
    expect(await finish()).toMatch(/\/Nums \[0 <<\n\/P \(05\)\n>>\]/);
  });

  test('a string beyond ASCII is UTF-16 with its mark', async () => {
    const { doc, finish } = onePage();
    newObject(doc, { T: pdfString('版') }).end();
    expect(await finish()).toContain('/T (\u00fe\u00ff\u0072\u0048)');
  });

  test('a stream that is deflated already is left as it is', async () => {
    const { doc, finish } = onePage();
    newObject(doc, { Filter: 'FlateDecode' }).end(Buffer.from('as it is'));
    expect(await finish()).toMatch(/\/Filter \/FlateDecode\n\/Length 8\n>>\nstream\nas it is\nendstream/);
  });

  test('a stream written past pdfkit stands where the cross-reference table says', async () => {
    const { doc, finish } = onePage();
    const object = writeStream(doc, '/Type /XObject', Buffer.from('as it is'));
    const file = await finish();
    const number = Number(/^(\d+) 0 R$/.exec(String(object))![1]);
    const table = file.slice(file.indexOf('\nxref\n')).split('\n');
    const offset = Number(table[3 + number]!.slice(0, 10));
    const written = `${number} 0 obj\n<< /Type /XObject /Length 8 >>\nstream\nas it is\nendstream\nendobj\n`;
    expect(file.slice(offset, offset + written.length)).toBe(written);
  });
});

describe('the outline and the metadata', () => {
  test('an outline leads to the place on the page that was meant', async () => {
    const { doc, finish } = onePage();
    addOutline(doc, [{ title: 'a', page: 0, at: { x: 30, y: 20 }, children: [] }]);
    expect(await finish()).toMatch(/\/Dest \[\d+ 0 R \/XYZ 30 80 0\]/);
  });

  test('its own metadata, not deflated, in place of pdfkit’s', async () => {
    const { finish } = onePage();
    const text = await finish();
    expect(text).toContain('<< /Type /Metadata /Subtype /XML /Length 4 >>\nstream\n<x/>\nendstream');
    expect(text.match(/\/Metadata \d+ 0 R/g)).toHaveLength(1);
  });

  test('an object that nobody ends is an error, not a file cut short', async () => {
    const { doc, finish } = onePage();
    newObject(doc, { Type: 'StructElem' });
    await expect(finish()).rejects.toThrow('1 objects of the PDF were never ended');
  });

  test('Trapped is a name', async () => {
    const { finish } = onePage();
    expect(await finish()).toMatch(/obj\n\/False\nendobj/);
  });
});

describe('fonts and images', () => {
  test('a font is embedded once, at the end, by the function given', async () => {
    const { doc, finish } = onePage();
    const calls: string[] = [];
    const { name, dictionary } = addFont(doc, song, () => {
      calls.push('embed');
      dictionary.end();
    });
    useFont(doc, name, dictionary);
    doc.flushPages();
    expect(calls).toEqual([]);
    const text = await finish();
    expect(calls).toEqual(['embed']);
    expect(text).toMatch(/\/Font <<\n\/F1 \d+ 0 R\n>>/);
  });

  test('two faces are two fonts, though one name stands in both files', async () => {
    const { doc, finish } = onePage();
    const end = (dictionary: { end(): void }): void => dictionary.end();
    const first = addFont(doc, song, end);
    const second = addFont(doc, { ...black, postscriptName: song.postscriptName }, end);
    expect(second.name).not.toBe(first.name);
    expect(second.dictionary).not.toBe(first.dictionary);
    await finish();
  });

  test('an image is known to the page by its name', async () => {
    const { doc, finish } = onePage();
    const image = newObject(doc, { Type: 'XObject' });
    image.end();
    useImage(doc, 'I1', image);
    expect(await finish()).toMatch(/\/XObject <<\n\/I1 \d+ 0 R\n>>/);
  });
});
