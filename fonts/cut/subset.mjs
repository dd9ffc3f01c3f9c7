/** A TrueType font and code points → the font with those characters only, by HarfBuzz's subsetter. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Numbers of HarfBuzz's hb-subset.h and hb-common.h. */
const SETS = { nameId: 4, nameLanguage: 5, layoutFeature: 6, layoutScript: 7 };
const NO_HINTING = 1;
const MEMORY_MODE_WRITABLE = 2;

/** Opens the subsetter: `(font bytes, code points) → bytes`. */
export async function openSubsetter() {
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {});
  const hb = instance.exports;
  hb._initialize();
  return (bytes, codePoints) => subset(hb, bytes, codePoints);
}

function subset(hb, bytes, codePoints) {
  const at = hb.malloc(bytes.length);
  new Uint8Array(hb.memory.buffer).set(bytes, at);
  const blob = hb.hb_blob_create(at, bytes.length, MEMORY_MODE_WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  const wanted = hb.hb_subset_input_unicode_set(input);
  for (const codePoint of codePoints) hb.hb_set_add(wanted, codePoint);
  for (const set of Object.values(SETS)) keepAll(hb, hb.hb_subset_input_set(input, set));
  hb.hb_subset_input_set_flags(input, NO_HINTING);
  const cut = hb.hb_subset_or_fail(face, input);
  if (cut === 0) throw new Error('hb-subset refused the font');
  const result = hb.hb_face_reference_blob(cut);
  const start = hb.hb_blob_get_data(result, 0);
  const copy = new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(result));
  for (const made of [cut, face]) hb.hb_face_destroy(made);
  for (const made of [result, blob]) hb.hb_blob_destroy(made);
  hb.hb_subset_input_destroy(input);
  hb.free(at);
  return copy;
}

/** An inverted empty set holds everything: all features, all scripts, all entries of the name table. */
function keepAll(hb, set) {
  hb.hb_set_clear(set);
  hb.hb_set_invert(set);
}
