import * as THREE from 'three';
import { patchHaze } from '../lib/accumulate.js';
import { Builder } from '../lib/builder.js';
import { ground, lines, tuftGeometry } from '../lib/land.js';
import { surface } from '../lib/materials.js';
import { everyday, figure } from '../lib/people.js';
import { propMaterials, scatter } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';
import { makeRoom } from '../lib/room.js';

/** Inside a multi-span plastic greenhouse: beds of rice seedlings in trays, hoops overhead, two people looking. */

export const size = [2000, 1430];

const SUN = new THREE.Vector3(0.5, 0.8, 0.15).normalize();
const SPAN = 8;
const EAVES = 2.9;
const FAR = -62;

const materials = () => ({
  ...propMaterials(surface),
  steel: surface({ color: 0xc9cdcf, rough: 0.4, metal: 0.6, grime: 0.1 }),
  film: surface({
    color: 0xf2f6f1,
    rough: 0.6,
    mottle: 0.05,
    grime: 0.05,
    streak: 0.12,
    glow: 0.62,
    glowColor: 0xe6f0ee,
    side: THREE.DoubleSide,
    dirtColor: 0xc8cdbf,
    env: 0.2,
  }),
  soil: surface({ color: 0x54493c, rough: 0.95, mottle: 0.5, grime: 0.4, bump: 1.1, scale: 1.6, env: 0.2 }),
  cloth2: surface({ color: 0x9a958a, rough: 0.95, mottle: 0.35, grime: 0.3, bump: 0.3, scale: 2, env: 0.2 }),
  tray: surface({ color: 0x30343a, rough: 0.55, mottle: 0.1, grime: 0.25 }),
  seed: surface({ color: 0x74b433, rough: 0.75, mottle: 0.18, grime: 0, side: THREE.DoubleSide, env: 0.35 }),
  hose: surface({ color: 0x1f2a2e, rough: 0.6, grime: 0.1 }),
  fan: surface({ color: 0xdfe3e3, rough: 0.5, grime: 0.2 }),
});

/** Half-circle hoop over one span. */
function hoop(b, x, z, r = 0.03) {
  const points = Array.from({ length: 15 }, (_, i) => {
    const a = (Math.PI * i) / 14;
    return [x - (Math.cos(a) * SPAN) / 2, EAVES + Math.sin(a) * 1.9, z];
  });
  b.pipe('steel', points, { r, seg: 6 });
}

function frame(b) {
  for (const x of [-SPAN, 0, SPAN]) {
    for (let z = 6; z > FAR; z -= 2) hoop(b, x, z);
    for (const k of [0.25, 0.5, 0.75]) {
      const a = Math.PI * k;
      const at = [x - (Math.cos(a) * SPAN) / 2, EAVES + Math.sin(a) * 1.9 - 0.04];
      b.rod('steel', [...at, 8], [...at, FAR], { r: 0.022, seg: 6 });
    }
    for (let z = 4; z > FAR; z -= 4) {
      b.rod('steel', [x - SPAN / 2, EAVES - 0.25, z], [x + SPAN / 2, EAVES - 0.25, z], { r: 0.025, seg: 6 });
      b.rod('steel', [x, EAVES - 0.25, z], [x, EAVES + 1.88, z], { r: 0.016, seg: 6 });
    }
  }
  for (const x of [-1.5, -0.5, 0.5, 1.5].map((k) => k * SPAN)) {
    for (let z = 4; z > FAR; z -= 4) b.rod('steel', [x, 0, z], [x, EAVES, z], { r: 0.045, seg: 8 });
    b.box('steel', [0.36, 0.12, 72], [x, EAVES, -28]);
  }
  for (const x of [-SPAN, 0, SPAN]) {
    for (const dx of [-2.05, 2.05]) {
      b.rod('hose', [x + dx, 2.05, 8], [x + dx, 2.05, FAR], { r: 0.02, seg: 6 });
      for (let z = 5; z > FAR; z -= 2) {
        b.rod('hose', [x + dx, 2.05, z], [x + dx, 1.75, z], { r: 0.008, seg: 5 });
        b.cyl('hose', { r: 0.03, h: 0.04, seg: 8 }, [x + dx, 1.72, z]);
      }
    }
  }
}

function film(b) {
  const arch = b.cached('arch', () =>
    new THREE.CylinderGeometry(1, 1, 1, 40, 1, true, -Math.PI / 2, Math.PI).rotateX(-Math.PI / 2),
  );
  for (const x of [-SPAN, 0, SPAN])
    b.add('film', arch, new THREE.Matrix4().makeScale(SPAN / 2 + 0.04, 1.95, 76).setPosition(x, EAVES, -28));
  for (const side of [-1, 1]) b.box('film', [0.03, EAVES, 76], [side * SPAN * 1.5, 0, -28]);
  b.box('film', [SPAN * 3, EAVES + 2, 0.05], [0, 0, FAR]);
}

function gable(b) {
  for (const x of [-SPAN, 0, SPAN]) {
    b.box('fan', [1.5, 1.5, 0.2], [x + 2.1, 0.9, FAR + 0.3]);
    b.ring('hose', { r: 0.6, t: 0.05, axis: 'z' }, [x + 2.1, 1.65, FAR + 0.45]);
    for (let k = 0; k < 5; k++)
      b.box('steel', [0.16, 1.1, 0.03], [x + 2.1, 1.1, FAR + 0.46], { rz: (k * Math.PI) / 5 });
    b.box('steel', [1.9, 2.2, 0.1], [x - 1.2, 0, FAR + 0.3]);
  }
}

/** Trays two by two on low beds, a walk between. */
function beds(random) {
  const near = [];
  const far = [];
  for (const x of [-SPAN, 0, SPAN])
    for (const bed of [-2.75, -1.35, 1.35, 2.75])
      for (let z = 6.2; z > FAR + 2; z -= 0.315)
        for (const dx of [-0.31, 0.31]) {
          const place = {
            x: x + bed + dx,
            y: 0.14,
            z,
            ry: random() < 0.5 ? 0 : Math.PI,
            s: random.range(0.9, 1.08),
            color: new THREE.Color().setHSL(random.range(0.225, 0.25), 0.5, random.range(0.62, 0.78)),
          };
          (z > -9 && Math.abs(x) < 5 ? near : far).push(place);
        }
  return { near, far };
}

function trays(b, places) {
  for (const { x, z } of places) b.box('tray', [0.6, 0.05, 0.29], [x, 0.1, z]);
}

function crew(b, random) {
  figure(b, { ...everyday(random), x: 0.15, z: -3.2, ry: 1.15, coat: 0x2c5d8f, hat: 'cap', pose: 'bend' });
  figure(b, {
    ...everyday(random),
    x: -0.2,
    z: -5.6,
    ry: -1.0,
    coat: 0xb64a3c,
    hat: 'sunhat',
    long: true,
    hatColor: 0xe6d9a8,
    pose: 'reach',
  });
  figure(b, { ...everyday(random), x: 0.1, z: -19, ry: 0.1, coat: 0x496a52, pose: 'walk' });
}

function surround(direction) {
  const up = direction.y;
  if (up < 0) return new THREE.Color(0.3, 0.33, 0.24);
  return new THREE.Color(0.95, 1.0, 0.98).multiplyScalar(0.75 + up * 0.5);
}

const roomLight = () =>
  makeRoom({
    width: 24,
    height: 6,
    length: 70,
    floor: [0.2, 0.28, 0.12],
    wall: [1.0, 1.05, 1.02],
    ceiling: [1.5, 1.55, 1.5],
    strips: [],
  });

export function build() {
  const random = makeRandom(311);
  const scene = new THREE.Scene();
  scene.background = new THREE.Color(1, 1, 1);
  patchHaze({ sun: SUN, tint: 0xffffff, height: 80 });
  scene.fog = new THREE.FogExp2(0xe3ebe4, 0.011);
  const kit = materials();
  const b = new Builder(kit);
  film(b);
  b.build(scene, { cast: false, receive: false });
  frame(b);
  gable(b);
  const { near, far } = beds(random);
  trays(b, near);
  trays(b, far);
  crew(b, random);
  for (const x of [-SPAN, 0, SPAN]) b.box('cloth2', [1.1, 0.04, 76], [x, 0.01, -28]);
  b.build(scene);
  scene.add(
    ground(kit.soil, {
      xs: Array.from({ length: 90 }, (_, i) => -13 + (i * 26) / 89),
      zs: lines(8, FAR, { near: 0.2, growth: 1.02 }),
      height: () => 0,
    }),
    scatter(
      tuftGeometry(random, { blades: 300, height: 0.125, width: 0.58, depth: 0.28, thick: 0.0042 }),
      kit.seed,
      near,
    ),
    scatter(
      tuftGeometry(random, { blades: 28, height: 0.12, width: 0.6, depth: 0.3, thick: 0.014 }),
      kit.seed,
      far,
    ),
  );
  const camera = new THREE.PerspectiveCamera(48, 1, 0.2, 200);
  camera.position.set(-0.35, 1.75, 4.6);
  camera.lookAt(0.3, 0.85, -6);
  return {
    scene,
    camera,
    surround,
    above: 0.8,
    environment: roomLight(),
    area: { center: new THREE.Vector3(0, 1, -18), radius: 32 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.97, 0.88), strength: 1.5, spread: 0.22 },
    lens: { aperture: 0.018, focus: 8.4 },
    post: { exposure: 0.95, contrast: 1.1, saturation: 1.0, glow: 0.1, glowFrom: 1.1 },
  };
}
