import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { ground } from '../lib/land.js';
import { heightField } from '../lib/noise.js';
import { figure, tracksuit } from '../lib/people.js';
import { makeRandom } from '../lib/random.js';
import { shot, spectators, sportsKit, sunny, surroundings } from '../lib/sports.js';

/** Sports day: a jumper in the air over the sand, a judge with a flag, another with the rake, schoolmates looking on. */

export const size = [1830, 1220];

const SUN = new THREE.Vector3(-0.5, 0.62, 0.55).normalize();
const lump = heightField(61);

/** The run comes from the left (-x) along z = 0; the pit lies right of the board. */
function pit(scene, b, kit) {
  b.box('turf', [160, 0.1, 120], [0, -0.19, -40]);
  b.box('tartan', [26, 0.1, 1.7], [-14, -0.1, 0]);
  for (const z of [-0.82, 0.82]) b.box('chalk', [26, 0.012, 0.05], [-14, 0.002, z]);
  b.box('chalk', [0.22, 0.014, 1.5], [-1.6, 0.004, 0]);
  b.box('tartan', [0.5, 0.1, 3.6], [-0.75, -0.1, 0]);
  for (const z of [-1.55, 1.55]) b.box('plaster', [8.6, 0.14, 0.16], [3.6, -0.08, z], { color: 0xc9c6bd });
  b.box('plaster', [0.16, 0.14, 3.2], [7.9, -0.08, 0], { color: 0xc9c6bd });
  const xs = Array.from({ length: 130 }, (_, i) => -0.6 + i * 0.065);
  const zs = Array.from({ length: 50 }, (_, i) => -1.5 + (i * 3) / 49);
  scene.add(
    ground(kit.sand, {
      xs,
      zs,
      height: (x, z) =>
        (lump(x * 9, z * 9) - 0.5) * 0.16 +
        (lump(x * 30, z * 30) - 0.5) * 0.07 +
        0.03 -
        0.08 * Math.exp(-((x - 4.6) ** 2 + z * z) * 2),
    }),
  );
  for (let k = 0; k < 5; k++) b.box('chalk', [0.03, 0.02, 0.16], [2 + k, 0.06, 1.56]);
}

function people(b, random) {
  figure(b, {
    ...tracksuit(random),
    x: 2.3,
    z: 0,
    y: 0,
    air: 0.62,
    ry: Math.PI / 2,
    pose: 'leap',
    coat: 0xd8342c,
    yoke: 0xd8342c,
    sleeve: 0xc08a68,
    trousers: 0x22262e,
    stripe: 0xf0f0ec,
    shoes: 0xe9e5da,
    long: false,
  });
  figure(b, { x: -1.9, z: -1.75, ry: 0.9, coat: 0xf3f3ee, trousers: 0x20242c, hat: 'cap', pose: 'point' });
  b.rod('frame', [-1.35, 1.42, -1.35], [-1.1, 1.75, -1.2], { r: 0.015 });
  b.box('cloth', [0.34, 0.24, 0.01], [-0.95, 1.56, -1.16], { color: 0xf2f2f2, ry: 0.2 });
  figure(b, { x: 5.4, z: -2.2, ry: -0.3, coat: 0xf3f3ee, trousers: 0x20242c, pose: 'chat' });
  b.rod('bark', [5.2, 0.05, -1.6], [5.5, 1.5, -2.0], { r: 0.02 });
  b.box('bark', [0.6, 0.05, 0.05], [5.2, 0.03, -1.58]);
  figure(b, { x: 7.0, z: -2.3, ry: -0.7, coat: 0x3c4f7a, trousers: 0x20242c, hat: 'cap', pose: 'bend' });
  spectators(b, random, { from: [-4.4, -4.4], to: [10.5, -4.7], count: 30, ry: 0.02 });
  spectators(b, random, { from: [-16, -4.2], to: [-5.5, -4.4], count: 14, ry: 0.3 });
}

export function build() {
  const random = makeRandom(421);
  const scene = new THREE.Scene();
  const air = sunny(scene, SUN);
  const kit = sportsKit();
  const b = new Builder(kit);
  pit(scene, b, kit);
  people(b, random);
  surroundings(scene, b, { kit, random });
  b.build(scene);
  const camera = new THREE.PerspectiveCamera(33, 1, 0.3, 900);
  camera.position.set(5.3, 1.15, 7.2);
  camera.lookAt(1.9, 1.1, -0.6);
  return { scene, camera, ...air, ...shot(SUN, { center: [0, 1, -14], radius: 28, focus: 7.6 }) };
}
