import * as THREE from 'three';
import { campusMaterials, plant, row, skyline, teachingBlock } from './campus.js';
import { surface } from './materials.js';
import { outdoors } from './outdoors.js';
import { figure, tracksuit } from './people.js';
import { propMaterials } from './props.js';

/** What the sports-day scenes share: kit, grounds, spectators, a picture's settings. */

export const sportsKit = () => ({
  ...propMaterials(surface),
  ...campusMaterials(),
  sand: surface({
    color: 0xd9c08e,
    rough: 0.95,
    mottle: 0.3,
    grime: 0.1,
    bump: 1.0,
    scale: 3,
    dirtColor: 0xa88a58,
    env: 0.2,
  }),
  court: surface({ color: 0x3f7d6a, rough: 0.85, mottle: 0.12, grime: 0.12, bump: 0.2, scale: 3, env: 0.3 }),
  rope: surface({ color: 0xc9a86a, rough: 0.95, mottle: 0.3, grime: 0.1, bump: 0.6, scale: 8 }),
  ball: surface({ color: 0xc9652a, rough: 0.7, bump: 0.4, scale: 9, mottle: 0.1 }),
});

const MOODS = ['cheer', 'stand', 'chat', 'cheer', 'point', 'stand'];

/** Spectators along a line from a to b facing `ry`, in two loose rows. */
export function spectators(b, random, { from, to, count, ry, moods = MOODS, color = 0x2f62a8 }) {
  for (let i = 0; i < count; i++) {
    const t = (i + random.range(0.1, 0.9)) / count;
    const back = (i % 2) * 0.75 + random.range(-0.15, 0.15);
    figure(b, {
      ...tracksuit(random, { color }),
      x: from[0] + (to[0] - from[0]) * t - Math.sin(ry) * back,
      z: from[1] + (to[1] - from[1]) * t - Math.cos(ry) * back,
      ry: ry + random.range(-0.35, 0.35),
      s: random.range(0.88, 1.02),
      pose: random.pick(moods),
    });
  }
}

/** Blocks, trees and skyline around a field that is seen towards -z. */
export function surroundings(scene, b, { kit, random, block = { x: -10, z: -62, w: 60 }, near = 24 }) {
  teachingBlock(b, block);
  skyline(b, { random });
  const places = [
    ...row(random, { from: [-42, block.z + 14], to: [42, block.z + 12], every: 5.4, s: [0.7, 0.95] }),
    ...row(random, { from: [26, 0], to: [30, -50], every: 5.5 }),
    ...row(random, { from: [-28, -6], to: [-32, -50], every: 5.5 }),
  ];
  plant(scene, kit.leaf, { random, places, near: ({ z }) => z > -near, shape: { height: 9, width: 5.4 } });
  for (const { x, z, s } of places) b.rod('bark', [x, 0, z], [x, 4.5 * s, z], { r: 0.14 * s, r2: 0.07 * s });
}

export const sunny = (scene, sun) => outdoors(scene, { sun, density: 0.0042 });

/** Settings that the sports pictures share. */
export const shot = (sun, { center, radius, focus }) => ({
  above: 0.82,
  area: { center: new THREE.Vector3(...center), radius },
  sun: { direction: sun, color: new THREE.Color(1, 0.94, 0.84), strength: 3.9, spread: 0.02 },
  lens: { aperture: 0.03, focus },
  post: { exposure: 1.08, contrast: 1.08, saturation: 0.98 },
});
