import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { row, skyline, teachingBlock } from '../lib/campus.js';
import { surface } from '../lib/materials.js';
import { figure, tracksuit } from '../lib/people.js';
import { scatter, treeGeometry } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';
import { shot, sportsKit, sunny } from '../lib/sports.js';

/** School gate in spring: brick pillars, an avenue of cherry trees in blossom, pupils walking in over fallen petals. */

export const size = [1840, 1260];

const SUN = new THREE.Vector3(-0.6, 0.58, 0.42).normalize();

function pillar(b, side) {
  const x = side * 5.4;
  b.box('brick', [1.5, 4.4, 1.5], [x, 0, 0]);
  b.box('plaster', [1.8, 0.4, 1.8], [x, 0, 0], { color: 0xd8d2c6 });
  b.box('plaster', [1.9, 0.28, 1.9], [x, 4.4, 0], { color: 0xe6e0d4 });
  b.box('plaster', [1.5, 0.2, 1.5], [x, 4.68, 0], { color: 0xe6e0d4 });
  b.ball('chalk', { r: 0.34, seg: 24 }, [x, 5.15, 0]);
  b.box('bark', [0.5, 2.4, 0.06], [x, 1.4, 0.77]);
  b.box('brick', [9, 1.1, 0.5], [x + side * 5.2, 0, 0]);
  b.box('plaster', [9, 0.14, 0.6], [x + side * 5.2, 1.1, 0], { color: 0xe6e0d4 });
  for (let k = 0; k < 42; k++)
    b.rod('rubber', [x + side * (0.9 + k * 0.21), 1.2, 0], [x + side * (0.9 + k * 0.21), 2.6, 0], {
      r: 0.018,
      seg: 6,
    });
  for (const y of [1.45, 2.4])
    b.rod('rubber', [x + side * 0.8, y, 0], [x + side * 9.6, y, 0], { r: 0.025, seg: 6 });
}

/** Lattice gate pushed open to the right. */
function slidingGate(b) {
  for (let k = 0; k < 7; k++) {
    const x = 2.7 + k * 0.3;
    b.box('frame', [0.05, 1.45, 0.3], [x, 0.1, -0.9]);
    b.beam('frame', [x, 0.3, -0.9], [x + 0.3, 1.4, -0.9], { w: 0.03 });
    b.beam('frame', [x, 1.4, -0.9], [x + 0.3, 0.3, -0.9], { w: 0.03 });
  }
  b.box('body', [0.7, 1.6, 0.5], [2.5, 0, -0.9], { color: 0x2c6fb8 });
}

function lodge(b) {
  b.box('plaster', [4, 3.2, 4], [-9.2, 0, -4], { color: 0xefe9dc });
  b.box('brick', [4.7, 0.3, 4.7], [-9.2, 3.2, -4]);
  b.box('pane', [0.06, 1.3, 2.4], [-7.18, 1.1, -4]);
  b.box('pane', [2.2, 1.3, 0.06], [-9.4, 1.1, -1.98]);
}

/** Fallen petals, thick at the edges of the way. */
function petals(random) {
  return Array.from({ length: 9000 }, () => {
    const edge = random() < 0.75;
    const x = edge ? random.sign() * (2.4 + random() ** 1.5 * 3.6) : random.range(-3, 3);
    return {
      x,
      y: 0.015 + random() * 0.01,
      z: 9 - random() ** 1.4 * 44,
      ry: random() * 6,
      s: random.range(0.7, 1.3),
      color: new THREE.Color().setScalar(random.range(0.85, 1.12)),
    };
  });
}

function petalGeometry() {
  const geometry = new THREE.CircleGeometry(0.045, 5).rotateX(-Math.PI / 2).scale(1, 1, 0.7);
  geometry.setAttribute(
    'color',
    new THREE.BufferAttribute(new Float32Array(geometry.attributes.position.count * 3).fill(1), 3),
  );
  return geometry.toNonIndexed();
}

function pupils(b, random) {
  const bags = [0xd0402c, 0x2f6fb8, 0xe0a83a, 0x3a8f6a, 0x6a4a86];
  const put = (x, z, more) =>
    figure(b, {
      ...tracksuit(random),
      bag: random.pick(bags),
      x,
      z,
      ry: Math.PI + random.range(-0.12, 0.12),
      pose: 'walk',
      s: random.range(0.86, 0.99),
      ...more,
    });
  put(-1.5, 2.3, { long: true });
  put(-0.75, 2.1, { long: false });
  put(1.3, 0.4, { long: true });
  for (let i = 0; i < 22; i++) put(random.range(-2.6, 2.6), -2 - i * 1.3, {});
  figure(b, { x: 3.5, z: 1.3, ry: -1.2, coat: 0x3a4c6a, trousers: 0x22262e, pose: 'chat', hair: 0x4a4644 });
  figure(b, { x: -4.0, z: -0.8, ry: 0.9, coat: 0x26324a, trousers: 0x22262e, hat: 'cap', pose: 'stand' });
}

export function build() {
  const random = makeRandom(461);
  const scene = new THREE.Scene();
  const air = sunny(scene, SUN);
  const kit = {
    ...sportsKit(),
    petal: surface({
      color: 0xf8bccb,
      rough: 0.8,
      mottle: 0.14,
      grime: 0,
      side: THREE.DoubleSide,
      env: 0.5,
      glow: 0.22,
      glowColor: 0xf4a8bc,
    }),
  };
  const b = new Builder(kit);
  b.box('paving', [9.4, 0.1, 120], [0, -0.1, -40]);
  b.box('turf', [120, 0.1, 120], [0, -0.13, -40]);
  b.box('paving', [60, 0.1, 14], [0, -0.105, 8]);
  for (const side of [-1, 1])
    b.box('plaster', [0.2, 0.14, 60], [side * 4.75, -0.02, -31], { color: 0xcfc9be });
  for (const side of [-1, 1]) pillar(b, side);
  slidingGate(b);
  lodge(b);
  pupils(b, random);
  teachingBlock(b, { x: -4, z: -58, w: 46 });
  skyline(b, { random });
  const near = [];
  for (const side of [-1, 1])
    near.push(
      ...row(random, {
        from: [side * 6.7, -3.6],
        to: [side * 6.6, -15],
        every: 5.2,
        s: [0.9, 1.05],
        loose: 0.2,
      }),
    );
  const far = [];
  for (const side of [-1, 1])
    far.push(...row(random, { from: [side * 6.6, -20], to: [side * 6.4, -50], every: 5, s: [0.85, 1.0] }));
  const shape = { height: 6.8, width: 6.4, trunk: 0.26 };
  scene.add(
    scatter(treeGeometry(random, { ...shape, blades: 7500, size: 0.0135 }), kit.petal, near),
    scatter(treeGeometry(random, { ...shape, blades: 1500, size: 0.03 }), kit.petal, far),
    scatter(petalGeometry(), kit.petal, petals(random)),
  );
  for (const { x, z, s } of [...near, ...far]) {
    b.rod('bark', [x, 0, z], [x + 0.1, 2.7 * s, z], { r: 0.17 * s, r2: 0.11 * s });
    for (const [dx, dy, dz] of [
      [-1.3, 4.3, 0.5],
      [1.3, 4.5, -0.4],
      [0.3, 5.2, 0.7],
      [-0.4, 4.8, -0.9],
    ])
      b.rod('bark', [x + 0.08, 2.3 * s, z], [x + dx * s, dy * s, z + dz * s], { r: 0.075 * s, r2: 0.02 });
  }
  b.build(scene);
  const camera = new THREE.PerspectiveCamera(46, 1, 0.3, 900);
  camera.position.set(-0.5, 1.7, 8.4);
  camera.lookAt(-0.05, 2.35, -6);
  return { scene, camera, ...air, ...shot(SUN, { center: [0, 2, -16], radius: 27, focus: 9 }) };
}
