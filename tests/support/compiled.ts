/** A few words about a build → a `Compiled` as compile would hand it over. */

import type { Compiled } from '../../src/compile.ts';
import { line, made } from './made.ts';

const encoder = new TextEncoder();

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

export const ARTICLE = '---\nheadline: 春\n---\n春风\n';

/** One page, 05, built without a fault. */
export function compiled(changes: Partial<Compiled> = {}): Compiled {
  return {
    id: 'spring',
    labels: ['05'],
    unknownPages: [],
    single: false,
    made: made([{ items: [line({ text: '春风', x: 10, y: 20 })] }]),
    silenced: [],
    form: [],
    proofs: [],
    pdfs: [{ target: 'screen', labels: ['05'], pieces: [bytesOf('%PDF')] }],
    diagnostics: [],
    sources: new Map([['articles/a.md', ARTICLE]]),
    inputs: [{ file: 'issue.yaml', bytes: bytesOf('date: 2020-04-08\n') }],
    normalized: {},
    timings: { content: 1, template: 1, markup: 1, layout: 1, pdf: 1 },
    ...changes,
  };
}
