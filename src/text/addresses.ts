/** A text → which of its characters belong to web and e-mail addresses. */

/** What stands between blanks and Chinese. */
const TOKEN = /[^\s\u2e80-\uffef]+/gu;
/** It has a scheme or www. in it. */
const WEB = /:\/\/|www\./iu;
const MAIL = /.@[a-z0-9-]+\.[a-z0-9]/iu;
/** A host's name with a path behind it, or in three parts. */
const HOST = /[a-z0-9-]\.[a-z]{2,}\/|[a-z0-9-]{2}\.[a-z0-9-]{2,}\.[a-z]{2}/iu;

/** 1 for each UTF-16 unit of an address; null where the text has none. */
export function addressesIn(text: string): Uint8Array | null {
  if (!text.includes('.') && !text.includes('://')) return null;
  let addresses: Uint8Array | null = null;
  for (const { index, 0: token } of text.matchAll(TOKEN)) {
    if (!isAddress(token)) continue;
    addresses ??= new Uint8Array(text.length);
    addresses.fill(1, index, index + token.length);
  }
  return addresses;
}

function isAddress(token: string): boolean {
  return WEB.test(token) || MAIL.test(token) || HOST.test(token);
}
