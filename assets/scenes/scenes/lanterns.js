import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { surface } from '../lib/materials.js';
import { outdoors } from '../lib/outdoors.js';
import { everyday, figure } from '../lib/people.js';
import { propMaterials } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';

/** An old market street at dusk: wooden shops, tiled eaves, red lanterns, stalls and people on worn paving. */

export const size = [1440, 1920];

const SUN = new THREE.Vector3(-0.35, 0.4, -0.85).normalize();
const HALF = 3.3;

const PAVING = /* glsl */ `
{
  float band = floor(vWorld.z / 0.55);
  vec2 cell = vec2(vWorld.x / (0.8 + 0.5 * fract(sin(band * 7.1) * 43.7)) + fract(sin(band * 3.7) * 91.3), vWorld.z / 0.55);
  vec2 joint = abs(fract(cell) - 0.5) * 2.0;
  vec2 soft = 1.0 - vec2(0.06, 0.09) - fwidth(vWorld.xz) * 1.5;
  float gap = max(smoothstep(soft.x, 1.0, joint.x), smoothstep(soft.y, 1.0, joint.y));
  diffuseColor.rgb *= 1.0 - 0.55 * gap;
  roughnessFactor = clamp(roughnessFactor + gap * 0.5, 0.05, 1.0);
  float stone = fract(sin(dot(floor(cell), vec2(12.99, 78.2))) * 437.5);
  diffuseColor.rgb *= 0.85 + stone * 0.3;
}
`;

const materials = () => ({
  ...propMaterials(surface),
  stone: surface({
    color: 0x77777a,
    rough: 0.42,
    mottle: 0.3,
    grime: 0.3,
    bump: 0.35,
    scale: 1.5,
    after: PAVING,
    env: 1.1,
  }),
  wood: surface({
    color: 0x6b4429,
    rough: 0.6,
    mottle: 0.25,
    grime: 0.15,
    streak: 0.2,
    ribs: 0.22,
    ribDepth: 0.35,
    dirtColor: 0x2e1e14,
  }),
  dark: surface({ color: 0x3c2618, rough: 0.6, mottle: 0.2, grime: 0.2 }),
  plaster: surface({
    color: 0xd8d0c0,
    rough: 0.9,
    mottle: 0.15,
    grime: 0.2,
    streak: 0.4,
    dirtColor: 0x6d6558,
  }),
  tile: surface({ color: 0x3d4043, rough: 0.7, mottle: 0.25, grime: 0.2, ribs: 0.26, ribDepth: 0.8 }),
  paper: surface({ color: 0xffd9a0, rough: 0.9, glow: 1.25, glowColor: 0xffb765, mottle: 0.1 }),
  red: surface({
    color: 0xd8281a,
    rough: 0.7,
    glow: 1.7,
    glowColor: 0xff3a1c,
    mottle: 0.05,
    ribs: 0.07,
    ribDepth: 0.25,
  }),
  gold: surface({ color: 0xd8a531, rough: 0.4, metal: 0.4, glow: 0.5, glowColor: 0xd8a531 }),
  goods: surface({ color: 0xffffff, rough: 0.8, mottle: 0.2, grime: 0.05 }),
  banner: surface({ color: 0xffffff, rough: 0.9, mottle: 0.1, grime: 0.1 }),
});

function lantern(b, [x, y, z], s = 1) {
  b.rod('dark', [x, y + 0.42 * s, z], [x, y + 0.75 * s, z], { r: 0.012, seg: 5 });
  b.ball('red', { r: 0.3 * s, ry: 0.25 * s, seg: 22 }, [x, y + 0.15 * s, z]);
  b.cyl('gold', { r: 0.13 * s, h: 0.07 * s, seg: 16 }, [x, y + 0.37 * s, z]);
  b.cyl('gold', { r: 0.13 * s, h: 0.07 * s, seg: 16 }, [x, y - 0.13 * s, z]);
  b.cyl('red', { r: 0.035 * s, top: 0.012, h: 0.34 * s, seg: 8 }, [x, y - 0.46 * s, z]);
}

/** Tiled slope with an upturned eave towards the street. `side` is -1 left, 1 right. */
function roof(b, { side, y, z, d, out, rise }) {
  const steps = 8;
  for (let k = 0; k < steps; k++) {
    const a = (k / steps) * 1.0;
    const c = ((k + 1) / steps) * 1.0;
    const curve = (t) => [side * (HALF - out + t * (out + 2.6)), y + rise * t ** 1.25 + 0.12 * (1 - t) ** 6];
    const [x1, y1] = curve(a);
    const [x2, y2] = curve(c);
    b.beam(
      'tile',
      [(x1 + x2) / 2, (y1 + y2) / 2, z + d / 2 + 0.15],
      [(x1 + x2) / 2, (y1 + y2) / 2, z - d / 2 - 0.15],
      {
        w: Math.hypot(x2 - x1, y2 - y1) + 0.05,
        h: 0.13 + Math.abs(y2 - y1) * 0.9,
      },
    );
  }
  for (let k = 0; k <= d / 0.27; k++)
    b.rod(
      'tile',
      [side * (HALF - out - 0.03), y + 0.18, z - d / 2 + k * 0.27],
      [side * (HALF - out + 0.3), y + 0.2, z - d / 2 + k * 0.27],
      { r: 0.065, seg: 8 },
    );
}

function shop(b, { side, z, d, h, random }) {
  const face = side * HALF;
  const inward = -side;
  b.box('wood', [2.6, h, d], [side * (HALF + 1.3), 0, z]);
  b.box('plaster', [2.7, h + 0.9, 0.3], [side * (HALF + 1.3), 0, z - d / 2]);
  const open = d * 0.78;
  b.box('paper', [0.04, 2.15, open], [face + inward * 0.01, 0.3, z]);
  b.box('dark', [0.14, 0.34, d], [face + inward * 0.05, 0, z]);
  b.box('dark', [0.2, 0.42, d], [face + inward * 0.08, 2.5, z]);
  for (let k = 0; k <= 4; k++)
    b.box('dark', [0.16, 2.6, 0.13], [face + inward * 0.08, 0, z - open / 2 + (open * k) / 4]);
  for (let k = 0; k < 10; k++)
    b.box('dark', [0.06, 0.9, 0.03], [face + inward * 0.05, 1.55, z - open / 2 + (open * (k + 0.5)) / 10]);
  b.box('dark', [0.08, 0.05, open], [face + inward * 0.05, 1.55, z]);
  const sign = random.pick([0x1d1a18, 0x5a1712, 0x18302a]);
  b.box('goods', [0.1, 0.56, d * 0.5], [face + inward * 0.22, 2.52, z], { color: sign, rz: side * 0.12 });
  for (let k = 0; k < 3; k++)
    b.box('gold', [0.03, 0.26, 0.26], [face + inward * 0.3, 2.67, z + (k - 1) * d * 0.13], {
      rz: side * 0.12,
    });
  upper(b, { face, inward, z, d, h });
  roof(b, { side, y: 3.12, z, d, out: 1.0, rise: 0.5 });
  roof(b, { side, y: h - 0.05, z, d, out: 0.85, rise: 1.25 });
  for (const dz of [-d * 0.3, d * 0.3]) lantern(b, [face + inward * 0.78, 2.35, z + dz], 0.8);
  if (h > 5)
    for (const dz of [-d * 0.34, 0, d * 0.34]) lantern(b, [face + inward * 0.62, h - 0.95, z + dz], 0.62);
}

function upper(b, { face, inward, z, d, h }) {
  if (h < 5) return;
  b.box('paper', [0.04, 0.95, d * 0.74], [face + inward * 0.02, 4.25, z]);
  for (let k = 0; k <= 9; k++)
    b.box('dark', [0.08, 1.0, 0.05], [face + inward * 0.04, 4.22, z - d * 0.37 + (d * 0.74 * k) / 9]);
  for (const y of [4.2, 4.7, 5.2]) b.box('dark', [0.08, 0.06, d * 0.76], [face + inward * 0.04, y, z]);
  b.box('dark', [0.3, 0.07, d], [face + inward * 0.2, 3.75, z]);
  for (let k = 0; k <= 14; k++)
    b.box('dark', [0.04, 0.42, 0.04], [face + inward * 0.32, 3.78, z - d / 2 + (d * k) / 14]);
  b.box('dark', [0.07, 0.07, d], [face + inward * 0.32, 4.18, z]);
}

function street(b, random) {
  for (const side of [-1, 1]) {
    let z = 5;
    while (z > -58) {
      const d = random.range(4.2, 6.2);
      shop(b, { side, z: z - d / 2, d, h: random.pick([5.9, 5.6, 6.2, 6.6]), random });
      z -= d + 0.1;
    }
  }
  b.box('stone', [HALF * 2 + 0.2, 0.12, 90], [0, -0.12, -36]);
  for (const side of [-1, 1])
    b.box('goods', [0.5, 0.14, 70], [side * (HALF - 0.35), 0, -28], { color: 0x77736c });
  gate(b, -60);
}

/** The bell tower that closes the view. */
function gate(b, z) {
  b.box('plaster', [16, 7, 4], [0, 0, z], { color: 0x9c948a });
  b.box('dark', [3.4, 4.4, 0.2], [0, 0, z + 2.05]);
  for (const [w, y] of [
    [11, 7],
    [8.4, 11],
  ]) {
    b.box('wood', [w, 3, 3.4], [0, y, z]);
    b.box('paper', [w * 0.8, 1.2, 0.1], [0, y + 1, z + 1.76]);
    for (let k = 0; k < 6; k++) {
      const t = k / 5;
      b.box('tile', [w + 3 - t * 3.2, 0.32, 5.6 - t * 3], [0, y + 3 + t * 1.15, z]);
    }
    for (const side of [-1, 1])
      b.rod('tile', [side * (w / 2 + 1.2), y + 3.1, z + 2.7], [side * (w / 2 + 2), y + 3.7, z + 3.1], {
        r: 0.16,
      });
  }
}

/** Strings of lanterns across the street. */
function strings(b) {
  for (let i = 0; i < 11; i++) {
    const z = 1.2 - i * 5.2;
    const y = (k) => 5.15 - 0.75 * Math.sin((Math.PI * k) / 6);
    for (let k = 0; k < 6; k++) {
      const x = (n) => -HALF + (n * HALF * 2) / 6;
      b.rod('dark', [x(k), y(k) + 0.6, z], [x(k + 1), y(k + 1) + 0.6, z], { r: 0.012, seg: 5 });
      if (k) lantern(b, [x(k), y(k) - 0.15, z], 0.78);
    }
  }
}

function stall(b, { side, z, random, colors }) {
  const x = side * (HALF - 0.95);
  b.box('wood', [0.9, 0.75, 1.9], [x, 0, z]);
  b.box('banner', [1.0, 0.05, 2.0], [x, 0.75, z], { color: 0x8d2a20 });
  for (let i = 0; i < 60; i++) {
    const at = [x + random.range(-0.38, 0.38), 0.8 + random() * 0.06, z + random.range(-0.85, 0.85)];
    const color = random.pick(colors);
    if (i % 3)
      b.ball('goods', { r: random.range(0.05, 0.09), seg: 10 }, [at[0], at[1] + 0.05, at[2]], { color });
    else b.cyl('goods', { r: 0.07, h: 0.13, seg: 12 }, at, { color });
  }
  for (const [dx, dz] of [
    [-0.45, -0.95],
    [0.45, -0.95],
    [-0.45, 0.95],
    [0.45, 0.95],
  ])
    b.rod('dark', [x + dx, 0.75, z + dz], [x + dx, 2.2, z + dz], { r: 0.025 });
  b.box('banner', [1.3, 0.05, 2.2], [x, 2.2, z], {
    color: random.pick([0xb03a2a, 0x2f5d6e, 0xc79a3a]),
    rz: side * -0.15,
  });
}

function people(b, random) {
  const put = (x, z, ry, more = {}) =>
    figure(b, {
      ...everyday(random),
      x,
      z,
      ry,
      pose: random.pick(['walk', 'walk', 'stand', 'chat']),
      s: random.range(0.93, 1.03),
      ...more,
    });
  put(-0.55, -2.8, 3.05, { pose: 'walk', coat: 0xc9bca2, trousers: 0x2e3440 });
  put(0.15, -2.9, 3.2, { pose: 'walk', coat: 0x7e2c30, long: true, s: 0.93 });
  put(-0.2, -2.6, 3.1, { pose: 'walk', coat: 0xe2b13c, s: 0.62 });
  put(1.25, -4.2, 1.3, { pose: 'reach', coat: 0x3b5f7c });
  put(-1.5, -5.6, -1.4, { pose: 'chat', coat: 0x5d6b3a, long: true });
  put(1.1, -6.4, 0.2, { pose: 'walk' });
  for (let i = 0; i < 34; i++) {
    const z = -8 - i * 1.25 - random() * 0.8;
    put(
      random.range(-1.7, 1.7),
      z,
      random() < 0.6 ? Math.PI + random.range(-0.3, 0.3) : random.range(-0.4, 0.4),
    );
  }
}

export function build() {
  const random = makeRandom(811);
  const scene = new THREE.Scene();
  const air = outdoors(scene, {
    sun: SUN,
    zenith: 0x2c4a80,
    horizon: 0xd79a78,
    sunColor: 0xff9a5a,
    ground: 0x3a302a,
    bounce: 0x4a2c1c,
    haze: 0x6e6474,
    density: 0.009,
    height: 90,
    tint: 0xe09a6a,
    cover: 0.5,
    cloudLit: 0xe0a080,
    cloudDark: 0x4c4f6e,
    gain: 0.42,
  });
  const kit = materials();
  const b = new Builder(kit);
  street(b, random);
  strings(b);
  stall(b, { side: 1, z: -4.2, random, colors: [0xd98a1e, 0xc23a22, 0xe0c04a, 0x8fae3a] });
  stall(b, { side: -1, z: -7.4, random, colors: [0xf0e2c0, 0xd8b070, 0xb86a3a, 0xf4f0e6] });
  stall(b, { side: 1, z: -13.5, random, colors: [0x7fa63a, 0xc2452a, 0xe3d7b0, 0x5d7f34] });
  stall(b, { side: -1, z: -17, random, colors: [0xc23a22, 0xe0b040, 0xf2f0ea] });
  people(b, random);
  b.build(scene);
  for (const [x, y, z, power] of [
    [0, 3.9, -1, 26],
    [0, 3.9, -9, 30],
    [0, 3.9, -19, 36],
    [0, 3.9, -32, 44],
    [0, 4, -46, 44],
  ]) {
    const light = new THREE.PointLight(0xff8446, power, 16, 2);
    light.position.set(x, y, z);
    scene.add(light);
  }
  const camera = new THREE.PerspectiveCamera(50, 1, 0.2, 300);
  camera.position.set(0.45, 1.75, 4.2);
  camera.lookAt(-0.05, 2.55, -8);
  return {
    scene,
    camera,
    ...air,
    above: 0.82,
    area: { center: new THREE.Vector3(0, 3, -20), radius: 32 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.6, 0.36), strength: 0.35, spread: 0.05 },
    lens: { aperture: 0.014, focus: 8 },
    post: { exposure: 1.7, contrast: 1.08, saturation: 1.0, glow: 0.2, glowFrom: 0.9 },
  };
}
