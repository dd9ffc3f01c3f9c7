/** Strings and a face → where headless Chromium breaks lines in them, and how wide it sets them. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** px; whole thousandths of it can be told apart. */
const SIZE = 100;

function pageOf(strings, fontFile) {
  const font = readFileSync(fontFile).toString('base64');
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><style>
@font-face { font-family: song; src: url(data:font/ttf;base64,${font}); }
body { margin: 0; font: ${SIZE}px/1.5 song; text-autospace: no-autospace; text-spacing-trim: normal; }
.broken { width: 0; line-break: strict; }
.whole { white-space: nowrap; width: max-content; }
</style><body><pre id="out"></pre><script>
const strings = ${JSON.stringify(strings)};
/** Offsets at which a line begins, in a column that has room for nothing. */
function breaksOf(text) {
  const box = document.createElement('div');
  box.className = 'broken';
  box.textContent = text;
  document.body.append(box);
  const range = document.createRange();
  const found = [];
  let line = null;
  for (let at = 0; at < text.length; at++) {
    range.setStart(box.firstChild, at);
    range.setEnd(box.firstChild, at + 1);
    const [rect] = range.getClientRects();
    if (rect === undefined || (text[at] === ' ')) continue;
    const top = Math.round(rect.top / (1.5 * ${SIZE}));
    if (line !== null && top !== line) found.push(at);
    line = top;
  }
  box.remove();
  return found;
}
function widthOf(text) {
  const box = document.createElement('div');
  box.className = 'whole';
  box.textContent = text;
  document.body.append(box);
  const { width } = box.getBoundingClientRect();
  box.remove();
  return width / ${SIZE};
}
document.fonts.load('${SIZE}px song', '国').then(() => {
  const results = strings.map((text) => ({ breaks: breaksOf(text), width: widthOf(text) }));
  document.getElementById('out').textContent = JSON.stringify({ ready: document.fonts.check('${SIZE}px song'), results });
});
</script>`;
}

/**
 * @param {readonly string[]} strings
 * @param {string} fontFile a TrueType file.
 * @returns for each string `breaks`, offsets at which a line may begin, and `width`, em.
 */
export function inChromium(strings, fontFile) {
  const folder = mkdtempSync(join(tmpdir(), 'banmian-chromium-'));
  try {
    const file = join(folder, 'page.html');
    writeFileSync(file, pageOf(strings, fontFile));
    const options = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--virtual-time-budget=600000',
      '--dump-dom',
    ];
    const profile = `--user-data-dir=${join(folder, 'profile')}`;
    const { stdout, stderr, status } = spawnSync(
      '/usr/bin/chromium',
      [...options, profile, '--disable-background-networking', '--no-first-run', pathToFileURL(file).href],
      { encoding: 'utf8', maxBuffer: 1 << 30 },
    );
    const found = stdout.match(/<pre id="out">(.+?)<\/pre>/s);
    if (status !== 0 || found === null) throw new Error(`Chromium: ${stderr.slice(-2000)}`);
    const { ready, results } = JSON.parse(found[1]);
    if (!ready) throw new Error('the face was not loaded');
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function chromiumVersion() {
  return spawnSync('/usr/bin/chromium', ['--version'], { encoding: 'utf8' }).stdout.trim();
}
