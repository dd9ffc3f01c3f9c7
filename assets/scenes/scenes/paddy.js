import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { egret, house, ridges, tractor, water } from '../lib/country.js';
import { bothWays, ground, lines, smooth, tuftGeometry } from '../lib/land.js';
import { surface } from '../lib/materials.js';
import { makeMirror } from '../lib/mirror.js';
import { heightField } from '../lib/noise.js';
import { outdoors } from '../lib/outdoors.js';
import { everyday, figure } from '../lib/people.js';
import { propMaterials, scatter, treeGeometry } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';

/** Flooded rice fields at sunrise: a tractor tilling, egrets behind it, a village under the hills. */

export const size = [2000, 1400];

const SUN = new THREE.Vector3(0.62, 0.3, -0.72).normalize();
const lump = heightField(23);

const materials = (mirror) => ({
  ...propMaterials(surface),
  water: surface(water(mirror, { color: 0x3a3c33, strength: 1.35, bump: 0.12, scale: 0.8 })),
  mud: surface({
    color: 0x5d4a36,
    rough: 0.6,
    mottle: 0.4,
    grime: 0.2,
    bump: 1.3,
    scale: 1.6,
    dirtColor: 0x33291f,
    env: 0.5,
  }),
  far: surface({ color: 0x51684a, rough: 0.95, mottle: 0.35, grime: 0.1, scale: 0.08, env: 0.2 }),
  grass: surface({ color: 0x7ba03c, rough: 0.8, mottle: 0.25, grime: 0, side: THREE.DoubleSide, env: 0.3 }),
  leaf: surface({ color: 0x5b7434, rough: 0.8, mottle: 0.3, grime: 0, side: THREE.DoubleSide, env: 0.3 }),
  wall: surface({ color: 0xeae6dc, rough: 0.85, mottle: 0.1, grime: 0.12, streak: 0.25 }),
  tile: surface({ color: 0x46484b, rough: 0.8, mottle: 0.2, grime: 0.2 }),
});

/** Distance to the nearest bund of the crooked net of fields. */
function bund(x, z) {
  const bx = x + 3 * Math.sin(z / 17) + 1.2 * Math.sin(z / 5.3);
  const bz = z + 2.6 * Math.sin(x / 13 + 1) + x * 0.16;
  const gx = Math.abs(((bx / 24 + 40.52) % 1) - 0.5) * 24;
  const gz = Math.abs(((bz / 15 + 40.1) % 1) - 0.5) * 15;
  return Math.min(gx, gz);
}

const TILLED = { x: 2.6, z: -11, w: 8.5, d: 5.2 };

function fieldHeight(x, z) {
  const bank = smooth(0.75, 0.2, bund(x, z)) * (0.42 + (lump(x * 3, z * 3) - 0.5) * 0.2);
  const tilled = smooth(1.15, 0.8, Math.hypot((x - TILLED.x) / TILLED.w, (z - TILLED.z) / TILLED.d));
  const clods = (lump(x * 14, z * 14) - 0.42) * 0.4 + (lump(x * 40, z * 40) - 0.5) * 0.16;
  const furrow = 0.05 * Math.sin(z * 9 + lump(x * 2, z * 2) * 3);
  const edge = smooth(4.9, 6.4, z + 0.22 * x) * 0.5;
  return -0.16 + bank + edge + tilled * (0.17 + clods + furrow);
}

function grass(random) {
  const places = [];
  for (let i = 0; i < 60000 && places.length < 4200; i++) {
    const z = 8 - 70 * random() ** 1.6;
    const x = random.range(-1, 1) * (9 - z * 0.75);
    const near = bund(x, z);
    if (near > 0.62 && z + 0.22 * x < 5.6) continue;
    if (near < 0.16 && random() < 0.75) continue;
    places.push({
      x,
      z,
      y: fieldHeight(x, z) - 0.02,
      ry: random() * 6,
      s: random.range(0.5, 1.25),
      color: new THREE.Color().setHSL(
        random.range(0.17, 0.25),
        random.range(0.3, 0.5),
        random.range(0.45, 0.75),
      ),
    });
  }
  return places;
}

function birds(b) {
  for (const [x, z, ry] of [
    [-1.9, -8.2, 1.1],
    [-0.4, -7.4, 2.3],
    [-3.1, -9.6, 0.7],
    [0.4, -9.9, -0.6],
    [-4.8, -7.2, 1.9],
    [5.8, -7.2, -2.2],
    [-2.6, -6.3, 2.6],
  ])
    egret(b, { x, y: Math.max(0, fieldHeight(x, z)), z, ry, s: 1.05 });
  egret(b, { x: -4.2, y: 2.6, z: -10, ry: 1.2, flap: 0.5, s: 1.1 });
  egret(b, { x: -6.0, y: 3.7, z: -12, ry: 1.5, flap: -0.25, s: 1.1 });
  egret(b, { x: -2.6, y: 3.9, z: -13, ry: 1.0, flap: 0.2, s: 1.1 });
}

function village(b, random) {
  for (let k = 0; k < 17; k++)
    house(b, {
      x: -62 + k * 8.2 + random.range(-2.5, 2.5),
      z: -84 + random.range(-9, 5),
      w: random.range(8, 12),
      ry: random.range(-0.3, 0.3),
      h: random.pick([5.4, 5.8, 8.2]),
    });
}

function trees(scene, b, { kit, random }) {
  const place = (x, z, s) => ({
    x,
    z,
    y: 0,
    s,
    ry: random() * 6,
    color: new THREE.Color().setScalar(random.range(0.75, 1.15)),
  });
  const far = Array.from({ length: 150 }, () =>
    place(random.range(-95, 95), random.range(-104, -72), random.range(0.6, 1.25)),
  );
  const some = [
    [-15, -33],
    [-17.5, -36],
    [22, -42],
    [24, -40],
    [27, -44],
  ].map(([x, z]) => place(x, z, random.range(0.55, 0.8)));
  scene.add(
    scatter(
      treeGeometry(random, { height: 9, width: 6.5, blades: 900, trunk: 0.12, size: 0.036 }),
      kit.leaf,
      far,
    ),
    scatter(
      treeGeometry(random, { height: 9, width: 5, blades: 2000, trunk: 0.22, size: 0.033 }),
      kit.leaf,
      some,
    ),
  );
  for (const { x, z, s } of some) b.rod('bark', [x, -0.2, z], [x, 5 * s, z], { r: 0.16 * s, r2: 0.07 * s });
}

function work(b, random) {
  tractor(b, { x: 2.8, y: -0.12, z: -10.8, ry: 1.9 });
  figure(b, {
    ...everyday(random),
    x: 2.45,
    y: 0.55,
    z: -10.65,
    ry: 1.9,
    coat: 0x4b6378,
    hat: 'straw',
    pose: 'sit',
    seat: 0.7,
  });
  figure(b, {
    ...everyday(random),
    x: -8.2,
    y: -0.12,
    z: -16.6,
    ry: 0.9,
    coat: 0x59463a,
    trousers: 0x33383e,
    pose: 'stand',
  });
}

function view() {
  const camera = new THREE.PerspectiveCamera(40, 1, 0.3, 1400);
  camera.position.set(-1.2, 2.3, 7.6);
  camera.lookAt(0.1, 0.75, -12);
  return camera;
}

const SKY = {
  sun: SUN,
  zenith: 0x6f98c4,
  horizon: 0xf0d9bc,
  sunColor: 0xffcf96,
  haze: 0xe9dcc9,
  density: 0.0056,
  height: 240,
  tint: 0xffdba6,
  cover: 0.6,
  cloudLit: 0xfff0dc,
  cloudDark: 0xa9aebc,
  bounce: 0x5a5546,
  scale: 0.14,
};

export function build({ width, height }) {
  const random = makeRandom(601);
  const scene = new THREE.Scene();
  const air = outdoors(scene, SKY);
  const mirror = makeMirror({ width, height, blur: 0.004 });
  const kit = materials(mirror);
  scene.add(
    ground(kit.mud, {
      xs: bothWays(0, 120, { near: 0.1, growth: 1.012 }),
      zs: lines(9, -110, { near: 0.08, growth: 1.011 }),
      height: fieldHeight,
      tint: (_x, _z, y) => {
        const wet = smooth(0.2, -0.02, y);
        return [1 - wet * 0.35, 1 - wet * 0.37, 1 - wet * 0.4];
      },
    }),
  );
  ridges(scene, kit.far, [
    { z: -175, h: 50, seed: 5, at: -60 },
    { z: -300, h: 92, seed: 12, at: 70 },
    { z: -470, h: 120, seed: 29, at: -20 },
  ]);
  const b = new Builder(kit);
  work(b, random);
  birds(b);
  village(b, random);
  trees(scene, b, { kit, random });
  b.build(scene);
  scene.add(
    scatter(
      tuftGeometry(random, { blades: 46, height: 0.3, width: 0.42, thick: 0.011, bow: 0.5 }),
      kit.grass,
      grass(random),
    ),
  );
  b.box('water', [400, 0.02, 150], [0, -0.02, -62]);
  const { water: sheet } = b.build(scene, { cast: false });
  return {
    scene,
    camera: view(),
    ...air,
    above: 0.85,
    area: { center: new THREE.Vector3(0, 1, -20), radius: 40 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.8, 0.55), strength: 4.2, spread: 0.025 },
    lens: { aperture: 0.02, focus: 18 },
    beforePass: (accumulator, samples) => mirror.update(accumulator, [sheet], samples),
    post: { exposure: 0.98, contrast: 1.1, saturation: 1.0, glow: 0.09 },
  };
}
