import * as THREE from 'three';
import { patchHaze } from '../lib/accumulate.js';
import { Builder } from '../lib/builder.js';
import {
  chimney,
  column,
  coolingTower,
  hall,
  pipeRack,
  pylon,
  sphereTank,
  structure,
  tank,
  wire,
} from '../lib/factory.js';
import { surface } from '../lib/materials.js';
import { propMaterials, scatter, treeGeometry } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';
import { makeSky } from '../lib/sky.js';
import { plumes } from '../lib/steam.js';

/** Industrial park from the air in late sun: halls, a chemical works, avenues, steam, city in the haze. */

export const size = [2400, 1680];

const SUN = new THREE.Vector3(-0.8, 0.4, 0.3).normalize();
const HAZE = 0xc4c0b8;
const DENSITY = 0.00031;
const AVENUES = [-330, 0, 330, 660];
const STREETS = [190, 40, -120, -290, -470, -660, -860];

const materials = () => ({ ...propMaterials(surface), ...buildingMaterials(), ...groundMaterials() });

const buildingMaterials = () => ({
  clad: surface({
    color: 0xffffff,
    rough: 0.5,
    mottle: 0.08,
    grime: 0.08,
    streak: 0.1,
    splash: 0.2,
    ribs: 0.9,
    ribDepth: 0.22,
    panel: 6,
    scale: 0.5,
  }),
  roof: surface({
    color: 0xffffff,
    rough: 0.42,
    metal: 0.25,
    mottle: 0.22,
    grime: 0.25,
    ribs: 1.0,
    ribDepth: 0.3,
    ribAxis: 1,
    panel: 9,
    scale: 0.35,
    dirtColor: 0x6a5f55,
  }),
  flat: surface({ color: 0x8f8e88, rough: 0.9, mottle: 0.4, grime: 0.35, scale: 0.5 }),
  pale: surface({ color: 0xdfe6e6, rough: 0.3, mottle: 0.12, grime: 0.12 }),
  solar: surface({ color: 0x14203a, rough: 0.18, mottle: 0.1, grime: 0.04, ribs: 1.0, ribDepth: 0.1 }),
  concrete: surface({ color: 0xa8a49a, rough: 0.9, mottle: 0.28, grime: 0.25, streak: 0.3, scale: 0.4 }),
  paint: surface({ color: 0xffffff, rough: 0.5, mottle: 0.1, grime: 0.12 }),
  steel: surface({ color: 0xc6cacb, rough: 0.38, metal: 0.6, mottle: 0.14, grime: 0.15, streak: 0.15 }),
  tank: surface({ color: 0xe2e3df, rough: 0.45, mottle: 0.08, grime: 0.08, streak: 0.3, scale: 0.6 }),
  frame: surface({ color: 0x7c868c, rough: 0.55, grime: 0.25 }),
  dark: surface({ color: 0x4a4c4d, rough: 0.6, grime: 0.25 }),
});

const groundMaterials = () => ({
  road: surface({ color: 0x55565a, rough: 0.85, mottle: 0.3, grime: 0.25, scale: 0.5, dirtColor: 0x7a7365 }),
  yard: surface({
    color: 0xa19d92,
    rough: 0.85,
    mottle: 0.35,
    grime: 0.35,
    scale: 0.4,
    dirtColor: 0x6e665a,
    after: JOINTS,
  }),
  lawn: surface({
    color: 0x5c6c30,
    rough: 0.95,
    mottle: 0.6,
    grime: 0.2,
    scale: 0.6,
    bump: 0.5,
    dirtColor: 0x7d6f42,
    env: 0.2,
  }),
  field: surface({
    color: 0xffffff,
    rough: 0.95,
    mottle: 0.4,
    grime: 0.15,
    scale: 0.12,
    dirtColor: 0x8a7a52,
    env: 0.2,
  }),
  line: surface({ color: 0xd9d8d0, rough: 0.7, grime: 0.4 }),
  leaf: surface({ color: 0x47591f, rough: 0.85, mottle: 0.35, grime: 0, side: THREE.DoubleSide, env: 0.3 }),
  town: surface({ color: 0xffffff, rough: 0.8, mottle: 0.1, grime: 0.1, ribs: 6, ribDepth: 0.3 }),
});

const JOINTS = /* glsl */ `
{
  vec2 joint = abs(fract(vWorld.xz / vec2(6.0, 5.0)) - 0.5) * 2.0;
  vec2 soft = 1.0 - vec2(0.03) - fwidth(vWorld.xz) * 0.2;
  diffuseColor.rgb *= 1.0 - 0.3 * max(smoothstep(soft.x, 1.0, joint.x), smoothstep(soft.y, 1.0, joint.y));
}
`;

function ground(b, random) {
  b.box('lawn', [1500, 0.1, 1400], [150, -0.1, -350]);
  for (const x of AVENUES) avenue(b, x);
  for (const z of STREETS) {
    b.box('road', [1500, 0.06, 11], [150, 0, z]);
    for (let x = -560; x < 880; x += 12) b.box('line', [5, 0.03, 0.2], [x, 0.06, z]);
  }
  for (let i = 0; i < 260; i++) {
    const far = random.range(0, 1) ** 0.6;
    const z = -1050 - far * 3600;
    const color = random.pick([0x7d8a4a, 0x98935a, 0x6b7a3c, 0xa89a6a, 0x87813f]);
    b.box(
      'field',
      [random.range(120, 420), 0.3 + random() * 0.2, random.range(70, 240)],
      [random.range(-0.75, 0.85) * (900 - z * 0.6), -0.3, z],
      { color },
    );
  }
  b.box('field', [9000, 0.1, 7000], [0, -0.35, -3600], { color: 0x838046 });
}

function avenue(b, x) {
  b.box('road', [9, 0.08, 1300], [x - 6.5, 0, -320]);
  b.box('road', [9, 0.08, 1300], [x + 6.5, 0, -320]);
  for (const dx of [-15, 15]) b.box('yard', [3, 0.14, 1300], [x + dx, 0, -320]);
  for (let z = 310; z > -900; z -= 11)
    for (const dx of [-6.5, 6.5]) b.box('line', [0.22, 0.02, 4.5], [x + dx, 0.08, z]);
  for (const dx of [-10.8, -2.2, 2.2, 10.8]) b.box('line', [0.2, 0.02, 1200], [x + dx, 0.08, -290]);
  for (const z of STREETS) {
    b.box('road', [24, 0.1, 11], [x, 0, z]);
    for (const dz of [-8.5, 8.5])
      for (let k = 0; k < 9; k++) b.box('line', [0.7, 0.03, 3.4], [x - 10 + k * 2.5, 0.1, z + dz]);
  }
}

const ROOF_COLORS = [0x5f86b4, 0x9fb0bb, 0xc4c9c9, 0x4f7396, 0xa9573f, 0x8fa7b5, 0xd2d3ce];
const WALL_COLORS = [0xd5d6d2, 0xc3cbd0, 0xe0ddd2, 0xb8c4cc, 0xd8d0c0];

/** Fills a block with halls in rows on a concrete yard. */
function block(b, { x1, x2, z1, z2, random, kinds, yards }) {
  const [w, d] = [x2 - x1, z1 - z2];
  b.box('yard', [w, 0.09, d], [(x1 + x2) / 2, 0, (z1 + z2) / 2]);
  yards.push({ x1, x2, z1, z2 });
  const columns = Math.max(1, Math.round(w / 105));
  const rows = Math.max(1, Math.round(d / 62));
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) {
      const [cw, cd] = [w / columns, d / rows];
      hall(b, {
        x: x1 + cw * (i + 0.5),
        z: z2 + cd * (j + 0.5),
        w: cw - random.range(16, 24),
        d: cd - random.range(18, 24),
        h: random.range(8, 13.5),
        kind: kinds[(i + j * 2 + yards.length) % kinds.length],
        wall: random.pick(WALL_COLORS),
        roof: random.pick(ROOF_COLORS),
        random,
      });
    }
  }
}

function blocks(b, random) {
  const yards = [];
  const all = ['saw', 'gable', 'flat', 'gable', 'saw', 'solar', 'gable'];
  for (let s = 0; s + 1 < STREETS.length; s++) {
    for (let a = -1; a < AVENUES.length; a++) {
      const x1 = (a < 0 ? AVENUES[0] - 250 : AVENUES[a]) + 30;
      const x2 = (a + 1 < AVENUES.length ? AVENUES[a + 1] : AVENUES[a] + 240) - 30;
      const [z1, z2] = [STREETS[s] - 17, STREETS[s + 1] + 17];
      if (a === 1 && s <= 1) continue;
      block(b, { x1, x2, z1, z2, random, kinds: all, yards });
    }
  }
  return yards;
}

/** Chemical works right of the avenue: columns, structures, racks, tank yard. */
function works(b, random) {
  b.box('yard', [270, 0.1, 292], [165, 0, 34]);
  for (const [x, z, r, h] of [
    [64, 84, 2.6, 46],
    [76, 86, 1.7, 34],
    [86, 84, 2.1, 52],
    [97, 87, 1.5, 30],
    [70, 62, 1.9, 40],
    [108, 66, 2.8, 38],
    [120, 84, 1.7, 44],
    [134, 66, 2.2, 33],
  ])
    column(b, { x, z, r, h });
  structure(b, { x: 92, z: 58, w: 30, d: 13, floors: 5, random });
  structure(b, { x: 150, z: 84, w: 24, d: 12, floors: 4, random });
  structure(b, { x: 60, z: 26, w: 24, d: 14, floors: 3, random });
  pipeRack(b, { x: 150, z: 104, length: 216 });
  pipeRack(b, { x: 150, z: 42, length: 216 });
  pipeRack(b, { x: 44, z: 66, length: 160, alongZ: true });
  pipeRack(b, { x: 176, z: 20, length: 170, alongZ: true, y: 8 });
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 3; j++) tank(b, { x: 196 + i * 27, z: 84 - j * 27, r: 10.4, h: j === 1 ? 12 : 14 });
  b.box('concrete', [112, 1.2, 0.4], [237, 0, 100]);
  b.box('concrete', [0.4, 1.2, 88], [181, 0, 56]);
  for (let k = 0; k < 3; k++) sphereTank(b, { x: 66 + k * 26, z: -26, r: 9 });
  for (let k = 0; k < 6; k++)
    tank(b, { x: 202 + (k % 3) * 25, z: -12 - Math.floor(k / 3) * 25, r: 9, h: 11, color: 0xc9cccb });
  hall(b, { x: 95, z: 146, w: 100, d: 36, h: 11, kind: 'gable', wall: 0xd9dad6, roof: 0x5f86b4, random });
  hall(b, { x: 232, z: 142, w: 92, d: 42, h: 10, kind: 'flat', wall: 0xc7ced2, random });
  hall(b, { x: 100, z: -76, w: 120, d: 42, h: 12, kind: 'saw', wall: 0xd0cfc6, roof: 0xa9573f, random });
  hall(b, { x: 236, z: -82, w: 96, d: 34, h: 11, kind: 'solar', wall: 0xd5d6d2, roof: 0x9fb0bb, random });
  chimney(b, { x: 150, z: 8, r: 3.6, h: 78 });
  chimney(b, { x: 122, z: 20, r: 1.4, h: 44, bands: false, name: 'steel' });
  chimney(b, { x: 164, z: 62, r: 1.1, h: 40, bands: false, name: 'steel' });
}

function landmarks(b) {
  coolingTower(b, { x: -120, z: -560, r: 34, h: 82 });
  coolingTower(b, { x: -40, z: -590, r: 34, h: 82 });
  chimney(b, { x: -200, z: -560, r: 5.5, h: 140 });
  chimney(b, { x: 240, z: -400, r: 4.4, h: 96 });
  chimney(b, { x: 470, z: -560, r: 4.6, h: 110 });
  let last;
  for (let k = 0; k < 6; k++) {
    const wires = pylon(b, { x: -390 + k * 210, z: -205 - k * 62 });
    if (last)
      wires.forEach((point, i) => {
        wire(b, last[i], point);
      });
    last = wires;
  }
}

function steam(random, camera) {
  const wind = [0.9, 0.16];
  const list = [
    { x: 150, y: 79, z: 8, r: 4.2, length: 150, wind, puffs: 150, opacity: 0.5 },
    { x: 122, y: 44, z: 20, r: 1.7, length: 48, wind, puffs: 70, opacity: 0.45 },
    { x: 164, y: 40, z: 62, r: 1.5, length: 40, wind, puffs: 60, opacity: 0.4 },
    { x: -120, y: 80, z: -560, r: 17, length: 190, wind, rise: 1.3, puffs: 150, opacity: 0.5 },
    { x: -40, y: 80, z: -590, r: 17, length: 190, wind, rise: 1.3, puffs: 150, opacity: 0.5 },
    { x: -200, y: 140, z: -560, r: 6, length: 260, wind, puffs: 120, opacity: 0.45 },
    { x: 240, y: 96, z: -400, r: 5, length: 200, wind, puffs: 120, opacity: 0.45 },
    { x: 470, y: 110, z: -560, r: 5.5, length: 220, wind, puffs: 110, opacity: 0.42 },
    { x: 92, y: 27, z: 58, r: 1.6, length: 30, wind, puffs: 40, opacity: 0.35 },
  ];
  return plumes(list, {
    random,
    sun: SUN,
    camera,
    lit: 0xfff6e6,
    shade: 0x9fa3ac,
    haze: HAZE,
    density: DENSITY,
  });
}

/** Low-cost car: body, cabin, dark wheels; the instance colour paints the body. */
function carGeometry() {
  const b = new Builder({ car: new THREE.MeshBasicMaterial() });
  b.box('car', [1.8, 0.75, 4.5], [0, 0.3, 0]);
  b.box('car', [1.6, 0.55, 2.3], [0, 1.0, -0.2], { color: 0x22262c });
  b.box('car', [1.45, 0.06, 1.5], [0, 1.52, -0.25]);
  for (const [dx, dz] of [
    [-0.8, 1.4],
    [0.8, 1.4],
    [-0.8, -1.4],
    [0.8, -1.4],
  ])
    b.box('car', [0.3, 0.6, 0.62], [dx, 0, dz], { color: 0x141414 });
  const holder = new THREE.Group();
  return b.build(holder).car.geometry;
}

const CAR_COLORS = [0xe8e8e6, 0xd0d2d4, 0x2a2d31, 0x8f9397, 0xb02a22, 0x234a86, 0xe6e2d6, 0x5b5f63];

function cars(scene, { random, kit, yards }) {
  const places = [];
  const put = (x, z, ry) => places.push({ x, z, y: 0.1, ry, color: random.pick(CAR_COLORS) });
  const lot = (x, z, columns, rows) => {
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++)
        if (random() < 0.84) put(x + c * 2.8, z + r * 11 + (r % 2 ? -3.2 : 0), random() < 0.5 ? 0 : Math.PI);
  };
  lot(-128, 166, 34, 2);
  lot(176, 168, 26, 1);
  lot(250, 112, 20, 1);
  for (const { x1, x2, z1 } of yards) if (random() < 0.5) lot(x1 + 12, z1 - 6, Math.round((x2 - x1) / 6), 1);
  for (const x of AVENUES)
    for (let z = 280; z > -850; z -= random.range(16, 60)) put(x + random.pick([-8.6, -4.4, 4.4, 8.6]), z, 0);
  for (const z of STREETS)
    for (let x = -500; x < 850; x += random.range(30, 90)) put(x, z + random.pick([-2.8, 2.8]), Math.PI / 2);
  scene.add(scatter(carGeometry(), kit.gloss, places));
}

function lorries(b, random, yards) {
  const truck = (x, z, ry) => {
    const body = random.pick([0xe4e4e0, 0x2f5f9c, 0xb5402e, 0xcfd2d2, 0x3f7a54]);
    b.at({ x, z, ry, y: 0.1 }, () => {
      b.box('rubber', [2.2, 0.5, 14], [0, 0.5, 0]);
      for (const dz of [5.2, 2.2, -3.6, -5, -6.3]) b.box('rubber', [2.5, 0.95, 0.95], [0, 0, dz]);
      b.box('gloss', [2.5, 2.6, 2.2], [0, 0.7, 5.6], {
        color: random.pick([0xb52c20, 0xe2e2de, 0x2b5794, 0xd0a020]),
      });
      b.box('glass', [2.3, 0.9, 0.1], [0, 2, 6.7]);
      b.box('body', [2.5, 2.7, 11], [0, 1.1, -1.6], { color: body });
    });
  };
  for (const x of AVENUES)
    for (let z = 250; z > -800; z -= random.range(50, 150))
      truck(x + random.pick([-8.4, 4.6]), z, x < 0 ? 0 : Math.PI);
  for (const z of STREETS.slice(0, 5))
    for (let x = -400; x < 800; x += random.range(90, 220)) truck(x, z + 2.8, Math.PI / 2);
  for (const { x1, x2, z1, z2 } of yards) {
    for (let k = 0; k < 6; k++)
      truck(
        random.range(x1 + 10, x2 - 10),
        random() < 0.5 ? z1 - 7 : z2 + 7,
        Math.PI / 2 + random.range(-0.05, 0.05),
      );
  }
  for (const [x, z, ry] of [
    [60, 116, Math.PI / 2],
    [96, 114, Math.PI / 2],
    [128, 116, -Math.PI / 2],
    [200, 112, Math.PI / 2],
  ])
    truck(x, z, ry);
}

function planting(scene, { random, kit }) {
  const places = [];
  const put = (x, z, s = 1) =>
    places.push({
      x: x + random.range(-0.8, 0.8),
      z: z + random.range(-0.8, 0.8),
      s: s * random.range(0.75, 1.25),
      ry: random() * 6,
      color: new THREE.Color().setHSL(
        random.range(0.2, 0.27),
        random.range(0.2, 0.5),
        random.range(0.45, 0.75),
      ),
    });
  for (const x of AVENUES)
    for (let z = 300; z > -880; z -= 8)
      for (const dx of [-18.5, 0, 18.5])
        if (STREETS.every((s) => Math.abs(z - s) > 9)) put(x + dx, z, dx ? 1 : 0.55);
  for (const z of STREETS)
    for (let x = -540; x < 860; x += 9)
      for (const dz of [-10, 10]) if (AVENUES.every((a) => Math.abs(x - a) > 20)) put(x, z + dz, 0.85);
  const isNear = ({ x, z }) => Math.hypot(x + 96, z - 372) < 420;
  const fine = treeGeometry(random, { height: 8, width: 6, blades: 420, trunk: 0.14, size: 0.062 });
  const plain = treeGeometry(random, { height: 8, width: 6, blades: 130, trunk: 0.14, size: 0.11 });
  scene.add(scatter(fine, kit.leaf, places.filter(isNear)));
  scene.add(
    scatter(
      plain,
      kit.leaf,
      places.filter((place) => !isNear(place)),
    ),
  );
  const woods = Array.from({ length: 1700 }, () => {
    const z = -950 - random() ** 1.6 * 2600;
    return {
      x: random.range(-0.7, 0.8) * (700 - z * 0.7),
      z,
      s: random.range(0.9, 1.6),
      ry: random() * 6,
      color: new THREE.Color().setScalar(random.range(0.6, 1)),
    };
  });
  scene.add(
    scatter(
      treeGeometry(random, { height: 8, width: 9, blades: 70, trunk: 0.05, size: 0.11 }),
      kit.leaf,
      woods,
    ),
  );
}

function town(b, random) {
  for (let k = 0; k < 300; k++) {
    const z = -2300 - random() * 2300;
    const x = random.range(-0.55, 0.62) * -z * 1.15;
    const h = random.range(18, 55) + (random() < 0.22 ? random.range(30, 90) : 0);
    b.box('town', [random.range(24, 70), h, random.range(16, 30)], [x, 0, z], {
      color: random.pick([0xd8cfc0, 0xc4bfb6, 0xb8a894, 0xcfd0cc]),
    });
  }
  for (let k = 0; k < 70; k++) {
    const z = -980 - random() * 900;
    b.box(
      'roof',
      [random.range(40, 110), random.range(7, 13), random.range(30, 60)],
      [random.range(-800, 1100), 0, z],
      { color: random.pick(ROOF_COLORS) },
    );
  }
}

export function build() {
  const random = makeRandom(11);
  const scene = new THREE.Scene();
  const sky = makeSky({
    sun: SUN,
    zenith: 0x5f8fc4,
    horizon: 0xd6d2ca,
    sunColor: 0xffdca8,
    ground: 0x8a8468,
    bounce: 0x6a6450,
    cloudLit: 0xfff3e2,
    cloudDark: 0xa3a9b4,
    cover: 0.5,
    softness: 0.45,
    scale: 0.12,
    shift: 0.62,
    gain: 0.72,
  });
  patchHaze({ sun: SUN, tint: 0xf2dcbc, height: 260 });
  scene.fog = new THREE.FogExp2(HAZE, DENSITY);
  scene.add(sky.dome);
  const camera = new THREE.PerspectiveCamera(33, 1, 5, 9000);
  camera.position.set(-96, 118, 372);
  camera.lookAt(58, 0, -40);
  const kit = materials();
  const b = new Builder(kit);
  ground(b, random);
  b.build(scene, { cast: false });
  const yards = blocks(b, random);
  works(b, random);
  landmarks(b);
  lorries(b, random, yards);
  b.build(scene);
  town(b, random);
  b.build(scene, { cast: false });
  cars(scene, { random, kit, yards });
  planting(scene, { random, kit });
  scene.add(steam(random, camera));
  const environment = new THREE.Scene();
  environment.add(sky.dome.clone());
  return {
    scene,
    camera,
    environment,
    surround: sky.light,
    above: 0.85,
    area: { center: new THREE.Vector3(80, 10, -60), radius: 420 },
    keyArea: { center: new THREE.Vector3(90, 10, -120), radius: 470 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.86, 0.66), strength: 5.4, spread: 0.008 },
    post: { exposure: 1.2, contrast: 1.16, saturation: 0.98, glow: 0.05, balance: [1.03, 1, 0.96] },
  };
}
