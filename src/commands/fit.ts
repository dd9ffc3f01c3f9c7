/** `banmian fit`: a text and a measure → the lines and characters it takes. */

import { readProfileWords } from '../content/index.ts';
import type { ProfileWord } from '../content/issue.ts';
import { hasErrors, type Message, message } from '../diagnostics.ts';
import { diskWorld } from '../disk-world.ts';
import { type FitText, type Fitted, fit as fitText, type ProfileSource } from '../fit.ts';
import { inLanguage } from '../language.ts';
import { OWN_FOLDERS } from '../own-folders.ts';
import { diagnosticReports } from '../report.ts';
import type { World } from '../world.ts';
import { explainLine } from './explain-line.ts';
import { diagnosticsText } from './print-diagnostics.ts';
import type { FitArguments } from './program.ts';
import { type ExitCode, printJson, type Terminal, UsageError } from './terminal.ts';

/** 5 MB: the most a text file may have. */
const LIMIT = 5_000_000;

export async function fit(file: string, options: FitArguments, terminal: Terminal): Promise<ExitCode> {
  const { measure, indent, profile, normalize } = options;
  if (indent >= measure) {
    throw new UsageError(
      message(
        `--measure（${measure}）要大于段首缩进 --indent（${indent}）`,
        `--measure (${measure}) has to be more than --indent (${indent})`,
      ),
    );
  }
  const world = diskWorld();
  const fitted = fitText(world, readInput(world, file, terminal), {
    fonts: OWN_FOLDERS.fonts,
    templates: OWN_FOLDERS.templates,
    userFonts: options.fonts,
    measure,
    profile: wordsOf(profile ?? ''),
    indent,
    normalized: normalize === undefined ? null : normalize === 'on',
  });
  const { diagnostics, sources, characters, lines, dropped } = fitted;
  terminal.err(diagnosticsText(diagnostics, sources, terminal.language));
  if (options.json) {
    const reports = diagnosticReports(diagnostics, sources, terminal.language);
    const reported = lines.map(({ paragraph, text, width, last, adjust }) => ({
      paragraph,
      text,
      width,
      last,
      adjust,
    }));
    printJson(
      { measure, profile: fitted.profile, characters, lines: reported, dropped, diagnostics: reports },
      terminal,
    );
  } else {
    terminal.out(linesText(fitted, options, terminal));
  }
  return hasErrors(diagnostics) ? 1 : 0;
}

function wordsOf(profile: string): readonly ProfileWord[] {
  const read = readProfileWords(profile);
  if ('words' in read) return read.words;
  const { text, hints } = read.fault;
  throw new UsageError(message(`--profile：${text.zh}`, `--profile: ${text.en}`), ...hints);
}

function readInput(world: World, file: string, terminal: Terminal): FitText {
  if (file !== '-') return { file, read: world.read(file, LIMIT) };
  const bytes = terminal.stdin();
  const size = bytes.length;
  return { file, read: size > LIMIT ? { kind: 'too-large', size } : { kind: 'bytes', bytes } };
}

/** The rules, and who says so: what is named first goes over what follows. */
function head(profile: string, { asked, article, theme }: ProfileSource): Message {
  const sources = [
    ...(asked ? [message('--profile', '--profile')] : []),
    ...(article ? [message('稿件的 profile', "the article's profile")] : []),
    ...(theme === null ? [] : [message(`版式 ${theme}`, `the theme ${theme}`)]),
  ];
  const from = sources.length > 0 ? sources : [message('通例', 'the default')];
  return message(
    `排版规矩：${profile}（依${from.map(({ zh }) => zh).join('、')}）`,
    `profile: ${profile} (from ${from.map(({ en }) => en).join(', ')})`,
  );
}

/** The rules; the lines with their numbers, as they stand; then how many, and how many characters. */
function linesText(
  { profile, from, lines, characters }: Fitted,
  options: FitArguments,
  { language }: Terminal,
): string {
  const width = String(lines.length).length;
  const rows = lines.flatMap((line, index) => {
    const indent = Math.round(options.measure - line.measure);
    const hyphen = line.end.kind === 'hyphen' ? '-' : '';
    const row = `${String(index + 1).padStart(width)}  ${'　'.repeat(indent)}${line.text}${hyphen}`;
    if (!options.explain) return [row];
    const explained = explainLine(line);
    return [row, `${' '.repeat(width + 4)}${inLanguage(explained, language)}`];
  });
  const sum = message(
    `共 ${lines.length} 行 ${characters} 字（行长 ${options.measure} 字，${profile}）`,
    `${lines.length} lines, ${characters} characters (measure ${options.measure}, ${profile})`,
  );
  return [inLanguage(head(profile, from), language), ...rows, inLanguage(sum, language)]
    .map((row) => `${row}\n`)
    .join('');
}
