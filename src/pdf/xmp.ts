/** What a file says of itself and of its issue → its XMP packet (ISO 16684-1): Dublin Core, PRISM, identification. */

import { createHash } from 'node:crypto';
import type { Target } from '../target.ts';

/** What the metadata says of the issue. */
export interface About {
  /** The id. */
  readonly id: string;
  /** The name of the paper. */
  readonly paper: string | null;
  /** 总期号 as printed. */
  readonly number: string | null;
}

export interface XmpFacts {
  readonly target: Target;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** `2020-04-08`: every date is this day's, 0:00 UTC. */
  readonly date: string;
  readonly about: About;
  readonly pages: readonly { readonly label: string; readonly section: string | null }[];
  /** 16 bytes that differ where the content of the file does. */
  readonly content: Uint8Array;
}

/** What a kind of PDF claims to be; a file says nothing that it does not keep. */
interface Claims {
  /** ISO 19005: part and level. */
  readonly pdfa: { readonly part: number; readonly level: string } | null;
  /** ISO 14289, by part. */
  readonly pdfua: number | null;
  /** ISO 15930, by name. */
  readonly pdfx: string | null;
}

const CLAIMS: Readonly<Record<Target, Claims>> = {
  screen: { pdfa: null, pdfua: null, pdfx: null },
  print: { pdfa: { part: 2, level: 'U' }, pdfua: null, pdfx: 'PDF/X-4' },
  archive: { pdfa: { part: 3, level: 'A' }, pdfua: 1, pdfx: null },
};

/** A namespace, and the properties of it that PDF/A does not know by itself: those need a description. */
interface Schema {
  readonly name: string;
  readonly uri: string;
  readonly properties: readonly Property[];
}

interface Property {
  readonly name: string;
  readonly type: 'Text' | 'Integer' | 'Date' | 'bag Text';
  /** `internal`: written by the program, not by an editor. */
  readonly category: 'internal' | 'external';
  readonly description: string;
}

const external = (name: string, type: Property['type'], description: string): Property => ({
  name,
  type,
  category: 'external',
  description,
});

const PRISM: Schema = {
  name: 'PRISM metadata',
  uri: 'http://prismstandard.org/namespaces/basic/2.0/',
  properties: [
    external('publicationName', 'Text', 'Name of the newspaper'),
    external('coverDate', 'Date', 'Date of the issue'),
    external('number', 'Text', 'Number of the issue as printed'),
    external('issueIdentifier', 'Text', 'Identifier of the issue'),
    external('startingPage', 'Text', 'Label of the first page in the file'),
    external('pageRange', 'Text', 'Labels of the pages in the file'),
    external('section', 'bag Text', 'Names of the pages'),
  ],
};

const PDF_UA: Schema = {
  name: 'PDF/UA identification',
  uri: 'http://www.aiim.org/pdfua/ns/id/',
  properties: [
    { name: 'part', type: 'Integer', category: 'internal', description: 'Part of ISO 14289 that is kept' },
  ],
};

const PDF_X: Schema = {
  name: 'PDF/X identification',
  uri: 'http://www.npes.org/pdfx/ns/id/',
  properties: [
    { name: 'GTS_PDFXVersion', type: 'Text', category: 'internal', description: 'PDF/X that is kept' },
  ],
};

/** `Trapped` is younger than the list of properties that PDF/A goes by (ISO 19005-2, 6.6.2.3.1). */
const ADOBE_PDF: Schema = {
  name: 'Adobe PDF',
  uri: 'http://ns.adobe.com/pdf/1.3/',
  properties: [
    { name: 'Trapped', type: 'Text', category: 'internal', description: 'Whether the file is trapped' },
  ],
};

const NAMESPACES: Readonly<Record<string, string>> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdf: ADOBE_PDF.uri,
  prism: PRISM.uri,
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: PDF_UA.uri,
  pdfxid: PDF_X.uri,
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
};

/** Every value is escaped: a title may have `&` and `<`. */
export function xmpPacket(facts: XmpFacts): string {
  const claims = CLAIMS[facts.target];
  const groups = [dublinCore(facts), dates(facts), identity(facts), publication(facts), claimed(claims)];
  const names = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${names.join('')}>`,
    ...groups.flat(),
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

type Lines = readonly string[];

function dublinCore({ title, lang, date, about }: XmpFacts): Lines {
  const alternatives = ['x-default', lang].map(
    (each) => `<rdf:li xml:lang="${escaped(each)}">${escaped(title)}</rdf:li>`,
  );
  return [
    element('dc:format', 'application/pdf'),
    `<dc:title><rdf:Alt>${alternatives.join('')}</rdf:Alt></dc:title>`,
    list('dc:language', 'Bag', [lang]),
    ...(about.paper === null
      ? []
      : [list('dc:creator', 'Seq', [about.paper]), list('dc:publisher', 'Bag', [about.paper])]),
    list('dc:date', 'Seq', [date]),
    element('dc:identifier', about.id),
    list('dc:type', 'Bag', ['Text']),
  ];
}

function dates({ date }: XmpFacts): Lines {
  const begin = `${date}T00:00:00Z`;
  return [
    element('xmp:CreateDate', begin),
    element('xmp:ModifyDate', begin),
    element('xmp:MetadataDate', begin),
    element('xmp:CreatorTool', 'Banmian'),
    element('pdf:Producer', 'Banmian'),
    element('pdf:Trapped', 'False'),
  ];
}

/** The document is an issue, or a page of it, as one kind of PDF; an instance is one content of it. */
function identity({ target, title, about, date, content }: XmpFacts): Lines {
  const document = createHash('sha256').update(`${target}\n${about.id}\n${title}\n${date}`).digest();
  return [
    element('xmpMM:DocumentID', uuid(document)),
    element('xmpMM:InstanceID', uuid(content)),
    element('xmpMM:VersionID', '1'),
    element('xmpMM:RenditionClass', 'default'),
  ];
}

function uuid(bytes: Uint8Array): string {
  const digits = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  return `uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

function publication({ date, about, pages }: XmpFacts): Lines {
  const labels = pages.map(({ label }) => label);
  const sections = pages.flatMap(({ section }) => section ?? []);
  const [first] = labels;
  return [
    ...(about.paper === null ? [] : [element('prism:publicationName', about.paper)]),
    element('prism:coverDate', date),
    ...(about.number === null ? [] : [element('prism:number', about.number)]),
    element('prism:issueIdentifier', about.id),
    ...(first === undefined
      ? []
      : [element('prism:startingPage', first), element('prism:pageRange', labels.join(','))]),
    ...(sections.length === 0 ? [] : [list('prism:section', 'Bag', sections)]),
  ];
}

function claimed({ pdfa, pdfua, pdfx }: Claims): Lines {
  const schemas = {
    prism: PRISM,
    pdf: ADOBE_PDF,
    ...(pdfua === null ? {} : { pdfuaid: PDF_UA }),
    ...(pdfx === null ? {} : { pdfxid: PDF_X }),
  };
  return [
    ...(pdfa === null
      ? []
      : [
          element('pdfaid:part', String(pdfa.part)),
          element('pdfaid:conformance', pdfa.level),
          extensions(schemas),
        ]),
    ...(pdfua === null ? [] : [element('pdfuaid:part', String(pdfua))]),
    ...(pdfx === null ? [] : [element('pdfxid:GTS_PDFXVersion', pdfx)]),
  ];
}

/** ISO 19005-2, 6.6.2.3.3: what PDF/A does not know has to be described. */
function extensions(schemas: Readonly<Record<string, Schema>>): string {
  const described = Object.entries(schemas).map(([prefix, { name, uri, properties }]) =>
    resource([
      element('pdfaSchema:schema', name),
      element('pdfaSchema:namespaceURI', uri),
      element('pdfaSchema:prefix', prefix),
      `<pdfaSchema:property><rdf:Seq>${properties.map(describe).join('')}</rdf:Seq></pdfaSchema:property>`,
    ]),
  );
  return `<pdfaExtension:schemas><rdf:Bag>\n${described.join('\n')}\n</rdf:Bag></pdfaExtension:schemas>`;
}

function describe({ name, type, category, description }: Property): string {
  return resource([
    element('pdfaProperty:name', name),
    element('pdfaProperty:valueType', type),
    element('pdfaProperty:category', category),
    element('pdfaProperty:description', description),
  ]);
}

function resource(lines: Lines): string {
  return `<rdf:li rdf:parseType="Resource">${lines.join('')}</rdf:li>`;
}

function element(name: string, value: string): string {
  return `<${name}>${escaped(value)}</${name}>`;
}

function list(name: string, kind: 'Seq' | 'Bag', values: readonly string[]): string {
  const entries = values.map((value) => element('rdf:li', value)).join('');
  return `<${name}><rdf:${kind}>${entries}</rdf:${kind}></${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0, 2.2 and 2.4. What no XML may hold is left out. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
