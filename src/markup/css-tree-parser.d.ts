/** css-tree's parser alone, at a third of the whole library's start-up; its types come with the whole. */

declare module 'css-tree/parser' {
  import type { parse } from 'css-tree';

  const parser: typeof parse;
  export default parser;
}
