import * as THREE from 'three';
import { patchHaze } from '../lib/accumulate.js';
import { Builder } from '../lib/builder.js';
import { glowing, surface } from '../lib/materials.js';
import { MIRROR_PARS, makeMirror, mirrorFinish } from '../lib/mirror.js';
import { person, propMaterials } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';
import { robot } from '../lib/robot.js';
import { makeRoom } from '../lib/room.js';

/** Automated battery works: conveyors with rows of lead-acid batteries, robots, cabinets, green floor. */

export const size = [2000, 1220];

const HALL = { half: 17, height: 7.2, from: 18, to: -70 };
const SUN = new THREE.Vector3(0.25, 0.9, 0.35).normalize();
const BELT = 0.86;

const materials = (mirror) => ({
  ...propMaterials(surface),
  floor: surface({
    color: 0x3f8a66,
    rough: 0.3,
    mottle: 0.12,
    grime: 0.12,
    bump: 0.01,
    dirtColor: 0x3c4b40,
    env: 0.1,
    pars: MIRROR_PARS,
    uniforms: mirror.uniforms,
    finish: mirrorFinish(1.0),
    after: FLOOR,
  }),
  wall: surface({
    color: 0xe4e7e6,
    rough: 0.55,
    mottle: 0.05,
    grime: 0.05,
    panel: 2.2,
    ribs: 1.1,
    ribDepth: 0.05,
  }),
  ceiling: surface({ color: 0xd3d8da, rough: 0.8, mottle: 0.06, grime: 0.05 }),
  frame: surface({ color: 0xc3c8cb, rough: 0.35, metal: 0.75, mottle: 0.08, grime: 0.08, bump: 0.01 }),
  belt: surface({ color: 0x2b3a35, rough: 0.6, mottle: 0.2, grime: 0.2 }),
  roller: surface({ color: 0xb4b9bc, rough: 0.25, metal: 0.9, mottle: 0.1, grime: 0.08, bump: 0.01 }),
  case: surface({ color: 0xffffff, rough: 0.33, mottle: 0.05, grime: 0.04, bump: 0.015, scale: 5 }),
  lead: surface({ color: 0x9b9da0, rough: 0.35, metal: 0.9, grime: 0.1, scale: 8 }),
  cabinet: surface({ color: 0xe1e3e0, rough: 0.42, mottle: 0.04, grime: 0.07, bump: 0.01 }),
  paint: surface({ color: 0xffffff, rough: 0.4, mottle: 0.06, grime: 0.1, bump: 0.015 }),
  duct: surface({ color: 0xc9ced1, rough: 0.32, metal: 0.85, mottle: 0.16, grime: 0.06, bump: 0.02 }),
  dark: surface({ color: 0x222529, rough: 0.5, grime: 0.1 }),
  pane: surface({ color: 0x9fb4b8, rough: 0.05, mottle: 0, grime: 0.02, bump: 0 }),
  strip: glowing(0xf6fbff, 9),
  screen: glowing(0x4fa8e8, 1.6),
  screenLine: glowing(0xeaf6ff, 2.6),
  lampGreen: glowing(0x2cff6a, 4),
  lampAmber: glowing(0xffa820, 4),
  lampRed: glowing(0xff2a18, 3),
});

const FLOOR = /* glsl */ `
{
  float lane = abs(vWorld.x - 3.1);
  float path = smoothstep(1.22, 1.2, lane);
  diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.32, 0.34, 0.33), path * 0.85);
  float mark = smoothstep(0.065, 0.055, abs(lane - 1.28));
  float zebra = step(0.5, fract(vWorld.z / 1.1)) * smoothstep(1.0, 0.98, lane) * step(-13.2, vWorld.z) * step(vWorld.z, -9.9);
  diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.85, 0.62, 0.05), mark * 0.9);
  diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.8), zebra * 0.85);
}
`;

/** Lead-acid battery: case, lid, caps, two lead posts and a label; about 0.26 x 0.22 x 0.18 m before scaling. */
function battery(b, { x, z, ry = 0, body, lid, label = 0x2b66b0 }) {
  b.at({ x, y: BELT + 0.02, z, ry, s: 1.55 }, () => {
    b.box('case', [0.26, 0.165, 0.175], [0, 0, 0], { color: body });
    for (const dx of [-0.09, 0, 0.09])
      b.box('case', [0.012, 0.14, 0.181], [dx + 0.03, 0.01, 0], { color: body });
    b.box('case', [0.268, 0.03, 0.183], [0, 0.165, 0], { color: lid });
    b.box('case', [0.2, 0.016, 0.06], [0, 0.195, 0.03], { color: lid });
    for (let k = 0; k < 6; k++)
      b.cyl('case', { r: 0.011, h: 0.008, seg: 10 }, [-0.08 + k * 0.032, 0.211, 0.03], { color: 0xd9482c });
    for (const [dx, color] of [
      [-0.098, 0xc22a1c],
      [0.098, 0x22262a],
    ]) {
      b.box('case', [0.045, 0.014, 0.05], [dx, 0.195, -0.05], { color });
      b.cyl('lead', { r: 0.014, top: 0.012, h: 0.034, seg: 12 }, [dx, 0.2, -0.05]);
    }
    b.box('case', [0.17, 0.085, 0.003], [0, 0.045, 0.0915], { color: label });
    b.box('case', [0.12, 0.02, 0.004], [0, 0.085, 0.0925], { color: 0xf0f2f2 });
    b.box('case', [0.08, 0.01, 0.004], [-0.02, 0.06, 0.0925], { color: 0xf0f2f2 });
  });
}

const KINDS = [
  { body: 0x1d5cab, lid: 0x184d93, label: 0xe8ecee },
  { body: 0xe6e8e6, lid: 0xd9dcda, label: 0x1f62b4 },
  { body: 0x1c1e21, lid: 0x26292c, label: 0xd9a81e },
];

/** Straight conveyor along z with side frames, rollers, legs and two lanes of batteries. */
function conveyor(b, { x, z1, z2, kind, pitch = 0.52, lanes = [-0.26, 0.26], random, gap = 0 }) {
  const middle = (z1 + z2) / 2;
  const length = z1 - z2;
  for (const side of [-1, 1]) {
    b.box('frame', [0.06, 0.22, length], [x + side * 0.62, BELT - 0.14, middle]);
    b.box('frame', [0.025, 0.03, length], [x + side * 0.6, BELT + 0.2, middle]);
    for (let z = z1; z >= z2; z -= 1.2) b.box('frame', [0.02, 0.16, 0.03], [x + side * 0.62, BELT + 0.06, z]);
  }
  b.box('dark', [1.1, 0.06, length], [x, BELT - 0.2, middle]);
  for (let z = z1; z > z2; z -= 0.13)
    b.rod('roller', [x - 0.59, BELT - 0.03, z], [x + 0.59, BELT - 0.03, z], { r: 0.032, seg: 8 });
  for (let z = z1 - 0.6; z > z2; z -= 2.4) legs(b, x, z);
  for (const lane of lanes) {
    for (let z = z1 - 0.3; z > z2 + 0.2; z -= pitch) {
      if (random() < gap) continue;
      battery(b, { x: x + lane, z: z + random.range(-0.02, 0.02), ry: random.range(-0.02, 0.02), ...kind });
    }
  }
}

function legs(b, x, z) {
  for (const side of [-1, 1]) {
    b.box('frame', [0.07, BELT - 0.14, 0.07], [x + side * 0.56, 0, z]);
    b.box('dark', [0.14, 0.03, 0.14], [x + side * 0.56, 0, z]);
  }
  b.box('frame', [1.1, 0.05, 0.05], [x, 0.22, z]);
  b.box('dark', [0.3, 0.26, 0.35], [x + 0.3, BELT - 0.46, z + 0.6]);
}

/** Aluminium-framed machine with panes, screen and signal tower, standing across a line. */
function machine(b, { x, z, w = 2.2, h = 2.3, d = 2.6 }) {
  b.at({ x, z }, () => {
    b.box('cabinet', [w, 0.66, d], [0, 0.08, 0]);
    b.box('cabinet', [w + 0.1, 0.34, d + 0.1], [0, h, 0]);
    for (const sx of [-1, 1])
      for (const sz of [-1, 1]) b.box('frame', [0.09, h, 0.09], [(sx * w) / 2, 0, (sz * d) / 2]);
    for (const sx of [-1, 1]) {
      b.box('frame', [0.05, 0.05, d], [(sx * w) / 2, 1.55, 0]);
      b.box('frame', [0.06, h - 0.7, 0.05], [(sx * w) / 2, 0.7, 0]);
    }
    b.box('paint', [w + 0.12, 0.1, d + 0.12], [0, h + 0.08, 0], { color: 0x2467b0 });
    for (let k = 0; k < 4; k++) {
      b.box('frame', [0.12, 0.9, 0.12], [-w * 0.3 + k * w * 0.2, 1.3, d * 0.1]);
      b.rod('roller', [-w * 0.3 + k * w * 0.2, 1.25, d * 0.1], [-w * 0.3 + k * w * 0.2, 1.7, d * 0.1], {
        r: 0.03,
      });
    }
    b.box('dark', [w - 0.2, 0.18, 0.5], [0, 2.05, d * 0.1]);
    console_(b, w / 2 + 0.12, d / 2 - 0.5);
    signalTower(b, -w / 2 + 0.25, h + 0.44, d / 2 - 0.3);
  });
}

function console_(b, x, z) {
  b.box('cabinet', [0.14, 0.52, 0.66], [x, 1.25, z]);
  b.box('screen', [0.02, 0.36, 0.5], [x + 0.07, 1.35, z]);
  for (let k = 0; k < 4; k++)
    b.box('screenLine', [0.022, 0.02, 0.12 + (k % 3) * 0.1], [x + 0.071, 1.42 + k * 0.06, z - 0.08]);
}

function signalTower(b, x, y, z) {
  b.rod('frame', [x, y, z], [x, y + 0.25, z], { r: 0.02 });
  for (const [k, name] of ['lampGreen', 'lampAmber', 'lampRed'].entries())
    b.cyl(name === 'lampGreen' ? name : 'paint', { r: 0.05, h: 0.09, seg: 14 }, [x, y + 0.25 + k * 0.1, z], {
      color: k === 1 ? 0xc98a1a : 0xb02818,
    });
}

/** Row of control cabinets with doors, screens, handles. */
function cabinets(b, { x, z, count, ry }) {
  b.at({ x, z, ry }, () => {
    for (let k = 0; k < count; k++) {
      const cx = k * 0.92;
      b.box('cabinet', [0.9, 2.1, 0.6], [cx, 0.1, 0]);
      b.box('dark', [0.9, 0.1, 0.55], [cx, 0, 0]);
      b.box('paint', [0.9, 0.16, 0.62], [cx, 2.05, 0], { color: 0x2467b0 });
      b.box('dark', [0.012, 1.85, 0.01], [cx + 0.45, 0.15, 0.3]);
      b.box('dark', [0.03, 0.16, 0.04], [cx + 0.36, 1.1, 0.31]);
      b.box('dark', [0.46, 0.36, 0.02], [cx - 0.05, 1.42, 0.3]);
      b.box('screen', [0.4, 0.28, 0.02], [cx - 0.05, 1.46, 0.31]);
      for (let n = 0; n < 4; n++)
        b.cyl(n ? 'paint' : 'lampGreen', { r: 0.022, h: 0.03, seg: 10 }, [cx - 0.2 + n * 0.1, 1.25, 0.31], {
          color: n === 1 ? 0xc23020 : 0xcf9a20,
        });
      for (let n = 0; n < 6; n++) b.box('dark', [0.4, 0.012, 0.01], [cx, 0.3 + n * 0.04, 0.3]);
    }
  });
}

function hall(b) {
  const length = HALL.from - HALL.to;
  const middle = (HALL.from + HALL.to) / 2;
  for (const side of [-1, 1]) {
    b.box('wall', [0.2, HALL.height, length], [side * HALL.half, 0, middle]);
    b.box('paint', [0.22, 1.1, length], [side * HALL.half, 0, middle], { color: 0x4f8f74 });
    for (let z = HALL.from; z >= HALL.to; z -= 8)
      b.box('cabinet', [0.6, HALL.height, 0.6], [side * (HALL.half - 0.3), 0, z]);
    for (let z = HALL.from - 4; z > HALL.to; z -= 8)
      b.box('pane', [0.24, 1.6, 5], [side * HALL.half, 2.4, z]);
  }
  b.box('wall', [HALL.half * 2, HALL.height, 0.2], [0, 0, HALL.to]);
  b.box('paint', [5, 4, 0.3], [3.1, 0, HALL.to], { color: 0x8a9499 });
  b.box('ceiling', [HALL.half * 2, 0.2, length], [0, HALL.height, middle]);
  for (let z = HALL.from; z > HALL.to; z -= 4) {
    b.box('ceiling', [HALL.half * 2, 0.34, 0.18], [0, HALL.height - 0.34, z]);
  }
  for (const x of [-7.8, 8.4]) for (let z = 6; z > HALL.to; z -= 12) pillar(b, x, z);
}

function pillar(b, x, z) {
  b.box('cabinet', [0.45, HALL.height, 0.45], [x, 0, z]);
  for (let k = 0; k < 5; k++)
    b.box('paint', [0.47, 0.2, 0.47], [x, 0.1 + k * 0.2, z], { color: k % 2 ? 0x1e1e1e : 0xe0b020 });
}

function ceilingRuns(b) {
  for (const x of [-12.5, -9.2, -5.9, -2.6, 0.7, 4.0, 7.3, 10.6, 13.9]) {
    for (let z = HALL.from - 1; z > HALL.to; z -= 4) {
      b.box('frame', [0.3, 0.08, 3.5], [x, 5.62, z - 1.7]);
      b.box('strip', [0.2, 0.03, 3.4], [x, 5.6, z - 1.7]);
      for (const dz of [-3.1, -0.3])
        b.rod('frame', [x, 5.7, z + dz], [x, HALL.height, z + dz], { r: 0.008, seg: 5 });
    }
  }
  for (const x of [-4.3, 9.2]) duct(b, x);
  for (const [x, y] of [
    [-0.9, 6.35],
    [2.4, 6.2],
  ]) {
    b.box('frame', [0.6, 0.03, HALL.from - HALL.to], [x, y, (HALL.from + HALL.to) / 2]);
    for (const side of [-1, 1])
      b.box('frame', [0.02, 0.14, HALL.from - HALL.to], [x + side * 0.3, y, (HALL.from + HALL.to) / 2]);
    for (let k = 0; k < 5; k++)
      b.rod('dark', [x - 0.2 + k * 0.1, y + 0.06, HALL.from], [x - 0.2 + k * 0.1, y + 0.06, HALL.to], {
        r: 0.03,
        seg: 6,
      });
  }
  for (const [x, color] of [
    [-7.3, 0xc0301e],
    [6.0, 0x2a72b8],
    [6.3, 0xd8dcdc],
  ])
    b.rod('paint', [x, 6.2, HALL.from], [x, 6.2, HALL.to], { r: 0.08, seg: 12, color });
}

function duct(b, x) {
  b.rod('duct', [x, 6.1, HALL.from], [x, 6.1, HALL.to], { r: 0.48, seg: 32 });
  for (let z = HALL.from; z > HALL.to; z -= 1.5)
    b.ring('duct', { r: 0.485, t: 0.03, axis: 'z', seg: 32 }, [x, 6.1, z]);
  for (let z = 8; z > HALL.to; z -= 6) {
    b.rod('duct', [x, 6.0, z], [x, 3.6, z], { r: 0.19, seg: 20 });
    b.cyl('duct', { r: 0.62, top: 0.19, h: 0.45, seg: 24 }, [x, 3.2, z]);
    for (let y = 3.9; y < 5.6; y += 0.5) b.ring('duct', { r: 0.195, t: 0.02, seg: 20 }, [x, y, z]);
  }
}

/** Robots between the lines, in yellow guard-fenced cells. */
function robots(b) {
  const cells = [
    { x: -1.75, z: 4.2, turn: 1.9, pose: [0.42, 0.62, 0.62], load: 0x1d5cab },
    { x: -1.9, z: -3.4, turn: -1.35, pose: [0.42, 0.62, 0.62], load: 0xe6e8e6 },
    { x: -1.9, z: -10.4, turn: 1.25, pose: [0.42, 0.6, 0.62], load: 0x1d5cab },
    { x: -1.9, z: -17.4, turn: -1.5, pose: [0.0, 1.2, 0.75] },
    { x: -1.9, z: -25, turn: 1.3, pose: [0.25, 1.0, 0.6] },
    { x: -1.9, z: -33, turn: -1.4, pose: [0.05, 1.2, 0.7] },
    { x: -1.9, z: -42, turn: 1.3, pose: [0.25, 1.0, 0.6] },
    { x: 7.6, z: -4.5, turn: -1.5, pose: [0.42, 0.62, 0.62], load: 0x1c1e21 },
    { x: 6.9, z: -15.5, turn: -1.6, pose: [0.2, 1.0, 0.6] },
    { x: 6.9, z: -27, turn: 1.2, pose: [0.1, 1.1, 0.7] },
  ];
  for (const cell of cells) {
    robot(b, cell);
    b.box('paint', [1.1, 0.05, 1.1], [cell.x, 0, cell.z], { color: 0xd8b020 });
  }
}

function fence(b, { x, z1, z2 }) {
  for (let z = z1; z >= z2; z -= 1.6) {
    b.box('paint', [0.06, 1.7, 0.06], [x, 0, z], { color: 0xe0b01c });
    if (z - 1.6 < z2) break;
    for (const y of [0.2, 1.62]) b.box('dark', [0.03, 0.03, 1.6], [x, y, z - 0.8]);
    for (let k = 1; k < 20; k++) b.box('dark', [0.008, 1.42, 0.008], [x, 0.2, z - k * 0.08]);
    for (let k = 1; k < 10; k++) b.box('dark', [0.008, 0.008, 1.6], [x, 0.2 + k * 0.142, z - 0.8]);
  }
}

function lines(b, random) {
  conveyor(b, { x: 0.5, z1: 13, z2: -64, kind: KINDS[0], random, gap: 0.03 });
  conveyor(b, { x: -3.9, z1: 13, z2: -64, kind: KINDS[1], random, gap: 0.05 });
  conveyor(b, { x: 5.5, z1: 4.5, z2: -64, kind: KINDS[2], random, gap: 0.05 });
  conveyor(b, { x: -10.5, z1: 4, z2: -64, kind: KINDS[0], random, gap: 0.2 });
  for (const z of [-7, -22, -38]) {
    machine(b, { x: -3.9, z });
    machine(b, { x: 5.5, z: z - 4, w: 2.0 });
    machine(b, { x: 0.5, z: z - 9, w: 2.0 });
    machine(b, { x: -10.5, z: z + 3, w: 2.2 });
  }
}

function crew(b) {
  person(b, {
    x: 1.62,
    z: -0.4,
    ry: -1.75,
    vest: 0x2a5fa6,
    coat: 0x2a5fa6,
    trousers: 0x24406e,
    helmet: 0xf0f0ea,
    pose: 'work',
  });
  person(b, {
    x: 3.6,
    z: -9.5,
    ry: 0.15,
    vest: 0x2a5fa6,
    coat: 0x2a5fa6,
    trousers: 0x24406e,
    helmet: 0xf0f0ea,
    pose: 'walk',
  });
  person(b, { x: 3.7, z: -26, ry: 0.2, vest: 0xe8ecec, coat: 0xe8ecec, helmet: 0xd03a28, pose: 'walk' });
}

function surround(direction) {
  const up = direction.y;
  if (up < 0) return new THREE.Color(0.3, 0.33, 0.31);
  return new THREE.Color(0.98, 1.0, 1.02).multiplyScalar(up > 0.55 ? 1.25 : up > 0.2 ? 0.85 : 0.35);
}

function roomLight() {
  const strips = [];
  for (let x = -12.5; x <= 14; x += 3.3)
    strips.push({ color: [8, 8.3, 8.6], size: [0.3, 0.05, 70], at: [x, 5.6, 0] });
  return makeRoom({
    width: 34,
    height: 7,
    length: 80,
    floor: [0.12, 0.24, 0.18],
    wall: [0.6, 0.62, 0.62],
    ceiling: [0.4, 0.42, 0.43],
    strips,
  });
}

export function build({ width, height }) {
  const random = makeRandom(33);
  const scene = new THREE.Scene();
  scene.background = new THREE.Color(0.6, 0.63, 0.64);
  patchHaze({ sun: SUN, tint: 0xffffff, height: 60 });
  scene.fog = new THREE.FogExp2(0xb9c2c4, 0.0042);
  const mirror = makeMirror({ width, height, blur: 0.007 });
  const kit = materials(mirror);
  const b = new Builder(kit);
  hall(b);
  ceilingRuns(b);
  const shell = b.build(scene, { cast: false });
  shell.ceiling.receiveShadow = false;
  lines(b, random);
  robots(b);
  for (const x of [1.55]) fence(b, { x, z1: -30, z2: -60 });
  cabinets(b, { x: 11.2, z: 3.4, count: 5, ry: -Math.PI / 2 });
  cabinets(b, { x: 11.2, z: -8, count: 6, ry: -Math.PI / 2 });
  cabinets(b, { x: 11.2, z: -22, count: 8, ry: -Math.PI / 2 });
  crew(b);
  b.build(scene);
  b.box('floor', [HALL.half * 2, 0.1, HALL.from - HALL.to], [0, -0.1, (HALL.from + HALL.to) / 2]);
  const { floor } = b.build(scene, { cast: false });
  const camera = new THREE.PerspectiveCamera(44, 1, 0.2, 300);
  camera.position.set(2.75, 2.55, 11.6);
  camera.lookAt(0.35, 1.2, -2);
  return {
    scene,
    camera,
    surround,
    above: 0.72,
    environment: roomLight(),
    area: { center: new THREE.Vector3(0, 2, -18), radius: 38 },
    sun: { direction: SUN, color: new THREE.Color(1, 1, 1), strength: 1.5, spread: 0.2 },
    lens: { aperture: 0.016, focus: 10 },
    beforePass: (accumulator, samples) => mirror.update(accumulator, [floor], samples),
    post: { exposure: 0.92, contrast: 1.12, saturation: 1.0, glow: 0.08, glowFrom: 1.8 },
  };
}
