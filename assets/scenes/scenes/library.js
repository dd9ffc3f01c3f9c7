import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { bookRow, indoorMaterials, interior, polished, roomGlow, sideLight } from '../lib/indoors.js';
import { figure, tracksuit } from '../lib/people.js';
import { makeRandom } from '../lib/random.js';

/** School library: rows of full shelves on the right, long tables with readers, afternoon sun through tall windows. */

export const size = [1860, 1280];

const SUN = new THREE.Vector3(-0.72, 0.5, 0.12).normalize();
const HALF = 6.5;
const FAR = -24;

function hall(b) {
  b.box('wall', [HALF * 2 + 4, 0.2, 40], [0, 4.6, -8]);
  b.box('wall', [HALF * 2, 4.6, 0.2], [0, 0, FAR]);
  b.box('wall', [0.2, 4.6, 40], [HALF + 1.2, 0, -8]);
  b.box('wall', [0.2, 0.9, 40], [-HALF, 0, -8]);
  b.box('wall', [0.2, 0.6, 40], [-HALF, 4.0, -8]);
  for (let z = 8; z > FAR; z -= 3.6) {
    b.box('wall', [0.4, 4.6, 0.6], [-HALF, 0, z]);
    b.box('window', [0.05, 3.1, 3.0], [-HALF - 0.3, 0.9, z - 1.8]);
    for (const dz of [0.9, 1.8, 2.7]) b.box('frame', [0.1, 3.1, 0.07], [-HALF, 0.9, z - dz]);
    for (const y of [0.9, 2.6, 4]) b.box('frame', [0.1, 0.07, 3.0], [-HALF, y, z - 1.8]);
    b.box('wood', [0.45, 0.05, 3.0], [-HALF + 0.2, 0.9, z - 1.8]);
  }
  for (const x of [-3.8, -1, 2.2])
    for (let z = 4; z > FAR; z -= 4) {
      b.box('lamp', [0.9, 0.06, 0.9], [x, 4.54, z]);
      b.box('frame', [1.0, 0.05, 1.0], [x, 4.56, z]);
    }
}

function shelf(b, random, { x, z, w = 4.2 }) {
  for (const dx of [-w / 2, 0, w / 2]) b.box('wood', [0.06, 2.35, 0.52], [x + dx, 0, z]);
  b.box('dark', [w, 2.3, 0.03], [x, 0, z]);
  b.box('wood', [w + 0.1, 0.06, 0.56], [x, 2.33, z]);
  for (let k = 0; k < 6; k++) {
    const y = 0.1 + k * 0.375;
    b.box('wood', [w, 0.03, 0.5], [x, y, z]);
    for (const half of [-1, 1])
      bookRow(b, random, {
        x: x + (half * w) / 4,
        y: y + 0.03,
        z: z + 0.13,
        width: w / 2 - 0.12,
        high: 0.31,
      });
  }
  b.box('paint', [0.02, 0.32, 0.4], [x - w / 2 - 0.04, 1.75, z], { color: 0x3b7a6a });
  b.box('paper', [0.022, 0.2, 0.28], [x - w / 2 - 0.052, 1.81, z]);
}

function table(b, random, { x, z }) {
  b.box('wood', [1.3, 0.06, 3.2], [x, 0.72, z]);
  for (const dx of [-0.55, 0.55])
    for (const dz of [-1.4, 1.4]) b.box('dark', [0.07, 0.72, 0.07], [x + dx, 0, z + dz]);
  for (const dz of [-1, 0, 1])
    for (const side of [-1, 1]) {
      b.box('wood', [0.4, 0.04, 0.4], [x + side * 0.92, 0.44, z + dz]);
      b.box('wood', [0.04, 0.42, 0.4], [x + side * 1.11, 0.48, z + dz]);
      for (const [lx, lz] of [
        [-0.17, -0.17],
        [0.17, -0.17],
        [-0.17, 0.17],
        [0.17, 0.17],
      ])
        b.box('dark', [0.03, 0.44, 0.03], [x + side * 0.92 + lx, 0, z + dz + lz]);
    }
  for (const dz of [-0.5, 0.5]) {
    b.cyl('paint', { r: 0.09, h: 0.03, seg: 20 }, [x, 0.78, z + dz], { color: 0x2f6b58 });
    b.rod('paint', [x, 0.8, z + dz], [x, 1.12, z + dz], { r: 0.014, color: 0x2f6b58 });
    b.cyl('paint', { r: 0.13, top: 0.06, h: 0.12, seg: 24 }, [x, 1.1, z + dz], { color: 0x2f6b58 });
  }
  for (let k = 0; k < 3; k++)
    for (let i = 0; i < random.int(1, 4); i++)
      b.box(
        'paper',
        [0.2, 0.035, 0.27],
        [x + random.range(-0.1, 0.1), 0.78 + i * 0.035, z - 1.1 + k + random.range(-0.2, 0.2)],
        { color: random.pick([0x8c2f2a, 0x2f4f7c, 0x3f6b4a, 0xc9b27a]), ry: random() },
      );
}

function openBook(b, { x, y, z, ry }) {
  b.at({ x, y, z, ry }, () => {
    for (const side of [-1, 1]) b.box('paper', [0.16, 0.015, 0.23], [side * 0.08, 0, 0], { rz: side * 0.1 });
  });
}

function readers(b, random) {
  const sit = (x, z, way, pose = 'read') => {
    figure(b, {
      ...tracksuit(random),
      x: x + way * 0.88,
      z,
      ry: -way * (Math.PI / 2),
      seat: 0.52,
      pose,
      nod: 0.35,
    });
    openBook(b, { x: x + way * 0.4, y: 0.79, z, ry: -way * (Math.PI / 2) });
  };
  sit(-3.1, -2.0, 1);
  sit(-3.1, -3.0, -1, 'sit');
  sit(-3.1, -1.0, -1);
  sit(-3.1, -6.3, 1);
  sit(-3.1, -7.3, -1);
  sit(-3.1, -11.5, 1);
  sit(-3.1, -10.5, -1);
  figure(b, { ...tracksuit(random), x: 1.6, z: -4.0, ry: 2.9, pose: 'reach', long: true });
  figure(b, {
    x: 0.2,
    z: -8.2,
    ry: 0.9,
    coat: 0x7d4b57,
    trousers: 0x2b2d33,
    long: true,
    pose: 'chat',
    hair: 0x4d4a48,
  });
  figure(b, { ...tracksuit(random), x: 1.0, z: -7.7, ry: -2.2, pose: 'stand' });
}

export function build({ width, height }) {
  const random = makeRandom(921);
  const scene = interior({ sun: SUN, haze: 0xeae4d8, density: 0.008 });
  const mirror = polished(width, height);
  const kit = indoorMaterials(mirror, { floor: 0xb48a5c, shine: 0.5 });
  const b = new Builder(kit);
  hall(b);
  b.build(scene, { cast: false, receive: false });
  for (let k = 0; k < 8; k++) shelf(b, random, { x: 3.9, z: -0.6 - k * 2.7, w: 5 });
  for (let k = 0; k < 5; k++) table(b, random, { x: -3.1, z: -2 - k * 4.4 });
  readers(b, random);
  b.build(scene);
  b.box('floor', [HALF * 2 + 3, 0.1, 40], [0, -0.1, -8]);
  const { floor } = b.build(scene, { cast: false });
  const camera = new THREE.PerspectiveCamera(48, 1, 0.2, 200);
  camera.position.set(-0.4, 1.75, 4.4);
  camera.lookAt(-0.15, 1.35, -6);
  return {
    scene,
    camera,
    surround: sideLight({ window: 2.1, room: 0.6 }),
    above: 0.78,
    environment: roomGlow(),
    area: { center: new THREE.Vector3(0, 2, -9), radius: 20 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.88, 0.68), strength: 3.0, spread: 0.03 },
    lens: { aperture: 0.016, focus: 7 },
    beforePass: (accumulator, samples) => mirror.update(accumulator, [floor], samples),
    post: { exposure: 0.86, contrast: 1.1, saturation: 1.0, glow: 0.1, glowFrom: 1.5 },
  };
}
