/**
 * The Unicode Character Database → the small extracts beside this file, which the tests read.
 *
 * node tests/conformance/unicode/extract.mjs DIR, where DIR holds UnicodeData.txt, EastAsianWidth.txt,
 * LineBreak.txt, VerticalOrientation.txt and auxiliary/LineBreakTest.txt (Debian: package unicode-data).
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [dir] = process.argv.slice(2);
if (dir === undefined) throw new Error('which folder holds the Unicode data?');
const here = fileURLToPath(new URL('.', import.meta.url));
const read = (name) => readFileSync(join(dir, name), 'utf8');
const version = read('LineBreak.txt').match(/LineBreak-([\d.]+)\.txt/)[1];

/** The lines `from..to ; value` of a file. */
function rangesOf(name) {
  return read(name)
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [range, value] = line.split(';').map((part) => part.trim());
      const [from, to = from] = range.split('..').map((hex) => Number.parseInt(hex, 16));
      return { from, to, value };
    })
    .sort((a, b) => a.from - b.from);
}

function valueIn(ranges, codePoint) {
  return ranges.find(({ from, to }) => from <= codePoint && codePoint <= to)?.value;
}

const hex = (codePoint) => codePoint.toString(16).toUpperCase().padStart(4, '0');

function write(name, what, lines) {
  const head = [
    `# ${what}`,
    `# Taken from the Unicode Character Database ${version} by extract.mjs; shortened. © Unicode, Inc., see LICENSE.txt.`,
  ];
  writeFileSync(join(here, name), `${[...head, ...lines].join('\n')}\n`);
}

function wideMarks() {
  const widths = rangesOf('EastAsianWidth.txt');
  const breaks = rangesOf('LineBreak.txt');
  return read('UnicodeData.txt')
    .split('\n')
    .map((line) => line.split(';'))
    .filter(([, , category]) => /^P[sdeifo]$/.test(category ?? ''))
    .flatMap(([code, , category]) => {
      const codePoint = Number.parseInt(code, 16);
      const width = valueIn(widths, codePoint);
      return /^[WFA]$/.test(width ?? '')
        ? [`${code};${category};${width};${valueIn(breaks, codePoint)}`]
        : [];
    });
}

function orientations() {
  const merged = [];
  for (const { from, to, value } of rangesOf('VerticalOrientation.txt')) {
    const last = merged.at(-1);
    if (last !== undefined && last.value === value && last.to + 1 === from) last.to = to;
    else merged.push({ from, to, value });
  }
  const others = merged.filter(({ value }) => value !== 'R');
  return others.map(({ from, to, value }) => `${hex(from)}..${hex(to)};${value}`);
}

/** Letters, digits, blanks and marks of Latin text. */
const LATIN = /^[ -~\u00a0\u00ad\u2010\u2011\u2013\u2014\u2018\u2019\u201c\u201d\u2026]$/u;

function latinBreaks() {
  return read('auxiliary/LineBreakTest.txt')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => {
      const codes = line.match(/[0-9A-F]{4,6}/g);
      return codes?.every((code) => LATIN.test(String.fromCodePoint(Number.parseInt(code, 16))));
    });
}

write(
  'wide-marks.txt',
  'Marks (Ps Pd Pe Pi Pf Po) of East Asian width W, F or A: code point; category; width; Line_Break',
  wideMarks(),
);
write(
  'vertical-orientation.txt',
  'Vertical_Orientation: code points; value. All others are R',
  orientations(),
);
write(
  'line-break-latin.txt',
  'LineBreakTest: rows of Latin letters, digits, blanks and marks',
  latinBreaks(),
);
