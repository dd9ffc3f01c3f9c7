import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { figure, tracksuit } from '../lib/people.js';
import { makeRandom } from '../lib/random.js';
import { shot, spectators, sportsKit, sunny, surroundings } from '../lib/sports.js';

/** Sports day: a jump shot under the basket on the outdoor court, the ball on its way. */

export const size = [1830, 1220];

const SUN = new THREE.Vector3(-0.55, 0.58, 0.5).normalize();

function court(b) {
  b.box('turf', [180, 0.1, 140], [0, -0.16, -50]);
  b.box('tartan', [24, 0.1, 34], [0, -0.11, -6]);
  b.box('court', [15, 0.1, 28], [0, -0.1, -3]);
  for (const x of [-7.5, 7.5]) b.box('chalk', [0.06, 0.012, 28], [x, 0.002, -3]);
  b.box('chalk', [15, 0.012, 0.06], [0, 0.002, -17]);
  for (const x of [-2.45, 2.45]) b.box('chalk', [0.06, 0.012, 5.8], [x, 0.002, -14.1]);
  b.box('chalk', [4.9, 0.012, 0.06], [0, 0.002, -11.2]);
  b.box('tartan', [4.84, 0.012, 5.7], [0, -0.008, -14.1]);
  b.ring('chalk', { r: 1.8, t: 0.03, seg: 64 }, [0, -0.02, -11.2]);
  for (let k = 0; k < 44; k++) {
    const a = (Math.PI * (k + 0.5)) / 44;
    b.box('chalk', [0.06, 0.012, 0.5], [Math.cos(a) * 6.75, 0.002, -15.4 + Math.sin(a) * 6.75], { ry: -a });
  }
}

function hoop(b) {
  const z = -15.8;
  b.box('body', [0.9, 0.5, 1.9], [0, 0, z - 2.6], { color: 0x2c5f9c });
  b.beam('body', [0, 0.4, z - 2.4], [0, 2.9, z - 1.5], { w: 0.2, h: 0.24, color: 0x2c5f9c });
  b.beam('body', [0, 2.9, z - 1.5], [0, 3.2, z - 0.08], { w: 0.16, color: 0x2c5f9c });
  b.box('chalk', [1.8, 1.05, 0.04], [0, 2.9, z]);
  for (const [w, h, x, y] of [
    [0.59, 0.05, 0, 3.1],
    [0.59, 0.05, 0, 3.5],
    [0.05, 0.45, -0.28, 3.1],
    [0.05, 0.45, 0.28, 3.1],
  ])
    b.box('body', [w, h, 0.01], [x, y, z + 0.03], { color: 0xc22a20 });
  for (const [w, h, x, y] of [
    [1.8, 0.05, 0, 2.9],
    [1.8, 0.05, 0, 3.9],
    [0.05, 1.05, -0.88, 2.9],
    [0.05, 1.05, 0.88, 2.9],
  ])
    b.box('body', [w, h, 0.01], [x, y, z + 0.03], { color: 0xc22a20 });
  b.ring('body', { r: 0.225, t: 0.018, seg: 32 }, [0, 3.05, z + 0.4], { color: 0xd8421e });
  b.box('body', [0.1, 0.04, 0.2], [0, 3.03, z + 0.1], { color: 0xd8421e });
  for (let k = 0; k < 12; k++) {
    const [a, c] = [(k / 12) * Math.PI * 2, ((k + 1.5) / 12) * Math.PI * 2];
    for (const turn of [1, -1])
      b.rod(
        'chalk',
        [Math.cos(a * turn) * 0.22, 3.05, z + 0.4 + Math.sin(a * turn) * 0.22],
        [Math.cos(c * turn) * 0.13, 2.62, z + 0.4 + Math.sin(c * turn) * 0.13],
        { r: 0.006, seg: 4 },
      );
  }
}

function players(b, random) {
  const shirt = (color) => ({
    ...tracksuit(random),
    coat: color,
    yoke: color,
    sleeve: 0xc08a68,
    trousers: 0x22262e,
    stripe: 0xf0f0ec,
  });
  const put = (color, [x, z, ry], pose, more = {}) => figure(b, { ...shirt(color), x, z, ry, pose, ...more });
  put(0xe3ac1e, [-1.2, -11.4, 2.85], 'shoot', { air: 0.42, long: false });
  b.ball('ball', { r: 0.122, seg: 24 }, [-0.86, 3.15, -12.7]);
  put(0x2c6fc0, [-0.7, -12.7, -0.35], 'cheer', { air: 0.3 });
  put(0x2c6fc0, [1.6, -13.2, -1.0], 'run');
  put(0xe3ac1e, [2.2, -12.2, 2.5], 'run');
  put(0xe3ac1e, [-3.6, -12.8, 2.2], 'walk');
  put(0x2c6fc0, [-2.6, -13.6, 0.9], 'walk');
  figure(b, { x: 4.6, z: -11.5, ry: -1.7, coat: 0x9aa0a6, trousers: 0x1c1e22, pose: 'stand' });
}

export function build() {
  const random = makeRandom(441);
  const scene = new THREE.Scene();
  const air = sunny(scene, SUN);
  const kit = sportsKit();
  const b = new Builder(kit);
  court(b);
  hoop(b);
  players(b, random);
  spectators(b, random, { from: [-9.2, -16.5], to: [-8.8, -8], count: 18, ry: 1.3 });
  spectators(b, random, { from: [8.6, -7], to: [9, -17], count: 22, ry: -1.4 });
  spectators(b, random, { from: [2.2, -19.8], to: [9, -19.4], count: 14, ry: -0.2 });
  spectators(b, random, { from: [-9, -19.4], to: [-2, -19.8], count: 14, ry: 0.2 });
  surroundings(scene, b, { kit, random, block: { x: -8, z: -58, w: 62 }, near: 30 });
  b.build(scene);
  const camera = new THREE.PerspectiveCamera(34, 1, 0.3, 900);
  camera.position.set(-4.6, 1.25, -4.2);
  camera.lookAt(-0.55, 1.95, -13);
  return { scene, camera, ...air, ...shot(SUN, { center: [0, 1, -20], radius: 26, focus: 7.9 }) };
}
