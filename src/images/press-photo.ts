/** A photo and its press → its pixels for the press: in its resolution, CMYK within the limit of ink, or grey. */

import { createHash } from 'node:crypto';
import type { Sharp, SharpOptions } from 'sharp';
import { cmykTiff } from './cmyk-tiff.ts';
import { MAX_PIXELS, type PhotoInfo } from './image.ts';
import { limitInk, mostInk } from './ink.ts';
import { hasAdobeMark } from './jpeg.ts';

export interface PressPhotoJob {
  readonly photo: PhotoInfo;
  /** Pixels that the page takes at the resolution of the press; a photo with fewer is left as it is. */
  readonly width: number;
  readonly height: number;
  /** The profile's path. */
  readonly profile: string;
  /** %. */
  readonly inkLimit: number;
}

/** Turned upright. */
export interface PressPhoto {
  readonly width: number;
  readonly height: number;
  readonly channels: 'grey' | 'cmyk';
  /** A JPEG; of CMYK inverted, with Adobe's mark. */
  readonly jpeg: Uint8Array;
}

/** Of a newsprint halftone nothing more is seen; of CMYK no colour may be halved, its channels are inks. */
const JPEG = { quality: 90, chromaSubsampling: '4:4:4' } as const;
/** Pixels are sharpened by this radius once they are as few as the press takes. */
const SHARPEN = { sigma: 0.6 };
/** Bytes of converted photos that a process keeps for its next builds. */
const MOST_KEPT = 64_000_000;

const kept = new Map<string, PressPhoto>();
let keptBytes = 0;

/**
 * Converts a photo; a second time, in the same process, the same photo at the same size is had at once.
 * @returns null if its pixels cannot be had.
 */
export async function pressPhoto(job: PressPhotoJob): Promise<PressPhoto | null> {
  const key = keyOf(job);
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = await convert(job);
  if (made !== null) keep(key, made);
  return made;
}

function keyOf({ photo, width, height, profile, inkLimit }: PressPhotoJob): string {
  const content = createHash('sha256').update(photo.bytes).digest('hex');
  return [content, width, height, profile, inkLimit].join(' ');
}

function keep(key: string, made: PressPhoto): void {
  if (keptBytes + made.jpeg.length > MOST_KEPT) {
    kept.clear();
    keptBytes = 0;
  }
  kept.set(key, made);
  keptBytes += made.jpeg.length;
}

interface Pixels {
  readonly samples: Uint8Array;
  readonly width: number;
  readonly height: number;
}

type OpenSharp = (input: Uint8Array, options?: SharpOptions) => Sharp;

async function convert(job: PressPhotoJob): Promise<PressPhoto | null> {
  const { default: open } = await import('sharp');
  try {
    const { photo, inkLimit } = job;
    if (photo.channels === 'grey') return await greyPhoto(open, await pixelsOf(open, job, 'b-w'));
    if (photo.channels === 'cmyk') return await cmykPhoto(open, await inksOf(open, job), inkLimit);
    const pixels = await pixelsOf(open, job, 'srgb');
    if (isGrey(pixels.samples)) return await greyPhoto(open, firstOfThree(pixels));
    return await cmykPhoto(open, await separated(open, pixels, job.profile), inkLimit);
  } catch {
    // Whatever libvips finds wrong with a file, the pixels cannot be had.
    return null;
  }
}

/** Upright, at the size for the page, on white paper; an embedded profile is heeded, but CMYK keeps its inks. */
async function pixelsOf(
  open: OpenSharp,
  { photo, width, height }: PressPhotoJob,
  space: 'b-w' | 'cmyk' | 'srgb',
): Promise<Pixels> {
  const scale = Math.min(1, Math.max(width / photo.width, height / photo.height));
  let image = open(photo.bytes, { limitInputPixels: MAX_PIXELS }).autoOrient();
  if (space === 'cmyk') image = image.pipelineColourspace('cmyk');
  if (photo.alpha) image = image.flatten({ background: '#ffffff' });
  if (scale < 1) {
    const size = [photo.width * scale, photo.height * scale].map((side) => Math.max(1, Math.round(side)));
    image = image.resize(size[0]!, size[1]!, { fit: 'fill' });
    if (space !== 'cmyk') image = image.sharpen(SHARPEN);
  }
  const { data, info } = await image.toColourspace(space).raw().toBuffer({ resolveWithObject: true });
  return { samples: data, width: info.width, height: info.height };
}

/** libvips takes every CMYK JPEG for inverted, which those without Adobe's mark are not. */
async function inksOf(open: OpenSharp, job: PressPhotoJob): Promise<Pixels> {
  const pixels = await pixelsOf(open, job, 'cmyk');
  if (job.photo.format !== 'jpeg' || hasAdobeMark(job.photo.bytes)) return pixels;
  return { ...pixels, samples: pixels.samples.map((ink) => 255 - ink) };
}

/** Three samples that are equal, or as good as equal where a JPEG rounded them. */
function isGrey(samples: Uint8Array): boolean {
  for (let at = 0; at < samples.length; at += 3) {
    const [red, green, blue] = [samples[at]!, samples[at + 1]!, samples[at + 2]!];
    if (Math.abs(red - green) > 2 || Math.abs(green - blue) > 2 || Math.abs(red - blue) > 2) return false;
  }
  return true;
}

function firstOfThree({ samples, ...size }: Pixels): Pixels {
  const grey = new Uint8Array(samples.length / 3);
  for (let at = 0; at < grey.length; at++) grey[at] = samples[3 * at + 1]!;
  return { samples: grey, ...size };
}

async function greyPhoto(open: OpenSharp, { samples, width, height }: Pixels): Promise<PressPhoto> {
  const raw = { width, height, channels: 1 } as const;
  const jpeg = await open(samples, { raw }).toColourspace('b-w').jpeg(JPEG).toBuffer();
  return { width, height, channels: 'grey', jpeg };
}

/** sRGB through the profile of the press. */
async function separated(
  open: OpenSharp,
  { samples, width, height }: Pixels,
  profile: string,
): Promise<Pixels> {
  const raw = { width, height, channels: 3 } as const;
  // The profile is the PDF's output intent: with each photo it would be a quarter of a megabyte.
  const image = open(samples, { raw }).toColourspace('cmyk').withIccProfile(profile, { attach: false });
  return { samples: await image.raw().toBuffer(), width, height };
}

/** Tries: a JPEG overshoots at edges, so the limit for the pixels is lowered by what was too much. */
const TRIES = 4;

async function cmykPhoto(
  open: OpenSharp,
  { samples, width, height }: Pixels,
  inkLimit: number,
): Promise<PressPhoto> {
  let limit = inkLimit;
  let jpeg: Uint8Array = new Uint8Array(0);
  for (let tried = 0; tried < TRIES; tried++) {
    limitInk(samples, limit);
    const image = open(cmykTiff(width, height, samples))
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk');
    jpeg = await image.jpeg(JPEG).toBuffer();
    const most = mostInk(await cmykSamples(open, jpeg));
    if (most <= inkLimit) break;
    limit -= most - inkLimit + 0.5;
  }
  return { width, height, channels: 'cmyk', jpeg };
}

function cmykSamples(open: OpenSharp, jpeg: Uint8Array): Promise<Uint8Array> {
  return open(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
}
