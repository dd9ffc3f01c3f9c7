/** The kinds of PDF that are made from the same pages. */

/**
 * `screen`: RGB, with links and an outline. `print`: PDF/X-4 that is PDF/A-2u as well. `archive`: PDF/A-3a and
 * PDF/UA-1, the sources inside.
 */
export type Target = 'screen' | 'print' | 'archive';

/** The kinds that can be made, in the order that `all` makes them. */
export const TARGETS: readonly Target[] = ['screen', 'print', 'archive'];
