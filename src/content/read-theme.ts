/** A theme's name or path → its folder read whole: settings, style sheet, page templates, partials. */

import { type Diagnostic, errorAt, meantHint, message, type Span } from '../diagnostics.ts';
import { checkFields } from './check-fields.ts';
import type { Located, Values } from './field-types.ts';

import type { FitLimit, SourceFile, Swatch, Theme } from './issue.ts';
import { readOrnaments } from './ornaments.ts';
import { type Folder, find, folderAt, joinPath } from './paths.ts';
import { namesOf } from './read-article.ts';
import { readPress } from './read-press.ts';
import { type Gathering, readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';
import { type FIT_FIELDS, type SWATCH_FIELDS, THEME_FIELDS } from './theme-fields.ts';

/** Where a theme lies: for World, and as messages name it. */
interface Place {
  readonly name: string;
  readonly path: string;
  readonly shown: string;
  readonly given: Located<string>;
}

/** @param templates the folder of the vendored themes. @returns null after an error. */
export function readTheme(
  gathering: Gathering,
  folder: Folder,
  templates: string,
  given: Located<string>,
): Theme | null {
  const place = locate(gathering, folder, templates, given);
  if (place === null) return null;
  const settings = readSettings(gathering, place);
  const sheet = readPart(gathering, place, 'styles.css');
  const pages = readParts(gathering, place, 'pages');
  const partials = readParts(gathering, place, 'partials');
  if (settings?.hao == null || settings.swatches === null || sheet === null) return null;
  const swatches = new Map<string, Swatch>();
  for (const [name, { value }] of settings.swatches.value) {
    const swatch = swatchOf(value);
    if (swatch !== null) swatches.set(name, swatch);
  }
  if (!swatches.has('black')) {
    gathering.diagnostics.push(noBlack(settings.swatches.span));
    return null;
  }
  const keep = namesOf(settings.keep, {
    normalized: true,
    corners: false,
    counts: new Map(),
    diagnostics: gathering.diagnostics,
  });
  const profile = settings.profile?.value ?? [];
  const fit = settings.fit === null ? USUAL_FIT : limitsOf(settings.fit.value);
  const layout = settings.layout?.value ?? 'traditional';
  const { name } = place;
  const { value: hao } = settings.hao;
  const press = readPress(gathering, folderAt(gathering.world, place.path, 'theme'), settings.print);
  const ornaments = readOrnaments(gathering, sheet, { theme: place, issue: folder });
  return { name, hao, swatches, profile, layout, press, fit, keep, ornaments, sheet, pages, partials };
}

/** Paragraphs a line longer or shorter, photos cropped within the limits of the style sheet. */
const USUAL_FIT: readonly FitLimit[] = [
  { step: 'paragraphs', limit: 99 },
  { step: 'photos', limit: 99 },
];

function limitsOf(fields: readonly Located<Values<typeof FIT_FIELDS>>[]): readonly FitLimit[] {
  return fields.flatMap(({ value: { step, limit } }) =>
    step === null || limit === null ? [] : [{ step: step.value, limit: limit.value }],
  );
}

/** Text is black where the style sheet says nothing else. */
function noBlack(span: Span): Diagnostic {
  return errorAt(
    span,
    'no-black',
    message('版式的颜色里没有 black', 'the theme’s swatches have no black'),
    message(
      '加上 black: { rgb: [0, 0, 0], cmyk: [0, 0, 0, 100] }，正文用它。',
      'Add black: { rgb: [0, 0, 0], cmyk: [0, 0, 0, 100] }: text is set in it.',
    ),
  );
}

/** A plain name is a vendored theme, or a folder of the issue; anything with a slash is a path. */
function locate(
  gathering: Gathering,
  folder: Folder,
  templates: string,
  given: Located<string>,
): Place | null {
  const { world, diagnostics } = gathering;
  const isName = !given.value.includes('/') && !given.value.startsWith('.');
  const vendored = joinPath(templates, given.value);
  if (isName && world.list(vendored) !== null) {
    return { name: given.value, path: vendored, shown: `templates/${given.value}`, given };
  }
  const found = find(folder, given, THEME);
  if ('path' in found && world.list(found.path) !== null) {
    return {
      name: found.key.slice(found.key.lastIndexOf('/') + 1),
      path: found.path,
      shown: found.key,
      given,
    };
  }
  if (!isName && 'fault' in found) {
    diagnostics.push(found.fault);
    return null;
  }
  const names = (world.list(templates) ?? []).filter(
    (name) => world.list(joinPath(templates, name)) !== null,
  );
  const text = message(`没有“${given.value}”这个版式`, `there is no theme "${given.value}"`);
  const hint = message(`可用的版式：${names.join('、')}。`, `Themes: ${names.join(', ')}.`);
  diagnostics.push(errorAt(given.span, 'unknown-theme', text, ...meantHint(given.value, names), hint));
  return null;
}

const THEME = { zh: '版式文件夹', en: 'theme' };

function readSettings(gathering: Gathering, place: Place): Values<typeof THEME_FIELDS> | null {
  const { counts, diagnostics } = gathering;
  const file = `${place.shown}/theme.yaml`;
  const source = readText(gathering, joinPath(place.path, 'theme.yaml'), file, place.given.span);
  if (source === null) return null;
  const yaml = readYaml(source, 0, source.clean.length);
  diagnostics.push(...yaml.diagnostics);
  return checkFields({ yaml, start: { file, start: 0, end: 0 }, counts, diagnostics }, THEME_FIELDS);
}

/** Three and four numbers are what the check lets through; null where it did not. */
function swatchOf({ rgb, cmyk }: Values<typeof SWATCH_FIELDS>): Swatch | null {
  if (rgb === null || cmyk === null) return null;
  const [r, g, b] = rgb.value as [number, number, number];
  const [c, m, y, k] = cmyk.value as [number, number, number, number];
  return { rgb: [r, g, b], cmyk: [c, m, y, k] };
}

function readPart(gathering: Gathering, place: Place, name: string): SourceFile | null {
  const file = `${place.shown}/${name}`;
  const source = readText(gathering, joinPath(place.path, name), file, place.given.span);
  return source === null ? null : { file, text: source.text };
}

/** The templates of a folder by their names without `.hbs`. */
function readParts(gathering: Gathering, place: Place, folder: string): Map<string, SourceFile> {
  const parts = new Map<string, SourceFile>();
  for (const name of gathering.world.list(joinPath(place.path, folder)) ?? []) {
    if (!name.endsWith('.hbs')) continue;
    const part = readPart(gathering, place, `${folder}/${name}`);
    if (part !== null) parts.set(name.slice(0, -'.hbs'.length), part);
  }
  return parts;
}
