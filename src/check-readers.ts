/** An issue → what its photos lack for readers: words for those who cannot see them, colours that an archive knows. */

import type { Issue, PhotoUse } from './content/issue.ts';
import { type Diagnostic, errorAt, message, warningAt } from './diagnostics.ts';
import type { Target } from './target.ts';

/**
 * @returns for each photo of a page that is built with neither alternative text nor caption an error in an archive
 * (ISO 14289-1, 7.3), a warning for the screen; an error in an archive for each in CMYK, which the RGB of the file
 * says nothing of (ISO 19005-3, 6.2.4.3).
 */
export function checkReaders({ pages, photos }: Issue, targets: readonly Target[]): readonly Diagnostic[] {
  const uses = pages
    .filter(({ wanted }) => wanted)
    .flatMap(({ articles }) => articles.flatMap((article) => article.photos));
  const silent = uses.filter(({ alt, caption }) => alt === null && caption === null);
  if (!targets.includes('archive')) return targets.includes('screen') ? silent.map(silentOnScreen) : [];
  const inks = uses.filter(({ file }) => {
    const info = photos.get(file);
    return info !== undefined && info.format !== 'svg' && info.channels === 'cmyk';
  });
  return [...silent.map(silentInArchive), ...inks.map(inCmyk)];
}

function silentInArchive({ file, span }: PhotoUse): Diagnostic {
  return errorAt(
    span,
    'photo-without-words',
    message(
      `图片“${file}”没有图说，也没有 alt，读屏的人不知道它是什么，存档版不收`,
      `the photo "${file}" has neither a caption nor an alt: an archive takes none that cannot be read out`,
    ),
    GIVE_WORDS,
  );
}

function silentOnScreen({ file, span }: PhotoUse): Diagnostic {
  return warningAt(
    span,
    'photo-without-words',
    message(
      `图片“${file}”没有图说，也没有 alt，读屏的人不知道它是什么`,
      `the photo "${file}" has neither a caption nor an alt: who cannot see it learns nothing of it`,
    ),
    GIVE_WORDS,
  );
}

const GIVE_WORDS = message(
  '写上图说（caption）；不登图说的，用 alt 写一句图上是什么。',
  'Give it a caption, or say in alt what it shows.',
);

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
