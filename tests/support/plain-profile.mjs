/** The profile of plain Chinese text, for scripts that call the built text room without stage ③. */

export const PLAIN_PROFILE = {
  prohibition: 'gb',
  marks: 'quanjiao',
  region: 'mainland',
  autospace: 0,
  trimStart: true,
  hanging: false,
  keepAll: false,
};
