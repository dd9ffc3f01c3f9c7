/** The faces that Banmian vendors: the file each is cut from, those it takes single characters from, its name. */

const SERIF = '@expo-google-fonts/noto-serif-sc';
const SANS = '@expo-google-fonts/noto-sans-sc';
const KAI = '@fontsource/lxgw-wenkai';

/**
 * The Japanese and Hong Kong faces of the same two designs, drawn by the same hands to the same em: for
 * characters of names and of Cantonese that the mainland's faces have not, 𠮷 and 𨋢.
 */
const OTHER_REGIONS = ['JP', 'HK'];

/** LXGW's `latin-500` file is the whole Regular face, Latin or not: 30,429 glyphs. */
export const SOURCES = [
  ...[SERIF, SANS].flatMap((design) =>
    ['400Regular', '700Bold', '900Black'].map((style) => notoFace(design, style)),
  ),
  {
    source: { from: KAI, file: 'files/lxgw-wenkai-latin-500-normal.woff2' },
    donors: [],
    to: 'LXGWWenKai-Regular.ttf',
  },
];

function notoFace(design, style) {
  const family = design === SERIF ? 'NotoSerif' : 'NotoSans';
  const sourceIn = (region) => ({
    from: design.replace('-sc', `-${region.toLowerCase()}`),
    file: `${style}/${family}${region}_${style}.ttf`,
  });
  return {
    source: sourceIn('SC'),
    donors: OTHER_REGIONS.map(sourceIn),
    to: `${family}SC-${style.slice(3)}.ttf`,
  };
}

/**
 * The fonts' own licences; the `LICENSE` of the @expo packages covers only their wrapper. Those of the other
 * regions are the same text.
 */
export const LICENCES = [
  { from: SERIF, file: 'LICENSE_FONT', to: 'LICENSE-NotoSerifSC.txt' },
  { from: SANS, file: 'LICENSE_FONT', to: 'LICENSE-NotoSansSC.txt' },
  { from: KAI, file: 'LICENSE', to: 'LICENSE-LXGWWenKai.txt' },
];
