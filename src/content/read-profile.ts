/** The words of a profile as they are written → what they name. */

import { PROFILE_WORDS, type ProfileWord } from './profile-words.ts';
import { readScalar, type ScalarFault } from './scalars.ts';

/** Blanks or commas between words; the fault of the first that is wrong. */
export function readProfileWords(
  text: string,
): { readonly words: readonly ProfileWord[] } | { readonly fault: ScalarFault } {
  const read = readScalar({ kind: 'words', options: PROFILE_WORDS }, text);
  return 'fault' in read ? read : { words: read.value as readonly ProfileWord[] };
}
