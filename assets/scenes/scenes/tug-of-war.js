import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { figure, tracksuit } from '../lib/people.js';
import { makeRandom } from '../lib/random.js';
import { shot, spectators, sportsKit, sunny, surroundings } from '../lib/sports.js';

/** Sports day: two classes at the tug of war, the umpire at the red ribbon, others cheering on both sides. */

export const size = [1830, 1220];

const SUN = new THREE.Vector3(-0.45, 0.6, 0.6).normalize();

function rope(b) {
  const y = (x) => 0.98 - 0.05 * Math.cos(x * 0.4);
  for (let x = -11; x < 11; x += 0.5)
    b.rod('rope', [x, y(x), 0], [x + 0.5, y(x + 0.5), 0], { r: 0.032, seg: 10 });
  b.box('cloth', [0.14, 0.34, 0.02], [-0.25, 0.66, 0.04], { color: 0xd2201a });
  b.ball('cloth', { r: 0.06, seg: 10 }, [-0.25, 0.96, 0], { color: 0xd2201a });
}

function teams(b, random) {
  const team = (way, color) => {
    for (let i = 0; i < 8; i++) {
      figure(b, {
        ...tracksuit(random, { color }),
        x: way * (1.5 + i * 1.02),
        z: i % 2 ? -0.2 : 0.2,
        ry: (way > 0 ? -1 : 1) * (Math.PI / 2) + random.range(-0.08, 0.08),
        s: random.range(0.94, 1.04),
        pose: 'pull',
        nod: 0.35 + random.range(-0.15, 0.2),
      });
    }
  };
  team(-1, 0xc9362c);
  team(1, 0x2f62a8);
}

export function build() {
  const random = makeRandom(431);
  const scene = new THREE.Scene();
  const air = sunny(scene, SUN);
  const kit = sportsKit();
  const b = new Builder(kit);
  b.box('turf', [180, 0.1, 140], [0, -0.1, -50]);
  for (const x of [-2, -0.02, 2]) b.box('chalk', [0.07, 0.012, 2.6], [x, 0.002, 0]);
  rope(b);
  teams(b, random);
  figure(b, { x: -0.6, z: -1.35, ry: 0.25, coat: 0xf3f3ee, trousers: 0x20242c, hat: 'cap', pose: 'point' });
  spectators(b, random, {
    from: [-10, -3.4],
    to: [-1.2, -2.9],
    count: 26,
    ry: 0.1,
    color: 0xc9362c,
    moods: ['cheer', 'cheer', 'cheer', 'point'],
  });
  spectators(b, random, {
    from: [0.6, -2.9],
    to: [10, -3.4],
    count: 26,
    ry: -0.1,
    moods: ['cheer', 'cheer', 'cheer', 'stand'],
  });
  surroundings(scene, b, { kit, random, block: { x: 6, z: -66, w: 56 } });
  b.build(scene);
  const camera = new THREE.PerspectiveCamera(36, 1, 0.3, 900);
  camera.position.set(-4.6, 1.5, 7.4);
  camera.lookAt(-0.2, 0.98, -0.4);
  return { scene, camera, ...air, ...shot(SUN, { center: [0, 1, -14], radius: 28, focus: 8.2 }) };
}
