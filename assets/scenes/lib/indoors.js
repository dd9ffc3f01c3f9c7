import * as THREE from 'three';
import { patchHaze } from './accumulate.js';
import { surface } from './materials.js';
import { MIRROR_PARS, makeMirror, mirrorFinish } from './mirror.js';
import { propMaterials } from './props.js';
import { makeRoom } from './room.js';

/** What the school interiors share: materials, light from windows on the left, a polished floor. */

export const indoorMaterials = (mirror, { floor = 0xb98d5a, shine = 0.6 } = {}) => ({
  ...propMaterials(surface),
  floor: surface({
    color: floor,
    rough: 0.42,
    mottle: 0.14,
    grime: 0.08,
    env: 0.3,
    pars: MIRROR_PARS,
    uniforms: mirror.uniforms,
    finish: mirrorFinish(shine),
  }),
  wall: surface({ color: 0xefece4, rough: 0.88, mottle: 0.05, grime: 0.05 }),
  dado: surface({ color: 0xbfd6cb, rough: 0.5, mottle: 0.05, grime: 0.06 }),
  wood: surface({ color: 0xc08a4e, rough: 0.5, mottle: 0.2, grime: 0.08, ribs: 0.16, ribDepth: 0.12 }),
  dark: surface({ color: 0x4a3424, rough: 0.55, mottle: 0.2, grime: 0.1 }),
  paint: surface({ color: 0xffffff, rough: 0.5, mottle: 0.08, grime: 0.06 }),
  paper: surface({ color: 0xffffff, rough: 0.85, mottle: 0.04, grime: 0.03 }),
  frame: surface({ color: 0xf0f1f0, rough: 0.5, mottle: 0.05, grime: 0.06 }),
  window: surface({ color: 0xf4f8ff, glow: 2.0, glowColor: 0xe8f2ff, mottle: 0, grime: 0 }),
  lamp: surface({ color: 0xffffff, glow: 4, mottle: 0, grime: 0 }),
  leaf: surface({ color: 0x5f9636, rough: 0.7, mottle: 0.2, grime: 0, side: THREE.DoubleSide, env: 0.35 }),
});

/** Light that comes mostly from the side `x` = -1, with a softer share from everywhere. */
export const sideLight =
  ({ window = 1.9, room = 0.55, ground = [0.66, 0.61, 0.53] }) =>
  (direction) => {
    if (direction.y < 0) return new THREE.Color(...ground);
    return new THREE.Color(0.97, 1.0, 1.03).multiplyScalar(direction.x < -0.35 ? window : room);
  };

export const roomGlow = ({ width = 16, height = 5, length = 50 } = {}) =>
  makeRoom({
    width,
    height,
    length,
    floor: [0.4, 0.32, 0.24],
    wall: [0.65, 0.64, 0.6],
    ceiling: [0.7, 0.7, 0.68],
    strips: [
      {
        color: [5, 5.3, 5.6],
        size: [0.1, height * 0.6, length * 0.9],
        at: [-width / 2 + 0.2, height / 2, 0],
      },
    ],
  });

export function interior({ sun, haze = 0xe6e6e0, density = 0.006 }) {
  const scene = new THREE.Scene();
  scene.background = new THREE.Color(0.92, 0.96, 1);
  patchHaze({ sun, tint: 0xffffff, height: 60 });
  scene.fog = new THREE.FogExp2(haze, density);
  return scene;
}

export const polished = (width, height) => makeMirror({ width, height, blur: 0.01 });

/** Book lying or standing: [thickness, height, depth], spine towards +z. */
export function bookRow(b, random, { x, y, z, width, depth = 0.2, high = 0.26, ry = 0 }) {
  b.at({ x, y, z, ry }, () => {
    for (let at = -width / 2; at < width / 2; ) {
      const t = random.range(0.018, 0.05);
      if (random() < 0.93) {
        const h = high * random.range(0.68, 1);
        b.box('paper', [t * 0.94, h, depth * random.range(0.8, 1)], [at + t / 2, 0, 0], {
          color: random.pick([
            0x8c2f2a, 0x2f4f7c, 0x3f6b4a, 0xc9b27a, 0xd9d4c6, 0x5a3f63, 0xb5662e, 0x2b2f36, 0x7a8a96,
            0xe0c65a, 0x9c4f58,
          ]),
          rz: random() < 0.05 ? 0.12 : 0,
        });
      }
      at += t;
    }
  });
}
