import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FitOptions, type Fitted, fit as fitText } from '../../src/fit.ts';
import { OWN_FOLDERS } from '../../src/own-folders.ts';
import { memoryWorld } from '../support/memory-world.ts';

const FACES = readdirSync(OWN_FOLDERS.fonts).filter((name) => /\.(json|ttf|face)$/.test(name));
const world = memoryWorld(
  Object.fromEntries(FACES.map((name) => [`fonts/${name}`, readFileSync(join(OWN_FOLDERS.fonts, name))])),
);

/** A line by itself in the measure of 10 字 with an indent of 2. */
const WHOLE = {
  measure: 8,
  hung: 0,
  end: { kind: 'last' },
  choices: { cost: 10, earlier: null, later: null },
};

function fitted(text: string, options: Partial<FitOptions> = {}, file = '-'): Fitted {
  const read = { kind: 'bytes' as const, bytes: new TextEncoder().encode(text) };
  return fitText(
    world,
    { file, read },
    {
      fonts: 'fonts',
      templates: 'templates',
      userFonts: [],
      measure: 10,
      profile: [],
      indent: 2,
      normalized: null,
      ...options,
    },
  );
}

const textLines = ({ lines }: Fitted): string[] => lines.map(({ text }) => text);

describe('plain text', () => {
  test('each line that is not blank is a paragraph; blanks at its edges go', () => {
    const { lines, characters } = fitted('春风送暖\n\n　　捷报频传。 \r\n\t\n园区');
    expect(lines).toEqual([
      { paragraph: 0, text: '春风送暖', width: 4, last: true, adjust: [], ...WHOLE },
      { paragraph: 1, text: '捷报频传。', width: 4.5, last: true, adjust: [], ...WHOLE },
      { paragraph: 2, text: '园区', width: 2, last: true, adjust: [], ...WHOLE },
    ]);
    expect(characters).toBe(11);
  });

  test('no mark-up, no normalisation', () => {
    expect(textLines(fitted('## **甲,乙**'))).toEqual(['## **甲,乙**']);
    expect(textLines(fitted('甲,乙', { normalized: true }))).toEqual(['甲，乙']);
  });

  test('the first line of a paragraph is shorter by the indent', () => {
    const text = '春夏秋冬'.repeat(5);
    expect(textLines(fitted(text)).map((line) => line.length)).toEqual([8, 10, 2]);
    expect(textLines(fitted(text, { indent: 0 })).map((line) => line.length)).toEqual([10, 10]);
    expect(textLines(fitted(text, { measure: 20, indent: 0 })).map((line) => line.length)).toEqual([20]);
  });

  test('a line over its measure is shrunk, and what was taken is said', () => {
    // GB/T 15834-2011 5.1.3: no comma begins a line. Ten cells and a half stand in ten.
    const { lines } = fitted('春夏秋冬、春夏秋冬（春，夏秋', { indent: 0 });
    const taken = lines.flatMap(({ width, adjust }) =>
      adjust.map(({ places, each }) => width + places * each).filter((set) => Math.abs(set - 10) < 0.001),
    );
    expect(taken.length).toBeGreaterThan(0);
  });

  test('the level of prohibition counts', () => {
    const text = '春夏秋冬春夏秋冬春夏，秋冬';
    expect(textLines(fitted(text, { indent: 0, profile: ['no-prohibition'] }))[1]).toMatch(/^，/);
    expect(textLines(fitted(text, { indent: 0, profile: ['gb'] }))[1]).not.toMatch(/^，/);
  });
});

describe('any characters', () => {
  test('a character without a face is set as one blank 字 and told with its place', () => {
    const { lines, diagnostics } = fitted('春\u{2A6D6}风\n暖');
    expect(lines[0]).toEqual({
      paragraph: 0,
      text: '春\u{2A6D6}风',
      width: 3,
      last: true,
      adjust: [],
      ...WHOLE,
    });
    expect(diagnostics).toMatchObject([
      { code: 'no-glyph', severity: 'error', span: { file: '-', start: 1, end: 3 } },
    ]);
  });

  test('characters that no page can carry are dropped and counted', () => {
    const { dropped, lines } = fitted('春\u200b风\u0007送\ufeff暖');
    expect([dropped, lines[0]!.text]).toEqual([3, '春风送暖']);
  });

  test('nothing is lost, doubled or reordered, at any measure', () => {
    const words = fc.constantFrom(
      '春',
      '风',
      '，',
      '。',
      '“',
      '”',
      '——',
      '……',
      '（',
      '）',
      'AGM',
      '18.7%',
      ' ',
      '5G',
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 4, max: 40 }),
        (parts, measure) => {
          const text = parts.join('');
          const set = textLines(fitted(text, { measure })).join('');
          expect(set.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('an article', () => {
  const ARTICLE = '---\nheadline: 春\n---\n春风**送暖**,捷报。\n\n## 园区\n';

  test('its body is set, normalised, subheads without indent; its head is not', () => {
    const { lines, characters } = fitted(ARTICLE, {}, 'a.md');
    expect(lines.map(({ paragraph, text }) => [paragraph, text])).toEqual([
      [0, '春风送暖，捷报。'],
      [1, '园区'],
    ]);
    expect(characters).toBe(10);
    expect(textLines(fitted(ARTICLE, { normalized: false }, 'a.md'))[0]).toBe('春风送暖,捷报。');
  });

  describe('its profile', () => {
    const text = '春夏秋冬春夏秋冬春夏，秋冬。';
    const article = (profile: string): string => `---\nheadline: 春\n排版: ${profile}\n---\n${text}\n`;
    const set = (profile: string, options: Partial<FitOptions> = {}): Fitted =>
      fitted(article(profile), { indent: 0, ...options }, 'a.md');

    test('without one it is gb', () => {
      expect(fitted(ARTICLE, {}, 'a.md').profile).toBe('gb');
      expect(fitted(text).profile).toBe('gb');
    });

    test('holds for its lines', () => {
      const { profile, lines } = set('不避头尾');
      expect([profile, lines[1]!.text[0]]).toEqual(['none', '，']);
      expect(set('国标').lines[1]!.text[0]).not.toBe('，');
    });

    test('a mark hangs where it says so, and nowhere else', () => {
      const { profile, lines } = set('悬挂');
      expect(profile).toBe('gb hanging');
      expect(lines[0]).toMatchObject({ text: '春夏秋冬春夏秋冬春夏，', width: 10, hung: 0.5, adjust: [] });
      expect(set('国标').lines.map(({ hung }) => hung)).toEqual([0, 0]);
    });

    test('a level that is asked for goes over its own, its other words stay', () => {
      const { profile, lines } = set('严格 悬挂', { profile: ['no-prohibition'] });
      expect([profile, lines[0]!.text]).toEqual(['none hanging', '春夏秋冬春夏秋冬春夏，']);
      expect(set('不避头尾', { profile: ['gb'] }).lines[1]!.text[0]).not.toBe('，');
    });

    test('in Taiwan quotes become corners', () => {
      const taiwan = fitted('---\nheadline: 春\nprofile: taiwan\n---\n他说：“春。”\n', {}, 'a.md');
      expect(textLines(taiwan)).toEqual(['他说：「春。」']);
    });
  });

  test('its faults are told with their places', () => {
    const { diagnostics } = fitted(ARTICLE.replace('headline', 'headlin'), {}, 'a.md');
    expect(diagnostics).toMatchObject([{ code: 'unknown-field', span: { file: 'a.md', start: 4 } }]);
  });
});

const THEME =
  'name: house\nhao: word\nprofile: none\nswatches:\n  black:\n    rgb: [0, 0, 0]\n    cmyk: [0, 0, 0, 100]\n';
const ISSUE = 'paper: 报\ndate: 2020-04-08\ntheme: theme\nnormalize: off\npages: []\n';
const text = '春夏秋冬春夏秋冬春夏，秋冬,。';
const setIn = (
  article: string,
  options: Partial<FitOptions> = {},
  theme = THEME,
  others: Readonly<Record<string, string>> = {},
): Fitted => {
  const files = {
    'issue/issue.yaml': ISSUE,
    'issue/theme/theme.yaml': theme,
    'issue/theme/styles.css': '',
    'issue/articles/more/a.md': article,
    ...others,
    ...Object.fromEntries(
      FACES.map((name) => [`fonts/${name}`, readFileSync(join(OWN_FOLDERS.fonts, name))]),
    ),
  };
  const inIssue = memoryWorld(files);
  const file = 'issue/articles/more/a.md';
  return fitText(
    inIssue,
    { file, read: inIssue.read(file) },
    {
      fonts: 'fonts',
      templates: 'templates',
      userFonts: [],
      measure: 10,
      profile: [],
      indent: 0,
      normalized: null,
      ...options,
    },
  );
};
const plain = `---\nheadline: 春\n---\n${text}\n`;

describe('an article in an issue', () => {
  test('follows its theme, normalised as the issue says', () => {
    const { profile, from, lines } = setIn(plain, {}, THEME.replace('none', 'no-prohibition kaiming'));
    expect([profile, from]).toEqual(['none kaiming', { asked: false, article: false, theme: 'theme' }]);
    expect(lines[1]!.text).toBe('，秋冬,。');
  });

  test('its own words go over the theme’s, --profile over both', () => {
    const kaiming = THEME.replace('none', 'no-prohibition kaiming');
    const own = setIn(plain.replace('春\n', '春\nprofile: banjiao\n'), {}, kaiming);
    expect([own.profile, own.from]).toEqual([
      'none banjiao',
      { asked: false, article: true, theme: 'theme' },
    ]);
    const level = setIn(plain, { profile: ['gb'] }, kaiming);
    expect([level.profile, level.from.asked]).toEqual(['gb kaiming', true]);
    expect(level.lines[1]!.text).not.toMatch(/^，/u);
  });

  test('quotes are corners where the theme is Taiwan’s', () => {
    const taiwan = THEME.replace('none', 'taiwan');
    const quoted = setIn('---\nheadline: 春\n---\n他说：“春。”\n', { normalized: true }, taiwan);
    expect(textLines(quoted)).toEqual(['他说：「春。」']);
  });

  test('a theme that cannot be read, or none, leaves what the article says', () => {
    const broken = setIn(plain, {}, 'name: [');
    expect([broken.profile, broken.from.theme, broken.diagnostics]).toEqual(['gb', null, []]);
    expect(setIn(plain, { templates: null }, THEME.replace('none', 'kaiming')).profile).toBe('gb');
  });
});

describe('an article in an issue and the rules of its style sheet', () => {
  const sheet = (css: string): Record<string, string> => ({ 'issue/theme/styles.css': css });

  test.each([
    ['page { punctuation: kaiming; line-break: strict; }', 'strict kaiming'],
    ['body { autospace: 0.25em; }', 'gb gap-1/4'],
    ['story > body p { region: taiwan; trim-start: off; }', 'gb taiwan no-trim-start'],
    ['p { word-break: keep-all; }', 'gb keep-all'],
    ['headline, subhead { punctuation: banjiao; }', 'gb'],
    ['.plain p { punctuation: banjiao; }', 'gb'],
  ])('%s', (css, profile) => {
    expect(setIn(plain, {}, THEME.replace('none', 'gb'), sheet(css)).profile).toBe(profile);
  });

  test('go over the theme’s profile, the article’s words over them', () => {
    const theme = THEME.replace('none', 'kaiming strict');
    const css = sheet('body { punctuation: banjiao; }');
    expect(setIn(plain, {}, theme, css).profile).toBe('strict banjiao');
    const own = plain.replace('春\n', '春\nprofile: plain\n');
    expect(setIn(own, {}, theme, css).profile).toBe('strict plain');
    expect(setIn(own, { profile: ['quanjiao'] }, theme, css).profile).toBe('strict');
  });

  test('each kind of text has its own', () => {
    const body = '---\nheadline: 春\n---\n春夏秋冬春夏秋冬春夏，秋冬\n\n> 春夏秋冬春夏秋冬春夏，秋冬\n';
    const { lines } = setIn(body, {}, THEME.replace('none', 'gb'), sheet('quote { line-break: none; }'));
    expect(lines.map(({ text }) => text.startsWith('，'))).toEqual([false, false, false, true]);
  });

  test('that are for a page’s class count where its template has it', () => {
    const page =
      '\n  - label: "01"\n    section: 春\n    template: plain\n    articles: [articles/more/a.md]\n';
    const files = {
      ...sheet('.plain p { punctuation: banjiao; } .other p { line-break: none; }'),
      'issue/theme/pages/plain.hbs': '<page class="plain">{{> stories}}</page>',
      'issue/issue.yaml': ISSUE.replace(' []\n', page),
    };
    expect(setIn(plain, {}, THEME.replace('none', 'gb'), files).profile).toBe('gb banjiao');
  });

  test('a faulty style sheet says nothing', () => {
    const broken = sheet('body { punctuation: kaiming; colour: red; }');
    expect(setIn(plain, {}, THEME.replace('none', 'strict'), broken).profile).toBe('strict');
  });
});

describe('a copy of a theme of the program', () => {
  test.each(['daily', 'campus', 'tabloid'])('%s follows the profile of its theme.yaml', (name) => {
    const folder = join(OWN_FOLDERS.templates, name);
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    const theme = `${read('theme.yaml')}\nprofile: strict kaiming gap-1/4\n`;
    const sheet = { 'issue/theme/styles.css': read('styles.css') };
    expect(setIn(plain, {}, theme, sheet).profile).toBe('strict kaiming gap-1/4');
  });
});

describe('what build warns of', () => {
  test('a loose line, a word cut, a mark at an edge, 孤字, each with its place', () => {
    const codes = (text: string, measure: number): unknown =>
      fitted(text, { measure, indent: 0 }).diagnostics.map(({ code, span }) => [
        code,
        span!.start,
        span!.end,
      ]);
    expect(codes('春夏秋Incomprehensible冬', 6)).toContainEqual(['loose-line', 0, 5]);
    expect(codes('春4008001234567', 4)).toContainEqual(['word-split', 1, 14]);
    expect(codes('春，', 1)).toContainEqual(['edge-rule', 1, 2]);
    expect(codes('春，', 1)).toContainEqual(['runt', 1, 2]);
    expect(codes('春夏秋冬春夏', 4)).toEqual([]);
  });
});

describe('why a line ends where it does', () => {
  test('behind a mark in an address', () => {
    const { lines } = fitted('查询网址https://www.example.gov.cn/zwgk/2020/0408/index', {
      indent: 0,
      measure: 11,
    });
    expect(lines[0]!.end).toEqual({ kind: 'address-mark', mark: lines[0]!.text.at(-1) });
    expect(lines[0]!.text).toMatch(/[./]$/u);
  });

  test('what its neighbours would have cost: the line taken is the cheapest by itself, or others gain', () => {
    const { lines } = fitted('春夏秋冬，春夏秋冬春夏秋冬，春夏', { indent: 0, measure: 5 });
    const [first] = lines;
    expect(first!.choices.earlier).toMatchObject({ text: '冬，' });
    expect(first!.choices.earlier!.cost!).toBeGreaterThan(first!.choices.cost);
    expect(first!.choices.later).toMatchObject({ text: '春', cost: null, over: 500 });
    expect(lines.at(-1)!.choices).toEqual({ cost: 10, earlier: null, later: null });
  });
});

test.each([
  [{ kind: 'missing' as const }, 'missing-file'],
  [{ kind: 'not-a-file' as const }, 'not-a-file'],
  [{ kind: 'too-large' as const, size: 6_000_000 }, 'text-too-large'],
  [{ kind: 'bytes' as const, bytes: new Uint8Array([0xb4, 0xba]) }, 'not-utf-8'],
])('a text that cannot be read: %j', (read, code) => {
  const { lines, diagnostics } = fitText(
    world,
    { file: 'a.txt', read },
    {
      fonts: 'fonts',
      templates: 'templates',
      userFonts: [],
      measure: 10,
      profile: [],
      indent: 2,
      normalized: null,
    },
  );
  expect([lines, diagnostics.map((each) => each.code)]).toEqual([[], [code]]);
  expect(diagnostics[0]!.span).toMatchObject({ file: 'a.txt' });
});

test('a table from a file of its own is not counted, which is told at its file', () => {
  const text = '---\nheadline: 菜价\n---\n今日价格。\n\n::表格{文件=data/a.csv}\n';
  const { lines, diagnostics } = fitted(text, { templates: null }, 'a.md');
  expect(lines.map((line) => line.text)).toEqual(['今日价格。']);
  const told = diagnostics.map(({ severity, code, span }) => [
    severity,
    code,
    text.slice(span!.start, span!.end),
  ]);
  expect(told).toEqual([['warning', 'table-left-out', 'data/a.csv']]);
});
