/** Arguments and environment → the language of all that is printed. */

import { LANGUAGES, type Language } from '../language.ts';

/**
 * `--lang`, else LC_ALL, LC_MESSAGES, LANG, the first that is set and not empty (POSIX 8.2).
 * Unset, `C` and `POSIX` mean Chinese, as does every Chinese locale; any other locale means English.
 */
export function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = LANGUAGES.find((language) => language === langArgument(argv));
  if (asked !== undefined) return asked;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return locale === undefined || /^(zh|c|posix)(?![a-z])/i.test(locale) ? 'zh' : 'en';
}

/** Help and usage errors come before commander has read `--lang`, so it is looked for here as well. */
function langArgument(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  if (at === -1) return undefined;
  return options[at] === '--lang' ? options[at + 1] : options[at]!.slice('--lang='.length);
}
