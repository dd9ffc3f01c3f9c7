/** What the building of a page's boxes knows: the markup, its styles, its grid. */

import type { Issue } from '../content/issue.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Markup } from '../template/markup.ts';
import type { Region, TextStyle } from './box.ts';
import type { Cascade, StyleOf } from './cascade.ts';
import type { Measures } from './measure.ts';
import type { Places } from './places.ts';
import type { ProfileStyle } from './profile-properties.ts';
import type { Style } from './properties.ts';
import type { Standing } from './runs.ts';

export interface BuildContext {
  readonly issue: Issue;
  readonly markup: Markup;
  /** The markup without place marks. */
  readonly text: string;
  readonly places: Places;
  readonly styleOf: StyleOf;
  readonly declared: Cascade['declared'];
  /** One object for all text of one style on a page. */
  readonly textStyles: Map<Style, TextStyle>;
  readonly measures: Measures;
  /** What the article whose story it is says of its setting. */
  readonly profile: Partial<ProfileStyle>;
  /** Called for every value of the issue that comes to stand in a box. */
  readonly standing: (standing: Standing) => void;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** The language of all text until an article can say another. */
export const LANGUAGE = 'zh-CN';

/** And what its marks say of it: BCP 47. */
export const LANGUAGES: Readonly<Record<Region, string>> = {
  mainland: LANGUAGE,
  hongkong: 'zh-HK',
  taiwan: 'zh-TW',
};
