/** The library's public face: an issue's path → pages, PDF and report, for programs that do not use a shell. */

export {
  type Compiled,
  type CompileOptions,
  compile,
  type PdfFile,
  type Stage,
  type Target,
  type Timings,
} from './compile.ts';
