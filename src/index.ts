/** The library's public face: an issue's path → pages, PDF and report, for programs that do not use a shell. */

export { type Compiled, type CompileOptions, compile } from './compile.ts';
export type { Diagnostic, Message, Severity, Span } from './diagnostics.ts';
export { type DiskWorld, diskWorld } from './disk-world.ts';
export { type FitLine, type FitOptions, type FitText, type Fitted, fit } from './fit.ts';
export type { Language } from './language.ts';
export type { Made, Page } from './layout/page.ts';
export { type LayoutFile, layoutFile } from './layout-file.ts';
export { OWN_FOLDERS as ownFolders } from './own-folders.ts';
export { joinPieces, type PdfFile, type Pieces } from './pieces.ts';
export { type Published, type PublishOptions, publish } from './publish.ts';
export { namePdfs, type Report, reportOf } from './report.ts';
export type { Stage, Timings } from './stage-run.ts';
export type { Target } from './target.ts';
export { type Input, MachineFault, type Parts, type Read, type World } from './world.ts';
