/** The smallest JPEG and PNG files that have what a header reader looks at; they show no picture. */

export interface TinyJpeg {
  readonly width?: number;
  readonly height?: number;
  readonly components?: number;
  readonly precision?: number;
  /** Frame marker: C0 baseline, C2 progressive, C9 arithmetic. */
  readonly frame?: number;
  readonly orientation?: number;
  readonly scans?: number;
  /** Of each component, across and down. */
  readonly sampling?: number;
}

export function tinyJpeg(options: TinyJpeg = {}): Uint8Array {
  const { width = 1800, height = 1200, components = 3, precision = 8, frame = 0xc0, scans = 1 } = options;
  const two = (n: number): number[] => [n >> 8, n & 255];
  const segment = (marker: number, body: readonly number[]): number[] => [
    0xff,
    marker,
    ...two(body.length + 2),
    ...body,
  ];
  const exif = options.orientation === undefined ? [] : segment(0xe1, exifBody(options.orientation));
  const sampling = options.sampling ?? 0x11;
  const parts = Array.from({ length: components }, (_, k) => [k + 1, sampling, 0]).flat();
  // Picture data with a stuffed FF 00 and a restart mark, which are no end.
  const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];
  return Uint8Array.from([
    0xff,
    0xd8,
    ...exif,
    ...segment(frame, [precision, ...two(height), ...two(width), components, ...parts]),
    ...Array.from({ length: scans }, () => scan).flat(),
    0xff,
    0xd9,
  ]);
}

/** `Exif`, then a big-endian TIFF directory with a make and the orientation. */
function exifBody(orientation: number): number[] {
  const make = [0x01, 0x0f, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0];
  const turn = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  return [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 2, ...make, ...turn];
}

export interface TinyPng {
  readonly width?: number;
  readonly height?: number;
  readonly colour?: number;
  readonly bits?: number;
  /** Compression, filter and interlace methods. */
  readonly methods?: readonly [number, number, number];
  /** Chunk types between IHDR and IEND. */
  readonly chunks?: readonly string[];
}

export function tinyPng({
  width = 640,
  height = 480,
  colour = 2,
  bits = 8,
  methods = [0, 0, 0],
  chunks = colour === 3 ? ['PLTE', 'IDAT'] : ['IDAT'],
}: TinyPng = {}): Uint8Array {
  const four = (n: number): number[] => [n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255];
  const chunk = (type: string, body: readonly number[]): number[] => [
    ...four(body.length),
    ...[...type].map((c) => c.charCodeAt(0)),
    ...body,
    ...four(0),
  ];
  return Uint8Array.from([
    0x89,
    ...[...'PNG\r\n\x1a\n'].map((c) => c.charCodeAt(0)),
    ...chunk('IHDR', [...four(width), ...four(height), bits, colour, ...methods]),
    ...chunks.flatMap((type) => chunk(type, [1, 2, 3])),
    ...chunk('IEND', []),
  ]);
}
