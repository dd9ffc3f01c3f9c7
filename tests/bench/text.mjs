/**
 * The sample's text, repeated → microseconds a character to set it, cold and warm, as JSON: of whole pages of
 * paragraphs, or with a number of characters of one paragraph that long.
 */

import { readIssue } from '../../dist/content/index.js';
import { loadFonts } from '../../dist/fonts/index.js';
import { diskWorld, ownFolders } from '../../dist/index.js';
import { breakGalley, evenMeasure, glyphsOf, prepareParagraph, setLines } from '../../dist/text/index.js';
import { PLAIN_PROFILE } from '../support/plain-profile.mjs';

const [sample, length] = process.argv.slice(2);
const MEASURE = 13_000;
const FACES = ['song-400', 'hei-400', 'kai-400'];
const STYLE = { faces: FACES, size: 10.5, swatch: 'black', tracking: 0, lang: 'zh-CN', spaceWidth: 0 };

const world = diskWorld();
const { issue } = readIssue(world, sample, { ...ownFolders, userFonts: [] });
const { library } = loadFonts(world, { vendored: ownFolders.fonts, userFolders: [], parseYaml: () => null });
for (const face of FACES) library.tables.get(face);
const texts = issue.pages.flatMap(({ articles }) =>
  articles.flatMap(({ body }) => body.map(({ prose }) => prose.text)),
);

/** As many paragraphs as there are characters for, the sample's over and over; the last one is cut. */
function paragraphs(characters) {
  const found = [];
  let rest = characters;
  for (let k = 0; rest > 0; k = (k + 1) % texts.length) {
    found.push(texts[k].slice(0, rest));
    rest -= found.at(-1).length;
  }
  return found;
}

function box(text) {
  const runs = [{ text, map: { file: 'text', runs: [{ at: 0, start: 0 }], end: text.length }, style: STYLE }];
  const edges = { indent: 2000, insetStart: 0, insetEnd: 0 };
  return {
    direction: 'across',
    align: 'justify',
    runs,
    marks: [],
    kept: [],
    size: 10.5,
    profile: PLAIN_PROFILE,
    ...edges,
  };
}

/** Microseconds a character of each step. */
function setAll(paragraphsOfText) {
  const spent = { prepare: 0, break: 0, set: 0, glyphs: 0 };
  let characters = 0;
  for (const text of paragraphsOfText) {
    characters += text.length;
    const times = [performance.now()];
    const galley = prepareParagraph(box(text), library.tables);
    times.push(performance.now());
    const measure = evenMeasure(galley.paragraph, MEASURE);
    const breaks = breakGalley(galley, measure);
    times.push(performance.now());
    const lines = setLines(galley, breaks, measure);
    times.push(performance.now());
    for (const line of lines) glyphsOf(galley, line);
    times.push(performance.now());
    Object.keys(spent).forEach((name, k) => {
      spent[name] += times[k + 1] - times[k];
    });
  }
  return Object.fromEntries(Object.entries(spent).map(([name, ms]) => [name, (ms * 1000) / characters]));
}

/** One paragraph: the first time in the process, then again and again. */
function oneParagraph(characters) {
  const text = [paragraphs(characters).join('')];
  const cold = setAll(text);
  const rounds = Math.max(5, Math.round(200_000 / characters));
  for (let k = 0; k < rounds; k++) setAll(text);
  return { cold, warm: Array.from({ length: 5 }, () => setAll(text)) };
}

function wholePages() {
  const page = paragraphs(10_000);
  const story = paragraphs(300_000);
  const cold = setAll(page);
  for (let k = 0; k < 20; k++) setAll(page);
  const warm = Array.from({ length: 21 }, () => setAll(page));
  const before = process.memoryUsage().rss;
  const long = Array.from({ length: 3 }, () => setAll(story));
  const after = process.memoryUsage().rss;
  return { cold, warm, long, grown: (after - before) / 2 ** 20 };
}

console.log(JSON.stringify(length === undefined ? wholePages() : oneParagraph(Number(length))));
