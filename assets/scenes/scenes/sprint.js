import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { campusMaterials, lanes, plant, row, skyline, teachingBlock } from '../lib/campus.js';
import { surface } from '../lib/materials.js';
import { outdoors } from '../lib/outdoors.js';
import { figure, tracksuit } from '../lib/people.js';
import { propMaterials } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';

/** Sports day: four runners just before the tape, spectators along the track, the teaching block behind. */

export const size = [1830, 1220];

const SUN = new THREE.Vector3(-0.55, 0.6, 0.5).normalize();
const SHIRTS = [0xd8342c, 0xf0b21e, 0x2c6fc0, 0x3f9a4a];

function field(b) {
  b.box('tartan', [14, 0.1, 160], [0, -0.1, -60]);
  b.box('turf', [120, 0.1, 160], [-67, -0.11, -60]);
  b.box('turf', [40, 0.1, 160], [27, -0.11, -60]);
  lanes(b, { x0: -4.9, count: 8, from: 18, to: -120 });
  b.box('chalk', [9.8, 0.013, 0.08], [0, 0.002, 1.6]);
  for (let k = 0; k < 8; k++) b.box('chalk', [0.34, 0.012, 0.09], [-4.3 + k * 1.22, 0.002, 2.4]);
  b.box('chalk', [0.12, 0.12, 150], [-5.1, 0, -60]);
}

function runners(b, random) {
  const list = [
    [-1.85, 0.85, 'sprint', 0.04],
    [0.6, 0.3, 'run', 0.06],
    [1.85, -0.9, 'sprint', 0.02],
    [-2.95, -1.1, 'run', 0.08],
  ];
  list.forEach(([x, z, pose, air], i) => {
    figure(b, {
      ...tracksuit(random),
      x,
      z,
      air: air + 0.05,
      pose,
      coat: SHIRTS[i],
      yoke: SHIRTS[i],
      sleeve: 0xc08a68,
      trousers: 0x22262e,
      stripe: 0xf0f0ec,
      long: false,
      s: 0.98,
    });
  });
}

function tape(b) {
  for (const x of [-5.5, 5.3]) {
    b.rod('frame', [x, 0, 1.6], [x, 1.25, 1.6], { r: 0.035 });
    b.cyl('chalk', { r: 0.2, h: 0.05, seg: 20 }, [x, 0, 1.6]);
  }
  for (let k = 0; k < 24; k++) {
    const y = (i) => 1.13 - 0.08 * Math.sin((Math.PI * i) / 24);
    b.beam('cloth', [-5.5 + k * 0.45, y(k), 1.6], [-5.05 + k * 0.45, y(k + 1), 1.6], {
      w: 0.01,
      h: 0.075,
      color: 0xd2281e,
    });
  }
}

function crowd(b, random) {
  for (let i = 0; i < 60; i++) {
    const z = 3 - i * 0.42 - random() * 0.4;
    figure(b, {
      ...tracksuit(random, { color: random.pick([0x2f62a8, 0x2f62a8, 0x3a8f6a]) }),
      x: 6.6 + random() * 2.4 + (i % 3) * 0.5,
      z,
      ry: -1.45 + random.range(-0.4, 0.35),
      s: random.range(0.88, 1.02),
      pose: random.pick(['cheer', 'stand', 'chat', 'cheer', 'point']),
    });
  }
  for (let i = 0; i < 16; i++)
    figure(b, {
      ...tracksuit(random),
      x: -8.6 - random() * 2.6,
      z: -5 - i * 1.3,
      ry: 1.5 + random.range(-0.3, 0.3),
      s: random.range(0.88, 1.02),
      pose: random.pick(['cheer', 'stand', 'chat']),
    });
  figure(b, { x: -6.1, z: 1.3, ry: 1.5, coat: 0xf2f2ee, trousers: 0x20242c, hat: 'cap', pose: 'chat' });
  figure(b, { x: 6.0, z: 1.7, ry: -1.6, coat: 0xf2f2ee, trousers: 0x20242c, hat: 'cap', pose: 'point' });
}

function bunting(b) {
  const colors = [0xd8342c, 0xf0b21e, 0x2c6fc0, 0x3f9a4a, 0xe8e8e2];
  for (const x of [6.2, -7.6])
    for (let z = 0; z > -70; z -= 7) {
      b.rod('frame', [x, 0, z], [x, 3.4, z], { r: 0.03 });
      for (let k = 0; k < 14; k++) {
        const sag = 3.3 - 0.5 * Math.sin((Math.PI * (k + 0.5)) / 14);
        b.box('cloth', [0.01, 0.24, 0.26], [x, sag - 0.24, z - k * 0.5 - 0.25], {
          color: colors[k % 5],
          rx: 0.1,
        });
      }
    }
}

export function build() {
  const random = makeRandom(401);
  const scene = new THREE.Scene();
  const air = outdoors(scene, { sun: SUN, density: 0.004 });
  const kit = { ...propMaterials(surface), ...campusMaterials() };
  const b = new Builder(kit);
  field(b);
  tape(b);
  runners(b, random);
  crowd(b, random);
  bunting(b);
  teachingBlock(b, { x: -12, z: -96, w: 52 });
  teachingBlock(b, { x: 36, z: -80, w: 40, ry: -0.9, floors: 3 });
  skyline(b, { random });
  b.build(scene);
  const places = [
    ...row(random, { from: [13, 2], to: [14, -70], every: 5.5, s: [0.8, 1.1] }),
    ...row(random, { from: [-40, -30], to: [-34, -92], every: 6 }),
    ...row(random, { from: [-40, -88], to: [30, -90], every: 7, s: [0.6, 0.8] }),
  ];
  plant(scene, kit.leaf, { random, places, near: ({ z }) => z > -26, shape: { height: 9, width: 5.4 } });
  for (const { x, z, s } of places) b.rod('bark', [x, 0, z], [x, 4.5 * s, z], { r: 0.14 * s, r2: 0.07 * s });
  b.build(scene);
  const camera = new THREE.PerspectiveCamera(33, 1, 0.3, 900);
  camera.position.set(-7.2, 1.15, 5.2);
  camera.lookAt(-0.75, 1.08, -0.6);
  return {
    scene,
    camera,
    ...air,
    above: 0.82,
    area: { center: new THREE.Vector3(0, 1, -14), radius: 26 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.94, 0.84), strength: 3.9, spread: 0.02 },
    lens: { aperture: 0.03, focus: 8.2 },
    post: { exposure: 1.08, contrast: 1.08, saturation: 0.98 },
  };
}
