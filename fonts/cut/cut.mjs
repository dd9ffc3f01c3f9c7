/** The npm packages' fonts → fonts/*.ttf, their tables, licences, fonts.json and PROVENANCE.md. */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { decompress } from 'wawoff2';
import { charset } from './charset.mjs';
import { graft } from './graft.mjs';
import { provenance } from './provenance.mjs';
import { LICENCES, SOURCES } from './sources.mjs';
import { openSubsetter } from './subset.mjs';
import { openTables } from './tables.mjs';

const fonts = new URL('../', import.meta.url);
const packages = new URL('node_modules/', import.meta.url);
const require = createRequire(import.meta.url);
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

const subset = await openSubsetter();
const tables = await openTables(fonts);
const wanted = charset();
const records = [];
for (const { source, donors, to } of SOURCES) {
  const bytes = donors.reduce(withCharactersOf, subset(await fontOf(source), wanted));
  const { glyphs, table } = tables.make(to, bytes);
  writeFileSync(new URL(to, fonts), bytes);
  writeFileSync(new URL(to.replace('.ttf', '.face'), fonts), table);
  records.push({
    sources: [source, ...donors].map(recordOf),
    ...{ to, sha256: sha256(bytes), bytes: bytes.length, characters: glyphs.size },
  });
  console.log(`${to}: ${glyphs.size} characters, ${bytes.length} bytes, table ${table.length} bytes`);
}
for (const { from, file, to } of LICENCES) {
  const text = readFileSync(new URL(`${from}/${file}`, packages), 'utf8');
  writeFileSync(new URL(to, fonts), text.replaceAll('\r\n', '\n'));
}
writeFileSync(new URL('fonts.json', fonts), tables.json);
writeFileSync(new URL('PROVENANCE.md', fonts), provenance(records));

function bytesOf({ from, file }) {
  return readFileSync(new URL(`${from}/${file}`, packages));
}

async function fontOf(source) {
  return source.file.endsWith('.woff2') ? await decompress(bytesOf(source)) : bytesOf(source);
}

function recordOf({ from, file }) {
  return {
    from,
    file,
    version: require(`${from}/package.json`).version,
    sha256: sha256(bytesOf({ from, file })),
  };
}

/** The face with what it lacks of the wanted and the donor has. */
function withCharactersOf(face, source) {
  const has = tables.make('', face).glyphs;
  const lacking = wanted.filter((codePoint) => codePoint > 0xffff && !has.has(codePoint));
  const donor = subset(bytesOf(source), lacking);
  const { glyphs } = tables.make('', donor);
  return graft(
    face,
    donor,
    lacking
      .filter((codePoint) => glyphs.has(codePoint))
      .map((codePoint) => [codePoint, glyphs.get(codePoint)]),
  );
}
