/** The kinds of PDF that are made from the same pages. */

/** `screen`: RGB, with links and an outline. */
export type Target = 'screen';
