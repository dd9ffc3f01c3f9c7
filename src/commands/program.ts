/** A language and what each command does → commander's program: options, help, in that language. */

import { Command, type Help, Option } from 'commander';
import { message } from '../diagnostics.ts';
import { inLanguage, LANGUAGES, type Language } from '../language.ts';
import { TARGETS, type Target } from '../target.ts';
import { VERSION } from '../version.ts';
import { displayWidth } from './display-width.ts';
import { UsageError } from './terminal.ts';
import { usageError } from './usage.ts';

export interface BuildArguments {
  readonly output: string;
  /** `all`: each kind that can be made. */
  readonly target: Target | 'all';
  readonly page: readonly string[];
  readonly fonts: readonly string[];
  readonly layout: boolean;
  readonly proof: boolean;
  readonly json: boolean;
}

export type CheckArguments = Pick<BuildArguments, 'target' | 'page' | 'fonts' | 'json'>;

export interface GridArguments extends Pick<BuildArguments, 'output' | 'page' | 'fonts'> {
  /** The drawing in letters on standard output, no PDF. */
  readonly text: boolean;
}

export interface FitArguments {
  /** 字. */
  readonly measure: number;
  /** Words of `profile:`. Not given: what the article says, else its issue's theme, else `gb`. */
  readonly profile?: string;
  /** 字. */
  readonly indent: number;
  /** Not given: on for a Markdown article, off for plain text. */
  readonly normalize?: 'on' | 'off';
  /** Below each line what was done to it and why it ends there. */
  readonly explain: boolean;
  readonly fonts: readonly string[];
  readonly json: boolean;
}

export interface BatchArguments {
  readonly output: string;
  /** Not given: as many as the machine has processors. */
  readonly jobs?: number;
  readonly json: boolean;
}

export type RebuildArguments = Pick<BuildArguments, 'output' | 'fonts'>;

/** What the commands do; the program only reads their arguments. */
export interface Actions {
  readonly build: (issue: string, options: BuildArguments) => Promise<void>;
  readonly check: (issue: string, options: CheckArguments) => Promise<void>;
  readonly fit: (file: string, options: FitArguments) => Promise<void>;
  readonly grid: (issue: string, options: GridArguments) => Promise<void>;
  readonly rebuild: (file: string, options: RebuildArguments) => Promise<void>;
  readonly batch: (paths: readonly string[], options: BatchArguments) => Promise<void>;
}

/** Where the parsed arguments go; commander prints nothing by itself but help, to `write`. */
export function makeProgram(language: Language, actions: Actions, write: (text: string) => void): Command {
  const say = (zh: string, en: string): string => inLanguage(message(zh, en), language);
  const program = new Command('banmian')
    .description(
      say('把一期报纸的稿件、图片排成版面，输出 PDF', 'Makes newspaper pages from texts and photos, as PDF'),
    )
    .version(VERSION, '-V, --version', say('显示版本号', 'print the version'))
    .addOption(new Option('--lang <lang>', say('界面语言', 'language of messages')).choices(LANGUAGES))
    .helpOption('-h, --help', say('显示帮助', 'show this help'))
    .helpCommand('help [command]', say('显示某个命令的帮助', 'show the help of a command'))
    .configureHelp(helpStyle(language))
    .configureOutput({ writeOut: write, writeErr: () => {}, outputError: () => {} });
  addBuild(program, actions, say);
  addCheck(program, actions, say);
  addFit(program, actions, say);
  addGrid(program, actions, say);
  addBatch(program, actions, say);
  addArchive(program, actions, say);
  for (const command of [program, ...program.commands]) {
    command.exitOverride((error) => {
      throw error.exitCode === 0 ? error : usageError(error, command);
    });
  }
  return program;
}

type Say = (zh: string, en: string) => string;

const issueHelp = (say: Say): string =>
  say('一期报纸的文件夹，或其中的 issue.yaml', 'the folder of an issue, or its issue.yaml');

function addBuild(program: Command, actions: Actions, say: Say): void {
  program
    .command('build')
    .description(say('排版并输出 PDF', 'make the pages and write the PDF'))
    .argument('<issue>', issueHelp(say))
    .option('-o, --output <dir>', say('输出到 DIR/<期号>/', 'write to DIR/<id>/'), 'output')
    .addOption(targetOption(say))
    .addOption(pageOption(say))
    .addOption(fontsOption(say))
    .option('--layout', say('另写 <期号>.layout.json', 'also write <id>.layout.json'), false)
    .option(
      '--proof',
      say(
        '另写校样 <期号>.proof.pdf，问题标在版面上；有错误时也写',
        'also write the proof <id>.proof.pdf, faults marked on its pages; with errors, too',
      ),
      false,
    )
    .option('--json', say('报告以 JSON 写到标准输出', 'print the report as JSON on standard output'), false)
    .action(actions.build);
}

function addCheck(program: Command, actions: Actions, say: Say): void {
  program
    .command('check')
    .description(say('只检查，不写文件', 'say what build would say; write nothing'))
    .argument('<issue>', issueHelp(say))
    .addOption(targetOption(say))
    .addOption(pageOption(say))
    .addOption(fontsOption(say))
    .option('--json', say('报告以 JSON 写到标准输出', 'print the report as JSON on standard output'), false)
    .action(actions.check);
}

function addFit(program: Command, actions: Actions, say: Say): void {
  program
    .command('fit')
    .description(say('一段文字按给定行长排成几行几字', 'the lines and characters that a text takes'))
    .argument(
      '<file>',
      say('稿件（.md）、纯文本，或 -（标准输入）', 'an article (.md), plain text, or - for standard input'),
    )
    .requiredOption('--measure <n>', say('行长，字', 'length of a line in 字'), positiveNumber('--measure'))
    .option(
      '--profile <words>',
      say(
        '排版规矩，如 strict 或 "strict kaiming"，词同稿件的 profile；不写照稿件，稿件没有就照这一期的版式，再没有就是 gb',
        "rules of setting, strict or \"strict kaiming\", in the words of an article's profile; without it the article's own, else its issue's theme's, else gb",
      ),
    )
    .option('--indent <n>', say('段首缩进，字', 'indent of a first line in 字'), indentNumber, 2)
    .addOption(new Option('--normalize <on|off>', say('规范标点', 'normalise marks')).choices(['on', 'off']))
    .option(
      '--explain',
      say(
        '逐行说明挤了、撑了什么，为什么在此断行',
        'say of each line what was squeezed or stretched, and why it ends there',
      ),
      false,
    )
    .addOption(fontsOption(say))
    .option('--json', say('结果以 JSON 写到标准输出', 'print the result as JSON on standard output'), false)
    .action(actions.fit);
}

function addGrid(program: Command, actions: Actions, say: Say): void {
  program
    .command('grid')
    .description(
      say(
        '版样纸：空版的栏、行编号和各块的位置',
        'the empty pages with columns and lines numbered, and their blocks',
      ),
    )
    .argument('<issue>', issueHelp(say))
    .option('-o, --output <dir>', say('输出到 DIR/<期号>/', 'write to DIR/<id>/'), 'output')
    .addOption(pageOption(say))
    .addOption(fontsOption(say))
    .option(
      '--text',
      say('不写 PDF，用代号画在标准输出', 'no PDF: draw them in letters on standard output'),
      false,
    )
    .action(actions.grid);
}

function addBatch(program: Command, actions: Actions, say: Say): void {
  program
    .command('batch')
    .description(say('成批排版：一个文件夹一期', 'build many issues, one folder each'))
    .argument('<paths...>', say('各期的文件夹，可用 * ? **', 'issue folders; * ? ** may be used'))
    .option('-o, --output <dir>', say('输出到 DIR/<期号>/', 'write to DIR/<id>/'), 'output')
    .option('--jobs <n>', say('同时排几期', 'issues built side by side'), wholeNumber('--jobs'))
    .option(
      '--json',
      say('总报告以 JSON 写到标准输出', 'print one report of all as JSON on standard output'),
      false,
    )
    .action(actions.batch);
}

function addArchive(program: Command, actions: Actions, say: Say): void {
  program
    .command('archive')
    .description(say('存档 PDF', 'archive PDFs'))
    .command('rebuild')
    .description(
      say(
        '取出存档 PDF 里的稿件、图片和模板，重新排出同一份 PDF',
        'take the sources out of an archive PDF and build the same PDF from them',
      ),
    )
    .argument('<file>', say('存档 PDF', 'an archive PDF'))
    .option('-o, --output <dir>', say('输出到 DIR/<文件名>/', 'write to DIR/<name of the file>/'), 'output')
    .addOption(fontsOption(say))
    .action(actions.rebuild);
}

function targetOption(say: Say): Option {
  return new Option('--target <name>', say('输出种类', 'kind of PDF'))
    .choices([...TARGETS, 'all'])
    .default('screen');
}

function pageOption(say: Say): Option {
  return collecting(
    new Option('--page <label>', say('只排这一版（可重复）', 'this page only (may be repeated)')),
  );
}

function fontsOption(say: Say): Option {
  return collecting(
    new Option(
      '--fonts <dir>',
      say('自备字体的文件夹，先于自带字体（可重复）', 'your fonts, asked first (may be repeated)'),
    ),
  );
}

/** An option that may stand several times; absent, it is an empty list. */
function collecting(option: Option): Option {
  const add = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value];
  return option.default([], '').argParser(add);
}

const LARGEST_MEASURE = 1000;

function positiveNumber(flag: string): (text: string) => number {
  return (text) => numberWithin(flag, text, 1, LARGEST_MEASURE);
}

function indentNumber(text: string): number {
  return numberWithin('--indent', text, 0, LARGEST_MEASURE);
}

function wholeNumber(flag: string): (text: string) => number {
  return (text) => {
    const value = numberWithin(flag, text, 1, 256);
    if (Number.isInteger(value)) return value;
    throw new UsageError(
      message(`${flag} 应为整数，而不是“${text}”`, `${flag} takes a whole number, not "${text}"`),
    );
  };
}

function numberWithin(flag: string, text: string, least: number, most: number): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(
    message(
      `${flag} 应为 ${least}～${most} 的数，而不是“${text}”`,
      `${flag} takes a number from ${least} to ${most}, not "${text}"`,
    ),
  );
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

function helpStyle(language: Language): Partial<Help> {
  const label = (zh: string, en: string): string => inLanguage(message(zh, en), language);
  return {
    showGlobalOptions: true,
    displayWidth,
    styleTitle: (title) => (language === 'zh' ? (TITLES[title] ?? title) : title),
    optionDescription: ({ description, argChoices, defaultValue }) => {
      const notes = [
        ...(argChoices === undefined ? [] : [argChoices.join(' | ')]),
        ...(hasDefault(defaultValue) ? [`${label('默认', 'default')} ${defaultValue}`] : []),
      ];
      return notes.length === 0 ? description : `${description} (${notes.join('; ')})`;
    },
  };
}

function hasDefault(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
