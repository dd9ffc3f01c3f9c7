import * as THREE from 'three';
import { Builder } from '../lib/builder.js';
import { bookRow, indoorMaterials, interior, polished, roomGlow, sideLight } from '../lib/indoors.js';
import { bushGeometry } from '../lib/land.js';
import { surface } from '../lib/materials.js';
import { scatter, treeGeometry } from '../lib/props.js';
import { makeRandom } from '../lib/random.js';

/** A seat by the classroom window: open book, plant on the sill, cherry blossom outside. */

export const size = [1860, 1280];

const SUN = new THREE.Vector3(-0.62, 0.5, -0.45).normalize();
const WALL = -2.4;

/** The window wall lies across the view at z = WALL. */
function windowWall(b) {
  b.box('wall', [14, 0.95, 0.24], [0, 0, WALL]);
  b.box('dado', [14, 0.9, 0.26], [0, 0, WALL]);
  b.box('wall', [14, 0.7, 0.24], [0, 2.95, WALL]);
  for (const x of [-4.3, 0.35, 5.0]) b.box('wall', [0.5, 3.6, 0.3], [x, 0, WALL]);
  b.box('frame', [14, 0.06, 0.5], [0, 0.93, WALL + 0.16]);
  for (const mid of [-1.98, 2.67]) {
    for (const dx of [-2.05, -0.7, 0.7, 2.05])
      b.box('frame', [0.08, 2.0, 0.09], [mid + dx, 0.97, WALL + (Math.abs(dx) < 1 ? 0.05 : 0)]);
    for (const y of [0.99, 2.3, 2.9]) b.box('frame', [4.1, 0.07, 0.09], [mid, y, WALL]);
  }
  for (const [x, w] of [
    [-4.0, 0.6],
    [0.75, 0.4],
    [-0.1, 0.4],
  ])
    for (let k = 0; k < 7; k++)
      b.cyl(
        'cloth',
        { r: 0.05, h: 2.2, seg: 10 },
        [x - w / 2 + (k * w) / 6, 0.85, WALL + 0.3 + (k % 2) * 0.04],
        { color: 0xd9e6ea },
      );
  b.rod('frame', [-7, 3.06, WALL + 0.3], [7, 3.06, WALL + 0.3], { r: 0.02 });
}

function desk(b, { x, z, ry = 0 }) {
  b.at({ x, z, ry }, () => {
    b.box('wood', [1.2, 0.04, 0.5], [0, 0.74, 0]);
    b.box('paint', [1.1, 0.16, 0.4], [0, 0.58, 0.02], { color: 0xaeb6ba });
    for (const dx of [-0.54, 0.54]) {
      b.box('paint', [0.04, 0.74, 0.05], [dx, 0, -0.2], { color: 0x7f8a90 });
      b.box('paint', [0.04, 0.74, 0.05], [dx, 0, 0.2], { color: 0x7f8a90 });
      b.box('paint', [0.05, 0.04, 0.5], [dx, 0.02, 0], { color: 0x7f8a90 });
    }
    for (const dx of [-0.3, 0.3]) {
      b.box('wood', [0.4, 0.035, 0.38], [dx, 0.43, 0.55]);
      b.box('wood', [0.4, 0.22, 0.03], [dx, 0.62, 0.74]);
      for (const [lx, lz] of [
        [-0.17, 0.38],
        [0.17, 0.38],
        [-0.17, 0.73],
        [0.17, 0.73],
      ])
        b.box('paint', [0.03, lz > 0.5 ? 0.82 : 0.43, 0.03], [dx + lx, 0, lz], { color: 0x7f8a90 });
    }
  });
}

function stillLife(b, random) {
  const top = 0.781;
  b.at({ x: -0.62, y: top, z: 0.06, ry: 0.12 }, () => {
    for (const side of [-1, 1])
      for (let k = 0; k < 6; k++)
        b.box('paper', [0.168 - k * 0.004, 0.004, 0.235], [side * 0.086, k * 0.0042, 0], {
          rz: side * (0.02 + k * 0.018),
        });
    for (const side of [-1, 1])
      for (let k = 0; k < 11; k++)
        b.box(
          'paint',
          [0.12 * random.range(0.6, 1), 0.0012, 0.006],
          [side * 0.088, 0.0275 + 0.006, -0.088 + k * 0.017],
          { color: 0x6a6a68, rz: side * 0.11 },
        );
  });
  b.rod('paint', [-0.36, top + 0.012, 0.14], [-0.5, top + 0.036, -0.02], {
    r: 0.006,
    color: 0xd6a52a,
    seg: 10,
  });
  b.rod('paint', [-0.36, top + 0.012, 0.14], [-0.346, top + 0.009, 0.158], {
    r: 0.006,
    r2: 0.001,
    color: 0x2a2522,
    seg: 10,
  });
  for (const [k, color] of [0x8c2f2a, 0x2f4f7c, 0x3f6b4a, 0xd9b45a].entries())
    b.box('paper', [0.21, 0.032, 0.28], [-1.02, top + k * 0.033, -0.03], {
      color,
      ry: [0.1, -0.06, 0.2, 0.02][k],
    });
  b.cyl('paint', { r: 0.036, h: 0.1, seg: 24 }, [-0.27, top, -0.14], { color: 0x6f9fb8 });
  for (let k = 0; k < 5; k++)
    b.rod(
      'paint',
      [-0.27, top + 0.03, -0.14],
      [-0.27 + (k - 2) * 0.018, top + 0.19, -0.15 + (k % 2) * 0.02],
      { r: 0.005, color: [0xd2402c, 0x2f62a8, 0xe0b23a, 0x3a8f5a, 0x22252a][k] },
    );
  b.box('cloth', [0.24, 0.05, 0.08], [-0.66, top, 0.22 - 0.4], { color: 0xc65a6a, ry: 0.2 });
  b.cyl('paint', { r: 0.035, h: 0.2, seg: 24 }, [-0.08, top, -0.12], { color: 0xe8eef0 });
  b.cyl('paint', { r: 0.03, h: 0.035, seg: 24 }, [-0.08, top + 0.2, -0.12], { color: 0x3f7fae });
}

function sill(b, random, scene, kit) {
  const pots = [
    [-2.9, 0.12, 0xb8653f],
    [-1.45, 0.1, 0xe6e2d8],
    [-2.1, 0.09, 0x6f9fb8],
    [1.9, 0.12, 0xb8653f],
  ];
  const places = [];
  for (const [x, r, color] of pots) {
    b.cyl('paint', { r: r * 0.75, top: r, h: r * 1.7, seg: 28 }, [x, 0.99, WALL + 0.28], { color });
    b.cyl('paint', { r: r * 1.06, h: 0.03, seg: 28 }, [x, 0.99 + r * 1.6, WALL + 0.28], { color });
    places.push({ x, y: 0.98 + r * 1.6, z: WALL + 0.28, s: r * 3.2, ry: x });
  }
  scene.add(
    scatter(bushGeometry(random, { blades: 260, width: 1, height: 0.95, size: 0.06 }), kit.leaf, places),
  );
  bookRow(b, random, { x: 0.95, y: 0.99, z: WALL + 0.28, width: 0.6, high: 0.24 });
}

function outside(scene, b, { kit, random }) {
  const place = (x, z, s) => ({ x, y: -2.6, z, s, ry: x * 3 });
  const near = [
    [-3.2, -6.2, 0.95],
    [0.6, -7.4, 1.05],
    [4.2, -6.8, 1],
  ].map((p) => place(...p));
  const far = [
    [-9, -13, 1.1],
    [-5, -15, 1.2],
    [-1, -14, 1.1],
    [3, -15, 1.2],
    [7.5, -13.5, 1.1],
    [11, -15, 1.2],
  ].map((p) => place(...p));
  scene.add(
    scatter(
      treeGeometry(random, { height: 6.6, width: 5.6, blades: 6000, trunk: 0.22, size: 0.01 }),
      kit.petal,
      near,
    ),
    scatter(
      treeGeometry(random, { height: 6.6, width: 5.6, blades: 2000, trunk: 0.2, size: 0.018 }),
      kit.petal,
      far,
    ),
  );
  for (const { x, y, z } of near) {
    b.rod('bark', [x, y, z], [x + 0.15, 0.9, z], { r: 0.17, r2: 0.1 });
    for (const [dx, dy, dz] of [
      [-1.5, 2.6, 0.3],
      [1.3, 2.9, -0.2],
      [0.4, 3.4, 0.4],
      [-0.7, 3.2, -0.6],
    ])
      b.rod('bark', [x + 0.1, 0.3, z], [x + dx, dy - 0.4, z + dz], { r: 0.07, r2: 0.02 });
  }
  b.box('lawn', [90, 0.1, 60], [0, -2.7, -34]);
  b.box('wall', [70, 13, 6], [4, -2.6, -46]);
  for (let y = -1; y < 9; y += 3)
    for (let x = -28; x < 38; x += 3.2) b.box('glass', [1.8, 1.5, 0.1], [x, y, -42.9]);
}

export function build({ width, height }) {
  const random = makeRandom(931);
  const scene = interior({ sun: SUN, haze: 0xe4ecf2, density: 0.004 });
  scene.background = new THREE.Color(0.66, 0.83, 1.05);
  const mirror = polished(width, height);
  const kit = {
    ...indoorMaterials(mirror, { floor: 0xb7b2a6, shine: 0.5 }),
    petal: surface({
      color: 0xf6b9c8,
      rough: 0.8,
      mottle: 0.12,
      grime: 0,
      side: THREE.DoubleSide,
      env: 0.6,
      glow: 0.3,
      glowColor: 0xf6a9bc,
    }),
    lawn: surface({ color: 0x6f9a3e, rough: 0.95, mottle: 0.4, bump: 0.5 }),
  };
  const b = new Builder(kit);
  for (const [x, z, ry] of [
    [-0.55, 0.0, 0.04],
    [1.55, -0.9, 0.02],
    [-2.8, -1.0, 0.03],
    [1.7, 0.9, 0.02],
  ])
    desk(b, { x, z, ry });
  stillLife(b, random);
  sill(b, random, scene, kit);
  windowWall(b);
  outside(scene, b, { kit, random });
  b.build(scene);
  b.box('floor', [16, 0.1, 12], [0, -0.1, 2]);
  const { floor } = b.build(scene, { cast: false });
  const camera = new THREE.PerspectiveCamera(40, 1, 0.1, 200);
  camera.position.set(-0.05, 1.42, 2.0);
  camera.lookAt(-0.62, 1.08, -1.5);
  return {
    scene,
    camera,
    above: 0.8,
    environment: roomGlow(),
    surround: (direction) =>
      direction.z < -0.25
        ? new THREE.Color(1.9, 2.0, 2.1)
        : sideLight({ window: 1.35, room: 1.35, ground: [0.9, 0.86, 0.78] })(direction),
    area: { center: new THREE.Vector3(0, 1, -2.5), radius: 7.5 },
    sun: { direction: SUN, color: new THREE.Color(1, 0.9, 0.72), strength: 3.4, spread: 0.02 },
    lens: { aperture: 0.014, focus: 2.3 },
    beforePass: (accumulator, samples) => mirror.update(accumulator, [floor], samples),
    post: { exposure: 0.86, contrast: 1.06, saturation: 1.02, glow: 0.1, glowFrom: 1.4 },
  };
}
