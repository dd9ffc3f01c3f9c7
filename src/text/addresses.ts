/** A text → its web and e-mail addresses, and which of its characters belong to one. */

/** What stands between blanks and Chinese. */
const TOKEN = /[^\s\u2e80-\uffef]+/gu;
/** It has a scheme or www. in it. */
const WEB = /:\/\/|www\./iu;
const MAIL = /.@[a-z0-9-]+\.[a-z0-9]/iu;
/** A host's name with a path behind it, or in three parts. */
const HOST = /[a-z0-9-]\.[a-z]{2,}\/|[a-z0-9-]{2}\.[a-z0-9-]{2,}\.[a-z]{2}/iu;

/** Where an address stands in its text, UTF-16 units. */
export interface Address {
  readonly start: number;
  readonly end: number;
}

/** In the order of the text. */
export function addressesOf(text: string): readonly Address[] {
  if (!text.includes('.') && !text.includes('://')) return [];
  return [...text.matchAll(TOKEN)].flatMap(({ index, 0: token }) =>
    isAddress(token) ? [{ start: index, end: index + token.length }] : [],
  );
}

/** 1 for each UTF-16 unit of an address; null where the text has none. */
export function addressesIn(text: string): Uint8Array | null {
  const found = addressesOf(text);
  if (found.length === 0) return null;
  const addresses = new Uint8Array(text.length);
  for (const { start, end } of found) addresses.fill(1, start, end);
  return addresses;
}

function isAddress(token: string): boolean {
  return WEB.test(token) || MAIL.test(token) || HOST.test(token);
}
