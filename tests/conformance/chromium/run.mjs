/**
 * Random strings by the engine and by headless Chromium → figures, and every difference that no rule explains.
 *
 * node tests/conformance/chromium/run.mjs [strings] [seed]. Needs a build in dist/ and /usr/bin/chromium; no network.
 */

import { join } from 'node:path';
import { ownFolders } from '../../../dist/index.js';
import { chromiumVersion, inChromium } from './browser.mjs';
import { inEngine } from './engine.mjs';
import { BREAK_RULES, WIDTH_RULES } from './rules.mjs';
import { randomNumbers, randomString } from './strings.mjs';

const [count = 10_000, seed = 15834] = process.argv.slice(2).map(Number);
const random = randomNumbers(seed);
const strings = Array.from({ length: count }, (_, k) => ({
  kind: k % 2 === 0 ? 'chinese' : 'all',
  text: randomString(random, k % 2 === 0 ? 'chinese' : 'all'),
}));
const texts = strings.map(({ text }) => text);
const browser = inChromium(texts, join(ownFolders.fonts, 'NotoSerifSC-Regular.ttf'));
const engine = texts.map(inEngine);

function placesOf(text, k) {
  const places = [];
  for (let at = 1; at < text.length; at++) {
    if (text[at] === ' ') continue;
    places.push({
      text,
      at,
      before: text.slice(0, at).trimEnd().at(-1),
      after: text[at],
      blank: /[ \u3000]/.test(text[at - 1]),
      engine: engine[k].breaks.includes(at),
      browser: browser[k].breaks.includes(at),
    });
  }
  return places;
}

const places = texts.flatMap(placesOf);
const differing = places.filter((place) => place.engine !== place.browser);
const unexplained = differing.filter((place) => !BREAK_RULES.some(({ covers }) => covers(place)));

console.log(`${chromiumVersion()}; ${count} strings, seed ${seed}`);
console.log(`break opportunities: ${places.length} places, ${differing.length} differ`);
for (const { reason, covers } of BREAK_RULES)
  console.log(`  ${String(differing.filter(covers).length).padStart(6)}  ${reason}`);

const chinese = strings.flatMap(({ kind, text }, k) => (kind === 'chinese' ? [{ text, k }] : []));
const widths = chinese.map(({ text, k }) => {
  const rules = WIDTH_RULES.filter(({ more }) => more(text) !== 0);
  const expected = engine[k].width + rules.reduce((sum, { more }) => sum + more(text), 0);
  return { text, engine: engine[k].width, browser: browser[k].width, expected, rules };
});
// Chromium places glyphs in 1/64 px.
const wrong = widths.filter(({ browser: seen, expected }) => Math.abs(seen - expected) > 0.01);
console.log(
  `widths: ${widths.length} strings, ${widths.filter(({ rules }) => rules.length > 0).length} differ`,
);
for (const rule of WIDTH_RULES) {
  console.log(
    `  ${String(widths.filter(({ rules }) => rules.includes(rule)).length).padStart(6)}  ${rule.reason}`,
  );
}

for (const { text, at, engine: may } of unexplained.slice(0, 50)) {
  console.log(`? ${text.slice(0, at)}|${text.slice(at)}: ${may ? 'the engine' : 'Chromium'} alone may break`);
}
for (const { text, engine: ours, browser: theirs, expected } of wrong.slice(0, 50)) {
  console.log(`? ${text}: ${ours} em, Chromium ${theirs.toFixed(3)}, expected ${expected.toFixed(3)}`);
}
console.log(`${unexplained.length} places and ${wrong.length} widths that no rule explains`);
process.exitCode = unexplained.length + wrong.length > 0 ? 1 : 0;
