import * as THREE from 'three';
import { patchHaze } from '../lib/accumulate.js';
import { Builder } from '../lib/builder.js';
import { glowing, surface } from '../lib/materials.js';
import { MIRROR_PARS, makeMirror, mirrorFinish } from '../lib/mirror.js';
import { person, propMaterials, railing } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';
import { makeRoom } from '../lib/room.js';

/** Works hall for wind-turbine towers: steel sections on roller beds under a gantry crane. */

export const size = [2000, 1220];

const HALL = { half: 16, eaves: 12, ridge: 15.5, from: 30, to: -110 };
const SUN = new THREE.Vector3(0.5, 0.8, -0.15).normalize();

const materials = (mirror) => ({ ...propMaterials(surface), ...steelMaterials(), ...hallMaterials(mirror) });

const steelMaterials = () => ({
  primer: surface({
    color: 0xffffff,
    rough: 0.5,
    mottle: 0.1,
    grime: 0.12,
    streak: 0.12,
    bump: 0.025,
    scale: 0.8,
    dirtColor: 0x6a5f52,
    env: 0.8,
  }),
  bare: surface({
    color: 0x8b8c8d,
    rough: 0.38,
    metal: 0.85,
    mottle: 0.35,
    grime: 0.35,
    bump: 0.05,
    dirtColor: 0x5b4a3c,
    side: THREE.DoubleSide,
  }),
  inside: surface({
    color: 0x9a8f86,
    rough: 0.6,
    mottle: 0.3,
    grime: 0.4,
    dirtColor: 0x4a3c32,
    side: THREE.BackSide,
  }),
});

const hallMaterials = (mirror) => ({
  floor: surface({
    color: 0x6f736f,
    rough: 0.5,
    mottle: 0.4,
    grime: 0.45,
    bump: 0.04,
    dirtColor: 0x3d3a35,
    env: 0.15,
    pars: MIRROR_PARS,
    uniforms: mirror.uniforms,
    finish: mirrorFinish(0.55),
    after: FLOOR,
  }),
  frame: surface({ color: 0x8fa0ac, rough: 0.55, grime: 0.25, mottle: 0.12 }),
  wall: surface({
    color: 0xb9c2c6,
    rough: 0.6,
    grime: 0.2,
    streak: 0.2,
    ribs: 0.3,
    ribDepth: 0.5,
    splash: 0.2,
  }),
  roof: surface({
    color: 0xaeb4b6,
    rough: 0.6,
    grime: 0.2,
    ribs: 0.3,
    ribDepth: 0.5,
    ribAxis: 1,
    side: THREE.DoubleSide,
  }),
  crane: surface({ color: 0xe0a012, rough: 0.45, grime: 0.22, mottle: 0.12, streak: 0.2 }),
  paint: surface({ color: 0xffffff, rough: 0.5, grime: 0.25, mottle: 0.12 }),
  dark: surface({ color: 0x35373a, rough: 0.6, metal: 0.4, grime: 0.35 }),
  skylight: glowing(0xf2f6fa, 5.5),
  lamp: glowing(0xfff2dc, 14),
  spark: glowing(0xffc070, 40),
  arc: glowing(0xcfe4ff, 90),
});

const FLOOR = /* glsl */ `
{
  vec2 joint = abs(fract(vWorld.xz / 6.0) - 0.5) * 2.0;
  vec2 soft = 1.0 - vec2(0.01) - fwidth(vWorld.xz) * 0.2;
  diffuseColor.rgb *= 1.0 - 0.5 * max(smoothstep(soft.x, 1.0, joint.x), smoothstep(soft.y, 1.0, joint.y));
  float skid = texture2D(uNoise, vec2(vWorld.x * 0.5, vWorld.z * 0.03)).r;
  diffuseColor.rgb *= 1.0 - 0.35 * smoothstep(0.55, 0.8, skid);
  float green = smoothstep(2.62, 2.6, abs(vWorld.x - 0.6));
  diffuseColor.rgb = mix(diffuseColor.rgb, diffuseColor.rgb * vec3(0.62, 0.92, 0.74), green * 0.8);
  float edge = abs(abs(vWorld.x - 0.6) - 2.7);
  float worn = smoothstep(0.3, 0.55, texture2D(uNoise, vWorld.xz * 0.4).r);
  diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.75, 0.52, 0.06), smoothstep(0.09, 0.07, edge) * (0.45 + 0.5 * worn));
}
`;

/** Tower section lying along z between z1 (near) and z2, axis at height y. */
function section(b, { x, z1, z2, r1, r2 = r1, name = 'primer', color = 0xc9cdcb, bareEnd = false }) {
  const y = Math.max(r1, r2) + 0.75;
  const length = z1 - z2;
  b.at({ x, y, z: z2, rx: Math.PI / 2 }, () => {
    b.cyl(name, { r: r2, top: r1, h: length, seg: 96, open: true }, [0, 0, 0], { color });
    b.cyl('inside', { r: r2 - 0.05, top: r1 - 0.05, h: length, seg: 64, open: true }, [0, 0, 0]);
    const cans = Math.round(length / 2.6);
    for (let k = 1; k < cans; k++)
      seam(b, { y: (length * k) / cans, r: r2 + ((r1 - r2) * k) / cans, name, color, k, can: length / cans });
  });
  flange(b, { x, y, z: z1, r: r1, facing: 1, bareEnd });
  flange(b, { x, y, z: z2, r: r2, facing: -1, bareEnd });
  rollerBed(b, { x, z: z1 - length * 0.16, y, r: r1 });
  rollerBed(b, { x, z: z2 + length * 0.16, y, r: r2 });
}

function seam(b, { y, r, name, color, k, can }) {
  b.ring(name, { r: r + 0.003, t: 0.022, seg: 72 }, [0, y, 0], { color });
  const angle = k * 2.4;
  b.rod(
    name,
    [Math.cos(angle) * r, y, Math.sin(angle) * r],
    [Math.cos(angle) * r, y + can, Math.sin(angle) * r],
    { r: 0.02, seg: 5, color },
  );
}

function flange(b, { x, y, z, r, facing }) {
  const plate = b.cached(`flange${r}`, () => {
    const shape = new THREE.Shape().absarc(0, 0, r + 0.06, 0, Math.PI * 2);
    shape.holes.push(new THREE.Path().absarc(0, 0, r - 0.26, 0, Math.PI * 2, true));
    const bolts = Math.round(r * 32);
    for (let k = 0; k < bolts; k++) {
      const angle = (k / bolts) * Math.PI * 2;
      shape.holes.push(
        new THREE.Path().absarc(
          Math.cos(angle) * (r - 0.13),
          Math.sin(angle) * (r - 0.13),
          0.032,
          0,
          Math.PI * 2,
          true,
        ),
      );
    }
    return new THREE.ExtrudeGeometry(shape, { depth: 0.14, bevelEnabled: false, curveSegments: 40 });
  });
  b.at({ x, y, z: facing > 0 ? z : z - 0.14 }, () => b.add('bare', plate, null));
}

function rollerBed(b, { x, z, y, r }) {
  const angle = 0.62;
  for (const side of [-1, 1]) {
    const cx = x + side * Math.sin(angle) * (r + 0.28);
    const cy = y - Math.cos(angle) * (r + 0.28);
    b.rod('dark', [cx, cy, z - 0.3], [cx, cy, z + 0.3], { r: 0.28, seg: 24 });
    b.rod('metal', [cx, cy, z - 0.4], [cx, cy, z + 0.4], { r: 0.08 });
    for (const dz of [-0.38, 0.38])
      b.prism(
        'crane',
        [
          [-0.35, 0],
          [0.35, 0],
          [0.14, cy + 0.1],
          [-0.14, cy + 0.1],
        ],
        0.06,
        { at: [cx, 0, z + dz - 0.03] },
      );
  }
  b.box('crane', [r * 2.3, 0.28, 0.95], [x, 0, z]);
  b.box('dark', [0.5, 0.45, 0.5], [x + r * 1.25, 0.2, z]);
}

function hall(b) {
  for (let z = HALL.from; z >= HALL.to; z -= 7) {
    for (const side of [-1, 1]) column(b, side * (HALL.half - 0.6), z);
    truss(b, z);
  }
  for (const side of [-1, 1]) sideWall(b, side);
  roofSkin(b);
  b.box('wall', [HALL.half * 2, HALL.ridge, 0.3], [0, 0, HALL.to]);
  b.box('skylight', [HALL.half * 1.5, 1.6, 0.05], [0, 10.6, HALL.to + 0.2]);
  b.box('paint', [7, 7.5, 0.1], [0, 0, HALL.to + 0.25], { color: 0x4d6f94 });
  b.box('skylight', [4.8, 5, 0.06], [0, 0, HALL.to + 0.3]);
}

function column(b, x, z) {
  b.box('frame', [0.08, HALL.eaves, 0.5], [x - 0.35, 0, z]);
  b.box('frame', [0.08, HALL.eaves, 0.5], [x + 0.35, 0, z]);
  b.box('frame', [0.7, HALL.eaves, 0.06], [x, 0, z]);
  for (let k = 0; k < 4; k++)
    b.box('paint', [0.82, 0.22, 0.54], [x, 0.2 + k * 0.44, z], { color: k % 2 ? 0x202020 : 0xd8a81c });
  const inner = x - Math.sign(x) * 0.8;
  b.box('frame', [0.9, 0.35, 0.5], [inner, 8.35, z]);
}

function truss(b, z) {
  const bottom = 12.2;
  const panels = 14;
  const at = (i) => {
    const x = -HALL.half + (i * HALL.half * 2) / panels;
    return [x, HALL.ridge - ((HALL.ridge - HALL.eaves - 1.2) * Math.abs(x)) / HALL.half, z];
  };
  b.beam('frame', [-HALL.half, bottom, z], [HALL.half, bottom, z], { w: 0.16, h: 0.2 });
  for (let i = 0; i < panels; i++) {
    b.beam('frame', at(i), at(i + 1), { w: 0.18, h: 0.2 });
    const [x, y] = at(i);
    b.rod('frame', [x, bottom, z], [x, y, z], { r: 0.05, seg: 6 });
    const next = at(i + 1);
    b.rod(
      'frame',
      i < panels / 2 ? [x, bottom, z] : [x, y, z],
      i < panels / 2 ? next : [next[0], bottom, z],
      { r: 0.045, seg: 6 },
    );
  }
}

function sideWall(b, side) {
  const x = side * HALL.half;
  const length = HALL.from - HALL.to;
  const middle = (HALL.from + HALL.to) / 2;
  b.box('wall', [0.2, 2.6, length], [x, 0, middle]);
  b.box('wall', [0.2, 3.8, length], [x, 4.9, middle]);
  b.box('wall', [0.2, 1.6, length], [x, 10.8, middle]);
  b.box('skylight', [0.05, 2.3, length], [x + side * 0.1, 2.6, middle]);
  b.box('skylight', [0.05, 2.1, length], [x + side * 0.1, 8.7, middle]);
  for (let z = HALL.from; z > HALL.to; z -= 1.75) {
    b.box('frame', [0.14, 2.3, 0.08], [x, 2.6, z]);
    b.box('frame', [0.14, 2.1, 0.08], [x, 8.7, z]);
  }
  b.box('frame', [0.14, 0.08, length], [x, 3.7, middle]);
  b.box('frame', [0.14, 0.08, length], [x, 9.7, middle]);
  b.box('crane', [0.4, 0.7, length], [x - side * 1.5, 8.7, middle]);
  b.box('metal', [0.12, 0.14, length], [x - side * 1.5, 9.4, middle]);
  b.pipe(
    'paint',
    [
      [x - side * 0.3, 6.6, HALL.from],
      [x - side * 0.3, 6.6, HALL.to],
    ],
    { r: 0.1, color: 0xb6381f },
  );
  b.pipe(
    'paint',
    [
      [x - side * 0.3, 6.2, HALL.from],
      [x - side * 0.3, 6.2, HALL.to],
    ],
    { r: 0.07, color: 0x2d6ea8 },
  );
}

/** Roof slopes built of strips, with see-through panels every 7 m. */
function roofSkin(b) {
  const rise = HALL.ridge - HALL.eaves - 1;
  const slope = Math.atan2(rise, HALL.half);
  const wide = Math.hypot(HALL.half, rise);
  for (let z = HALL.from; z > HALL.to; z -= 7) {
    for (const side of [-1, 1]) {
      b.at(
        { x: side * HALL.half * 0.5, y: HALL.ridge + 0.15 - rise / 2, z: z - 3.5, rz: -side * slope },
        () => {
          b.box('roof', [wide, 0.05, 5.2], [0, 0, 0.9]);
          b.box('skylight', [wide * 0.86, 0.04, 1.7], [0, 0.02, -2.6]);
          for (let k = -4; k <= 4; k++) b.box('frame', [0.1, 0.22, 7], [(k * wide) / 9, -0.22, 0]);
        },
      );
    }
  }
}

/** Gantry crane across the hall at z, its hook over x. */
function bridgeCrane(b, { z, hookX, drop }) {
  const span = HALL.half * 2 - 3;
  for (const dz of [-1.1, 1.1]) {
    b.box('crane', [span, 1.25, 0.5], [0, 9.5, z + dz]);
    b.box('metal', [span, 0.08, 0.1], [0, 10.75, z + dz]);
    railing(
      b,
      [
        [-span / 2, 10.75, z + dz * 1.6],
        [span / 2, 10.75, z + dz * 1.6],
      ],
      { every: 2 },
    );
  }
  for (const side of [-1, 1]) b.box('crane', [0.7, 0.6, 3.6], [(side * span) / 2, 9.4, z]);
  b.box('crane', [2.4, 0.5, 2.6], [hookX, 10.8, z]);
  b.rod('dark', [hookX - 0.9, 11.6, z], [hookX + 0.9, 11.6, z], { r: 0.4, seg: 20 });
  b.box('dark', [0.8, 0.7, 0.8], [hookX + 0.8, 11.3, z + 0.7]);
  for (const dx of [-0.18, 0.18])
    for (const dz of [-0.1, 0.1])
      b.rod('dark', [hookX + dx, 10.8, z + dz], [hookX + dx * 0.7, drop + 0.8, z + dz], { r: 0.018, seg: 6 });
  b.box('crane', [0.55, 0.75, 0.35], [hookX, drop + 0.15, z]);
  b.ring('dark', { r: 0.2, t: 0.06, axis: 'z', seg: 18 }, [hookX, drop - 0.1, z]);
  b.box('crane', [1.7, 1.7, 1.7], [-span / 2 + 2.2, 7.6, z + 1.2]);
  b.box('glass', [1.5, 0.9, 1.74], [-span / 2 + 2.2, 8.15, z + 1.2]);
}

function lamps(b) {
  for (let z = HALL.from - 3; z > HALL.to; z -= 14) {
    for (const x of [-9, 0, 9]) {
      b.cyl('dark', { r: 0.12, top: 0.12, h: 0.35, seg: 12 }, [x, 11.8, z]);
      b.cyl('paint', { r: 0.36, top: 0.12, h: 0.3, seg: 20, open: true }, [x, 11.5, z], { color: 0xd0d0cc });
      b.cyl('lamp', { r: 0.28, h: 0.03, seg: 16 }, [x, 11.52, z]);
    }
  }
}

function towers(b) {
  section(b, { x: -6.9, z1: 6.5, z2: -18, r1: 2.15, color: 0xc6cbca });
  section(b, { x: -7.1, z1: -24, z2: -52, r1: 2.15, r2: 2.0, color: 0x9c3a2a });
  section(b, { x: -7.0, z1: -58, z2: -86, r1: 2.0, r2: 1.8, color: 0xc6cbca });
  section(b, { x: 7.2, z1: -3, z2: -28, r1: 2.05, r2: 1.95, color: 0x9e4030 });
  section(b, { x: 7.4, z1: -34, z2: -60, r1: 2.15, name: 'bare', color: 0xffffff });
  section(b, { x: 7.3, z1: -66, z2: -92, r1: 2.0, r2: 1.8, color: 0xc6cbca });
  looseCan(b, 11.6, 4.2);
}

/** A single rolled can waiting, with a welder at work inside its rim. */
function looseCan(b, x, z) {
  const y = 2.35;
  b.at({ x, y, z, rx: Math.PI / 2, ry: 0.28 }, () => {
    b.cyl('bare', { r: 2.1, h: 2.6, seg: 80, open: true }, [0, -1.3, 0]);
    b.cyl('inside', { r: 2.05, h: 2.6, seg: 64, open: true }, [0, -1.3, 0]);
    for (const end of [-1.3, 1.3]) b.ring('bare', { r: 2.08, t: 0.035, seg: 80 }, [0, end, 0]);
  });
  rollerBed(b, { x, z, y, r: 2.1 });
}

function sparks(b, [x, y, z], { random, count = 130 }) {
  b.ball('arc', { r: 0.075, seg: 10 }, [x, y, z]);
  for (let i = 0; i < count; i++) {
    const angle = random() * Math.PI * 2;
    const speed = random.range(0.6, 3.2);
    const [vx, vz, vy] = [
      Math.cos(angle) * speed * 0.7,
      Math.sin(angle) * speed * 0.7,
      random.range(-0.2, 2.4),
    ];
    const t = random.range(0.05, 0.75);
    const at = (s) => [x + vx * s, Math.max(0.02, y + vy * s - 4.9 * s * s), z + vz * s];
    b.rod('spark', at(t), at(t + 0.035), { r: random.range(0.004, 0.009), seg: 4 });
  }
}

function clutter(b, random) {
  for (const [x, z, ry] of [
    [-11.8, 2, 0.1],
    [-12.2, -8, 0],
    [12.6, -14, 0.2],
    [3.9, -20.5, 0],
    [-3.1, -30, 0],
  ])
    welder(b, { x, z, ry });
  for (let k = 0; k < 7; k++)
    b.cyl(
      'paint',
      { r: 0.115, h: 1.35, seg: 14 },
      [-13.6 + (k % 4) * 0.27, 0.1, -3 + Math.floor(k / 4) * 0.3],
      { color: k % 3 ? 0x3a6aa0 : 0x3d4a40 },
    );
  for (let k = 0; k < 8; k++)
    b.box(
      'bare',
      [2.4, 0.03, 5.6],
      [11.9 + random.range(-0.1, 0.1), 0.12 + k * 0.035, -23 + random.range(-0.15, 0.15)],
    );
  for (const dz of [-2, 0, 2]) b.box('paint', [2.6, 0.12, 0.15], [11.9, 0, -23 + dz], { color: 0x7a5c3a });
  ladder(b, -4.0, 3);
  for (let i = 0; i < 5; i++) cable(b, random, i);
}

function welder(b, { x, z, ry }) {
  b.at({ x, z, ry }, () => {
    b.box('paint', [0.6, 0.85, 0.9], [0, 0.2, 0], { color: 0xb8391f });
    b.box('dark', [0.5, 0.25, 0.02], [0, 0.72, 0.46]);
    b.box('paint', [0.62, 0.1, 0.92], [0, 1.05, 0], { color: 0x303030 });
    for (const dx of [-0.3, 0.3])
      b.rod('rubber', [dx - 0.05, 0.14, 0.3], [dx + 0.05, 0.14, 0.3], { r: 0.14, seg: 14 });
  });
}

/** Access steps up to the flank of the near section. */
function ladder(b, x, z) {
  b.box('crane', [0.9, 0.06, 1.4], [x, 2.2, z]);
  for (const dx of [-0.42, 0.42]) {
    b.rod('crane', [x + dx, 0, z + 2.1], [x + dx, 2.2, z + 0.7], { r: 0.04 });
    for (const dz of [-0.65, 0.65]) b.rod('crane', [x + dx, 0, z + dz], [x + dx, 3.25, z + dz], { r: 0.03 });
    b.rod('crane', [x + dx, 3.25, z - 0.65], [x + dx, 3.25, z + 0.65], { r: 0.03 });
  }
  for (let k = 1; k < 8; k++) b.box('crane', [0.84, 0.04, 0.22], [x, (2.2 * k) / 8, z + 2.1 - (1.4 * k) / 8]);
}

function cable(b, random, i) {
  const points = [];
  let [x, z] = [-12 + i * 0.4, 1 - i * 2];
  for (let k = 0; k < 16; k++) {
    points.push([x, 0.025, z]);
    x += random.range(0.05, 0.5);
    z += random.range(-0.35, 0.35);
  }
  b.pipe('rubber', points, { r: 0.022, seg: 6 });
}

function crew(b) {
  person(b, { x: -3.6, z: 4.2, ry: -1.2, vest: 0xd8671d, pose: 'stand' });
  person(b, { x: 1.3, z: -1.5, ry: 2.9, vest: 0x2d4770, coat: 0x2d4770, helmet: 0xe3b021, pose: 'walk' });
  person(b, { x: 2.3, z: -2.2, ry: 2.8, vest: 0x2d4770, coat: 0x2d4770, helmet: 0xdfdfda, pose: 'walk' });
  person(b, { x: 4.2, z: -8.6, ry: 1.5, vest: 0x2d4770, coat: 0x2d4770, helmet: 0xb02a20, pose: 'bend' });
  person(b, { x: -3.5, z: -20.5, ry: -1.2, vest: 0x2d4770, coat: 0x2d4770, pose: 'work' });
  person(b, { x: 0.2, z: -34, ry: 0.4, vest: 0xd8671d, pose: 'walk' });
  person(b, { x: 3.6, z: -45, ry: 1.5, vest: 0x2d4770, coat: 0x2d4770, pose: 'work' });
}

/** Even light from a bright roof, a little more from the sides, and light thrown back by the floor. */
function surround(direction) {
  const up = direction.y;
  if (up < 0) return new THREE.Color(0.3, 0.28, 0.26);
  const strips = up > 0.45 ? 0.85 : 0.5;
  const side = Math.abs(direction.x) > 0.75 ? 0.55 : 0.1;
  return new THREE.Color(0.92, 0.97, 1.0).multiplyScalar(strips + side);
}

/** What the steel reflects: bright roof strips and window bands. */
function hallLight() {
  const strips = [];
  for (let z = -56; z <= 56; z += 7)
    for (const x of [-8, 8]) strips.push({ color: [3.4, 3.5, 3.6], size: [13, 0.1, 1.8], at: [x, 13.6, z] });
  for (const side of [-1, 1]) {
    for (const y of [3.7, 9.7])
      strips.push({ color: [2.6, 2.8, 3.0], size: [0.1, 2.2, 110], at: [side * 15.8, y, 0] });
  }
  return makeRoom({
    width: 32,
    height: 14,
    length: 120,
    floor: [0.16, 0.16, 0.15],
    wall: [0.3, 0.32, 0.33],
    ceiling: [0.2, 0.21, 0.22],
    strips,
  });
}

export function build({ width, height }) {
  const random = makeRandom(22);
  const scene = new THREE.Scene();
  scene.background = new THREE.Color(0.5, 0.55, 0.6);
  patchHaze({ sun: SUN, tint: 0xffffff, height: 60 });
  scene.fog = new THREE.FogExp2(0x8f989e, 0.0045);
  const mirror = makeMirror({ width, height, blur: 0.012 });
  const kit = materials(mirror);
  const b = new Builder(kit);
  hall(b);
  const shell = b.build(scene);
  shell.roof.receiveShadow = false;
  bridgeCrane(b, { z: -21, hookX: 3.2, drop: 6.4 });
  bridgeCrane(b, { z: -70, hookX: -5, drop: 7.5 });
  lamps(b);
  towers(b);
  clutter(b, random);
  crew(b);
  sparks(b, [4.95, 0.95, -8.7], { random });
  sparks(b, [-4.9, 2.2, -20.2], { random, count: 70 });
  sparks(b, [5.1, 2.0, -45], { random, count: 60 });
  b.build(scene);
  b.box('floor', [HALL.half * 2, 0.1, HALL.from - HALL.to], [0, -0.1, (HALL.from + HALL.to) / 2]);
  const { floor } = b.build(scene, { cast: false });
  for (const [x, y, z, power] of [
    [4.8, 1.0, -8.5, 60],
    [-4.7, 2.2, -20, 40],
    [4.9, 2, -45, 40],
  ]) {
    const light = new THREE.PointLight(0xbcd6ff, power, 22, 2);
    light.position.set(x, y, z);
    scene.add(light);
  }
  const camera = new THREE.PerspectiveCamera(46, 1, 0.3, 400);
  camera.position.set(0.9, 3.0, 19.5);
  camera.lookAt(0.3, 3.9, -10);
  return {
    scene,
    camera,
    surround,
    above: 0.7,
    roof: [shell.roof, shell.wall, shell.frame],
    environment: hallLight(),
    area: { center: new THREE.Vector3(0, 4, -28), radius: 48 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.93, 0.8), strength: 3.2, spread: 0.03 },
    lens: { aperture: 0.02, focus: 20 },
    beforePass: (accumulator, samples) => mirror.update(accumulator, [floor], samples),
    post: { exposure: 1.4, contrast: 1.12, saturation: 0.95, glow: 0.06, glowFrom: 2 },
  };
}
