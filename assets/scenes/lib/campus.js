import * as THREE from 'three';
import { surface } from './materials.js';
import { scatter, treeGeometry } from './props.js';

/** School grounds: running track, teaching block, trees in leaf and in blossom. */

export const campusMaterials = () => ({
  tartan: surface({
    color: 0xa8402f,
    rough: 0.9,
    mottle: 0.16,
    grime: 0.12,
    bump: 0.35,
    scale: 3,
    dirtColor: 0x6b3a30,
    env: 0.2,
  }),
  turf: surface({
    color: 0x5a8a34,
    rough: 0.95,
    mottle: 0.32,
    grime: 0.08,
    bump: 0.7,
    scale: 2.4,
    dirtColor: 0x7f8a48,
    env: 0.2,
  }),
  chalk: surface({ color: 0xeceae4, rough: 0.85, mottle: 0.1, grime: 0.16 }),
  plaster: surface({
    color: 0xffffff,
    rough: 0.85,
    mottle: 0.08,
    grime: 0.08,
    streak: 0.2,
    scale: 0.6,
    dirtColor: 0x9c9284,
  }),
  brick: surface({ color: 0xa4563f, rough: 0.9, mottle: 0.25, grime: 0.12, scale: 0.8, dirtColor: 0x6d4334 }),
  pane: surface({ color: 0x3a4c58, rough: 0.1, mottle: 0.1, grime: 0.04, bump: 0, env: 1.4 }),
  frame: surface({ color: 0xe6e8e8, rough: 0.5, grime: 0.1 }),
  paving: surface({
    color: 0xb9b2a6,
    rough: 0.85,
    mottle: 0.25,
    grime: 0.2,
    scale: 1,
    after: PAVING,
    env: 0.3,
  }),
  leaf: surface({ color: 0x6d8c34, rough: 0.8, mottle: 0.3, grime: 0, side: THREE.DoubleSide, env: 0.4 }),
  petal: surface({ color: 0xf0b6c4, rough: 0.8, mottle: 0.15, grime: 0, side: THREE.DoubleSide, env: 0.4 }),
});

const PAVING = /* glsl */ `
{
  vec2 cell = vWorld.xz / vec2(0.6, 0.4) + vec2(floor(mod(vWorld.z / 0.4, 2.0)) * 0.5, 0.0);
  vec2 joint = abs(fract(cell) - 0.5) * 2.0;
  vec2 soft = 1.0 - vec2(0.05, 0.07) - fwidth(vWorld.xz) * 1.4;
  float keep = 1.0 - smoothstep(0.15, 0.5, length(fwidth(vWorld.xz)));
  diffuseColor.rgb *= 1.0 - 0.3 * keep * max(smoothstep(soft.x, 1.0, joint.x), smoothstep(soft.y, 1.0, joint.y));
  float stone = fract(sin(dot(floor(cell), vec2(12.99, 78.2))) * 437.5);
  diffuseColor.rgb *= 1.0 + (stone - 0.5) * 0.14 * keep;
}
`;

/** Teaching block along x with open galleries on the front (+z side), `floors` high. */
export function teachingBlock(b, { x, z, w, floors = 4, d = 11, ry = 0, trim = 0xa4563f }) {
  const H = 3.7;
  b.at({ x, z, ry }, () => {
    b.box('plaster', [w, floors * H, d], [0, 0, -d / 2], { color: 0xe9e3d6 });
    b.box('plaster', [w + 0.8, 0.5, d + 3.4], [0, floors * H, -d / 2 + 1.2], { color: 0xf1ede4 });
    for (let f = 0; f < floors; f++) storey(b, { w, y: f * H, f, trim });
    for (const side of [-1, 1]) {
      b.box('brick', [3.4, floors * H + 1.6, d + 3.2], [side * (w / 2 + 1.7), 0, -d / 2 + 1.4]);
      for (let f = 0; f < floors; f++)
        b.box('pane', [1.5, 1.7, 0.06], [side * (w / 2 + 1.7), f * H + 1.2, 3.04]);
    }
    b.box('brick', [w * 0.16, floors * H + 2.6, 1.2], [w * 0.08, 0, 2.2]);
    b.cyl('chalk', { r: 0.95, h: 0.1, seg: 32 }, [w * 0.08, floors * H + 1.2, 2.82]);
  });
}

function storey(b, { w, y, f, trim }) {
  const bays = Math.round(w / 4);
  b.box('plaster', [w, 0.24, 2.6], [0, y + 3.46, 1.3], { color: 0xf1ede4 });
  if (f) {
    b.box('plaster', [w, 0.95, 0.12], [0, y, 2.5], { color: f % 2 ? 0xf3efe6 : 0xe6ddcc });
    b.box('brick', [w, 0.16, 0.16], [0, y + 0.95, 2.5], { color: trim === 0xa4563f ? 0xffffff : trim });
    b.rod('frame', [-w / 2, y + 1.22, 2.5], [w / 2, y + 1.22, 2.5], { r: 0.03, seg: 6 });
  }
  for (let k = 0; k <= bays; k++)
    b.box('plaster', [0.36, 3.5, 0.36], [-w / 2 + (k * w) / bays, y, 2.45], { color: 0xf1ede4 });
  for (let k = 0; k < bays; k++) {
    const at = -w / 2 + ((k + 0.5) * w) / bays;
    if (k % 4 === 1) b.box('brick', [1.0, 2.1, 0.08], [at + 1, y, 0.03], { color: 0x9a7a5c });
    b.box('pane', [2.3, 1.55, 0.06], [at - 0.3, y + 1, 0.02]);
    for (const dx of [-1.15, 0, 1.15]) b.box('frame', [0.07, 1.6, 0.1], [at - 0.3 + dx, y + 0.98, 0.04]);
    for (const dy of [0.98, 2.1, 2.55]) b.box('frame', [2.4, 0.06, 0.1], [at - 0.3, y + dy, 0.04]);
  }
}

/** Places for a row of trees from a to b. */
export function row(random, { from, to, every, loose = 0.4, s = [0.85, 1.2], hue = [0.9, 1.15] }) {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const count = Math.max(1, Math.round(length / every));
  return Array.from({ length: count + 1 }, (_, i) => ({
    x: from[0] + ((to[0] - from[0]) * i) / count + random.range(-loose, loose),
    z: from[1] + ((to[1] - from[1]) * i) / count + random.range(-loose, loose),
    y: 0,
    s: random.range(...s),
    ry: random() * 6,
    color: new THREE.Color().setScalar(random.range(...hue)),
  }));
}

/** Puts trees with fine crowns near and plain ones far; `near` tells which. */
export function plant(scene, material, { random, places, near, shape }) {
  const fine = places.filter(near);
  const plain = places.filter((place) => !near(place));
  const { height = 8, width = 5, trunk = 0.2, blades = 2600, size = 0.03 } = shape;
  if (fine.length)
    scene.add(scatter(treeGeometry(random, { height, width, trunk, blades, size }), material, fine));
  if (plain.length)
    scene.add(
      scatter(
        treeGeometry(random, { height, width, trunk, blades: Math.round(blades / 6), size: size * 2.2 }),
        material,
        plain,
      ),
    );
}

/** Straight lanes along z: `count` lanes `width` wide from x0 rightwards. */
export function lanes(b, { x0, count, width = 1.22, from, to }) {
  for (let k = 0; k <= count; k++)
    b.box('chalk', [0.05, 0.012, from - to], [x0 + k * width, 0.002, (from + to) / 2]);
}

/** Distant blocks of flats in the haze. */
export function skyline(b, { random, z = [-220, -150], x = [-130, 130], count = 12 }) {
  for (let k = 0; k < count; k++) {
    const [w, h] = [random.range(16, 28), random.range(16, 44)];
    const at = [x[0] + ((x[1] - x[0]) * (k + random())) / count, random.range(...z)];
    b.box('plaster', [w, h, 13], [at[0], 0, at[1]], {
      color: random.pick([0xd7cbb8, 0xcfd2d2, 0xc9b8a2, 0xdfdbd2]),
    });
    for (let y = 2; y < h - 2; y += 3)
      for (let i = 0; i < w / 3.4 - 1; i++)
        b.box('pane', [1.7, 1.5, 0.1], [at[0] - w / 2 + 2.4 + i * 3.4, y, at[1] + 6.5]);
  }
}
