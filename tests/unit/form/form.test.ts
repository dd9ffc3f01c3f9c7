import { describe, expect, test } from 'vitest';
import type { Compiled } from '../../../src/compile.ts';
import { buildIssue } from '../../support/issue-build.ts';

const CN = `报名: 青汀日报
许可: cn
刊号: CN 99-0126
邮发代号: 99-26
主管: 中共青汀县委
主办: 青汀日报社
出版: 青汀日报社
社址: 青汀县城关镇书院路18号
电话:
  - 总编室 0500-8260300
印刷单位: 澄州晚风印务有限公司
印刷地址: 澄州市江北区印刷路6号
发行单位: 青汀县邮政分公司
发行方式: 邮局发行
定价: 每月20元
`;

const INTERNAL = `报名: 青禾
许可: internal
准印证编号: 汀内资准字2026-L018号
编印单位: 青汀县第二中学
发送对象: 本校师生及学生家长
印刷单位: 青汀县春风印务有限公司
印刷日期: 2026年3月18日
印数: 2600份
`;

const PAGES = `date: 2026-03-12
theme: daily
number: 6521
pages:
  - label: "01"
    template: front
    blocks:
      - {kind: masthead, columns: 1-5, lines: 1-16}
      - {article: a.md, columns: 1-4, lines: 18-60}
      - {kind: imprint, columns: 1-8, lines: 110-115}
  - label: "02"
    template: inside
    blocks:
      - {article: b.md, columns: 1-4, lines: 5-60}
`;

const AD = '      - {kind: ad, article: ad.md, columns: 5-8, lines: 70-100}\n';

const FILES = {
  'issue.yaml': PAGES,
  'a.md': '---\nheadline: 春耕\n---\n春风送暖。\n',
  'b.md': '---\nheadline: 夏收\nbyline: 通讯员 吴峰\n---\n夏日炎炎。\n',
  'ad.md': '---\nheadline: 丰穗种业\n---\n现货供应。\n',
};

const built = (house: string, changes: Readonly<Record<string, string>> = {}): Promise<Compiled> =>
  buildIssue({ ...FILES, ...changes, 'house.yaml': house });

/** The rules that are broken, each with its page. */
const broken = ({ form }: Compiled) => form.flatMap(({ rule, ok, where }) => (ok ? [] : [[rule, where]]));

const codes = ({ diagnostics }: Compiled) =>
  diagnostics.filter(({ code }) => code.startsWith('form-')).map(({ code }) => code);

const without = (text: string, field: string): string => text.replace(new RegExp(`^${field}:.*\n`, 'm'), '');

test('without a licence nothing is checked', async () => {
  const compiled = await built(without(CN, '许可'));
  expect(compiled.form).toEqual([]);
  expect(codes(compiled)).toEqual([]);
});

/** The vendored theme with a name as high as a small head where its masthead has the dress `small`. */
async function smallTheme(): Promise<Record<string, string>> {
  const { readdirSync, readFileSync } = await import('node:fs');
  const { OWN_FOLDERS } = await import('../../../src/own-folders.ts');
  const daily = `${OWN_FOLDERS.templates}/daily`;
  const names = readdirSync(daily, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  );
  const files = names.map((name) => [`theme/${name}`, readFileSync(`${daily}/${name}`, 'utf8')] as const);
  const theme = Object.fromEntries(files);
  theme['theme/styles.css'] += '.small .nameplate { font-size: 21pt; }\n';
  return theme;
}

describe('cn: what must be printed', () => {
  test('an issue with all it must have keeps every rule', async () => {
    const compiled = await built(CN);
    expect(broken(compiled)).toEqual([]);
    expect(compiled.form.length).toBe(18);
    expect(codes(compiled)).toEqual([]);
  });

  test.each([
    ['刊号', 'cn'],
    ['邮发代号', 'postal-code'],
    ['主管', 'supervisor'],
    ['主办', 'sponsor'],
    ['出版', 'publisher'],
    ['社址', 'address'],
    ['印刷单位', 'printer'],
    ['印刷地址', 'printer-address'],
    ['发行单位', 'distributor'],
    ['发行方式', 'distribution'],
    ['定价', 'price'],
  ])('without %s it breaks %s', async (field, rule) => {
    const compiled = await built(without(CN, field));
    expect(broken(compiled)).toEqual([[rule, null]]);
    expect(compiled.diagnostics.find(({ code }) => code === `form-${rule}`)).toMatchObject({
      severity: 'warning',
      span: { file: 'house.yaml' },
    });
  });

  test('without a telephone number, or its number, too', async () => {
    const silent = CN.replace(/电话:\n.*\n/, '');
    expect(broken(await built(silent))).toEqual([['contact', null]]);
    const unnumbered = { 'issue.yaml': without(PAGES, 'number') };
    expect(broken(await built(CN, unnumbered))).toEqual([['number', null]]);
  });

  test('what house.yaml has and no page prints is missing', async () => {
    const compiled = await built(CN, { 'issue.yaml': PAGES.replace(/.*imprint.*\n/, '') });
    expect(broken(compiled).map(([rule]) => rule)).toEqual([
      'address',
      'printer',
      'printer-address',
      'distribution',
      'distributor',
      'price',
      'contact',
    ]);
  });
});

describe('cn: name, page numbers, ads', () => {
  test('without its masthead page 1 has neither name nor number', async () => {
    const compiled = await built(CN, { 'issue.yaml': PAGES.replace(/.*masthead.*\n/, '') });
    const rules = broken(compiled);
    expect(rules).toContainEqual(['name-largest', '01']);
    expect(rules).toContainEqual(['page-number', '01']);
    expect(rules).toContainEqual(['page-count', null]);
    expect(rules).not.toContainEqual(['date', null]);
  });

  test('a name no higher than a head counts four errors, and names the head', async () => {
    const narrow = PAGES.replace('columns: 1-5, lines: 1-16', 'columns: 1-5, lines: 1-16, dress: small');
    const small = { 'issue.yaml': narrow.replace('theme: daily', 'theme: theme'), ...(await smallTheme()) };
    const compiled = await built(CN, small);
    expect(broken(compiled)).toEqual([['name-largest', '01']]);
    expect(compiled.form[0]).toMatchObject({ weight: 4 });
    expect(compiled.form[0]!.fault!.message.zh).toMatch(/^报名字高 .* pt，不大于一版的“春耕”/);
  });

  test('an ad is marked by the theme; one that is not is told of', async () => {
    const withAd = { 'issue.yaml': PAGES + AD };
    expect(broken(await built(CN, withAd))).toEqual([]);
    const bare = { 'issue.yaml': withAd['issue.yaml'].replace('theme: daily', 'theme: theme') };
    const theme = await smallTheme();
    const unmarked = {
      ...theme,
      'theme/partials/ad.hbs': theme['theme/partials/ad.hbs']!.replace(/<corner.*\n/, ''),
    };
    expect(broken(await built(CN, { ...bare, ...unmarked }))).toEqual([['ad-marked', '02']]);
  });
});

describe('internal', () => {
  test('an issue with all it must have keeps every rule', async () => {
    const compiled = await built(INTERNAL);
    expect(broken(compiled)).toEqual([]);
    expect(compiled.form.length).toBe(12);
  });

  test.each([
    ['准印证编号', 'permit'],
    ['编印单位', 'compiler'],
    ['发送对象', 'recipients'],
    ['印刷单位', 'printer'],
    ['印刷日期', 'print-date'],
    ['印数', 'print-run'],
  ])('without %s it breaks %s', async (field, rule) => {
    expect(broken(await built(without(INTERNAL, field)))).toEqual([[rule, null]]);
  });

  test('without its masthead page 1 does not say what it is', async () => {
    const compiled = await built(INTERNAL, { 'issue.yaml': PAGES.replace(/.*masthead.*\n/, '') });
    expect(broken(compiled)).toContainEqual(['notice', '01']);
  });

  test('it has no price, no advertisement, and no name of a newspaper', async () => {
    expect(broken(await built(`${INTERNAL}定价: 1元\n`))).toEqual([['no-price', '01']]);
    expect(broken(await built(INTERNAL, { 'issue.yaml': PAGES + AD }))).toEqual([['no-ad', '02']]);
    expect(broken(await built(INTERNAL.replace('青禾', '青禾报')))).toEqual([['no-paper-name', null]]);
  });

  test.each([
    ['in the text', 'b.md', '---\nheadline: 夏\n---\n本报将开新栏目。\n', '本报'],
    ['in a dateline', 'b.md', '---\nheadline: 夏\ndateline: 校园讯（记者 周明）\n---\n开学了。\n', '记者'],
    ['in a byline', 'b.md', '---\nheadline: 夏\nbyline: 记者 周明\n---\n开学了。\n', '记者'],
  ])('a newspaper’s words %s are told of at their place', async (_, file, text, word) => {
    const compiled = await built(INTERNAL, { [file]: text });
    expect(broken(compiled)).toEqual([['no-press-words', '02']]);
    const { span } = compiled.diagnostics.find(({ code }) => code === 'form-no-press-words')!;
    expect(text.slice(span!.start, span!.end)).toBe(word);
  });

  test.each(['本报', '本刊', '刊号', '期刊社', '杂志社'])(
    '%s in a story is one fault, and warned of once',
    async (word) => {
      const compiled = await built(INTERNAL, { 'b.md': `---\nheadline: 夏\n---\n${word}的消息。\n` });
      expect(broken(compiled)).toEqual([['no-press-words', '02']]);
      expect(codes(compiled)).toEqual(['form-no-press-words']);
    },
  );

  test.each(['青禾报', '青禾校刊', '青禾杂志'])('%s is no name for it', async (name) => {
    const compiled = await built(INTERNAL.replace('青禾', name));
    expect(codes(compiled)).toEqual(['form-no-paper-name']);
  });

  test.each(['青禾', '青禾通讯', '报春花'])('%s is one', async (name) => {
    expect(codes(await built(INTERNAL.replace('青禾', name)))).toEqual([]);
  });

  test('a national serial number is one of the words it must not print', async () => {
    expect(codes(await built(`${INTERNAL}刊号: CN 99-0126\n`))).toEqual(['form-no-press-words']);
  });

  test('a story that speaks of reporters is no fault', async () => {
    const text = '---\nheadline: 夏\nbyline: 通讯员 周明\n---\n有记者问起这件事，他笑了。\n';
    expect(broken(await built(INTERNAL, { 'b.md': text }))).toEqual([]);
  });
});
