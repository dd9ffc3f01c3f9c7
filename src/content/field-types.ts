/** The words in which fields are described, and what a checked value of each kind is. */

import { type Message, message, type Span } from '../diagnostics.ts';
import type { Outline, WrapStart, WrapWidth } from '../wrap-words.ts';
import type { Draft } from './draft.ts';

export type FieldType =
  /** Text that is set on the page: one line, normalised, with its source map; with `rows`, as its author parts it. */
  | { readonly kind: 'prose'; readonly rows: boolean }
  /** Text that is not set. `form`: what it must look like. */
  | { readonly kind: 'text'; readonly form: 'any' | 'path' | 'name' | 'date' }
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly options: readonly Choice[] }
  /** Several choices on one line, of each group one at the most: `strict kaiming`. */
  | { readonly kind: 'words'; readonly options: readonly (Choice & { readonly group: string })[] }
  /** From one whole number to another, both included: `1-5`; one alone: `5`. */
  | { readonly kind: 'range'; readonly max: number }
  /** Rectangles of the grid, columns and lines: `1-2:62-114 3-4:72-114`. */
  | { readonly kind: 'area' }
  /** Lines as they stand, of letters that draw something. */
  | { readonly kind: 'drawing' }
  /** Two percentages, across and down: `40% 30%`. */
  | { readonly kind: 'point' }
  /** Of a picture that text runs round: its width, where it begins, its outline. */
  | { readonly kind: 'shape'; readonly form: 'width' | 'start' | 'outline' }
  /** So many whole numbers: `[0, 0, 0]`. */
  | { readonly kind: 'numbers'; readonly count: number; readonly max: number }
  | { readonly kind: 'list'; readonly of: FieldType }
  | { readonly kind: 'record'; readonly fields: Fields }
  /** The fields themselves, or the path of a file that holds them. */
  | { readonly kind: 'record-or-path'; readonly fields: Fields }
  /** Records under names of the author's own. */
  | { readonly kind: 'dictionary'; readonly fields: Fields };

export interface Choice {
  readonly value: string;
  readonly aliases: readonly string[];
}

export interface Field<T extends FieldType = FieldType> {
  readonly type: T;
  readonly required: boolean;
  /** Other names of the same field. */
  readonly aliases: readonly string[];
  /** One sentence for the editor who hovers over it. */
  readonly doc: Message;
}

type Doc = readonly [zh: string, en: string];

export function optional<const T extends FieldType>(
  type: T,
  aliases: readonly string[],
  [zh, en]: Doc,
): Field<T> {
  return { type, required: false, aliases, doc: message(zh, en) };
}

export function required<const T extends FieldType>(type: T, aliases: readonly string[], doc: Doc): Field<T> {
  return { ...optional(type, aliases, doc), required: true };
}

export type Fields = { readonly [name: string]: Field };

/** A value and where it stands. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

type OptionOf<T> = T extends { readonly options: readonly { readonly value: infer V }[] } ? V : never;

interface Shapes {
  readonly width: WrapWidth;
  readonly start: WrapStart;
  readonly outline: Outline;
}

/** What a field of type `T` gives. */
export type ValueOf<T extends FieldType> = T extends { kind: 'prose' | 'drawing' }
  ? Draft
  : T extends { kind: 'text' }
    ? Located<string>
    : T extends { kind: 'whole' }
      ? Located<number>
      : T extends { kind: 'choice' }
        ? Located<OptionOf<T>>
        : T extends { kind: 'words' }
          ? Located<readonly OptionOf<T>[]>
          : T extends { kind: 'range' }
            ? Located<{ readonly from: number; readonly to: number }>
            : T extends { kind: 'area' }
              ? Located<string>
              : T extends { kind: 'point' }
                ? Located<{ readonly x: number; readonly y: number }>
                : T extends { kind: 'shape'; form: infer S extends keyof Shapes }
                  ? Located<Shapes[S]>
                  : T extends { kind: 'numbers' }
                    ? Located<readonly number[]>
                    : T extends { kind: 'list'; of: infer I extends FieldType }
                      ? Located<readonly ValueOf<I>[]>
                      : T extends { kind: 'record'; fields: infer F extends Fields }
                        ? Located<Values<F>>
                        : T extends { kind: 'record-or-path'; fields: infer F extends Fields }
                          ? Located<{ readonly path: string } | { readonly record: Values<F> }>
                          : T extends { kind: 'dictionary'; fields: infer F extends Fields }
                            ? Located<ReadonlyMap<string, Located<Values<F>>>>
                            : never;

/** The checked fields of a record; null: not given, or given wrongly, which was reported. */
export type Values<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]['type']> | null };
