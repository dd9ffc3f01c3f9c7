/** The words of `profile:` (排版), by which a theme or an article names the rules its lines follow. */

const word = <const V extends string, const G extends string>(
  group: G,
  value: V,
  ...aliases: readonly string[]
): { readonly group: G; readonly value: V; readonly aliases: readonly string[] } => ({
  group,
  value,
  aliases,
});

/** Of each group one word at the most. */
export const PROFILE_WORDS = [
  word('prohibition', 'gb', '国标'),
  word('prohibition', 'basic', '基本'),
  word('prohibition', 'strict', '严格'),
  word('prohibition', 'no-prohibition', '不避头尾', 'none'),
  word('prohibition', 'css-strict'),
  word('prohibition', 'css-normal'),
  word('prohibition', 'css-loose'),
  word('marks', 'quanjiao', '全角'),
  word('marks', 'kaiming', '开明'),
  word('marks', 'hangmobanjiao', '行末半角'),
  word('marks', 'banjiao', '半角'),
  word('marks', 'plain', '原样'),
  word('region', 'mainland', '大陆'),
  word('region', 'hongkong', '香港'),
  word('region', 'taiwan', '台湾'),
  word('gap', 'gap-0', '不加空'),
  word('gap', 'gap-1/8', '空1/8'),
  word('gap', 'gap-1/4', '空1/4'),
  word('start', 'trim-start', '行首收空'),
  word('start', 'no-trim-start', '行首留空'),
  word('hanging', 'hanging', '悬挂'),
  word('hanging', 'no-hanging', '不悬挂'),
  word('numerals', 'turned-numerals', '数字转向'),
  word('numerals', 'han-numerals', '汉字数字'),
] as const;

export type ProfileWord = (typeof PROFILE_WORDS)[number]['value'];

/** Where quotes are 「」 and 『』. */
export function hasCorners(profile: readonly ProfileWord[], otherwise: boolean): boolean {
  if (profile.includes('hongkong') || profile.includes('taiwan')) return true;
  return profile.includes('mainland') ? false : otherwise;
}
