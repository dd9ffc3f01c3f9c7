/** fonts.yaml and a cut face → fonts.json and the face's table, by the project's own code in src/fonts. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * esbuild and yaml are the project's, not this package's: the tables must come from the same code and the
 * same @pdf-lib/fontkit that a build uses. So `npm ci` in the project's root comes first.
 *
 * @param fonts the folder of fonts.yaml, a URL.
 */
export async function openTables(fonts) {
  const require = createRequire(new URL('../package.json', fonts));
  const { makeTable, writeTable } = await bundled(require('esbuild'), new URL('../src/fonts/', fonts));
  const list = require('yaml').parse(readFileSync(new URL('fonts.yaml', fonts), 'utf8'));
  const keys = new Map(
    list.families.flatMap(({ aliases, faces }) =>
      Object.entries(faces).map(([weight, file]) => [file, `${aliases[0]}-${weight}`]),
    ),
  );
  return {
    json: `${JSON.stringify(list, null, 2)}\n`,
    make: (file, bytes) => {
      const table = makeTable(keys.get(file), bytes);
      const glyphs = new Map(
        Array.from(table.codePoints, (codePoint, entry) => [codePoint, table.gids[entry]]),
      );
      return { glyphs, table: writeTable(table, bytes.length) };
    },
  };
}

async function bundled(esbuild, source) {
  const outfile = new URL('../../fonts/cut/node_modules/.tables.mjs', source);
  await esbuild.build({
    stdin: {
      contents: "export * from './make-table.ts'; export * from './table-file.ts';",
      resolveDir: source.pathname,
    },
    outfile: outfile.pathname,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  return import(pathToFileURL(outfile.pathname).href);
}
