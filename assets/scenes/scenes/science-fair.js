import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { indoorMaterials, interior, polished, roomGlow, sideLight } from '../lib/indoors.js';
import { surface } from '../lib/materials.js';
import { figure, tracksuit } from '../lib/people.js';
import { makeRandom } from '../lib/random.js';

/** Science fair in the sports hall: tables with a volcano, windmills, an orrery, a robot arm, a rocket and a bridge. */

export const size = [1860, 1280];

const SUN = new THREE.Vector3(-0.6, 0.6, 0.3).normalize();
const TOP = 0.78;

function hall(b) {
  b.box('wall', [30, 0.2, 44], [0, 7.2, -10]);
  b.box('wall', [30, 7.2, 0.2], [0, 0, -26]);
  b.box('dado', [30, 1.6, 0.25], [0, 0, -26]);
  b.box('wall', [0.2, 7.2, 44], [12, 0, -10]);
  b.box('wall', [0.2, 3.2, 44], [-12, 0, -10]);
  for (let z = 8; z > -26; z -= 4) {
    b.box('window', [0.05, 3.2, 3.4], [-12.1, 3.4, z - 2]);
    b.box('wall', [0.4, 7.2, 0.6], [-12, 0, z]);
    b.box('frame', [0.1, 0.08, 3.4], [-12, 5, z - 2]);
  }
  for (let z = 4; z > -26; z -= 5) {
    b.beam('frame', [-12, 6.7, z], [12, 6.7, z], { w: 0.2, h: 0.4 });
    for (const x of [-7, -2.4, 2.4, 7]) {
      b.cyl('frame', { r: 0.32, top: 0.12, h: 0.3, seg: 24 }, [x, 6.0, z]);
      b.cyl('lamp', { r: 0.28, h: 0.04, seg: 24 }, [x, 5.97, z]);
    }
  }
  for (const [x, color] of [
    [-7, 0xd2402c],
    [-2.4, 0xe6b23a],
    [2.4, 0x2f78c0],
    [7, 0x3a9a5a],
  ])
    b.box('cloth', [2.6, 1.9, 0.04], [x, 3.6, -25.7], { color });
  for (const x of [-3.2, 3.2]) b.box('paint', [0.05, 0.012, 40], [x, 0.002, -10], { color: 0xf2f2ee });
}

function table(b, { x, z, w = 2.0, color = 0x2f62a8, ry = 0 }) {
  b.at({ x, z, ry }, () => {
    b.box('paint', [w, 0.05, 0.9], [0, TOP - 0.05, 0], { color: 0xe9e6de });
    b.box('cloth', [w + 0.02, 0.62, 0.02], [0, 0.11, 0.45], { color });
    for (const dx of [-w / 2 + 0.06, w / 2 - 0.06])
      for (const dz of [-0.38, 0.38]) b.rod('frame', [dx, 0, dz], [dx, TOP - 0.05, dz], { r: 0.025 });
  });
}

/** Display board with a heading band and a few charts. */
function board(b, random, { x, z, ry = 0 }) {
  b.at({ x, z, ry }, () => {
    b.box('paper', [1.2, 0.62, 0.03], [0, TOP, -0.4], { color: 0xf6f3ea });
    for (const side of [-1, 1])
      b.box('paper', [0.32, 0.62, 0.03], [side * 0.74, TOP, -0.33], { color: 0xf6f3ea, ry: side * -0.45 });
    b.box('paint', [1.1, 0.1, 0.02], [0, TOP + 0.5, -0.38], {
      color: random.pick([0xd2402c, 0x2f78c0, 0x3a9a5a, 0xe08a2a]),
    });
    for (let k = 0; k < 5; k++)
      b.box('paint', [0.09, 0.08 + random() * 0.22, 0.01], [-0.48 + k * 0.11, TOP + 0.14, -0.375], {
        color: [0xd2402c, 0xe6b23a, 0x2f78c0, 0x3a9a5a, 0x8a5aa0][k],
      });
    for (let k = 0; k < 6; k++)
      b.box('paint', [0.42, 0.016, 0.01], [0.28, TOP + 0.44 - k * 0.05, -0.375], { color: 0x6c6f73 });
  });
}

function volcano(b, random, x, z) {
  const profile = [
    [0.42, 0],
    [0.3, 0.1],
    [0.2, 0.24],
    [0.13, 0.38],
    [0.1, 0.44],
    [0.07, 0.42],
  ].map(([r, y]) => new THREE.Vector2(r, y));
  b.add('rock', new THREE.LatheGeometry(profile, 40), new THREE.Matrix4().makeTranslation(x, TOP + 0.03, z));
  b.box('paint', [1.0, 0.03, 0.8], [x, TOP, z], { color: 0x4f7a3a });
  for (let k = 0; k < 26; k++) {
    const a = random() * 6.3;
    const pts = [0.43, 0.36, 0.24, 0.12].map((y, i) => [
      x + Math.cos(a) * [0.1, 0.15, 0.22, 0.32][i],
      TOP + 0.05 + y,
      z + Math.sin(a) * [0.1, 0.15, 0.22, 0.32][i],
    ]);
    if (k < 7) b.pipe('lava', pts, { r: 0.022, seg: 8 });
  }
  for (let k = 0; k < 60; k++)
    b.ball('lava', { r: random.range(0.012, 0.035), seg: 8 }, [
      x + random.range(-0.1, 0.1),
      TOP + 0.48 + random() * 0.3,
      z + random.range(-0.1, 0.1),
    ]);
  for (let k = 0; k < 7; k++)
    b.cyl(
      'paint',
      { r: 0.05, top: 0.001, h: 0.13, seg: 10 },
      [x + random.sign() * random.range(0.32, 0.46), TOP + 0.03, z + random.range(-0.34, 0.34)],
      { color: 0x2f6b38 },
    );
}

function windmill(b, { x, z, s = 1, turn = 0.3 }) {
  b.at({ x, y: TOP, z, s, ry: 0.25 }, () => {
    b.cyl('paint', { r: 0.18, h: 0.03, seg: 24 }, [0, 0, 0], { color: 0x4f7a3a });
    b.cyl('paint', { r: 0.035, top: 0.018, h: 0.7, seg: 16 }, [0, 0.03, 0], { color: 0xf4f4f0 });
    b.rod('paint', [0, 0.75, -0.07], [0, 0.75, 0.08], { r: 0.032, color: 0xf4f4f0 });
    for (let k = 0; k < 3; k++)
      b.at({ y: 0.75, z: 0.09, rz: turn + (k * Math.PI * 2) / 3 }, () =>
        b.box('paint', [0.055, 0.36, 0.008], [0, 0.02, 0], { color: 0xf4f4f0, ry: 0.3 }),
      );
  });
}

function orrery(b, x, z) {
  b.cyl('dark', { r: 0.16, h: 0.05, seg: 28 }, [x, TOP, z]);
  b.rod('metal', [x, TOP, z], [x, TOP + 0.5, z], { r: 0.015 });
  b.ball('sun', { r: 0.11, seg: 28 }, [x, TOP + 0.52, z]);
  [
    [0.2, 0.025, 0xb8a48a, 0.4],
    [0.28, 0.035, 0xd9a85a, 2.1],
    [0.37, 0.038, 0x3a78c0, 3.6],
    [0.46, 0.03, 0xc0502f, 5.2],
    [0.58, 0.07, 0xc99a6a, 1.0],
    [0.7, 0.058, 0xdcc48a, 4.3],
  ].forEach(([r, size, color, a], k) => {
    const y = TOP + 0.3 + k * 0.035;
    b.rod('metal', [x, y, z], [x + Math.cos(a) * r, y, z + Math.sin(a) * r], { r: 0.006, seg: 6 });
    b.rod(
      'metal',
      [x + Math.cos(a) * r, y, z + Math.sin(a) * r],
      [x + Math.cos(a) * r, TOP + 0.5, z + Math.sin(a) * r],
      { r: 0.005, seg: 6 },
    );
    b.ball('paint', { r: size, seg: 20 }, [x + Math.cos(a) * r, TOP + 0.52, z + Math.sin(a) * r], { color });
    if (k === 5)
      b.ring('paint', { r: 0.1, t: 0.012, seg: 40 }, [x + Math.cos(a) * r, TOP + 0.52, z + Math.sin(a) * r], {
        color: 0xe8d8b0,
      });
  });
}

function robotArm(b, x, z) {
  const orange = { color: 0xe8721c };
  b.cyl('dark', { r: 0.15, h: 0.06, seg: 28 }, [x, TOP, z]);
  b.cyl('paint', { r: 0.1, h: 0.1, seg: 24 }, [x, TOP + 0.06, z], orange);
  b.ball('paint', { r: 0.07, seg: 18 }, [x, TOP + 0.2, z], orange);
  b.beam('paint', [x, TOP + 0.2, z], [x - 0.14, TOP + 0.52, z + 0.05], { w: 0.07, ...orange });
  b.ball('dark', { r: 0.055, seg: 16 }, [x - 0.14, TOP + 0.52, z + 0.05]);
  b.beam('paint', [x - 0.14, TOP + 0.52, z + 0.05], [x + 0.18, TOP + 0.6, z + 0.14], { w: 0.055, ...orange });
  b.ball('dark', { r: 0.04, seg: 16 }, [x + 0.18, TOP + 0.6, z + 0.14]);
  for (const d of [-0.03, 0.03])
    b.beam('metal', [x + 0.18, TOP + 0.6, z + 0.14 + d], [x + 0.24, TOP + 0.46, z + 0.15 + d], { w: 0.015 });
  b.box('paint', [0.06, 0.06, 0.06], [x + 0.24, TOP + 0.41, z + 0.15], { color: 0x2f78c0 });
  for (let k = 0; k < 5; k++)
    b.box('paint', [0.06, 0.06, 0.06], [x + 0.3 + (k % 3) * 0.075, TOP + Math.floor(k / 3) * 0.06, z + 0.2], {
      color: [0xd2402c, 0xe6b23a, 0x3a9a5a][k % 3],
    });
}

function rocket(b, x, z, s = 1) {
  b.at({ x, y: TOP, z, s }, () => {
    b.cyl('paint', { r: 0.09, h: 0.6, seg: 28 }, [0, 0.12, 0], { color: 0xf2f2ee });
    b.cyl('paint', { r: 0.09, top: 0.002, h: 0.24, seg: 28 }, [0, 0.72, 0], { color: 0xd2402c });
    for (const y of [0.3, 0.56])
      b.cyl('paint', { r: 0.092, h: 0.06, seg: 28 }, [0, y, 0], { color: 0x2f78c0 });
    for (let k = 0; k < 4; k++)
      b.at({ ry: (k * Math.PI) / 2 }, () =>
        b.prism(
          'paint',
          [
            [0.08, 0.1],
            [0.22, 0],
            [0.22, 0.1],
            [0.08, 0.32],
          ],
          0.015,
          { color: 0xd2402c },
        ),
      );
    b.cyl('dark', { r: 0.07, top: 0.045, h: 0.1, seg: 20 }, [0, 0.02, 0]);
  });
}

/** Paper truss bridge with bricks hung under it. */
function paperBridge(b, x, z) {
  for (const dx of [-0.75, 0.75]) b.box('wood', [0.24, 0.34, 0.34], [x + dx, TOP, z]);
  for (const dz of [-0.11, 0.11]) {
    for (let k = 0; k < 6; k++) {
      const a = [x - 0.75 + k * 0.25, TOP + 0.36, z + dz];
      const c = [x - 0.625 + k * 0.25, TOP + 0.58, z + dz];
      b.rod('paper', a, c, { r: 0.014, color: 0xd9d2bc });
      b.rod('paper', c, [a[0] + 0.25, a[1], a[2]], { r: 0.014, color: 0xd9d2bc });
      b.rod('paper', a, [a[0] + 0.25, a[1], a[2]], { r: 0.016, color: 0xcfc6ac });
      if (k < 5) b.rod('paper', c, [c[0] + 0.25, c[1], c[2]], { r: 0.016, color: 0xcfc6ac });
    }
  }
  for (let k = 0; k < 3; k++) b.box('rock', [0.22, 0.07, 0.11], [x, TOP + 0.02 + k * 0.072, z]);
  for (const dx of [-0.08, 0.08])
    b.rod('dark', [x + dx, TOP + 0.04, z], [x + dx, TOP + 0.38, z], { r: 0.006 });
}

function stands(b, random) {
  const colors = [0x2f62a8, 0xc0402c, 0x3a8f5a, 0xd89a2a];
  const exhibits = [
    (x, z) => volcano(b, random, x, z),
    (x, z) => orrery(b, x, z),
    (x, z) => robotArm(b, x, z),
    (x, z) => {
      windmill(b, { x: x - 0.4, z });
      windmill(b, { x: x + 0.3, z: z + 0.1, s: 0.8, turn: 1 });
    },
    (x, z) => {
      rocket(b, x - 0.4, z);
      rocket(b, x + 0.35, z, 0.75);
    },
    (x, z) => paperBridge(b, x, z),
  ];
  const put = (x, z, k, more = {}) => {
    table(b, { x, z, color: colors[k % 4] });
    board(b, random, { x, z });
    exhibits[k % exhibits.length](x, z + (more.dz ?? 0.08));
  };
  put(-1.9, 0.4, 0);
  put(0.7, 0.2, 1);
  put(3.2, -0.1, 2);
  for (let line = 1; line < 6; line++)
    for (let k = 0; k < 7; k++) put(-8.4 + k * 2.8, -0.4 - line * 4.4, k + line * 2 + 1);
}

function visitors(b, random) {
  const put = ([x, z, ry], pose, more = {}) =>
    figure(b, { ...tracksuit(random), x, z, ry, pose, s: random.range(0.9, 1), ...more });
  put([-2.75, -0.45, 0.5], 'point', { long: false });
  put([-1.2, -0.65, -0.25], 'chat', { long: true });
  put([0.25, -0.75, 0.1], 'reach', { long: true });
  put([1.5, -0.8, -0.3], 'point', { long: false });
  put([3.9, -0.95, -0.4], 'reach', { long: false });
  put([-3.5, 1.3, 2.2], 'bend', { long: true });
  put([4.35, 0.85, -2.4], 'chat', { long: true });
  for (let i = 0; i < 60; i++) {
    const line = 1 + (i % 5);
    const front = random() < 0.55;
    put(
      [
        -8.8 + random() * 18,
        -0.4 - line * 4.4 + (front ? random.range(0.9, 1.8) : -0.8),
        front ? Math.PI + random.range(-0.5, 0.5) : random.range(-0.4, 0.4),
      ],
      random.pick(['stand', 'chat', 'point', 'walk', 'reach']),
    );
  }
}

export function build({ width, height }) {
  const random = makeRandom(941);
  const scene = interior({ sun: SUN, haze: 0xe6e4de, density: 0.009 });
  const mirror = polished(width, height);
  const kit = {
    ...indoorMaterials(mirror, { floor: 0xc79a5e, shine: 0.55 }),
    rock: surface({ color: 0x7a5a44, rough: 0.95, mottle: 0.5, grime: 0.3, bump: 1.4, scale: 4 }),
    lava: surface({ color: 0xe04a1a, rough: 0.5, glow: 0.9, glowColor: 0xff5a1a }),
    sun: surface({ color: 0xf4b92a, rough: 0.5, glow: 0.9, glowColor: 0xf4a81a }),
  };
  const b = new Builder(kit);
  hall(b);
  b.build(scene, { cast: false, receive: false });
  stands(b, random);
  visitors(b, random);
  b.build(scene);
  b.box('floor', [30, 0.1, 44], [0, -0.1, -10]);
  const { floor } = b.build(scene, { cast: false });
  const camera = new THREE.PerspectiveCamera(46, 1, 0.2, 200);
  camera.position.set(0.5, 2.25, 5.3);
  camera.lookAt(0.6, 1.12, -1.6);
  return {
    scene,
    camera,
    surround: sideLight({ window: 1.5, room: 0.85 }),
    above: 0.78,
    environment: roomGlow({ width: 24, height: 7 }),
    area: { center: new THREE.Vector3(0, 2, -8), radius: 20 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.95, 0.86), strength: 1.9, spread: 0.06 },
    lens: { aperture: 0.02, focus: 5.6 },
    beforePass: (accumulator, samples) => mirror.update(accumulator, [floor], samples),
    post: { exposure: 0.9, contrast: 1.1, saturation: 1.02, glow: 0.08, glowFrom: 1.6 },
  };
}
