/** The npm packages' fonts → fonts/*.ttf, their tables, licences, fonts.json and PROVENANCE.md. */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { decompress } from 'wawoff2';
import { charset } from './charset.mjs';
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
for (const { from, file, to } of SOURCES) {
  const source = readFileSync(new URL(`${from}/${file}`, packages));
  const bytes = subset(file.endsWith('.woff2') ? await decompress(source) : source, wanted);
  const { characters, table } = tables.make(to, bytes);
  writeFileSync(new URL(to, fonts), bytes);
  writeFileSync(new URL(to.replace('.ttf', '.face'), fonts), table);
  const { version } = require(`${from}/package.json`);
  records.push({
    ...{ from, version, file, sourceSha256: sha256(source) },
    ...{ to, sha256: sha256(bytes), bytes: bytes.length, characters },
  });
  console.log(`${to}: ${characters} characters, ${bytes.length} bytes, table ${table.length} bytes`);
}
for (const { from, file, to } of LICENCES) {
  const text = readFileSync(new URL(`${from}/${file}`, packages), 'utf8');
  writeFileSync(new URL(to, fonts), text.replaceAll('\r\n', '\n'));
}
writeFileSync(new URL('fonts.json', fonts), tables.json);
writeFileSync(new URL('PROVENANCE.md', fonts), provenance(records));
