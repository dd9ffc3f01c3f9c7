/** An element of text with its style → a paragraph box, every length in the units of the text room. */

import type { Span } from '../diagnostics.ts';
import { facesFor } from '../fonts/face.ts';
import { spanInFile } from '../source-map.ts';
import type { Marking, ParagraphBox, TextRole, TextRun, TextStyle } from './box.ts';
import { type BuildContext, LANGUAGES } from './context.ts';
import { OPTIONAL } from './elements.ts';
import { hanNumerals } from './han-numerals.ts';
import { keptIn } from './kept.ts';
import { markingOf, noteStyle } from './marking.ts';
import { toPoints } from './measure.ts';
import type { ElementNode } from './parse.ts';
import { type ProfileStyle, profileOf } from './profile-properties.ts';
import type { Style } from './properties.ts';
import { collectRuns } from './runs.ts';
import type { Length } from './values.ts';

/** `null` for an element without text. */
export function paragraphBox(
  element: ElementNode,
  role: TextRole,
  context: BuildContext,
): ParagraphBox | null {
  const { text, places, standing, measures, markup } = context;
  const style = { ...context.styleOf(element), ...ownProfile(role, context.profile) };
  const direction = style['writing-mode'] === 'vertical-rl' ? 'down' : 'across';
  const sizes = style['font-size'].map((size) => toPoints(size, measures.grid, 0));
  const size = sizes[0]!;
  const textStyle = (of: ElementNode, inNote: boolean): TextStyle => {
    const said = textStyleOf(context.styleOf(of), context);
    const { region } = context.profile;
    const plain = region === undefined ? said : { ...said, lang: LANGUAGES[region] };
    return inNote ? noteStyle(plain, direction) : plain;
  };
  const marking = (of: ElementNode, its: TextStyle): Marking | null => markingOf(of, its, size, context);
  const { runs, marks, rowEnds } = collectRuns(element, {
    text,
    marks: markup.marks,
    places,
    textStyle,
    marking,
    standing,
  });
  if (runs.length === 0) return null;
  const thousandths = (length: Length): number => inThousandths(length, size, context);
  const [insetStart, insetEnd = insetStart] = style.inset.map(thousandths);
  return {
    kind: 'paragraph',
    direction,
    role,
    level: role === 'subhead' ? Number(element.attributes.get('level')?.value ?? 2) : 0,
    runs: direction === 'down' && style.numerals === 'han' ? hanNumerals(runs) : runs,
    marks,
    rowEnds,
    kept: keptIn(runs, role, context.issue.keep),
    size,
    profile: profileOf(style),
    align: style['text-align'],
    indent: thousandths(style['text-indent']),
    initial: style['initial-letter'],
    insetStart: insetStart!,
    insetEnd: insetEnd!,
    lines: style.lines,
    rowPitch: toPoints(style['row-pitch'], measures.grid, size),
    spaceBefore: style['space-before'],
    spaceAfter: style['space-after'],
    keepWithNext: style['keep-with-next'],
    orphans: style.orphans,
    widows: style.widows,
    sizes,
    trackingLimit: thousandths(style['letter-spacing'].at(-1)!),
    maxRows: style['max-rows'],
    background: element.name === 'text' || element.name === 'caption' ? style.background : null,
    table: null,
    span: spanOfRuns(runs, element, context),
  };
}

const BODY: readonly TextRole[] = [
  'paragraph',
  'subhead',
  'quote',
  'item',
  'verse',
  'cell',
  'signoff',
  ...OPTIONAL,
];

/** An article's own profile is that of its body; its region is that of its head and captions too. */
function ownProfile(role: TextRole, { region, ...rest }: Partial<ProfileStyle>): Partial<ProfileStyle> {
  return { ...(region === undefined ? {} : { region }), ...(BODY.includes(role) ? rest : {}) };
}

function textStyleOf(style: Style, context: BuildContext): TextStyle {
  const known = context.textStyles.get(style) ?? makeTextStyle(style, context);
  context.textStyles.set(style, known);
  return known;
}

function makeTextStyle(style: Style, context: BuildContext): TextStyle {
  const size = toPoints(style['font-size'][0]!, context.measures.grid, 0);
  return {
    faces: facesFor(context.issue.fonts, style['font-family'], style['font-weight']),
    size,
    swatch: style.color,
    tracking: inThousandths(style['letter-spacing'][0]!, size, context),
    spaceWidth: inThousandths(style['space-width'], size, context),
    rise: 0,
    lang: LANGUAGES[style.region],
  };
}

/** 1/1000 of the text's size, a whole number: what text and layout reckon in. */
function inThousandths(length: Length, size: number, { measures }: BuildContext): number {
  return Math.round((toPoints(length, measures.grid, size) / size) * 1000);
}

/** Where its words come from: the author's first run if there is one, else the template's. */
function spanOfRuns(runs: readonly TextRun[], element: ElementNode, { markup, places }: BuildContext): Span {
  const content = runs.find(({ map }) => !markup.files.includes(map.file));
  if (content !== undefined) return spanInFile(content.map, 0, content.text.length);
  return places.span(element.from, element.to);
}
