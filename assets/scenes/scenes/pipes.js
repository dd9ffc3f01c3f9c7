import * as THREE from 'three';
import { patchHaze } from '../lib/accumulate.js';
import { Builder } from '../lib/builder.js';
import { excavator } from '../lib/excavator.js';
import { surface } from '../lib/materials.js';
import { heightField } from '../lib/noise.js';
import { person, propMaterials, scatter, treeGeometry, trunks } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';
import { makeSky } from '../lib/sky.js';

/** Sewer under construction: open trench, large ribbed pipes, an excavator lowering one on slings. */

export const size = [2000, 1220];

const SUN = new THREE.Vector3(0.55, 0.62, 0.3).normalize();
const PIPE_R = 0.95;
const TRENCH = { x: 0, floor: -3.1, half: 1.7, top: 3.9 };

const materials = () => ({
  ...propMaterials(surface),
  earth: surface({
    color: 0x8f6c47,
    rough: 0.95,
    mottle: 0.75,
    grime: 0.4,
    bump: 2.6,
    scale: 1.3,
    dirtColor: 0x4b3521,
    env: 0.25,
  }),
  black: surface({
    color: 0x202124,
    rough: 0.42,
    mottle: 0.2,
    grime: 0.35,
    bump: 0.04,
    dirtColor: 0x6e5940,
    env: 0.9,
  }),
  inner: surface({
    color: 0x8f999c,
    rough: 0.5,
    mottle: 0.2,
    grime: 0.2,
    dirtColor: 0x6e5940,
    side: THREE.DoubleSide,
  }),
  concrete: surface({
    color: 0xa5a197,
    rough: 0.9,
    mottle: 0.35,
    grime: 0.3,
    bump: 0.25,
    dirtColor: 0x6e5940,
  }),
  yellow: surface({
    color: 0xd99a12,
    rough: 0.42,
    mottle: 0.12,
    grime: 0.3,
    streak: 0.25,
    dirtColor: 0x5d4a32,
  }),
  steel: surface({ color: 0x55524c, rough: 0.5, metal: 0.7, grime: 0.4, dirtColor: 0x6e5940 }),
  paint: surface({ color: 0xffffff, rough: 0.55, grime: 0.28, mottle: 0.12, dirtColor: 0x7a6347 }),
  net: surface({
    color: 0x2f6b3f,
    rough: 0.9,
    mottle: 0.4,
    grime: 0.35,
    bump: 0.5,
    scale: 3,
    dirtColor: 0x6e5a3c,
    env: 0.2,
  }),
  leaf: surface({ color: 0x55622c, rough: 0.8, mottle: 0.3, grime: 0, side: THREE.DoubleSide, env: 0.4 }),
  wall: surface({ color: 0xffffff, rough: 0.8, mottle: 0.12, grime: 0.1 }),
  rope: surface({ color: 0xc8a63a, rough: 0.9 }),
});

const lump = heightField(5);
const smooth = (a, b, v) => {
  const t = Math.min(1, Math.max(0, (v - a) / (b - a)));
  return t * t * (3 - 2 * t);
};

/** Ground height: trench with sloping sides, spoil bank on the left, wheel ruts on the right. */
export function groundHeight(x, z) {
  const rough =
    (lump(x * 3.2 + 40, z * 3.2) - 0.5) * 0.45 +
    (lump(x * 13, z * 13 + 9) - 0.5) * 0.16 +
    (lump(x * 41, z * 41) - 0.5) * 0.13;
  const edge = 0.5 * (lump(z * 5, 3.3) - 0.5) + 0.35 * (lump(z * 17, 9.1) - 0.5);
  const out = Math.abs(x) + edge;
  const slope = smooth(TRENCH.half, TRENCH.top - 0.6, out);
  const closed = smooth(-95, -125, z);
  const bite = 0.1 * Math.max(0, Math.sin(z * 2.9 + Math.sin(z * 0.7) * 2)) ** 2 * slope * (1 - slope) * 4;
  let y = TRENCH.floor * (1 - slope) * (1 - closed) - bite + rough * (0.45 + slope * 0.4);
  const crest = 2.0 + 1.2 * (lump(z * 2.3 + 17, 70) - 0.3);
  y +=
    crest *
    Math.exp(-(((x + 8.6) / 2.6) ** 2)) *
    smooth(4.0, 6.6, -x) *
    (1 + 0.5 * (lump(x * 7, z * 7) - 0.5));
  const rut = Math.exp(-(((Math.abs(x - 8.2) - 1.15) / 0.3) ** 2)) * 0.16 * smooth(4.5, 6, x);
  return y - rut * (0.6 + lump(z * 9, 4) * 0.8);
}

/** Grid lines that lie close together near `from` and spread out with distance. */
function spread(from, to, { near, growth }) {
  const lines = [from];
  const way = Math.sign(to - from);
  for (let gap = near; Math.abs(lines.at(-1) - from) < Math.abs(to - from); gap *= growth)
    lines.push(lines.at(-1) + way * gap);
  return lines;
}

function gridGeometry(xs, zs) {
  const geometry = new THREE.PlaneGeometry(1, 1, xs.length - 1, zs.length - 1);
  const { position } = geometry.attributes;
  zs.forEach((z, row) => {
    xs.forEach((x, column) => {
      position.setXYZ(row * xs.length + column, x, 0, z);
    });
  });
  return geometry;
}

function terrain(material) {
  const right = spread(0, 48, { near: 0.09, growth: 1.012 });
  const left = spread(0, -48, { near: 0.09, growth: 1.012 }).slice(1).reverse();
  const zs = [
    ...spread(8, 16, { near: 0.3, growth: 1.1 }).slice(1).reverse(),
    ...spread(8, -190, { near: 0.1, growth: 1.0095 }),
  ]
    .reverse()
    .reverse();
  const geometry = gridGeometry(
    [...left, ...right],
    zs.sort((p, q) => p - q),
  );
  const { position } = geometry.attributes;
  const color = new Float32Array(position.count * 3);
  for (let i = 0; i < position.count; i++) {
    const [x, z] = [position.getX(i), position.getZ(i)];
    position.setY(i, groundHeight(x, z));
    const deep = smooth(-0.2, -2.6, position.getY(i));
    const track = Math.exp(-(((x - 8.2) / 2.6) ** 2)) * 0.25;
    const tone = 1 - deep * 0.42 + track + (lump(x * 2, z * 2 + 31) - 0.5) * 0.4;
    color.set([tone, tone * (0.98 - deep * 0.04), tone * (0.95 - deep * 0.08)], i * 3);
  }
  geometry.computeVertexNormals();
  geometry.setAttribute('color', new THREE.BufferAttribute(color, 3));
  const mesh = new THREE.Mesh(geometry, material);
  mesh.castShadow = true;
  mesh.receiveShadow = true;
  mesh.frustumCulled = false;
  return mesh;
}

/** Profile of a double-wall ribbed pipe turned about z; length 6 m, bell at one end. */
function ribbedPipe(r = PIPE_R, length = 6) {
  const profile = [];
  const pitch = 0.2;
  for (let z = 0; z < length - pitch; z += pitch) {
    profile.push(
      [r - 0.07, z],
      [r - 0.065, z + pitch * 0.28],
      [r, z + pitch * 0.42],
      [r, z + pitch * 0.86],
      [r - 0.07, z + pitch],
    );
  }
  const points = profile.map(([x, y]) => new THREE.Vector2(x, y));
  return new THREE.LatheGeometry(points, 40).rotateX(Math.PI / 2).translate(0, 0, -length / 2);
}

function pipe(b, { x, y, z, rx = 0, ry = 0, rz = 0, length = 6 }) {
  const shell = b.cached(`ribs${length}`, () => ribbedPipe(PIPE_R, length));
  const liner = b.cached(`liner${length}`, () =>
    new THREE.CylinderGeometry(PIPE_R - 0.12, PIPE_R - 0.12, length, 56, 1, true).rotateX(Math.PI / 2),
  );
  const face = b.cached('face', () => new THREE.RingGeometry(PIPE_R - 0.12, PIPE_R - 0.04, 56));
  b.at({ x, y, z, rx, ry, rz }, () => {
    b.add('black', shell, null);
    b.add('inner', liner, null);
    for (const side of [-1, 1])
      b.at({ z: side * length * 0.5, ry: side < 0 ? Math.PI : 0 }, () =>
        b.add('inner', face, null, 0x6a7073),
      );
  });
}

function laidPipes(b) {
  for (let k = 0; k < 5; k++)
    pipe(b, { x: (k % 3) * 0.03, y: TRENCH.floor + PIPE_R - 0.1, z: -22 - k * 6.02 });
  pipe(b, { x: 0.02, y: TRENCH.floor + PIPE_R - 0.1, z: -15.95 });
  pipe(b, { x: -0.02, y: TRENCH.floor + PIPE_R - 0.1, z: -9.9 });
}

/** Pipes waiting on the bank, in small stacks of three. */
function waitingPipes(b) {
  const pile = (x, z, count, turn = 0) => {
    b.at({ x, z, ry: turn }, () => {
      const spots = [
        [-1, 0],
        [1, 0],
        [0, 1],
      ].slice(0, count);
      for (const [side, level] of spots)
        pipe(b, { x: side * PIPE_R * 1.01, y: PIPE_R + level * PIPE_R * 1.72 + 0.02, z: 0 });
      for (const dz of [-2, 2]) b.box('paint', [4.4, 0.14, 0.2], [0, -0.04, dz], { color: 0x8a6a42 });
      for (const side of [-2.15, 2.15]) b.box('paint', [0.3, 0.35, 0.3], [side, 0, 2], { color: 0x8a6a42 });
    });
  };
  pile(7.2, 0.4, 1, 0.03);
  pile(15.4, -11, 3, 0.02);
  pile(15.2, -18.4, 3, -0.03);
  pile(15.6, -26, 3);
  pile(15.0, -33.5, 3, 0.02);
}

function hoisting(b) {
  const at = { x: 0.25, y: -0.2, z: -3.6 };
  pipe(b, { ...at, ry: 0.1, rz: 0.02, rx: 0.03 });
  const hook = [at.x, 3.6, at.z];
  for (const dz of [-1.7, 1.7]) {
    b.at({ x: at.x, y: at.y, z: at.z, ry: 0.1 }, () =>
      b.ring('rope', { r: PIPE_R + 0.03, t: 0.045, axis: 'z', seg: 40 }, [0, 0, dz]),
    );
    const top = [at.x + Math.sin(0.1) * dz, at.y + PIPE_R, at.z + dz];
    b.rod('rope', top, hook, { r: 0.035, seg: 8 });
  }
  b.rod('steel', [hook[0], 3.6, hook[2]], [hook[0], 4.1, hook[2]], { r: 0.06 });
  return hook;
}

function barriers(b) {
  for (let z = 4; z > -60; z -= 2.1) {
    const x = 5.35 + Math.sin(z) * 0.08;
    const y = groundHeight(x, z);
    if (z > -7.5 && z < 4.4) continue;
    for (const dz of [0, 2.05])
      b.rod('paint', [x, y, z - dz], [x, y + 1.15, z - dz], { r: 0.03, color: 0xc63a22 });
    for (const level of [0.35, 1.1]) {
      for (let k = 0; k < 6; k++)
        b.rod('paint', [x, y + level, z - k * 0.34], [x, y + level, z - (k + 1) * 0.34], {
          r: 0.032,
          color: k % 2 ? 0xe6e2d8 : 0xc63a22,
        });
    }
    for (let k = 0; k < 8; k++)
      b.rod('paint', [x, y + 0.35, z - 0.12 - k * 0.26], [x, y + 1.1, z - 0.12 - k * 0.26], {
        r: 0.012,
        color: 0xd9b13a,
        seg: 5,
      });
  }
}

/** Blue corrugated hoarding along the far right, usual on town building sites. */
function hoarding(b) {
  for (let z = 6; z > -130; z -= 3) {
    b.box('paint', [0.06, 2.2, 2.96], [23, 0, z], { color: 0x2f6ba6 });
    for (let k = 0; k < 10; k++)
      b.box('paint', [0.1, 2.1, 0.08], [22.98, 0.05, z - 1.35 + k * 0.3], { color: 0x2a639c });
    b.box('paint', [0.14, 2.4, 0.1], [22.95, 0, z - 1.5], { color: 0xcfd4d6 });
  }
  b.box('paint', [0.2, 0.16, 140], [23, 2.2, -62], { color: 0xd8dcdc });
}

function manholeRings(b) {
  const ring = (x, y, z, tilt = 0) =>
    b.at({ x, y, z, rz: tilt }, () => {
      const wall = b.cached(
        'manhole',
        () =>
          new THREE.LatheGeometry(
            [
              [0.62, 0],
              [0.78, 0],
              [0.78, 0.72],
              [0.74, 0.76],
              [0.62, 0.76],
              [0.62, 0],
            ].map(([p, q]) => new THREE.Vector2(p, q)),
            40,
          ),
      );
      b.add('concrete', wall, null);
    });
  ring(7.4, 0, -9.6);
  ring(7.42, 0.78, -9.62, 0.015);
  ring(9.3, 0, -8.9);
  ring(10.9, 0.02, -10.3);
  ring(10.92, 0.8, -10.3, -0.02);
}

function crew(b) {
  const floor = (x, z) => groundHeight(x, z);
  person(b, { x: 1.35, y: floor(1.35, -7.4) + 0.05, z: -7.4, ry: 0.6, pose: 'work', vest: 0xe0641c });
  person(b, {
    x: -1.5,
    y: floor(-1.5, -6.6) + 0.05,
    z: -6.6,
    ry: 0.9,
    pose: 'work',
    vest: 0xe0641c,
    helmet: 0xd8d8d2,
  });
  person(b, {
    x: 4.5,
    y: floor(4.5, -2.6),
    z: -2.6,
    ry: -1.8,
    pose: 'stand',
    vest: 0xe0641c,
    helmet: 0xc2281c,
  });
  person(b, {
    x: 5.9,
    y: floor(5.9, -6.4),
    z: -6.4,
    ry: -2.2,
    pose: 'walk',
    vest: 0xd9d02a,
    helmet: 0xe9e9e4,
  });
  person(b, { x: -4.9, y: floor(-4.9, -11), z: -11, ry: 1.4, pose: 'stand', vest: 0xe0641c });
  person(b, { x: 0.6, y: floor(0.6, -29) + 1.85, z: -30, ry: 0.2, pose: 'bend', vest: 0xe0641c });
}

/** Clods and stones, thickest on the spoil bank and along the edges of the trench. */
function clods(b, random) {
  const lumps = Array.from({ length: 4 }, () => clodGeometry(random));
  for (let i = 0; i < 4600; i++) {
    const zone = random();
    const x =
      zone < 0.45
        ? -4.2 - Math.abs(random() + random() - 0.6) * 5
        : zone < 0.75
          ? random.sign() * random.range(1.2, 4.6)
          : random.range(-12, 13);
    const z = 9 - 48 * random() ** 1.7;
    const r = 0.018 + 0.15 * random() ** 7;
    const shade = random.range(0.62, 1.15);
    const local = new THREE.Matrix4()
      .makeRotationFromEuler(new THREE.Euler(random() * 6, random() * 6, 0))
      .scale(new THREE.Vector3(r, r * 0.8, r));
    local.setPosition(x, groundHeight(x, z) + r * 0.25, z);
    b.add('earth', lumps[i % 4], local, new THREE.Color(shade, shade * 0.97, shade * 0.93));
  }
}

function clodGeometry(random) {
  const geometry = new THREE.IcosahedronGeometry(1, 0);
  const { position } = geometry.attributes;
  const stretch = new Map();
  for (let i = 0; i < position.count; i++) {
    const key = [position.getX(i), position.getY(i), position.getZ(i)].map((v) => v.toFixed(2)).join();
    if (!stretch.has(key)) stretch.set(key, random.range(0.65, 1.35));
    const k = stretch.get(key);
    position.setXYZ(i, position.getX(i) * k, position.getY(i) * k, position.getZ(i) * k);
  }
  geometry.computeVertexNormals();
  return geometry;
}

function background(b, scene, { kit, random }) {
  for (let k = 0; k < 9; k++) {
    const [w, h] = [random.range(16, 26), random.range(24, 56)];
    flats(b, { x: -120 + k * 34 + random.range(-8, 8), z: random.range(-260, -210), w, h, random });
  }
  const place = (x, z, s) => ({
    x,
    z,
    s,
    y: 0,
    ry: random() * 6,
    color: new THREE.Color().setScalar(random.range(0.75, 1.2)),
  });
  const row = Array.from({ length: 60 }, (_, i) =>
    place(26.5 + random.range(-1.5, 2.5), 4 - i * 2.6, random.range(0.8, 1.25)),
  );
  const far = Array.from({ length: 130 }, () =>
    place(random.range(-110, 90), random.range(-190, -140), random.range(0.9, 1.5)),
  );
  const left = Array.from({ length: 46 }, (_, i) =>
    place(-26 + random.range(-6, 2), -4 - i * 3.4, random.range(0.8, 1.3)),
  );
  const near = treeGeometry(random, { height: 11, width: 5, blades: 4200, trunk: 0.18, size: 0.024 });
  const plain = treeGeometry(random, { height: 11, width: 5, blades: 420, trunk: 0.2, size: 0.075 });
  const split = [...row.slice(2, 22), ...left.slice(0, 6)];
  scene.add(
    scatter(near, kit.leaf, split),
    scatter(plain, kit.leaf, [...row.slice(22), ...left.slice(6), ...far]),
  );
  trunks(b, [...row, ...left], { height: 9, r: 0.18 });
}

function flats(b, { x, z, w, h, random }) {
  const color = random.pick([0xcbb9a0, 0xd6cfc2, 0xb89a80, 0xc4c2bd]);
  b.box('wall', [w, h, 14], [x, 0, z], { color });
  b.box('wall', [w * 0.3, 3.5, 8], [x, h, z], { color });
  for (let y = 2; y < h - 2; y += 3) {
    for (let k = 0; k < w / 3.2 - 1; k++)
      b.box('glass', [1.7, 1.6, 0.1], [x - w / 2 + 2.2 + k * 3.2, y, z + 7]);
  }
}

/** Left: spoil heap under green dust netting. */
function netting(material) {
  const geometry = new THREE.PlaneGeometry(9, 46, 50, 200).rotateX(-Math.PI / 2).translate(-11.2, 0, -30);
  const { position } = geometry.attributes;
  for (let i = 0; i < position.count; i++) {
    const [x, z] = [position.getX(i), position.getZ(i)];
    const fold = (lump(x * 11, z * 4) - 0.5) * 0.28 + (lump(x * 3, z * 13) - 0.5) * 0.2;
    position.setY(i, Math.max(groundHeight(x, z), groundHeight(x + 0.3, z + 0.4)) + 0.12 + fold * 0.5);
  }
  geometry.computeVertexNormals();
  geometry.setAttribute('color', new THREE.BufferAttribute(new Float32Array(position.count * 3).fill(1), 3));
  const mesh = new THREE.Mesh(geometry, material);
  mesh.castShadow = mesh.receiveShadow = true;
  mesh.frustumCulled = false;
  return mesh;
}

export function build() {
  const random = makeRandom(55);
  const scene = new THREE.Scene();
  const sky = makeSky({
    sun: SUN,
    zenith: 0x6f9acb,
    horizon: 0xcdd5da,
    sunColor: 0xfff0d8,
    ground: 0x7a6a54,
    bounce: 0x6a5237,
    cloudLit: 0xffffff,
    cloudDark: 0xaab2bb,
    cover: 0.62,
    softness: 0.45,
    scale: 0.16,
    shift: 0.11,
    gain: 1.15,
  });
  patchHaze({ sun: SUN, tint: 0xfff4e4, height: 120 });
  scene.fog = new THREE.FogExp2(0xccd4d8, 0.0022);
  const kit = materials();
  scene.add(sky.dome, terrain(kit.earth), netting(kit.net));
  const b = new Builder(kit);
  laidPipes(b);
  waitingPipes(b);
  const hook = hoisting(b);
  excavator(b, { x: 9.4, z: -5.4, ry: -Math.PI / 2 - 0.2, hook });
  excavator(b, { x: -7.4, y: 0.4, z: -44, ry: 0.6, reach: 5.6, lift: 3.2 });
  barriers(b);
  hoarding(b);
  manholeRings(b);
  crew(b);
  clods(b, random);
  background(b, scene, { kit, random });
  b.build(scene);
  for (const side of [-1, 1]) b.box('earth', [600, 0.1, 700], [side * 346, -0.2, -330], { color: 0xd8d2b0 });
  b.box('earth', [1200, 0.1, 500], [0, -0.2, -439], { color: 0xd8d2b0 });
  b.build(scene, { cast: false });
  const environment = new THREE.Scene();
  environment.add(sky.dome.clone());
  const camera = new THREE.PerspectiveCamera(42, 1, 0.4, 1200);
  camera.position.set(-3.7, 3.9, 8.8);
  camera.lookAt(2.6, 0.2, -9);
  return {
    scene,
    camera,
    environment,
    surround: sky.light,
    above: 0.82,
    area: { center: new THREE.Vector3(3, 0, -22), radius: 42 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.94, 0.85), strength: 3.9, spread: 0.02 },
    lens: { aperture: 0.02, focus: 13 },
    post: { exposure: 1.12, contrast: 1.08, saturation: 0.9 },
  };
}
