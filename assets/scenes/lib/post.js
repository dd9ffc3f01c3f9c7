import { makeRandom } from './random.js';

/** Develops linear light into a picture: glow, exposure, film curve, colour balance, vignette, sharpening, grain. */

const DEFAULTS = {
  exposure: 1,
  contrast: 1,
  saturation: 1,
  glow: 0.06,
  glowFrom: 1.2,
  vignette: 0.22,
  grain: 0.018,
  sharpen: 0.35,
  balance: [1, 1, 1],
  black: 0,
  seed: 7,
};

export function develop(pixels, width, height, options) {
  const o = { ...DEFAULTS, ...options };
  const light = toPlanes(pixels, width, height, o);
  addGlow(light, width, height, o);
  const tones = light.map((plane) => plane.map((v) => filmCurve(Math.max(0, v))));
  finishTones(tones, width, height, o);
  return toImage(tones, width, height, o);
}

/** Float rows come bottom-up from the GPU. */
function toPlanes(pixels, width, height, o) {
  const planes = [0, 1, 2].map(() => new Float32Array(width * height));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = ((height - 1 - y) * width + x) * 4;
      for (let c = 0; c < 3; c++) {
        const v = pixels[from + c];
        planes[c][y * width + x] = Number.isFinite(v) ? v * o.exposure * o.balance[c] : 0;
      }
    }
  }
  return planes;
}

/** Hable-like shoulder after Narkowicz's fit of the ACES curve, softened for a photographic highlight. */
function filmCurve(x) {
  const v = x * 0.72;
  const y = (v * (2.51 * v + 0.03)) / (v * (2.43 * v + 0.59) + 0.14);
  return Math.min(1, y) ** (1 / 2.2);
}

function addGlow(planes, width, height, o) {
  if (!o.glow) return;
  const step = 4;
  const w = Math.ceil(width / step);
  const h = Math.ceil(height / step);
  for (const plane of planes) {
    let small = shrink(plane, width, height, { step, w, h, from: o.glowFrom });
    const radius = Math.round(w / 60);
    for (let i = 0; i < 3; i++) small = boxBlur(small, w, h, radius);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++)
        plane[y * width + x] += o.glow * bilinear(small, w, h, [x / step, y / step]);
    }
  }
}

function shrink(plane, width, height, { step, w, h, from }) {
  const small = new Float32Array(w * h);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const v = plane[y * width + x];
      if (v > from)
        small[Math.floor(y / step) * w + Math.floor(x / step)] += Math.min(v - from, 12) / (step * step);
    }
  }
  return small;
}

function bilinear(plane, w, h, [x, y]) {
  const x0 = Math.min(w - 2, Math.floor(x));
  const y0 = Math.min(h - 2, Math.floor(y));
  const fx = Math.min(1, x - x0);
  const fy = Math.min(1, y - y0);
  const i = y0 * w + x0;
  return (
    (plane[i] * (1 - fx) + plane[i + 1] * fx) * (1 - fy) +
    (plane[i + w] * (1 - fx) + plane[i + w + 1] * fx) * fy
  );
}

export function boxBlur(plane, w, h, radius) {
  const rows = blurLines(plane, { count: h, length: w, stride: 1, line: w }, radius);
  return blurLines(rows, { count: w, length: h, stride: w, line: 1 }, radius);
}

function blurLines(plane, { count, length, stride, line }, radius) {
  const out = new Float32Array(plane.length);
  const width = radius * 2 + 1;
  for (let k = 0; k < count; k++) {
    const base = k * line;
    const at = (i) => plane[base + Math.min(length - 1, Math.max(0, i)) * stride];
    let sum = 0;
    for (let i = -radius; i <= radius; i++) sum += at(i);
    for (let i = 0; i < length; i++) {
      out[base + i * stride] = sum / width;
      sum += at(i + radius + 1) - at(i - radius);
    }
  }
  return out;
}

function finishTones(tones, width, height, o) {
  const [r, g, b] = tones;
  const luma = r.map((v, i) => v * 0.299 + g[i] * 0.587 + b[i] * 0.114);
  const soft = boxBlur(luma, width, height, 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const dx = (x / width - 0.5) * 2;
      const dy = (y / height - 0.5) * 2;
      const dim = 1 - o.vignette * ((dx * dx + dy * dy) / 2) ** 1.5;
      const edge = (luma[i] - soft[i]) * o.sharpen;
      for (const plane of tones) {
        const grey = luma[i] + (plane[i] - luma[i]) * o.saturation;
        plane[i] = ((grey + edge) * dim - 0.5) * o.contrast + 0.5 - o.black;
      }
    }
  }
}

function toImage([r, g, b], width, height, o) {
  const random = makeRandom(o.seed);
  const noise = Float32Array.from({ length: width * height }, () => random() + random() + random() - 1.5);
  const soft = boxBlur(noise, width, height, 1);
  const image = new ImageData(width, height);
  for (let i = 0; i < r.length; i++) {
    const tone = Math.min(1, Math.max(0, g[i]));
    const speck = (noise[i] * 0.5 + soft[i] * 1.5) * o.grain * (0.4 + 2.4 * tone * (1 - tone));
    image.data[i * 4] = (r[i] + speck) * 255;
    image.data[i * 4 + 1] = (g[i] + speck) * 255;
    image.data[i * 4 + 2] = (b[i] + speck) * 255;
    image.data[i * 4 + 3] = 255;
  }
  return image;
}
