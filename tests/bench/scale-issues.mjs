/** The project's own texts → issues as large as asked: pages of four stories, 500 ads, one story over many pages. */

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const samples = join(root, 'assets/samples');
const DAILY = join(root, 'templates/daily');

/** Sentences of the samples' articles, without mark-up. */
const SENTENCES = ['county-daily-2026-03-12', 'gongye-yuanqu-2020-04-08']
  .flatMap((sample) => {
    const folder = join(samples, sample, 'articles');
    return readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^---\n.*?\n---\n/s, ''));
  })
  .flatMap((text) => text.split('\n'))
  .filter((line) => line.length > 60 && !/[*_`#|<>[\]{}:“”‘’"'\\]/.test(line))
  .flatMap((line) => line.split(/(?<=。)/))
  .filter((sentence) => sentence.endsWith('。') && sentence.length > 12);

/** Paragraphs of about 120 characters, `characters` in all, that begin with another sentence for each `k`. */
export function paragraphs(characters, k) {
  const found = [''];
  let at = (k * 37) % SENTENCES.length;
  for (let rest = characters; rest > 0; at = (at + 1) % SENTENCES.length) {
    const sentence = SENTENCES[at].length <= rest ? SENTENCES[at] : `${SENTENCES[at].slice(0, rest - 1)}。`;
    rest -= sentence.length;
    found[found.length - 1] += sentence;
    if (found[found.length - 1].length > 110 && rest > 0) found.push('');
  }
  return found;
}

/** A theme of its own for a page size: daily, with other measures for pages of a plan. */
function writeTheme(folder, styles) {
  cpSync(DAILY, join(folder, 'theme'), { recursive: true });
  const settings = join(folder, 'theme/theme.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('layout: traditional', 'layout: off'));
  const file = join(folder, 'theme/styles.css');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${styles}\n`);
}

function writeIssue(folder, pages) {
  writeFileSync(
    join(folder, 'issue.yaml'),
    JSON.stringify({ paper: '青汀日报', date: '2026-03-12', theme: './theme', pages }, null, 1),
  );
}

function article(folder, id, headline, body) {
  writeFileSync(join(folder, `articles/${id}.md`), `---\nid: ${id}\nheadline: ${headline}\n---\n${body}\n`);
  return `articles/${id}.md`;
}

function newFolder(folder) {
  mkdirSync(join(folder, 'articles'), { recursive: true });
  return folder;
}

const label = (page) => String(page).padStart(2, '0');
const HEADLINE = '春风过处茶山新绿';

/** 10,000 characters: four stories of 2,500. */
export const PAGE = { stories: 4, characters: 2500 };

/** Pages of four stories; `k` turns the texts, so that no page is like another. */
export function writePages(folder, count, k) {
  newFolder(folder);
  writeTheme(
    folder,
    'page.plan { columns: 8; column-chars: 13; body-size: 8.5pt; line-pitch: 11.5pt; lines: 120; }',
  );
  const places = [
    ['1-4', '5-60'],
    ['5-8', '5-60'],
    ['1-4', '62-117'],
    ['5-8', '62-117'],
  ];
  const pages = Array.from({ length: count }, (_, p) => ({
    label: label(p + 1),
    section: '综合',
    template: 'inside',
    blocks: places.map(([columns, lines], s) => {
      const text = paragraphs(PAGE.characters, k * 1000 + p * 4 + s);
      return { article: article(folder, `p${p}s${s}`, HEADLINE, text.join('\n\n')), columns, lines };
    }),
  }));
  writeIssue(folder, pages);
  return folder;
}

/** Texts of 30 to 80 characters, 55 on average. */
function adTexts(k) {
  return Array.from({ length: 500 }, (_, n) => paragraphs(30 + ((n * 17 + k * 7) % 51), n + k * 500)[0]);
}

const ADS_STYLES = `
page.plan { size: 390mm 600mm; columns: 8; column-chars: 20; body-size: 6pt; line-pitch: 6.9pt; lines: 222; }
.ads p { orphans: 1; widows: 1; text-indent: 0; }
.brief headline { font-size: 6pt; }
.brief p { text-indent: 0; }
`;

/** 500 classified ads, each a paragraph that begins in 黑体, in one block of eight columns. */
export function writeAds(folder, k) {
  newFolder(folder);
  writeTheme(folder, ADS_STYLES);
  const text = adTexts(k).map((ad) => `**${ad.slice(0, 4)}**${ad.slice(4)}`);
  const ads = article(folder, 'ads', '分类广告', text.join('\n\n'));
  const blocks = [{ article: ads, columns: '1-8', lines: '5-214', dress: 'ads' }];
  writeIssue(folder, [{ label: '01', section: '分类广告', template: 'inside', blocks }]);
  return folder;
}

/** 500 classified ads, each a story in a block of its own, on a sheet high enough for them. */
export function writeAdBlocks(folder, k) {
  newFolder(folder);
  writeTheme(folder, ADS_STYLES.replace('600mm', '960mm').replace('lines: 222', 'lines: 382'));
  const blocks = adTexts(k).map((ad, n) => ({
    article: article(folder, `ad${n}`, ad.slice(0, 4), ad.slice(4)),
    columns: String((n % 8) + 1),
    lines: `${5 + 6 * Math.floor(n / 8)}-${10 + 6 * Math.floor(n / 8)}`,
    dress: 'brief',
  }));
  writeIssue(folder, [{ label: '01', section: '分类广告', template: 'inside', blocks }]);
  return folder;
}

/** One story of 4,062 characters a page, over `count` pages: 65,000 over 16. */
export function writeThread(folder, count, k) {
  newFolder(folder);
  writeTheme(folder, '');
  const text = paragraphs(Math.round((65_000 * count) / 16), k * 1000);
  const story = article(folder, 'long', HEADLINE, text.join('\n\n'));
  const pages = Array.from({ length: count }, (_, p) => ({
    label: label(p + 1),
    section: '连载',
    template: 'inside',
    blocks: [{ article: story, columns: '1-8', lines: '5-51' }],
  }));
  writeIssue(folder, pages);
  return folder;
}
