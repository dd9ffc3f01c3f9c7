import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { bothWays, bushGeometry, ground, lines, smooth } from '../lib/land.js';
import { surface } from '../lib/materials.js';
import { heightField } from '../lib/noise.js';
import { outdoors } from '../lib/outdoors.js';
import { everyday, figure } from '../lib/people.js';
import { propMaterials, scatter, treeGeometry } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';

/** Tea terraces on a mountain side in morning mist: curved hedges, pickers in straw hats, ridges behind. */

export const size = [2000, 1400];

const SUN = new THREE.Vector3(-0.75, 0.42, -0.15).normalize();
const STEP = 1.9;
const lump = heightField(17);

/** Which terrace a spot belongs to: grows uphill, bends with the spurs of the hill. */
function level(x, z) {
  const bend = 7 * Math.sin(x / 21 + 0.6) + 3.2 * Math.sin(x / 9.5 + 2) + x * 0.12;
  return (-z + bend + (lump(x * 0.9, z * 0.9) - 0.5) * 3) / STEP;
}

/** The terrace where the spur ends: high on the left, low on the right. */
const crest = (x) => 27 - x * 0.42 + 3 * Math.sin(x / 15 + 1);
const HEDGE = 0.36;

function slope(u, x) {
  const top = crest(x);
  const v = u > top ? top - (u - top) * 0.7 : u;
  return (v < 0 ? v * 0.5 : v * 0.62 + 0.006 * v * v) * 0.72;
}

/** How far a spot is inside the hedge of its terrace, 0 to 1. */
function hedge(u, x) {
  if (u > crest(x) + 1 || u < -8) return 0;
  return smooth(0.34, 0.16, Math.abs(u - Math.floor(u) - HEDGE));
}

/** Terraced: treads with rounded hedges on them and steep risers, softened. */
export function hill(x, z) {
  const u = level(x, z);
  const step = Math.floor(u);
  const tread = smooth(0.7, 0.98, u - step);
  const gap = smooth(0.55, 0.85, Math.abs(x - pathX(z)));
  const body = hedge(u, x) * gap * (0.66 + (lump(x * 7, z * 7) - 0.5) * 0.35);
  return slope(step + tread, x) - 2 + (lump(x * 6, z * 6) - 0.5) * 0.14 + body;
}

/** Ground height without the hedge, where feet and steps stand. */
const floor = (x, z) => {
  const u = level(x, z);
  return slope(Math.floor(u) + smooth(0.7, 0.98, u - Math.floor(u)), x) - 2;
};

const materials = () => ({
  ...propMaterials(surface),
  earth: surface({
    color: 0x7f7a48,
    rough: 0.95,
    mottle: 0.5,
    grime: 0.25,
    bump: 1.4,
    scale: 1.2,
    dirtColor: 0x55652c,
    env: 0.2,
  }),
  far: surface({ color: 0x4c6636, rough: 0.95, mottle: 0.4, grime: 0.1, scale: 0.08, env: 0.2 }),
  tea: surface({ color: 0x64882c, rough: 0.7, mottle: 0.22, grime: 0, side: THREE.DoubleSide, env: 0.35 }),
  leaf: surface({ color: 0x4f6a2c, rough: 0.8, mottle: 0.3, grime: 0, side: THREE.DoubleSide, env: 0.3 }),
  wall: surface({ color: 0xe9e4d8, rough: 0.85, mottle: 0.1, grime: 0.12, streak: 0.25 }),
  tile: surface({ color: 0x4b4d50, rough: 0.8, mottle: 0.2, grime: 0.2, ribs: 0.3, ribDepth: 0.6 }),
});

/** Sprigs all over the hedges, found by throwing points at the hill and keeping those on a hedge. */
function sprigs(random) {
  const near = [];
  const far = [];
  for (let i = 0; i < 260000; i++) {
    const back = random() ** 1.7;
    const z = 7 - back * 64;
    const x = random.range(-1, 1) * (13 + back * 45);
    const u = level(x, z);
    if (hedge(u, x) < 0.55 || Math.abs(x - pathX(z)) < 0.8) continue;
    const list = back < 0.2 ? near : far;
    if (list.length > (list === near ? 7000 : 12000)) continue;
    list.push({
      x,
      z,
      y: hill(x, z) - 0.1,
      ry: random() * 6,
      s: (0.75 + back * 1.1) * random.range(0.8, 1.15),
      color: new THREE.Color().setHSL(
        random.range(0.2, 0.25),
        random.range(0.4, 0.55),
        random.range(0.5, 0.78),
      ),
    });
  }
  return { near, far };
}

const pathX = (z) => 7.5 + 3.5 * Math.sin(z / 14) + z * 0.12;

function pickers(b, random) {
  const spots = [
    [-2.6, 0, 0.5],
    [-0.6, 0, 0.2],
    [3.4, 1, -0.3],
    [-7.4, 2, 0.9],
    [-5.8, 2, 0.4],
    [1.2, 3, -0.5],
    [6.2, 4, 0.2],
    [-12, 5, 0.4],
    [10.5, 5, -0.4],
    [-1.5, 6, 0.1],
    [4.2, 7, 0.3],
    [-9, 9, 0.2],
    [2, 11, -0.2],
    [13, 10, 0.5],
    [-18, 10, 0.2],
    [-4, 14, 0.1],
    [9, 15, 0.3],
  ];
  for (const [x, row, ry] of spots) {
    let z = -(row + 0.86) * STEP;
    for (let k = 0; k < 6; k++) z += (level(x, z) - (row + 0.86)) * STEP * 0.8;
    figure(b, {
      ...everyday(random),
      x,
      z: z + 0.1,
      y: floor(x, z),
      ry,
      hat: 'straw',
      basket: true,
      s: 0.98,
      coat: random.pick([0x2f5f92, 0xb23a3a, 0xd8cdb6, 0x7a3f63, 0x3b7a63]),
      pose: random.pick(['bend', 'reach', 'reach']),
    });
  }
}

/** Stone steps up through the terraces. */
function path(b, random) {
  for (let z = 6; z > -60; z -= 0.42) {
    const x = pathX(z);
    b.box('wall', [1.15, 0.2, 0.4], [x, floor(x, z) - 0.06, z], {
      color: new THREE.Color().setScalar(random.range(0.45, 0.62)),
      ry: random.range(-0.1, 0.1),
    });
  }
}

function house(b, { x, z, w, ry = 0 }) {
  const y = floor(x, z) - 0.5;
  b.at({ x, y, z, ry }, () => {
    b.box('wall', [w, 4.2, 6], [0, 0, 0]);
    for (const side of [-1, 1])
      b.box('tile', [w + 1.2, 0.2, 4.2], [0, 4.2 + 0.75, side * 1.75], { rx: side * 0.42 });
    b.box('glass', [1.0, 1.9, 0.1], [0, 0.3, 3]);
    for (const dx of [-w / 3, w / 3]) b.box('glass', [1.1, 1.1, 0.1], [dx, 1.6, 3]);
  });
}

/** Ridges one behind the other, paler with distance. */
function ridges(scene, kit) {
  const list = [
    { z: -190, h: 62, seed: 3, at: 40 },
    { z: -330, h: 105, seed: 9, at: -60 },
    { z: -520, h: 150, seed: 31, at: 60 },
  ];
  for (const { z, h, seed, at } of list) {
    const field = heightField(seed);
    const xs = Array.from({ length: 220 }, (_, i) => -480 + i * 4.4);
    const zs = Array.from({ length: 30 }, (_, i) => z + 60 - i * 4.2);
    scene.add(
      ground(kit.far, {
        xs,
        zs,
        cast: false,
        height: (x, zz) => {
          const body = 0.35 + field(x * 0.22 + 7, 3) * 0.9 - Math.abs(x - at) * 0.0007;
          const front = smooth(z + 60, z, zz) * (1 - 0.35 * smooth(z, z - 62, zz));
          return h * body * front + (field(x * 2, zz * 2) - 0.5) * 10 * front - 8;
        },
        tint: () => [1, 1, 1],
      }),
    );
  }
}

/** Colour of the ground: green hedges, grassy risers, wild growth behind the crest. */
function cover(x, z) {
  const u = level(x, z);
  const riser = smooth(0.6, 0.8, u - Math.floor(u));
  const green = hedge(u, x) * smooth(0.5, 0.8, Math.abs(x - pathX(z)));
  const t = 0.7 + lump(x * 3, z * 3) * 0.55;
  const wild = smooth(0, 2, u - crest(x)) * 0.5;
  return [
    t * (1 - riser * 0.35 - green * 0.5 - wild),
    t * (1 + riser * 0.05 - green * 0.02 - wild * 0.3),
    t * (1 - riser * 0.45 - green * 0.62 - wild * 1.2),
  ];
}

function trees(scene, kit, random) {
  const woods = Array.from({ length: 260 }, () => {
    const x = random.range(-110, 110);
    const z = -(crest(x) + random.range(4, 26)) * STEP;
    return {
      x,
      z,
      y: hill(x, z) - 1,
      s: random.range(0.7, 1.3),
      ry: random() * 6,
      color: new THREE.Color().setScalar(random.range(0.7, 1.1)),
    };
  });
  const lone = [
    [-13, -56],
    [-25, -57],
    [-2, -46],
    [16, -31],
    [24, -36],
    [-36, -56],
  ].map(([x, z]) => ({ x, z, y: hill(x, z) - 0.3, s: 0.8, ry: x }));
  scene.add(
    scatter(
      treeGeometry(random, { height: 9, width: 7, blades: 160, trunk: 0.1, size: 0.09 }),
      kit.leaf,
      woods,
    ),
    scatter(
      treeGeometry(random, { height: 9, width: 6, blades: 1500, trunk: 0.18, size: 0.035 }),
      kit.leaf,
      lone,
    ),
  );
}

function view() {
  const camera = new THREE.PerspectiveCamera(44, 1, 0.3, 1500);
  camera.position.set(1.5, 7.2, 10.5);
  camera.lookAt(0.6, 5.6, -20);
  return camera;
}

const SKY = {
  sun: SUN,
  zenith: 0x7fa3c8,
  horizon: 0xe4e4dc,
  sunColor: 0xffe2b4,
  haze: 0xdbdfda,
  density: 0.0036,
  height: 70,
  tint: 0xffeecb,
  cover: 0.5,
  bounce: 0x4a5a2c,
};

export function build() {
  const random = makeRandom(501);
  const scene = new THREE.Scene();
  const air = outdoors(scene, SKY);
  const kit = materials();
  scene.add(
    ground(kit.earth, {
      xs: bothWays(0, 130, { near: 0.22, growth: 1.012 }),
      zs: lines(9, -150, { near: 0.1, growth: 1.0042 }),
      height: hill,
      tint: cover,
    }),
  );
  ridges(scene, kit);
  const { near, far } = sprigs(random);
  const fresh = (places, options) => scene.add(scatter(bushGeometry(random, options), kit.tea, places));
  fresh(near, { blades: 46, width: 0.34, depth: 0.34, height: 0.24, size: 0.028 });
  fresh(far, { blades: 14, width: 0.5, depth: 0.5, height: 0.26, size: 0.075 });
  const b = new Builder(kit);
  path(b, random);
  pickers(b, random);
  house(b, { x: -19, z: -58, w: 11, ry: 0.3 });
  house(b, { x: -31, z: -60, w: 9, ry: 0.1 });
  trees(scene, kit, random);
  b.build(scene);
  return {
    scene,
    camera: view(),
    ...air,
    above: 0.82,
    area: { center: new THREE.Vector3(0, 6, -26), radius: 48 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.88, 0.68), strength: 4.2, spread: 0.025 },
    lens: { aperture: 0.02, focus: 12 },
    post: { exposure: 1.2, contrast: 1.1, saturation: 1.06, glow: 0.08 },
  };
}
