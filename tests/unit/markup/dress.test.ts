/** The dress of a block: known to the theme's style sheet or its templates, or told of with what is. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { OWN_FOLDERS } from '../../../src/own-folders.ts';
import { buildIssue } from '../../support/issue-build.ts';

const ARTICLE = '---\nheadline: 春耕\n---\n春风送暖，捷报频传。\n';
const ALL = [
  ['editor-note', '编者按'],
  ['comment', '评论'],
  ['column', '专栏'],
  ['link', '链接'],
  ['reporter-note', '记者手记'],
  ['photo-news', '图片新闻'],
  ['brief', '简讯'],
  ['notice', '公告'],
] as const;

const issueOf = (theme: string, dress: string): string =>
  `date: 2026-03-12\ntheme: ${theme}\npages:\n  - label: "05"\n    template: inside\n    blocks:\n` +
  `      - {article: a.md, columns: 1-3, lines: 6-20, dress: ${dress}}\n`;

async function told(theme: string, dress: string, more: Readonly<Record<string, string>> = {}) {
  const files = { 'issue.yaml': issueOf(theme, dress), 'a.md': ARTICLE, ...more };
  const { diagnostics, sources } = await buildIssue(files);
  expect(sources.get('issue.yaml')).toBe(files['issue.yaml']);
  return diagnostics.filter(({ code }) => code === 'unknown-dress');
}

describe.each(['daily', 'tabloid', 'campus'])('%s', (theme) => {
  test.each(ALL)('knows %s, by its Chinese name %s too', async (english, chinese) => {
    expect(await told(theme, `${english} ${chinese}`)).toEqual([]);
  });

  it.each(ALL)('sets %s and %s alike', async (english, chinese) => {
    const set = async (dress: string) => {
      const { made } = await buildIssue({ 'issue.yaml': issueOf(theme, dress), 'a.md': ARTICLE });
      return made!.pages[0]!.items.map((item) => ({ ...item, block: '' }));
    };
    expect(await set(chinese)).toEqual(await set(english));
    expect(await set(english)).not.toEqual(await set('second'));
  });
});

describe('what is not known', () => {
  it('is a warning at the word itself, with the name that was meant and all that there are', async () => {
    const [fault, ...others] = await told('tabloid', 'boxed breif');
    expect(others).toEqual([]);
    const text = issueOf('tabloid', 'boxed breif');
    expect(text.slice(fault!.span!.start, fault!.span!.end)).toBe('breif');
    expect(fault!.severity).toBe('warning');
    expect(fault!.hints[0]!.en).toBe('Did you mean "brief"?');
    expect(fault!.hints[1]!.zh).toContain('编者按');
  });

  it('is guessed in Chinese', async () => {
    const [fault] = await told('daily', '编者案');
    expect(fault!.hints[0]!.zh).toBe('是不是“编者按”？');
  });

  it('lists no class that templates give to their own elements', async () => {
    const [fault] = await told('daily', 'unheard-of');
    for (const own of ['masthead', 'nameplate', 'folio', 'band-words', 'on-photo', 'stanza'])
      expect(fault!.hints[0]!.en.split(/[ ,:.]+/)).not.toContain(own);
  });
});

it('a dress that only a template asks for is known', async () => {
  const tabloid = `${OWN_FOLDERS.templates}/tabloid`;
  const names = readdirSync(tabloid, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  );
  const theme = Object.fromEntries(
    names.map((name) => [`theme/${name}`, readFileSync(`${tabloid}/${name}`, 'utf8')]),
  );
  const block = theme['theme/partials/block.hbs']!;
  theme['theme/partials/block.hbs'] = block.replace('eq dress "poem"', 'eq dress "haiku"');
  expect(await told('theme', 'haiku', theme)).toEqual([]);
  expect(await told('theme', 'sonnet', theme)).toHaveLength(1);
});
