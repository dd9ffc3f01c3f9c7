/** What was cut from what → the text of PROVENANCE.md. */

/** @param records `{ sources, to, sha256, bytes, characters }`, one a face; a source: `{ from, version, file, sha256 }`. */
export function provenance(records) {
  const blocks = records.map(
    ({ sources, to, sha256, bytes, characters }) => `## ${to}

${sources.map(sourceText).join('\n')}
* SHA-256 of the cut: \`${sha256}\`
* ${characters.toLocaleString('en-US')} characters, ${bytes.toLocaleString('en-US')} bytes
`,
  );
  return `${HEAD}\n${blocks.join('\n')}`;
}

function sourceText({ from, version, file, sha256 }, index) {
  return `* ${index === 0 ? 'Package' : 'What it lacks, from'}: ${from} ${version}, file \`${file}\`
* SHA-256 of that source: \`${sha256}\``;
}

const HEAD = `# Where the vendored fonts come from

Written by \`npm run cut\` in \`fonts/cut\`; a test checks the checksums. All are under the SIL Open Font
License 1.1; its text, with the copyright of each family, stands in \`LICENSE-<family>.txt\` beside them.

The cut: TrueType outlines, static, to GB/T 2312 (6,763 hanzi and 682 signs), the 8,105 characters of the
通用规范汉字表 (Unihan property kTGH), the 5,401 common characters of Big5, the traditional forms of the 8,105
(kTraditionalVariant) and the 香港常用字字形表 (kHKGlyph), characters of persons' and places' names
(\`fonts/cut/names.txt\`), Latin, Greek, Cyrillic, kana, bopomofo, punctuation and signs
(\`fonts/cut/charset.mjs\`), as far as the face has them; HarfBuzz's hb-subset (harfbuzzjs 1.6.4) with
all layout features, scripts, names and variation sequences kept, hints dropped. What Noto's mainland faces
lack of these, Noto's Japanese and Hong Kong faces of the same design and weight give, outlines and metrics
unchanged (\`fonts/cut/graft.mjs\`). A WOFF2 source is first unpacked by wawoff2 2.0.1; its checksum is that
of the WOFF2 file. Beside each face stands its table, \`.face\`, made from the cut by \`src/fonts/make-table.ts\`.
`;
