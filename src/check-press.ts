/** Finished pages and their press → the photos that have too few pixels for it. */

import type { Issue, PhotoUse } from './content/issue.ts';
import { type Diagnostic, errorAt, message, type Span, warningAt } from './diagnostics.ts';
import type { Made, Picture } from './layout/page.ts';
import { pressFor } from './press.ts';

/** Below these parts of the press's resolution a photo is soft in print, or shows its pixels. */
const SOFT = 3 / 4;
const COARSE = 1 / 2;

/**
 * Effective resolution: pixels of the photo an inch of the page, cropping counted.
 *
 * @returns a warning for each photo with less than three quarters of the press's resolution, an error for each
 * with less than half of it that its article does not allow.
 */
export function checkPress(
  { pages: specs, photos, press: wish }: Issue,
  { pages }: Made,
): readonly Diagnostic[] {
  const { resolution } = pressFor(wish);
  const uses = specs.flatMap(({ articles }) => articles.flatMap((article) => article.photos));
  // A page that was set because a story goes on from it does not go to print.
  const wanted = pages.filter((_, index) => specs[index]!.wanted);
  return wanted.flatMap(({ items, blocks }) =>
    items.flatMap((item) => {
      const info = item.kind === 'picture' ? photos.get(item.image) : undefined;
      if (item.kind !== 'picture' || info === undefined || info.format === 'svg') return [];
      const effective = (info.width * item.crop.width * 72) / item.box.width;
      if (effective >= resolution * SOFT) return [];
      const at = blocks.find(({ id }) => id === item.block)?.source ?? null;
      const use = useOf(uses, item, at);
      const tooFew = { file: item.image, span: use?.span ?? at, effective, resolution };
      return effective < resolution * COARSE && use?.lowResolution !== 'allowed'
        ? [coarse(tooFew)]
        : [soft(tooFew)];
    }),
  );
}

/** The photo of the article that the block came from; a template may show one elsewhere, too. */
function useOf(uses: readonly PhotoUse[], { image }: Picture, at: Span | null): PhotoUse | undefined {
  const same = uses.filter(({ file }) => file === image);
  return same.find(({ span }) => span.file === at?.file && span.start === at.start) ?? same[0];
}

interface TooFew {
  readonly file: string;
  readonly span: Span | null;
  /** ppi. */
  readonly effective: number;
  readonly resolution: number;
}

function soft({ file, span, effective, resolution }: TooFew): Diagnostic {
  return warningAt(span, 'photo-low-resolution', ...words(file, effective, resolution));
}

function coarse({ file, span, effective, resolution }: TooFew): Diagnostic {
  return errorAt(
    span,
    'photo-low-resolution',
    ...words(file, effective, resolution),
    message(
      '只有这一张、非登不可的，在这张图片下写“低分辨率: 允许”。',
      'If there is no other and it must go in, write `low-resolution: allowed` under the photo.',
    ),
  );
}

function words(file: string, effective: number, resolution: number) {
  const ppi = Math.floor(effective);
  const times = (resolution / effective).toFixed(1);
  return [
    message(
      `图片“${file}”按登出的大小只有 ${ppi} ppi，印刷要 ${resolution} ppi`,
      `the photo "${file}" has ${ppi} ppi at its size on the page; the press takes ${resolution}`,
    ),
    message(
      `换一张边长有 ${times} 倍像素的，或把图排小些。`,
      `Use one with ${times} times the pixels along its sides, or set it smaller.`,
    ),
  ] as const;
}
