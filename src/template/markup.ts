/** The types of stage ②: a page as layout markup, and what its marks stand for. */

import type { PageSpec } from '../content/issue.ts';
import type { SourceMap } from '../source-map.ts';

/** A value of the issue that the markup uses; marks name it by its index. */
export interface Mark {
  /**
   * Its name in the view model, `articles[0].headline`, `articles[0].body[3]`, `articles[0].photos[1].file`:
   * the identity that the accounts of stage ③ go by.
   */
  readonly path: string;
  /** From the whole value to its file. */
  readonly map: SourceMap;
}

export interface Markup {
  readonly page: PageSpec;
  /** XML of the layout vocabulary, with the marks of `source-marks.ts`. */
  readonly text: string;
  /** The page template's file. */
  readonly template: string;
  /** Files of the page template and its partials; place marks name them by index. */
  readonly files: readonly string[];
  readonly marks: readonly Mark[];
}
