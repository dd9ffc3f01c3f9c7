/** The blocks of a body on their way into an issue, and how one that is not sound is refused. */

import type { Nodes } from 'mdast';
import { errorAt, type Message } from '../diagnostics.ts';
import type { Draft } from './draft.ts';
import { type Reading, spanOfNode } from './inline.ts';
import type { CellPlace } from './issue.ts';

export type BlockDraft =
  | { readonly kind: 'paragraph'; readonly draft: Draft }
  | { readonly kind: 'subhead'; readonly level: 2 | 3 | 4; readonly draft: Draft }
  | { readonly kind: 'quote'; readonly draft: Draft }
  | { readonly kind: 'item'; readonly marker: string; readonly draft: Draft }
  | (CellPlace & { readonly kind: 'cell'; readonly draft: Draft })
  | { readonly kind: 'verse'; readonly stanza: boolean; readonly draft: Draft };

/** An error at the node; no block. */
export function refuse(
  reading: Reading,
  node: Nodes,
  code: string,
  ...[text, ...hints]: [Message, ...Message[]]
): [] {
  reading.diagnostics.push(errorAt(spanOfNode(reading, node), code, text, ...hints));
  return [];
}
