import * as THREE from 'three';
import { patchHaze } from '../lib/accumulate.js';
import { Builder } from '../lib/builder.js';
import { bushGeometry } from '../lib/land.js';
import { surface } from '../lib/materials.js';
import { MIRROR_PARS, makeMirror, mirrorFinish } from '../lib/mirror.js';
import { figure } from '../lib/people.js';
import { propMaterials, scatter } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';
import { makeRoom } from '../lib/room.js';

/** Tea factory: a row of rolling machines with brass pans, bamboo trays of fresh leaf, workers in white, sun from the windows. */

export const size = [1860, 1320];

const SUN = new THREE.Vector3(-0.72, 0.55, 0.2).normalize();
const HALF = 7;
const FAR = -40;

const materials = (mirror) => ({
  ...propMaterials(surface),
  floor: surface({
    color: 0x9aa39c,
    rough: 0.4,
    mottle: 0.12,
    grime: 0.12,
    env: 0.3,
    pars: MIRROR_PARS,
    uniforms: mirror.uniforms,
    finish: mirrorFinish(0.7),
  }),
  wall: surface({ color: 0xe9e8e0, rough: 0.85, mottle: 0.06, grime: 0.08, streak: 0.1 }),
  dado: surface({ color: 0xcfe0d6, rough: 0.4, mottle: 0.05, grime: 0.08 }),
  window: surface({ color: 0xf4f8ff, glow: 2.2, glowColor: 0xeaf3ff, mottle: 0, grime: 0 }),
  frame: surface({ color: 0xe2e6e6, rough: 0.5, grime: 0.1 }),
  brass: surface({ color: 0xc98f3c, rough: 0.28, metal: 0.85, mottle: 0.15, grime: 0.15, env: 1.2 }),
  steel: surface({ color: 0xc4c9cb, rough: 0.32, metal: 0.75, mottle: 0.1, grime: 0.1 }),
  green: surface({ color: 0x3c7a5c, rough: 0.45, mottle: 0.1, grime: 0.15 }),
  bamboo: surface({ color: 0xc79d55, rough: 0.75, mottle: 0.25, grime: 0.12, ribs: 0.05, ribDepth: 0.5 }),
  leaf: surface({ color: 0x78a335, rough: 0.75, mottle: 0.2, grime: 0, side: THREE.DoubleSide, env: 0.3 }),
  lamp: surface({ color: 0xffffff, glow: 4, mottle: 0, grime: 0 }),
  roof: surface({
    color: 0xd9dcd8,
    rough: 0.8,
    mottle: 0.03,
    grime: 0,
    ribs: 0.8,
    ribDepth: 0.3,
    ribAxis: 1,
  }),
});

function hall(b) {
  b.box('roof', [HALF * 2, 0.2, 60], [0, 5.6, -16]);
  b.box('wall', [HALF * 2, 5.6, 0.2], [0, 0, FAR]);
  b.box('dado', [HALF * 2, 1.2, 0.22], [0, 0, FAR]);
  b.box('wall', [0.2, 5.6, 60], [HALF, 0, -16]);
  b.box('dado', [0.22, 1.2, 60], [HALF, 0, -16]);
  b.box('wall', [0.2, 1.1, 60], [-HALF, 0, -16]);
  b.box('wall', [0.2, 1.1, 60], [-HALF, 4.5, -16]);
  for (let z = 10; z > FAR; z -= 4.2) {
    b.box('wall', [0.4, 5.6, 0.7], [-HALF, 0, z]);
    b.box('window', [0.05, 3.4, 3.5], [-HALF - 0.3, 1.1, z - 2.1]);
    for (const dz of [-1, -2.1, -3.2]) b.box('frame', [0.1, 3.4, 0.08], [-HALF, 1.1, z - dz * -1]);
    b.box('frame', [0.1, 0.08, 3.5], [-HALF, 3.3, z - 2.1]);
    b.beam('frame', [-HALF, 5.3, z], [HALF, 5.3, z], { w: 0.16, h: 0.3 });
  }
  for (const x of [-3.4, 0.2, 3.8])
    for (let z = 4; z > FAR; z -= 5) b.box('lamp', [0.16, 0.07, 2.2], [x, 4.7, z]);
}

/** Tea rolling machine: three-legged table, brass pan, drum with a press and a bridge over it. */
function roller(b, { x, z, turn }) {
  b.at({ x, z, ry: turn }, () => {
    for (let k = 0; k < 3; k++) {
      const a = (k / 3) * Math.PI * 2 + 0.5;
      const [lx, lz] = [Math.cos(a) * 1.02, Math.sin(a) * 1.02];
      b.cyl('green', { r: 0.17, top: 0.13, h: 0.95, seg: 20 }, [lx, 0, lz]);
      b.cyl('steel', { r: 0.12, h: 0.2, seg: 20 }, [lx, 0.95, lz]);
      b.beam('green', [lx * 0.9, 0.98, lz * 0.9], [lx * 0.3, 1.0, lz * 0.3], { w: 0.16, h: 0.1 });
    }
    b.cyl('brass', { r: 0.62, top: 0.95, h: 0.16, seg: 48 }, [0, 0.72, 0]);
    b.ring('brass', { r: 0.95, t: 0.035, seg: 48 }, [0, 0.89, 0]);
    b.cyl('brass', { r: 0.45, h: 0.6, seg: 40 }, [0.13, 0.88, 0.06]);
    for (const y of [0.9, 1.2, 1.46]) b.ring('steel', { r: 0.46, t: 0.02, seg: 40 }, [0.13, y, 0.06]);
    b.cyl('steel', { r: 0.4, h: 0.07, seg: 32 }, [0.13, 1.55, 0.06]);
    b.rod('steel', [0.13, 1.6, 0.06], [0.13, 2.15, 0.06], { r: 0.045, seg: 14 });
    for (const side of [-1, 1])
      b.rod('green', [0.13 + side * 0.55, 0.95, 0.06], [0.13 + side * 0.55, 1.95, 0.06], {
        r: 0.06,
        seg: 14,
      });
    b.box('green', [1.3, 0.13, 0.22], [0.13, 1.93, 0.06]);
    b.ring('steel', { r: 0.2, t: 0.022, seg: 24 }, [0.13, 2.16, 0.06]);
    b.box('green', [0.5, 0.55, 0.4], [-0.95, 0, -0.7]);
    b.rod('steel', [-1.1, 0.35, -0.45], [-0.7, 0.35, -0.45], { r: 0.13, seg: 18 });
  });
}

/** Rack of round bamboo trays, leaf spread on each. */
function rack(b, random, { x, z, leaves }) {
  for (const dx of [-0.62, 0.62])
    for (const dz of [-0.62, 0.62])
      b.rod('bamboo', [x + dx, 0, z + dz], [x + dx, 2.0, z + dz], { r: 0.035, seg: 10 });
  for (const y of [0.45, 0.95, 1.45, 1.95]) {
    for (const dx of [-0.62, 0.62])
      b.rod('bamboo', [x + dx, y - 0.04, z - 0.7], [x + dx, y - 0.04, z + 0.7], { r: 0.028, seg: 8 });
    tray(b, random, { x, y, z, leaves });
  }
}

function tray(b, random, { x, y, z, leaves, r = 0.66, heap = 46 }) {
  b.cyl('bamboo', { r: r * 0.96, top: r, h: 0.05, seg: 40 }, [x, y, z]);
  b.ring('bamboo', { r, t: 0.03, seg: 40 }, [x, y + 0.055, z]);
  for (let k = 0; k < heap; k++) {
    const a = random() * 6.3;
    const d = Math.sqrt(random()) * r * 0.86;
    leaves.push({
      x: x + Math.cos(a) * d,
      y: y + 0.035,
      z: z + Math.sin(a) * d,
      ry: random() * 6,
      s: random.range(0.7, 1.2),
      color: new THREE.Color().setHSL(
        random.range(0.19, 0.26),
        random.range(0.4, 0.6),
        random.range(0.5, 0.75),
      ),
    });
  }
}

function crew(b) {
  const white = { coat: 0xf0f1ee, trousers: 0x3b4a58, hat: 'cap' };
  figure(b, { ...white, x: -0.75, z: -0.9, ry: 1.9, pose: 'reach' });
  figure(b, { ...white, x: -3.1, z: -3.2, ry: -1.7, pose: 'bend', long: true });
  figure(b, { ...white, x: -0.6, z: -8.5, ry: 1.4, pose: 'reach' });
  figure(b, { ...white, x: -0.2, z: -15, ry: 0.1, pose: 'walk' });
  figure(b, { ...white, x: -3.2, z: -13.5, ry: -1.4, pose: 'reach', long: true });
}

function surround(direction) {
  if (direction.y < 0) return new THREE.Color(0.55, 0.56, 0.52);
  const window = direction.x < -0.35 ? 1.9 : 0.5;
  return new THREE.Color(0.96, 1.0, 1.03).multiplyScalar(window);
}

const roomLight = () =>
  makeRoom({
    width: 14,
    height: 5.6,
    length: 56,
    floor: [0.3, 0.32, 0.3],
    wall: [0.6, 0.6, 0.57],
    ceiling: [0.55, 0.56, 0.55],
    strips: [
      { color: [5, 5.3, 5.6], size: [0.1, 3.2, 50], at: [-6.8, 2.8, 0] },
      { color: [5, 5, 5], size: [0.2, 0.1, 50], at: [0, 4.7, 0] },
    ],
  });

export function build({ width, height }) {
  const random = makeRandom(911);
  const scene = new THREE.Scene();
  scene.background = new THREE.Color(0.9, 0.95, 1);
  patchHaze({ sun: SUN, tint: 0xffffff, height: 60 });
  scene.fog = new THREE.FogExp2(0xdfe4e0, 0.008);
  const mirror = makeMirror({ width, height, blur: 0.01 });
  const kit = materials(mirror);
  const b = new Builder(kit);
  hall(b);
  b.build(scene, { cast: false, receive: false });
  const leaves = [];
  for (let k = 0; k < 11; k++) roller(b, { x: 1.5, z: 0.2 - k * 3.3, turn: 0.4 + k * 0.9 });
  for (let k = 0; k < 11; k++) roller(b, { x: 5.0, z: -1.2 - k * 3.3, turn: 1.4 + k * 1.3 });
  for (let k = 0; k < 9; k++) rack(b, random, { x: -5.4, z: -1.6 - k * 3.1, leaves });
  for (const [x, z] of [
    [-3.3, 1.8],
    [-1.75, 2.5],
    [-2.9, 0.1],
  ]) {
    b.cyl('bamboo', { r: 0.3, top: 0.5, h: 0.6, seg: 24 }, [x, 0, z]);
    tray(b, random, { x, y: 0.62, z, leaves, r: 0.72, heap: 110 });
  }
  crew(b);
  b.build(scene);
  scene.add(
    scatter(
      bushGeometry(random, { blades: 12, width: 0.16, depth: 0.16, height: 0.07, size: 0.028 }),
      kit.leaf,
      leaves,
    ),
  );
  b.box('floor', [HALF * 2, 0.1, 60], [0, -0.1, -16]);
  const { floor } = b.build(scene, { cast: false });
  const camera = new THREE.PerspectiveCamera(46, 1, 0.2, 200);
  camera.position.set(-1.0, 2.15, 6.6);
  camera.lookAt(-0.1, 1.15, -5);
  return {
    scene,
    camera,
    surround,
    above: 0.78,
    environment: roomLight(),
    area: { center: new THREE.Vector3(0, 2, -14), radius: 26 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.92, 0.78), strength: 2.4, spread: 0.04 },
    lens: { aperture: 0.016, focus: 8 },
    beforePass: (accumulator, samples) => mirror.update(accumulator, [floor], samples),
    post: { exposure: 0.92, contrast: 1.1, saturation: 1.02, glow: 0.09, glowFrom: 1.6 },
  };
}
