/** A Typst source → a PDF, in a process of its own. Arguments: workspace, fonts, source, PDF. */

const { readFileSync, writeFileSync } = require('node:fs');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const [workspace, fonts, source, pdf] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(pdf, compiler.pdf({ mainFileContent: readFileSync(source, 'utf8') }));
