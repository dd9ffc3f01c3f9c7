// The fields in src/content/fields.ts → schema/*.schema.json, by which editors complete and check issue.yaml.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['src/content/json-schema.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { publishedSchemas } = await import(`data:text/javascript;base64,${code}`);
mkdirSync(join(root, 'schema'), { recursive: true });
for (const [file, text] of publishedSchemas()) writeFileSync(join(root, 'schema', file), text);
