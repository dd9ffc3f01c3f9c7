/** The path of an issue → its pages' grids with the blocks of their plans (版样纸), as PDF and drawn in letters. */

import { readIssue } from './content/index.ts';
import type { Issue } from './content/issue.ts';
import { type Diagnostic, hasErrors } from './diagnostics.ts';
import { type GridText, gridText, layOutGrid, shareHeight } from './layout/index.ts';
import { parseMarkup } from './markup/index.ts';
import { writePdf } from './pdf/index.ts';
import type { Pieces } from './pieces.ts';
import type { Sources } from './places.ts';
import { renderPages } from './template/index.ts';
import type { World } from './world.ts';

export interface GridOptions {
  readonly templates: string;
  readonly fonts: string;
  readonly userFonts: readonly string[];
  /** Labels of the pages; none: all. */
  readonly pages: readonly string[];
}

export interface GridSheets {
  readonly id: string;
  /** Labels of all pages of the issue. */
  readonly labels: readonly string[];
  /** Labels asked for that the issue has not; then there are no sheets. */
  readonly unknownPages: readonly string[];
  readonly sheets: readonly (GridText & { readonly label: string })[];
  /** Null after an error of stages ① to ③. */
  readonly pdf: Pieces | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** @throws MachineFault when the machine failed. */
export async function gridSheets(world: World, path: string, options: GridOptions): Promise<GridSheets> {
  const read = readIssue(world, path, options);
  const { id, labels, sources, issue } = read;
  const unknownPages = hasErrors(read.diagnostics)
    ? []
    : options.pages.filter((label) => !labels.includes(label));
  const none = { id, labels, unknownPages, sheets: [], pdf: null, sources };
  if (issue === null || unknownPages.length > 0) return { ...none, diagnostics: read.diagnostics };
  const rendered = renderPages(issue);
  const parsed = parseMarkup(rendered.markups, issue);
  const diagnostics = [...read.diagnostics, ...rendered.diagnostics, ...parsed.diagnostics];
  if (hasErrors(diagnostics)) return { ...none, diagnostics };
  const asked = ({ label }: { readonly label: string }): boolean =>
    options.pages.length === 0 || options.pages.includes(label);
  const shared = parsed.pages.filter(asked).map((page) => shareHeight(page, issue.fonts.tables));
  const pages = shared.map(({ page }) => page);
  diagnostics.push(...shared.flatMap((one) => one.diagnostics));
  const { made } = layOutGrid(pages, issue.fonts.tables, coloursOf(issue));
  const pdf = await writePdf(made, {
    target: 'screen',
    title: id,
    about: { id, paper: issue.paper?.text ?? null, number: issue.number?.text ?? null },
    date: issue.date,
    lang: 'zh-CN',
    press: null,
    archive: null,
    swatches: issue.theme.swatches,
    fonts: issue.fonts,
    images: issue.photos,
    layers: new Map(),
  });
  const sheets = pages.map((page) => ({ label: page.label, ...gridText(page) }));
  return { ...none, sheets, pdf, diagnostics };
}

/** The darkest colour of the theme for the blocks, for the grid the next lighter than a third. */
function coloursOf({ theme }: Issue): { readonly grid: string; readonly blocks: string } {
  const byLight = [...theme.swatches]
    .map(([name, { rgb }]) => ({ name, light: rgb[0] + rgb[1] + rgb[2] }))
    .sort((a, b) => a.light - b.light);
  const blocks = byLight[0]!.name;
  const pale = byLight.find(({ light }) => light >= 480 && light < 720);
  return { grid: pale?.name ?? blocks, blocks };
}
