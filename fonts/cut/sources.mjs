/** The faces that Banmian vendors: the file each is cut from, and the file it becomes. */

const SERIF = '@expo-google-fonts/noto-serif-sc';
const SANS = '@expo-google-fonts/noto-sans-sc';
const KAI = '@fontsource/lxgw-wenkai';

/** LXGW's `latin-500` file is the whole Regular face, Latin or not: 30,429 glyphs. */
export const SOURCES = [
  { from: SERIF, file: '400Regular/NotoSerifSC_400Regular.ttf', to: 'NotoSerifSC-Regular.ttf' },
  { from: SERIF, file: '700Bold/NotoSerifSC_700Bold.ttf', to: 'NotoSerifSC-Bold.ttf' },
  { from: SERIF, file: '900Black/NotoSerifSC_900Black.ttf', to: 'NotoSerifSC-Black.ttf' },
  { from: SANS, file: '400Regular/NotoSansSC_400Regular.ttf', to: 'NotoSansSC-Regular.ttf' },
  { from: SANS, file: '700Bold/NotoSansSC_700Bold.ttf', to: 'NotoSansSC-Bold.ttf' },
  { from: SANS, file: '900Black/NotoSansSC_900Black.ttf', to: 'NotoSansSC-Black.ttf' },
  { from: KAI, file: 'files/lxgw-wenkai-latin-500-normal.woff2', to: 'LXGWWenKai-Regular.ttf' },
];

/** The fonts' own licences; the `LICENSE` of the @expo packages covers only their wrapper. */
export const LICENCES = [
  { from: SERIF, file: 'LICENSE_FONT', to: 'LICENSE-NotoSerifSC.txt' },
  { from: SANS, file: 'LICENSE_FONT', to: 'LICENSE-NotoSansSC.txt' },
  { from: KAI, file: 'LICENSE', to: 'LICENSE-LXGWWenKai.txt' },
];
