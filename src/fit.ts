/** A text and a measure → the lines it takes, as `banmian fit` shows them. */

import { hasCorners, type IssueAbove, issueAbove, parseYaml, readCopy } from './content/index.ts';
import type { Block, MarkedRange, ProfileWord, RichProse } from './content/issue.ts';
import { countCharacters } from './count.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { FaceKey, FontLibrary } from './fonts/face.ts';
import { loadFonts } from './fonts/index.ts';
import { checkCharacters, checkLines, variantsOnce } from './layout/index.ts';
import {
  NOTE_SIZE,
  type ParagraphBox,
  READING_SIZE,
  type TextMark,
  type TextRun,
  type TextStyle,
} from './markup/box.ts';
import {
  bodyStyles,
  nameOf,
  type ProfileStyle,
  profileOf,
  styleOfWords,
  USUAL_STYLE,
} from './markup/index.ts';
import type { Sources } from './places.ts';
import { plainParagraph } from './plain-paragraph.ts';
import { sliceMap } from './source-map.ts';
import {
  type Adjustment,
  breakGalley,
  evenMeasure,
  type LineChoices,
  type LineEnd,
  lineChoices,
  prepareParagraph,
  setLines,
  textOf,
  whyLineEnds,
} from './text/index.ts';
import type { Read, World } from './world.ts';

export interface FitOptions {
  /** The folder of the vendored fonts. */
  readonly fonts: string;
  /** The folder of the vendored themes; null: an article's issue is not looked for. */
  readonly templates: string | null;
  /** The user's font folders, the first asked first. */
  readonly userFonts: readonly string[];
  /** 字, more than `indent`. */
  readonly measure: number;
  /** Over an article's own; what they leave open is as the article says, else its issue's theme, else `gb`. */
  readonly profile: readonly ProfileWord[];
  /** First lines of paragraphs, 字. */
  readonly indent: number;
  /** Null: on for an article, unless it says otherwise itself; off for plain text. */
  readonly normalized: boolean | null;
}

/** A text as it was read: its name in messages, which tells an article by `.md`, and its bytes. */
export interface FitText {
  readonly file: string;
  readonly read: Read;
}

export interface FitLine {
  /** Its paragraph, from 0. */
  readonly paragraph: number;
  readonly text: string;
  /** 字: with pair squeeze, Han–Latin gap and edge trims, before any other shrink or stretch, indent excluded. */
  readonly width: number;
  /** Its own measure, 字: an indent is taken off. */
  readonly measure: number;
  /** What stands past the line's end, 字: the width of a mark that hangs. */
  readonly hung: number;
  /** The last line of its paragraph. */
  readonly last: boolean;
  /** What brought it to the measure, em a place, negative is taken. */
  readonly adjust: readonly Adjustment[];
  /** Why it ends where it does. */
  readonly end: LineEnd;
  /** What the line would have cost, had it ended one place earlier or later; of a last line both are null. */
  readonly choices: LineChoices;
}

/** Where rules come from: `asked` the options, else what of article and theme says something. */
export interface ProfileSource {
  readonly asked: boolean;
  readonly article: boolean;
  /** As issue.yaml names it; null where the article lies in no issue. */
  readonly theme: string | null;
}

export interface Fitted {
  /** The rules its paragraphs were set by: the level of prohibition, then what else is not as usual. */
  readonly profile: string;
  readonly from: ProfileSource;
  /** 字数, as Word counts. */
  readonly characters: number;
  readonly lines: readonly FitLine[];
  /** Characters taken out because no page can carry them. */
  readonly dropped: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** Sets every paragraph as justified body text; subheads are not indented. */
export function fit(world: World, { file, read }: FitText, options: FitOptions): Fitted {
  const isArticle = file.endsWith('.md');
  const { templates } = options;
  const issue = isArticle && templates !== null ? issueAbove(world, file, templates) : null;
  const copy = readCopy(file, read, {
    isArticle,
    normalized: options.normalized ?? issue?.normalized ?? isArticle,
    corners: hasCorners(options.profile, hasCorners(issue?.theme.profile ?? [], false)),
  });
  const fonts = loadFonts(world, { vendored: options.fonts, userFolders: options.userFonts, parseYaml });
  const styleOf = styles(issue, fonts.library, [copy.profile, options.profile]);
  const setting = { ...options, styleOf };
  const set = copy.blocks.map((block, paragraph) => fitBlock(block, paragraph, fonts.library, setting));
  return {
    profile: nameOf(styleOf('paragraph')),
    from: sourceOf(copy.profile, issue, options),
    characters: copy.blocks.reduce((sum, { prose }) => sum + countCharacters(prose.text), 0),
    lines: set.flatMap(({ lines }) => lines),
    dropped: copy.dropped,
    diagnostics: [
      ...fonts.diagnostics,
      ...copy.diagnostics,
      ...variantsOnce(set.flatMap(({ diagnostics }) => diagnostics)),
    ],
    sources: copy.sources,
  };
}

function sourceOf(
  own: readonly ProfileWord[],
  issue: IssueAbove | null,
  { profile }: FitOptions,
): ProfileSource {
  return { asked: profile.length > 0, article: own.length > 0, theme: issue?.name ?? null };
}

type StyleOf = (kind: Block['kind']) => ProfileStyle;

const ELEMENTS = {
  paragraph: 'p',
  subhead: 'subhead',
  quote: 'quote',
  item: 'item',
  verse: 'verse',
  cell: 'td',
} as const;

/** What theme and page say of the blocks of a body; the words of each list go over all before. */
function styles(
  issue: IssueAbove | null,
  fonts: FontLibrary,
  lists: readonly (readonly ProfileWord[])[],
): StyleOf {
  const said = issue === null ? null : bodyStyles(issue.theme, issue.template, [...fonts.families.keys()]);
  const words = Object.assign({}, ...lists.map(styleOfWords)) as Partial<ProfileStyle>;
  return (kind) => ({ ...(said?.(ELEMENTS[kind]) ?? USUAL_STYLE), ...words });
}

type Setting = FitOptions & { readonly styleOf: StyleOf };

/** The parts of a 字 that text is set in. */
const EM = 1000;

function fitBlock(
  block: Block,
  paragraph: number,
  fonts: FontLibrary,
  options: Setting,
): Pick<Fitted, 'lines' | 'diagnostics'> {
  const galley = prepareParagraph(paragraphBox(block, fonts, options), fonts.tables);
  const measure = evenMeasure(galley.paragraph, Math.round(options.measure * EM));
  const breaks = breakGalley(galley, measure);
  const set = setLines(galley, breaks, measure);
  return {
    diagnostics: [...checkCharacters(galley), ...checkLines(galley, set, true)],
    lines: set.map((line, index) => ({
      paragraph,
      text: textOf(galley, line),
      width: line.natural / EM,
      measure: (index === 0 ? measure.rest - measure.indent : measure.rest) / EM,
      hung: line.hung / EM,
      last: index === set.length - 1,
      adjust: line.adjustments.map(({ kind, places, each }) => ({ kind, places, each: each / EM })),
      end: whyLineEnds(galley, breaks, measure, index),
      choices: lineChoices(galley, breaks, measure, index),
    })),
  };
}

/** Any size gives the same lines: all of setting counts in 字. */
const SIZE = 10.5;

function paragraphBox({ kind, prose }: Block, fonts: FontLibrary, options: Setting): ParagraphBox {
  return plainParagraph({
    role: kind,
    runs: runsOf(prose, fonts),
    marks: prose.marks.flatMap((range) => markOf(range, fonts)),
    size: SIZE,
    profile: profileOf(options.styleOf(kind)),
    align: 'justify',
    indent: kind === 'subhead' ? 0 : Math.round(options.indent * EM),
    span: { file: prose.map.file, start: prose.map.runs[0]?.start ?? 0, end: prose.map.end },
  });
}

/** Bold in a newspaper's body is 黑, emphasis 楷; a note is small. */
function runsOf({ text, map, marks }: RichProse, fonts: FontLibrary): readonly TextRun[] {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])];
  const cuts = edges.sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index]!;
    const within = marks.filter(({ start, end }) => start <= from && to <= end).map(({ mark }) => mark);
    const family = within.includes('strong') ? '黑' : within.includes('emphasis') ? '楷' : '宋';
    const size = within.includes('note') ? SIZE * NOTE_SIZE : SIZE;
    return { text: text.slice(from, to), map: sliceMap(map, from, to), style: styleOf(family, size, fonts) };
  });
}

function markOf(range: MarkedRange, fonts: FontLibrary): TextMark[] {
  const { start, end } = range;
  switch (range.mark) {
    case 'strong':
    case 'emphasis':
      return [];
    case 'ruby': {
      const reading = { ...range.reading, style: styleOf('宋', SIZE * READING_SIZE, fonts) };
      return [{ kind: 'ruby', reading, start, end }];
    }
    case 'spread':
      return [{ kind: 'spread', width: range.width * EM, start, end }];
    case 'note':
      return [{ kind: 'note', start, end }];
    case 'reverse':
      return [{ kind: 'panel', swatch: 'black', start, end }];
    default:
      return [{ kind: range.mark, swatch: 'black', start, end }];
  }
}

function styleOf(family: string, size: number, fonts: FontLibrary): TextStyle {
  return {
    faces: facesOf([family, ...fonts.fallback], fonts),
    size,
    swatch: 'black',
    tracking: 0,
    spaceWidth: 0,
    rise: 0,
    lang: 'zh-CN',
  };
}

/** The face of each family that is nearest to regular. */
function facesOf(families: readonly string[], fonts: FontLibrary): readonly FaceKey[] {
  const faces = families.flatMap((name) => {
    const family = fonts.families.get(name);
    const face = family?.faces.reduce((best, one) =>
      Math.abs(one.weight - 400) < Math.abs(best.weight - 400) ? one : best,
    );
    return face === undefined ? [] : [face.key];
  });
  return [...new Set(faces)];
}
