import { expect, test } from 'vitest';
import { languageOf } from '../../../src/commands/language.ts';

test.each([
  [{}, 'zh'],
  [{ LANG: 'C' }, 'zh'],
  [{ LANG: 'C.UTF-8' }, 'zh'],
  [{ LANG: 'POSIX' }, 'zh'],
  [{ LANG: '' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_TW' }, 'zh'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'de_DE' }, 'en'],
  // A locale that only begins like another one.
  [{ LANG: 'zha_CN' }, 'en'],
  [{ LANG: 'cs_CZ' }, 'en'],
  // POSIX 8.2: LC_ALL, then LC_MESSAGES, then LANG; an empty one counts as not set.
  [{ LC_ALL: 'en_US', LC_MESSAGES: 'zh_CN', LANG: 'zh_CN' }, 'en'],
  [{ LC_ALL: '', LC_MESSAGES: 'en_GB', LANG: 'zh_CN' }, 'en'],
  [{ LC_MESSAGES: 'zh_CN', LANG: 'en_US' }, 'zh'],
])('%j means %s', (env, language) => {
  expect(languageOf(['build', 'x'], env)).toBe(language);
});

test('--lang comes before the environment, wherever it stands', () => {
  const env = { LANG: 'zh_CN.UTF-8' };
  expect(languageOf(['--lang', 'en', 'build', 'x'], env)).toBe('en');
  expect(languageOf(['build', 'x', '--lang=en'], env)).toBe('en');
  expect(languageOf(['build', '--lang', 'en', '--lang', 'zh'], env)).toBe('zh');
});

test('what --lang does not know is left to the environment; commander refuses it', () => {
  expect(languageOf(['--lang', 'fr', 'build', 'x'], { LANG: 'en_US' })).toBe('en');
  expect(languageOf(['build', '--lang'], { LANG: 'en_US' })).toBe('en');
});

test('what stands behind -- is no option', () => {
  expect(languageOf(['build', '--', '--lang', 'en'], {})).toBe('zh');
});
