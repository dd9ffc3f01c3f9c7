/** What a rule of normalising gives: an edit, and the name under which it is counted. */

import type { Edit } from '../draft.ts';

export interface Change extends Edit {
  readonly kind: string;
}
