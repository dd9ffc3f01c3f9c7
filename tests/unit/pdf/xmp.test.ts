/** XMP: what the metadata of each kind of PDF says, as XML that can be read. */

import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { type XmpFacts, xmpPacket } from '../../../src/pdf/xmp.ts';

const FACTS: XmpFacts = {
  target: 'screen',
  title: '园区新报 2020年4月8日',
  lang: 'zh-CN',
  date: '2020-04-08',
  about: { id: '2020-04-08', paper: '园区新报', number: '第6521期' },
  pages: [
    { label: '05', section: '工业园区新闻' },
    { label: '06', section: null },
  ],
  content: new Uint8Array(16).fill(7),
};

/** The text of each element, by its name; of lists, the entries. */
function read(packet: string): ReadonlyMap<string, readonly string[]> {
  const parser = new SaxesParser({ xmlns: true });
  const texts = new Map<string, string[]>();
  const open: string[] = [];
  parser.on('opentag', ({ name }) => open.push(name));
  parser.on('text', (text) => {
    const name = [...open].reverse().find((each) => !each.startsWith('rdf:'));
    if (name === undefined || text.trim() === '') return;
    texts.set(name, [...(texts.get(name) ?? []), text]);
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(packet).close();
  return texts;
}

const packet = (changes: Partial<XmpFacts> = {}): string => xmpPacket({ ...FACTS, ...changes });

describe('every kind of PDF', () => {
  test('says title, paper, dates, issue and pages', () => {
    expect(Object.fromEntries(read(packet()))).toMatchObject({
      'dc:format': ['application/pdf'],
      'dc:title': [FACTS.title, FACTS.title],
      'dc:language': ['zh-CN'],
      'dc:creator': ['园区新报'],
      'dc:publisher': ['园区新报'],
      'dc:date': ['2020-04-08'],
      'dc:identifier': ['2020-04-08'],
      'dc:type': ['Text'],
      'xmp:CreateDate': ['2020-04-08T00:00:00Z'],
      'xmp:ModifyDate': ['2020-04-08T00:00:00Z'],
      'xmp:MetadataDate': ['2020-04-08T00:00:00Z'],
      'pdf:Producer': ['Banmian'],
      'pdf:Trapped': ['False'],
      'xmpMM:InstanceID': ['uuid:07070707-0707-0707-0707-070707070707'],
      'xmpMM:RenditionClass': ['default'],
      'prism:publicationName': ['园区新报'],
      'prism:coverDate': ['2020-04-08'],
      'prism:number': ['第6521期'],
      'prism:issueIdentifier': ['2020-04-08'],
      'prism:startingPage': ['05'],
      'prism:pageRange': ['05,06'],
      'prism:section': ['工业园区新闻'],
    });
  });

  test('says nothing of a paper without a name and an issue without a number', () => {
    const names = [...read(packet({ about: { id: 'x', paper: null, number: null } })).keys()];
    for (const name of ['dc:creator', 'dc:publisher', 'prism:publicationName', 'prism:number'])
      expect(names).not.toContain(name);
  });

  test('escapes its values', () => {
    const title = '甲 & 乙 <丙> "丁"';
    expect(read(packet({ title })).get('dc:title')).toEqual([title, title]);
  });

  test('leaves out what no XML may hold', () => {
    expect(read(packet({ title: '甲\u0001乙\uffff' })).get('dc:title')![0]).toBe('甲乙');
  });

  test('is a document of its own', () => {
    const ids = (['screen', 'print', 'archive'] as const).map(
      (target) => read(packet({ target })).get('xmpMM:DocumentID')![0],
    );
    expect(new Set(ids).size).toBe(3);
  });
});

describe('what a file claims to be', () => {
  const claims = (target: XmpFacts['target']): object => {
    const texts = read(packet({ target }));
    const names = ['pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part', 'pdfxid:GTS_PDFXVersion'];
    return Object.fromEntries(
      names.flatMap((name) => (texts.has(name) ? [[name, texts.get(name)![0]]] : [])),
    );
  };

  test('screen: nothing', () => expect(claims('screen')).toEqual({}));

  test('print: PDF/A-2u and PDF/X-4', () =>
    expect(claims('print')).toEqual({
      'pdfaid:part': '2',
      'pdfaid:conformance': 'U',
      'pdfxid:GTS_PDFXVersion': 'PDF/X-4',
    }));

  test('archive: PDF/A-3a and PDF/UA-1', () =>
    expect(claims('archive')).toEqual({
      'pdfaid:part': '3',
      'pdfaid:conformance': 'A',
      'pdfuaid:part': '1',
    }));

  // ISO 19005-2, 6.6.2.3.1: a property that PDF/A does not know is to be described.
  test.each([
    ['print', ['prism', 'pdf', 'pdfxid']],
    ['archive', ['prism', 'pdf', 'pdfuaid']],
  ] as const)('%s describes the schemas that PDF/A does not know', (target, prefixes) => {
    const texts = read(packet({ target }));
    expect(texts.get('pdfaSchema:prefix')).toEqual(prefixes);
    const described = texts.get('pdfaProperty:name')!;
    for (const name of texts.keys()) {
      const [prefix, property] = name.split(':') as [string, string];
      if (prefix === 'prism' || prefix === 'pdfuaid' || prefix === 'pdfxid' || name === 'pdf:Trapped')
        expect(described).toContain(property);
    }
  });
});
