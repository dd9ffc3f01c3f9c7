/** Strings → where the engine breaks lines in them, and how wide it sets them. */

import { loadFonts } from '../../../dist/fonts/index.js';
import { diskWorld, ownFolders } from '../../../dist/index.js';
import { Break } from '../../../dist/text/cells.js';
import { prepareParagraph } from '../../../dist/text/index.js';
import { PLAIN_PROFILE } from '../../support/plain-profile.mjs';

const { library } = loadFonts(diskWorld(), {
  vendored: ownFolders.fonts,
  userFolders: [],
  parseYaml: () => null,
});

function galleyOf(text) {
  const style = { faces: ['song-400'], size: 10, swatch: 'black', tracking: 0, lang: 'zh-CN', spaceWidth: 0 };
  const map = { file: 'text', runs: [{ at: 0, start: 0 }], end: text.length };
  const paragraph = {
    direction: 'across',
    marks: [],
    kept: [],
    runs: [{ text, map, style }],
    size: 10,
    profile: PLAIN_PROFILE,
  };
  return prepareParagraph(paragraph, library.tables);
}

/** As `inChromium` says it. Hyphenation is off in both: it is no matter of opportunities. */
export function inEngine(text) {
  const { cells } = galleyOf(text);
  const breaks = [];
  let width = 0;
  for (let i = 0; i < cells.count; i++) {
    width += cells.left[i] + cells.core[i] + cells.right[i];
    const kind = cells.breakAfter[i];
    if (i + 1 < cells.count && kind === Break.MAY) breaks.push(cells.start[i + 1]);
  }
  return { breaks, width: width / 1000 };
}
