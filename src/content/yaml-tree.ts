/** What reading YAML gives: a tree of plain nodes, each with its place. */

import type { Diagnostic, Span } from '../diagnostics.ts';
import type { Draft } from './draft.ts';
import type { ScalarStyle } from './yaml-scalars.ts';
import type { Comment } from './yaml-syntax.ts';

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

export type YamlNode =
  | {
      readonly kind: 'text';
      readonly draft: Draft;
      readonly style: ScalarStyle;
      /** What follows on the same line behind ` #`. */
      readonly comment: Comment | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'list';
      readonly items: readonly YamlNode[];
      readonly flow: boolean;
      readonly span: Span;
    }
  | {
      readonly kind: 'map';
      readonly entries: readonly YamlEntry[];
      readonly flow: boolean;
      readonly span: Span;
    }
  /** A key or a dash with nothing behind it; `colon`: in a flow mapping, whether the key had one. */
  | { readonly kind: 'nothing'; readonly colon: boolean; readonly span: Span };

export interface YamlRead {
  /** Null where the text is empty or its structure cannot be trusted. */
  readonly root: YamlNode | null;
  readonly diagnostics: readonly Diagnostic[];
  /** True for a place on a line of which YAML made something else than its author meant. */
  readonly isDamaged: (span: Span) => boolean;
}
