/** An issue → what its photos lack for an archive: words for those who cannot see them, colours that it knows. */

import type { Issue, PhotoUse } from './content/issue.ts';
import { type Diagnostic, errorAt, message } from './diagnostics.ts';

/**
 * @returns an error for each photo of a page that is built with neither alternative text nor caption (ISO 14289-1,
 * 7.3), and for each in CMYK, which the RGB of the file says nothing of (ISO 19005-3, 6.2.4.3).
 */
export function checkArchive({ pages, photos }: Issue): readonly Diagnostic[] {
  const uses = pages
    .filter(({ wanted }) => wanted)
    .flatMap(({ articles }) => articles.flatMap((article) => article.photos));
  const inks = uses.filter(({ file }) => {
    const info = photos.get(file);
    return info !== undefined && info.format !== 'svg' && info.channels === 'cmyk';
  });
  return [...uses.filter(isSilent).map(silent), ...inks.map(inCmyk)];
}

function isSilent({ alt, caption }: PhotoUse): boolean {
  return alt === null && caption === null;
}

function silent({ file, span }: PhotoUse): Diagnostic {
  return errorAt(
    span,
    'photo-without-words',
    message(
      `图片“${file}”没有图说，也没有 alt，读屏的人不知道它是什么，存档版不收`,
      `the photo "${file}" has neither a caption nor an alt: an archive takes none that cannot be read out`,
    ),
    message(
      '写上图说（caption）；不登图说的，用 alt 写一句图上是什么。',
      'Give it a caption, or say in alt what it shows.',
    ),
  );
}

function inCmyk({ file, span }: PhotoUse): Diagnostic {
  return errorAt(
    span,
    'photo-in-cmyk',
    message(
      `图片“${file}”是 CMYK 的，存档版只收 RGB 和灰度`,
      `the photo "${file}" is in CMYK: an archive takes RGB and grey`,
    ),
    message('请从原片另存一张 sRGB 的。', 'Export it once more in sRGB.'),
  );
}
