/** A sentence in both languages → the one that is asked for. */

import type { Message } from './diagnostics.ts';

export type Language = 'zh' | 'en';

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

export function inLanguage(message: Message, language: Language): string {
  return message[language];
}
