export function graft(
  face: Uint8Array,
  donor: Uint8Array,
  glyphs: readonly (readonly [codePoint: number, gid: number])[],
): Uint8Array;
