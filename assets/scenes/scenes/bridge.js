import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { boat, house, ridges, water } from '../lib/country.js';
import { bothWays, ground, lines, smooth, tuftGeometry } from '../lib/land.js';
import { surface } from '../lib/materials.js';
import { makeMirror } from '../lib/mirror.js';
import { heightField } from '../lib/noise.js';
import { outdoors } from '../lib/outdoors.js';
import { car, lorry, propMaterials, scatter, treeGeometry } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';

/** A new cable-stayed bridge over a broad river, seen from the bank: two pylons, villages, hills in haze. */

export const size = [2200, 1180];

const SUN = new THREE.Vector3(-0.6, 0.5, 0.5).normalize();
const DECK = 17;
const lump = heightField(41);

const materials = (mirror) => ({
  ...propMaterials(surface),
  water: surface(water(mirror, { color: 0x2f4f48, strength: 0.62, bump: 0.5, scale: 0.35 })),
  concrete: surface({ color: 0xd3d2cc, rough: 0.85, mottle: 0.1, grime: 0.1, streak: 0.25, scale: 0.5 }),
  cable: surface({ color: 0xf2f2ee, rough: 0.5, grime: 0.03 }),
  road: surface({ color: 0x4c4e52, rough: 0.9, mottle: 0.2, grime: 0.1 }),
  line: surface({ color: 0xe8e6de, rough: 0.7 }),
  bank: surface({
    color: 0x7f8a4a,
    rough: 0.95,
    mottle: 0.5,
    grime: 0.3,
    bump: 1.2,
    scale: 0.8,
    dirtColor: 0x7d6a48,
    env: 0.2,
  }),
  far: surface({ color: 0x4f6d48, rough: 0.95, mottle: 0.4, grime: 0.1, scale: 0.06, env: 0.2 }),
  grass: surface({ color: 0x86a348, rough: 0.8, mottle: 0.25, grime: 0, side: THREE.DoubleSide, env: 0.3 }),
  rape: surface({ color: 0xe3c32e, rough: 0.85, mottle: 0.2, grime: 0, side: THREE.DoubleSide, env: 0.3 }),
  leaf: surface({ color: 0x56722f, rough: 0.8, mottle: 0.3, grime: 0, side: THREE.DoubleSide, env: 0.3 }),
  wall: surface({ color: 0xeeebe2, rough: 0.85, mottle: 0.08, grime: 0.1, streak: 0.2 }),
  tile: surface({ color: 0x47494d, rough: 0.8, mottle: 0.2, grime: 0.2 }),
  mat: surface({ color: 0x8d7546, rough: 0.9, mottle: 0.3, side: THREE.DoubleSide }),
});

/** The bridge runs along x at z = 0 in its own frame. */
function pylon(b, x) {
  for (const side of [-1, 1]) {
    b.beam('concrete', [x, -2, side * 8.5], [x, DECK, side * 9.6], { w: 3.4, h: 2.8 });
    b.beam('concrete', [x, DECK, side * 9.6], [x, 58, side * 2.2], { w: 3.2, h: 2.4 });
  }
  b.box('concrete', [3.2, 2.4, 19], [x, DECK - 3.8, 0]);
  b.box('concrete', [3.0, 22, 4.6], [x, 54, 0]);
  b.box('concrete', [3.6, 1.2, 5.4], [x, 76, 0]);
  b.box('concrete', [9, 3, 26], [x, -1.5, 0]);
}

function cables(b, x) {
  for (let k = 1; k <= 13; k++)
    for (const way of [-1, 1])
      for (const side of [-1, 1])
        b.rod('cable', [x, 55 + k * 1.5, side * 1.5], [x + way * (8 + k * 7.6), DECK + 1, side * 8.6], {
          r: 0.17,
          seg: 6,
        });
}

function deck(b, random) {
  b.box('concrete', [760, 2.1, 19], [0, DECK - 2.1, 0]);
  for (const side of [-1, 1]) b.box('concrete', [760, 0.9, 1.2], [0, DECK - 1, side * 9.6]);
  b.box('road', [760, 0.1, 15], [0, DECK, 0]);
  for (const z of [-3.7, 0, 3.7])
    for (let x = -360; x < 360; x += 9) b.box('line', [z ? 4.5 : 9, 0.03, 0.2], [x, DECK + 0.1, z]);
  for (const z of [-9.6, 9.6, -7.4, 7.4]) {
    b.box('cable', [760, 0.12, 0.1], [0, DECK + 1.05, z]);
    b.box('cable', [760, 0.08, 0.08], [0, DECK + 0.55, z]);
    for (let x = -360; x < 360; x += 3) b.box('cable', [0.1, 1.1, 0.1], [x, DECK, z]);
  }
  for (let x = -350; x < 350; x += 26)
    for (const side of [-1, 1]) {
      b.rod('cable', [x, DECK, side * 9.9], [x, DECK + 8.5, side * 9.9], { r: 0.09, seg: 6 });
      b.rod('cable', [x, DECK + 8.5, side * 9.9], [x, DECK + 9, side * 7.8], { r: 0.07, seg: 6 });
    }
  for (const x of [-150, -190, -232, -274, -316, 150, 190, 232, 274, 316])
    for (const side of [-1, 1]) b.box('concrete', [2.4, DECK, 2.6], [x, -1.5, side * 5.5]);
  const colors = [0xe8e8e4, 0xb22a22, 0x2a4f86, 0x2b2e33, 0xcfd2d2, 0xd6a628];
  for (let x = -300; x < 300; x += random.range(13, 30)) {
    const lane = random.pick([-5.5, -1.9, 1.9, 5.5]);
    const turn = lane < 0 ? -Math.PI / 2 : Math.PI / 2;
    if (random() < 0.16)
      lorry(b, {
        x,
        y: DECK + 0.1,
        z: lane,
        ry: turn,
        cab: random.pick(colors),
        body: random.pick([0xd9dad6, 0x3c6aa0]),
      });
    else car(b, { x, y: DECK + 0.1, z: lane, ry: turn, color: random.pick(colors) });
  }
}

const shore = (x) => 12 + 5 * Math.sin(x / 23 + 0.4) + 2.5 * Math.sin(x / 7);
const further = (x) => -330 - 20 * Math.sin(x / 80);

function land(x, z) {
  const rough = (lump(x * 1.4, z * 1.4) - 0.5) * 1.6 + (lump(x * 8, z * 8) - 0.5) * 0.25;
  const near = smooth(-5, 9, z - shore(x)) * 4.6 + smooth(9, 30, z - shore(x)) * 3;
  const far = smooth(4, -16, z - further(x)) * 5 + smooth(-40, -160, z - further(x)) * 10;
  return -1.8 + near + far + rough * (near + far > 0.5 ? 1 : 0.4);
}

function reeds(random, count, test) {
  const places = [];
  for (let i = 0; i < 40000 && places.length < count; i++) {
    const x = random.range(-60, 70);
    const z = random.range(4, 44);
    if (!test(x, z)) continue;
    places.push({
      x,
      z,
      y: land(x, z) - 0.05,
      ry: random() * 6,
      s: random.range(0.6, 1.3),
      color: new THREE.Color().setScalar(random.range(0.75, 1.15)),
    });
  }
  return places;
}

function villages(b, random) {
  for (let k = 0; k < 46; k++) {
    const x = -330 + k * 15 + random.range(-5, 5);
    const z = further(x) - random.range(14, 60);
    house(b, {
      x,
      y: land(x, z) - 0.5,
      z,
      w: random.range(9, 14),
      d: 8,
      h: random.pick([6, 6, 8.6, 11]),
      ry: random.range(-0.4, 0.4),
    });
  }
}

function trees(scene, kit, random) {
  const place = (x, z, s) => ({
    x,
    z,
    y: land(x, z) - 0.4,
    s,
    ry: random() * 6,
    color: new THREE.Color().setScalar(random.range(0.75, 1.2)),
  });
  const far = Array.from({ length: 420 }, () => {
    const x = random.range(-380, 380);
    return place(x, further(x) - 8 - 110 * random() ** 1.5, random.range(0.9, 1.8));
  });
  const near = [
    [-24, 27, 1],
    [-29, 24, 1.15],
    [-21, 31, 0.9],
    [47, 20, 0.8],
  ].map((p) => place(...p));
  scene.add(
    scatter(
      treeGeometry(random, { height: 9, width: 7, blades: 220, trunk: 0.08, size: 0.08 }),
      kit.leaf,
      far,
    ),
    scatter(
      treeGeometry(random, { height: 10, width: 6.5, blades: 3000, trunk: 0.2, size: 0.028 }),
      kit.leaf,
      near,
    ),
  );
  return near;
}

function view() {
  const camera = new THREE.PerspectiveCamera(44, 1, 0.5, 2600);
  camera.position.set(4, 10.5, 45);
  camera.lookAt(9, 16.5, -90);
  return camera;
}

const SKY = {
  sun: SUN,
  zenith: 0x4f8acb,
  horizon: 0xd3dfe6,
  haze: 0xd2dce2,
  density: 0.00125,
  height: 400,
  cover: 0.58,
  shift: 0.43,
  bounce: 0x55604a,
};

export function build({ width, height }) {
  const random = makeRandom(701);
  const scene = new THREE.Scene();
  const air = outdoors(scene, SKY);
  const mirror = makeMirror({ width, height, blur: 0.006 });
  const kit = materials(mirror);
  scene.add(
    ground(kit.bank, {
      xs: bothWays(6, 420, { near: 0.5, growth: 1.02 }),
      zs: [...lines(46, 2, { near: 0.3, growth: 1.002 }), ...lines(-290, -560, { near: 3, growth: 1.03 })],
      height: land,
      tint: (x, z, y) => (y < 0.4 ? [0.95, 0.8, 0.75] : [0.95 + lump(x, z) * 0.2, 1, 0.9]),
    }),
  );
  ridges(scene, kit.far, [
    { z: -520, h: 70, seed: 6, at: -200 },
    { z: -640, h: 125, seed: 14, at: 180 },
    { z: -900, h: 190, seed: 27, at: -80 },
  ]);
  const b = new Builder(kit);
  b.at({ x: 26, z: -150, ry: 0.62 }, () => {
    for (const x of [-86, 86]) {
      pylon(b, x);
      cables(b, x);
    }
    deck(b, random);
  });
  villages(b, random);
  boat(b, { x: -15, y: 0.1, z: 1.5, ry: 0.35 });
  boat(b, { x: -8.5, y: 0.1, z: -1.6, ry: 0.12, s: 0.95 });
  boat(b, { x: 46, y: 0.1, z: -52, ry: 2.6, s: 1.2 });
  for (const { x, y, z, s } of trees(scene, kit, random))
    b.rod('bark', [x, y, z], [x, y + 5.5 * s, z], { r: 0.2 * s, r2: 0.1 * s });
  b.build(scene);
  scene.add(
    scatter(
      tuftGeometry(random, { blades: 40, height: 1.0, width: 0.9, thick: 0.02, bow: 0.5 }),
      kit.grass,
      reeds(random, 2600, (x, z) => z - shore(x) > -3.6 && z - shore(x) < 12),
    ),
    scatter(
      tuftGeometry(random, { blades: 44, height: 0.95, width: 0.8, thick: 0.04, bow: 0.2 }),
      kit.rape,
      reeds(random, 2400, (x, z) => z - shore(x) > 3.5 && x > -6 && z < 36),
    ),
  );
  b.box('water', [1000, 0.02, 420], [0, -0.02, -160]);
  const { water: sheet } = b.build(scene, { cast: false });
  return {
    scene,
    camera: view(),
    ...air,
    above: 0.85,
    area: { center: new THREE.Vector3(20, 20, -100), radius: 175 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.93, 0.82), strength: 4.0, spread: 0.02 },
    beforePass: (accumulator, samples) => mirror.update(accumulator, [sheet], samples),
    post: { exposure: 1.05, contrast: 1.1, saturation: 1.02 },
  };
}
