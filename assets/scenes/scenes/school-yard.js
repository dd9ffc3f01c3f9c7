import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { plant, row, skyline, teachingBlock } from '../lib/campus.js';
import { figure, tracksuit } from '../lib/people.js';
import { makeRandom } from '../lib/random.js';
import { shot, sportsKit, sunny } from '../lib/sports.js';

/** A primary school's yard from a balcony: red track round green turf, new teaching blocks, children at play. */

export const size = [1860, 1260];

const SUN = new THREE.Vector3(-0.5, 0.65, 0.45).normalize();
const TURN = 11;

/** Oval of lanes: two straights along x and two half circles. */
function oval(b) {
  const half = 17;
  b.box('paving', [140, 0.1, 110], [0, -0.16, -20]);
  for (const side of [-1, 1]) {
    b.cyl('tartan', { r: TURN + 5, h: 0.06, seg: 96 }, [side * half, -0.05, -16]);
    b.cyl('turf', { r: TURN, h: 0.07, seg: 96 }, [side * half, -0.05, -16]);
  }
  b.box('tartan', [half * 2, 0.06, (TURN + 5) * 2], [0, -0.05, -16]);
  b.box('turf', [half * 2, 0.07, TURN * 2], [0, -0.05, -16]);
  for (let k = 0; k <= 4; k++) {
    const r = TURN + 0.05 + k * 1.22;
    for (const side of [-1, 1]) b.box('chalk', [half * 2, 0.012, 0.07], [0, 0.02, -16 + side * r]);
    for (let i = 0; i < 64; i++) {
      const a = (Math.PI * (i + 0.5)) / 64;
      for (const side of [-1, 1])
        b.box(
          'chalk',
          [0.07, 0.012, (Math.PI * r) / 63],
          [side * (half + Math.sin(a) * r), 0.02, -16 + Math.cos(a) * r],
          { ry: side * (a - Math.PI / 2) },
        );
    }
  }
  b.box('chalk', [0.09, 0.012, 22], [0, 0.03, -16]);
  b.ring('chalk', { r: 3, t: 0.04, seg: 64 }, [0, 0.0, -16]);
  for (const side of [-1, 1]) {
    b.rod('chalk', [side * 24, 0, -14.5], [side * 24, 2, -14.5], { r: 0.06 });
    b.rod('chalk', [side * 24, 0, -17.5], [side * 24, 2, -17.5], { r: 0.06 });
    b.rod('chalk', [side * 24, 2, -14.5], [side * 24, 2, -17.5], { r: 0.06 });
  }
}

function flagpoles(b) {
  b.box('plaster', [9, 0.5, 3], [0, 0, -34.5], { color: 0xdad4c8 });
  for (const [x, h] of [
    [-2.2, 10],
    [0, 11.5],
    [2.2, 10],
  ])
    b.rod('frame', [x, 0.5, -34.5], [x, h, -34.5], { r: 0.07, r2: 0.04 });
  for (let k = 0; k < 10; k++)
    b.box(
      'cloth',
      [0.21, 1.2, 0.02],
      [0.15 + k * 0.2, 10.1 + Math.sin(k * 0.7) * 0.07, -34.5 + Math.sin(k * 0.8) * 0.1],
      { color: 0x2c6fb8 },
    );
}

function children(b, random) {
  const put = ([x, z, ry], pose, more = {}) =>
    figure(b, {
      ...tracksuit(random, { color: random.pick([0x2f62a8, 0xd8502c, 0x2f62a8, 0x3a9a6a]) }),
      x,
      z,
      ry,
      pose,
      s: random.range(0.7, 0.82),
      y: 0.02,
      ...more,
    });
  for (let i = 0; i < 12; i++) {
    const a = (i / 12) * Math.PI * 2;
    const at = [-7 + Math.cos(a) * 2.6, -9.5 + Math.sin(a) * 2.2, Math.atan2(-Math.cos(a), -Math.sin(a))];
    put(at, random.pick(['cheer', 'chat', 'stand']));
  }
  for (let i = 0; i < 9; i++)
    put(
      [4 + random.range(-5, 6), -12 + random.range(-5, 5), random() * 6.3],
      random.pick(['run', 'run', 'sprint', 'walk']),
    );
  b.ball('chalk', { r: 0.12, seg: 14 }, [5.2, 0.14, -9.4]);
  for (let i = 0; i < 5; i++) put([-11 + i * 3.2, -3.4 + (i % 2) * 1.2, 1.57], 'run');
  for (let i = 0; i < 10; i++)
    put([7 + i * 0.8, -4 + (i % 2) * 0.5, 3.0], random.pick(['walk', 'chat', 'stand']), { bag: 0xd0402c });
  for (let i = 0; i < 26; i++)
    put(
      [random.range(-26, 26), random.range(-32, -18), random() * 6],
      random.pick(['run', 'walk', 'stand', 'chat']),
    );
  put([1.4, -5.6, 2.6], 'point', {
    s: 1,
    coat: 0xa83a52,
    trousers: 0x24262b,
    yoke: 0xa83a52,
    stripe: null,
    long: true,
  });
}

export function build() {
  const random = makeRandom(451);
  const scene = new THREE.Scene();
  const air = sunny(scene, SUN);
  const kit = sportsKit();
  const b = new Builder(kit);
  oval(b);
  flagpoles(b);
  children(b, random);
  teachingBlock(b, { x: -14, z: -44, w: 44 });
  teachingBlock(b, { x: 38, z: -30, w: 36, ry: -1.1, floors: 4 });
  teachingBlock(b, { x: -48, z: -26, w: 28, ry: 1.2, floors: 3 });
  skyline(b, { random });
  const places = [
    ...row(random, { from: [-36, -37], to: [26, -38], every: 5, s: [0.55, 0.75] }),
    ...row(random, { from: [34, -2], to: [31, -28], every: 4.8, s: [0.7, 0.9] }),
    ...row(random, { from: [-34, -2], to: [-36, -26], every: 4.8, s: [0.7, 0.9] }),
  ];
  const blossom = row(random, { from: [-12, 2.2], to: [8, 2.2], every: 20, s: [0.6, 0.66] });
  plant(scene, kit.leaf, { random, places, near: ({ z }) => z > -20, shape: { height: 8, width: 5 } });
  plant(scene, kit.petal, {
    random,
    places: blossom,
    near: () => true,
    shape: { height: 6.4, width: 5.4, blades: 6000, size: 0.015 },
  });
  for (const { x, z, s } of [...places, ...blossom])
    b.rod('bark', [x, 0, z], [x, 4.2 * s, z], { r: 0.16 * s, r2: 0.08 * s });
  b.build(scene);
  const camera = new THREE.PerspectiveCamera(48, 1, 0.3, 900);
  camera.position.set(-4, 7.6, 11.5);
  camera.lookAt(0.5, 3.4, -14);
  return { scene, camera, ...air, ...shot(SUN, { center: [0, 2, -18], radius: 42, focus: 20 }) };
}
