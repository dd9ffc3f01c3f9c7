import * as THREE from 'three';
import { makeRandom } from './random.js';

const fade = (t) => t * t * t * (t * (t * 6 - 15) + 10);
const mix = (a, b, t) => a + (b - a) * t;

/** Tiling gradient noise on a square lattice of `period` cells. */
function tilingNoise(period, random) {
  const angles = Float32Array.from({ length: period * period }, () => random() * Math.PI * 2);
  const corner = (ix, iy, dx, dy) => {
    const angle = angles[(((iy % period) + period) % period) * period + (((ix % period) + period) % period)];
    return Math.cos(angle) * dx + Math.sin(angle) * dy;
  };
  return (x, y) => {
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    const fx = x - ix;
    const fy = y - iy;
    const top = mix(corner(ix, iy, fx, fy), corner(ix + 1, iy, fx - 1, fy), fade(fx));
    const low = mix(corner(ix, iy + 1, fx, fy - 1), corner(ix + 1, iy + 1, fx - 1, fy - 1), fade(fx));
    return mix(top, low, fade(fy));
  };
}

/** Sum of octaves of tiling noise, one number in [0, 1] per texel of a size x size tile. */
export function fbmTile(size, octaves, seed) {
  const random = makeRandom(seed);
  const layers = Array.from({ length: octaves }, (_, i) => tilingNoise(4 << i, random));
  const values = new Float32Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let sum = 0;
      for (let i = 0; i < octaves; i++) {
        const scale = (4 << i) / size;
        sum += layers[i](x * scale, y * scale) * 0.5 ** i;
      }
      values[y * size + x] = sum;
    }
  }
  return normalise(values);
}

/** Stretches values so that mean lands on 0.5 and about 98 % fall inside [0, 1]. */
function normalise(values) {
  let sum = 0;
  let squares = 0;
  for (const v of values) {
    sum += v;
    squares += v * v;
  }
  const mean = sum / values.length;
  const deviation = Math.sqrt(squares / values.length - mean * mean);
  return values.map((v) => Math.min(1, Math.max(0, 0.5 + (v - mean) / (deviation * 4.6))));
}

/** Texture with two fbm fields (r, g) and the slope of the first (b, a), repeating. */
export function noiseTexture(seed, size = 512) {
  const first = fbmTile(size, 6, seed);
  const second = fbmTile(size, 6, seed + 1);
  const data = new Uint8Array(size * size * 4);
  const at = (x, y) => first[((y + size) % size) * size + ((x + size) % size)];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const i = y * size + x;
      data[i * 4] = first[i] * 255;
      data[i * 4 + 1] = second[i] * 255;
      data[i * 4 + 2] = 127.5 + (at(x + 1, y) - at(x - 1, y)) * 900;
      data[i * 4 + 3] = 127.5 + (at(x, y + 1) - at(x, y - 1)) * 900;
    }
  }
  const texture = new THREE.DataTexture(data, size, size);
  texture.wrapS = THREE.RepeatWrapping;
  texture.wrapT = THREE.RepeatWrapping;
  texture.minFilter = THREE.LinearMipmapLinearFilter;
  texture.magFilter = THREE.LinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = 2;
  texture.needsUpdate = true;
  return texture;
}

/** Smooth height function over the plane for terrain, same tile as the textures. */
export function heightField(seed, size = 256) {
  const tile = fbmTile(size, 5, seed);
  const at = (x, y) => tile[(((y % size) + size) % size) * size + (((x % size) + size) % size)];
  return (x, y) => {
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    const fx = x - ix;
    const fy = y - iy;
    return mix(mix(at(ix, iy), at(ix + 1, iy), fx), mix(at(ix, iy + 1), at(ix + 1, iy + 1), fx), fy);
  };
}
