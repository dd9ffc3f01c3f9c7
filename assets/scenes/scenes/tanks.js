import * as THREE from 'three';
import { patchHaze } from '../lib/accumulate.js';
import { Builder } from '../lib/builder.js';
import { surface } from '../lib/materials.js';
import {
  circlePoints,
  lorry,
  person,
  propMaterials,
  railing,
  scatter,
  treeGeometry,
  windingStairs,
} from '../lib/props.js';
import { makeRandom } from '../lib/random.js';
import { makeSky } from '../lib/sky.js';

/** Storage area of a biofuel works: two rows of tanks behind bund walls, pipe rack and pumps in front. */

export const size = [2000, 1220];

const SUN = new THREE.Vector3(-0.84, 0.5, 0.34).normalize();

const materials = () => ({
  ...propMaterials(surface),
  white: surface({
    color: 0xeeeee8,
    rough: 0.42,
    mottle: 0.05,
    grime: 0.06,
    streak: 0.2,
    splash: 0.25,
    bump: 0.03,
    dirtColor: 0x6b5d4b,
    ribs: 0,
  }),
  silver: surface({
    color: 0xb9bcbe,
    rough: 0.36,
    metal: 0.75,
    mottle: 0.14,
    grime: 0.1,
    streak: 0.3,
    bump: 0.05,
  }),
  pipe: surface({ color: 0xc6c9ca, rough: 0.4, metal: 0.55, mottle: 0.15, grime: 0.18 }),
  paint: surface({ color: 0xffffff, rough: 0.5, grime: 0.22, mottle: 0.15 }),
  concrete: surface({
    color: 0xa9a69d,
    rough: 0.9,
    mottle: 0.35,
    grime: 0.3,
    streak: 0.4,
    splash: 0.3,
    bump: 0.2,
  }),
  yard: surface({
    color: 0x98958c,
    rough: 0.85,
    mottle: 0.4,
    grime: 0.35,
    bump: 0.18,
    dirtColor: 0x4d473e,
    after: SLABS,
  }),
  line: surface({ color: 0xd9b63c, rough: 0.7, grime: 0.45, mottle: 0.3 }),
  gravel: surface({ color: 0x7c776c, rough: 0.95, mottle: 0.7, bump: 0.6, scale: 3 }),
  leaf: surface({ color: 0x39471f, rough: 0.8, mottle: 0.3, grime: 0, side: THREE.DoubleSide, env: 0.4 }),
});

const SLABS = /* glsl */ `
{
  vec2 joint = abs(fract(vWorld.xz / vec2(5.0, 4.0)) - 0.5) * 2.0;
  vec2 soft = 1.0 - vec2(0.02, 0.025) - fwidth(vWorld.xz) * 0.25;
  float gap = max(smoothstep(soft.x, 1.0, joint.x), smoothstep(soft.y, 1.0, joint.y));
  diffuseColor.rgb *= 1.0 - 0.55 * gap;
  vec2 slab = floor(vWorld.xz / vec2(5.0, 4.0));
  diffuseColor.rgb *= 0.93 + 0.14 * fract(sin(dot(slab, vec2(12.99, 78.2))) * 4375.5);
  float oil = smoothstep(0.62, 0.8, texture2D(uNoise, vWorld.xz * 0.06 + 0.5).r);
  diffuseColor.rgb *= 1.0 - 0.45 * oil;
  roughnessFactor = mix(roughnessFactor, 0.35, oil * 0.7);
}
`;

function tank(b, { x, z, r, h, name, stair = 1.2, number }) {
  b.at({ x, z }, () => {
    b.cyl('concrete', { r: r + 0.5, h: 0.5, seg: 64 }, [0, 0, 0]);
    b.cyl(name, { r, h, seg: 72 }, [0, 0.5, 0]);
    b.cyl(name, { r: r + 0.12, top: r * 0.06, h: r * 0.2, seg: 72 }, [0, h + 0.5, 0]);
    courses(b, { r, h, name });
    windingStairs(b, { r, height: h + 0.5, from: stair, turn: 13 / r });
    railing(b, circlePoints(r - 0.15, h + 0.55, { steps: 40 }), { every: 1.6 });
    nozzles(b, { r, h, number });
  });
}

/** Weld seams between the plate courses and the stiffening ring at the top. */
function courses(b, { r, h, name }) {
  const plates = Math.round(h / 1.9);
  for (let k = 1; k <= plates; k++)
    b.ring(name, { r, t: k === plates ? 0.11 : 0.025, seg: 72 }, [0, 0.5 + (h * k) / plates, 0]);
  for (let k = 0; k < plates; k++) {
    for (let a = 0; a < 8; a++) {
      const angle = (a + (k % 2) * 0.5) * (Math.PI / 4);
      const at = [Math.cos(angle) * (r + 0.005), Math.sin(angle) * (r + 0.005)];
      b.rod(name, [at[0], 0.5 + (h * k) / plates, at[1]], [at[0], 0.5 + (h * (k + 1)) / plates, at[1]], {
        r: 0.022,
        seg: 5,
      });
    }
  }
}

function nozzles(b, { r, h }) {
  for (const angle of [1.25, 1.9]) {
    const [cx, cz] = [Math.cos(angle), Math.sin(angle)];
    b.rod('pipe', [cx * r, 1.4, cz * r], [cx * (r + 1.1), 1.4, cz * (r + 1.1)], { r: 0.22, seg: 14 });
    valve(b, [cx * (r + 0.75), 1.4, cz * (r + 0.75)]);
  }
  const man = 1.58;
  b.rod(
    'paint',
    [Math.cos(man) * r, 1.6, Math.sin(man) * r],
    [Math.cos(man) * (r + 0.25), 1.6, Math.sin(man) * (r + 0.25)],
    { r: 0.45, seg: 24, color: 0xc9ccc8 },
  );
  b.pipe(
    'pipe',
    [
      [0.4, h + 0.5, r + 0.35],
      [0.4, 1.4, r + 0.35],
    ],
    { r: 0.09 },
  );
  b.cyl('pipe', { r: 0.25, h: 1.1, seg: 14 }, [0, h + 0.5 + r * 0.19, 0]);
  b.cyl('pipe', { r: 0.4, top: 0.1, h: 0.3, seg: 14 }, [0, h + 1.6 + r * 0.19, 0]);
}

function valve(b, [x, y, z]) {
  b.ball('paint', { r: 0.3, seg: 14 }, [x, y, z], { color: 0x2d4d86 });
  b.rod('paint', [x, y, z], [x, y + 0.7, z], { r: 0.05, color: 0x2d4d86 });
  b.ring('paint', { r: 0.26, t: 0.03, seg: 20 }, [x, y + 0.7, z], { color: 0xb02a1c });
}

function bund(b, { x1, x2, z1, z2, h = 1.3 }) {
  b.box('concrete', [x2 - x1, h, 0.3], [(x1 + x2) / 2, 0, z2]);
  b.box('concrete', [x2 - x1, h, 0.3], [(x1 + x2) / 2, 0, z1]);
  b.box('concrete', [0.3, h, z2 - z1], [x1, 0, (z1 + z2) / 2]);
  b.box('concrete', [0.3, h, z2 - z1], [x2, 0, (z1 + z2) / 2]);
  b.box('paint', [x2 - x1, 0.14, 0.36], [(x1 + x2) / 2, h - 0.02, z2], { color: 0xd0cec4 });
  for (let x = x1 + 6; x < x2; x += 12) b.box('concrete', [0.5, h, 0.5], [x, 0, z2 + 0.1]);
}

/** Rack of parallel lines on steel frames, running along x at the given z. */
function rack(b, { x1, x2, z, levels = [3.6, 4.7], lines = 6 }) {
  for (let x = x1; x <= x2; x += 6) {
    for (const dz of [-1.5, 1.5]) {
      b.box('paint', [0.26, levels[1] + 0.6, 0.26], [x, 0, z + dz], { color: 0x4d6d93 });
      b.box('concrete', [0.7, 0.4, 0.7], [x, 0, z + dz]);
    }
    for (const y of levels) b.box('paint', [0.2, 0.24, 3.3], [x, y - 0.24, z], { color: 0x4d6d93 });
  }
  for (const y of levels) {
    for (const dz of [-1.5, 1.5])
      b.beam('paint', [x1, y - 0.12, z + dz], [x2, y - 0.12, z + dz], { w: 0.14, h: 0.2, color: 0x4d6d93 });
    for (let k = 0; k < lines; k++) {
      const r = [0.18, 0.1, 0.14, 0.22, 0.08, 0.12][k % 6];
      const color = [0xffffff, 0xffffff, 0xb4bcc4, 0xffffff, 0xbb4433, 0xd8c04a][(k + (y > 4 ? 2 : 0)) % 6];
      b.rod('pipe', [x1 - 1, y + r, z - 1.25 + k * 0.5], [x2 + 1, y + r, z - 1.25 + k * 0.5], {
        r,
        seg: 14,
        color,
      });
    }
  }
}

function pumpRow(b, { x1, x2, z, random }) {
  for (let x = x1; x <= x2; x += 4.2) {
    b.box('concrete', [2.2, 0.3, 0.9], [x, 0, z]);
    b.rod('paint', [x - 0.8, 0.75, z], [x + 0.1, 0.75, z], { r: 0.3, seg: 16, color: 0x2f5c9a });
    for (let k = 0; k < 5; k++)
      b.ring('paint', { r: 0.31, t: 0.02, axis: 'x', seg: 16 }, [x - 0.7 + k * 0.16, 0.75, z], {
        color: 0x2f5c9a,
      });
    b.ball('metal', { r: 0.38, seg: 16 }, [x + 0.6, 0.75, z]);
    b.pipe(
      'pipe',
      [
        [x + 0.6, 0.9, z],
        [x + 0.6, 2.2, z],
        [x + 0.6, 2.2, z - 2.4],
        [x + 0.6, 3.6, z - 2.4],
      ],
      { r: 0.13 },
    );
    b.pipe(
      'pipe',
      [
        [x + 0.9, 0.75, z],
        [x + 1.5, 0.75, z],
        [x + 1.5, 0.75, z - 4],
      ],
      { r: 0.16 },
    );
    if (random() < 0.8) valve(b, [x + 0.6, 1.7, z]);
    valve(b, [x + 1.5, 0.75, z - 1]);
  }
}

function lampPost(b, x, z) {
  b.rod('rail', [x, 0, z], [x, 11, z], { r: 0.13, r2: 0.07 });
  b.rod('rail', [x, 11, z], [x + 1.6, 11.4, z], { r: 0.05 });
  b.box('rail', [0.9, 0.12, 0.3], [x + 1.9, 11.35, z]);
}

function tankFarm(b) {
  const rows = [
    {
      z: -16,
      r: 7.2,
      h: 13.5,
      xs: [-27, -9, 9, 27, 45, 63],
      names: ['white', 'white', 'silver', 'white', 'silver', 'white'],
    },
    {
      z: -36,
      r: 8.2,
      h: 17,
      xs: [-38, -18, 2, 22, 42, 64],
      names: ['silver', 'white', 'white', 'white', 'silver', 'white'],
    },
  ];
  for (const { z, r, h, xs, names } of rows) {
    xs.forEach((x, i) => {
      tank(b, { x, z, r, h, name: names[i], stair: 0.7 + (i % 3) * 0.25 });
    });
  }
  bund(b, { x1: -50, x2: 76, z1: -47, z2: -5 });
  for (const x of [-18, 18, 54]) b.box('concrete', [0.25, 1.0, 40], [x, 0, -26]);
  catwalks(b, rows[0]);
}

/** Walkways joining the roofs of neighbouring tanks. */
function catwalks(b, { z, r, h, xs }) {
  for (let i = 1; i < xs.length; i++) {
    const [x1, x2] = [xs[i - 1] + r - 0.3, xs[i] - r + 0.3];
    b.box('rail', [x2 - x1, 0.12, 1], [(x1 + x2) / 2, h + 0.5, z]);
    for (const dz of [-0.5, 0.5])
      railing(b, [
        [x1, h + 0.6, z + dz],
        [x2, h + 0.6, z + dz],
      ]);
    for (const dz of [-0.5, 0.5])
      b.beam('rail', [x1, h + 0.35, z + dz], [x2, h + 0.35, z + dz], { w: 0.1, h: 0.3 });
  }
}

function foreground(b, random) {
  rack(b, { x1: -52, x2: 74, z: 2.5 });
  pumpRow(b, { x1: -37.2, x2: 34, z: 6.5, random });
  b.box('concrete', [90, 0.2, 0.25], [18, 0, 9.6]);
  for (const z of [10.4, 19.5]) b.box('line', [140, 0.012, 0.16], [10, 0.005, z]);
  lorry(b, { x: 7.6, z: 13.7, ry: -Math.PI / 2 + 0.03, kind: 'tank', cab: 0x2c5aa0, body: 0xd5d8d8 });
  person(b, { x: -6.2, z: 11.6, ry: 2.2, vest: 0xd9702a, pose: 'stand' });
  person(b, { x: -4.9, z: 10.9, ry: -2.9, vest: 0x2f4f86, helmet: 0xd8d8d2, pose: 'work' });
  person(b, { x: -3.6, z: 14.6, ry: -2.2, vest: 0xd9702a, helmet: 0xc23a22, pose: 'walk' });
  for (const x of [-34, 5.2, 38]) lampPost(b, x, 9.8);
  hydrant(b, -13.5, 10.5);
  hydrant(b, 22.5, 10.5);
  b.box('yard', [3.2, 0.02, 0.5], [-11, 0, 15], { color: 0x8a8a84 });
  for (let k = 0; k < 9; k++) b.box('rail', [0.08, 0.03, 0.5], [-12.3 + k * 0.33, 0.01, 15]);
  for (const x of [-30, -22, -14, -6, 2]) b.box('line', [0.12, 0.012, 4.2], [x, 0.005, 16.8]);
}

function hydrant(b, x, z) {
  b.cyl('paint', { r: 0.14, h: 0.9, seg: 14 }, [x, 0, z], { color: 0xb3241a });
  b.ball('paint', { r: 0.17, seg: 14 }, [x, 0.9, z], { color: 0xb3241a });
  b.rod('paint', [x - 0.28, 0.65, z], [x + 0.28, 0.65, z], { r: 0.08, color: 0xb3241a });
}

export function build() {
  const random = makeRandom(44);
  const scene = new THREE.Scene();
  const sky = makeSky({
    sun: SUN,
    zenith: 0x2f62ad,
    horizon: 0xb4c6d6,
    sunColor: 0xffe6c0,
    ground: 0x77736a,
    bounce: 0x5f5b52,
    cloudLit: 0xffffff,
    cloudDark: 0x8593a6,
    cover: 0.62,
    softness: 0.34,
    scale: 0.2,
    shift: 0.37,
  });
  patchHaze({ sun: SUN, tint: 0xfff0dc, height: 90 });
  scene.fog = new THREE.FogExp2(0xb9c6d2, 0.0011);
  scene.add(sky.dome);
  const kit = materials();
  const b = new Builder(kit);
  tankFarm(b);
  foreground(b, random);
  b.build(scene);
  b.box('yard', [600, 0.1, 400], [0, -0.1, 0]);
  b.build(scene, { cast: false });
  const trees = Array.from({ length: 150 }, () => ({
    x: random.range(-220, 260),
    z: random.range(-150, -90),
    s: random.range(0.9, 1.7),
    ry: random() * 6,
    color: new THREE.Color().setScalar(random.range(0.7, 1.2)),
  }));
  scene.add(
    scatter(treeGeometry(random, { height: 10, width: 6, blades: 500, trunk: 0.12 }), kit.leaf, trees),
  );
  const environment = new THREE.Scene();
  environment.add(sky.dome.clone());
  const camera = new THREE.PerspectiveCamera(41, 1, 0.5, 1500);
  camera.position.set(-23, 8.4, 30);
  camera.lookAt(1, 6.2, -9);
  return {
    scene,
    camera,
    environment,
    surround: sky.light,
    above: 0.8,
    area: { center: new THREE.Vector3(8, 5, -18), radius: 75 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.93, 0.82), strength: 4.0, spread: 0.012 },
    lens: { aperture: 0.02, focus: 34 },
    post: { exposure: 1.18, contrast: 1.1, saturation: 0.92 },
  };
}
