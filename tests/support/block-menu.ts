/** Heights and their costs → the menu of a paragraph that may be divided, two lines kept together at either end. */

import type { BlockMenu } from '../../src/layout/distribute.ts';

export function paragraphMenu(options: BlockMenu['options']): BlockMenu {
  return {
    options,
    divisible: true,
    spaceBefore: 0,
    spaceAfter: 0,
    keepWithNext: 0,
    orphans: 2,
    widows: 2,
    together: 0,
    cut: null,
  };
}
