import * as THREE from 'three';
import { ground, smooth } from './land.js';
import { MIRROR_PARS, mirrorFinish } from './mirror.js';
import { heightField } from './noise.js';

/** Country things: water, ridges in the haze, village houses, egrets, a tractor. */

/** Material options for a sheet of water that shows the mirror. */
export const water = (mirror, { color = 0x39493f, strength = 1.2, bump = 0.25, scale = 0.5 } = {}) => ({
  color,
  rough: 0.25,
  mottle: 0.12,
  grime: 0,
  bump,
  scale,
  env: 0.1,
  pars: MIRROR_PARS,
  uniforms: mirror.uniforms,
  finish: mirrorFinish(strength),
});

/** Ridges one behind the other; each { z, h, seed, at }: `at` is where the highest part lies. */
export function ridges(scene, material, list) {
  for (const { z, h, seed, at = 0, rough = 1, fall = 0.0007, tint = [1, 1, 1] } of list) {
    const field = heightField(seed);
    scene.add(
      ground(material, {
        xs: Array.from({ length: 240 }, (_, i) => -600 + i * 5),
        zs: Array.from({ length: 26 }, (_, i) => z + 60 - i * 4.8),
        cast: false,
        tint: () => tint,
        height: (x, zz) => {
          const body = 0.3 + field(x * 0.2 + 7, 3) * 0.95 - Math.abs(x - at) * fall;
          const front = smooth(z + 60, z, zz) * (1 - 0.35 * smooth(z, z - 60, zz));
          return h * Math.max(0, body) * front + (field(x * 2, zz * 2) - 0.5) * 9 * rough * front - 3;
        },
      }),
    );
  }
}

/** White-walled house with a dark tiled roof, standing at the ground. */
export function house(b, { x, y = 0, z, w = 10, d = 7, h = 5.6, ry = 0, gables = true }) {
  b.at({ x, y, z, ry }, () => {
    b.box('wall', [w, h, d], [0, 0, 0]);
    const rise = d * 0.24;
    for (const side of [-1, 1])
      b.box('tile', [w + 0.9, 0.18, d * 0.62], [0, h + rise / 2 - 0.05, side * d * 0.27], {
        rx: side * 0.45,
      });
    for (const side of [-1, 1]) {
      const outline = [
        [-d / 2, h],
        [d / 2, h],
        [0, h + rise],
      ];
      b.at({ x: side * (w / 2) - (side > 0 ? 0.2 : 0), ry: Math.PI / 2 }, () =>
        b.prism('wall', outline, 0.2),
      );
      if (gables)
        for (let k = 0; k < 3; k++)
          b.box('tile', [0.5, 0.22, d * (0.36 - k * 0.1)], [side * (w / 2 + 0.05), h + 0.4 + k * 0.62, 0]);
    }
    b.box('glass', [1.3, 2.2, 0.08], [0, 0, d / 2 + 0.01]);
    for (let level = 0; level < Math.round(h / 2.8); level++)
      for (const dx of [-w * 0.33, -w * 0.16, w * 0.16, w * 0.33])
        if (level || Math.abs(dx) > w * 0.2)
          b.box('glass', [0.95, 1.15, 0.08], [dx, 1.2 + level * 2.8, d / 2 + 0.01]);
  });
}

/** Standing or flying egret. */
export function egret(b, { x, y = 0, z, ry = 0, s = 1, flap = null }) {
  const white = { color: 0xf6f5f0 };
  b.at({ x, y, z, ry, s }, () => {
    const high = flap === null ? 0.34 : 0;
    b.rod('gloss', [0, high + 0.1, -0.2], [0, high + 0.2, 0.16], { r: 0.03, r2: 0.1, seg: 12, ...white });
    b.ball('gloss', { r: 0.1, seg: 12 }, [0, high + 0.2, 0.16], white);
    b.pipe(
      'gloss',
      [
        [0, high + 0.22, 0.2],
        [0, high + 0.38, 0.3],
        [0, high + 0.52, 0.22],
        [0, high + 0.6, 0.3],
      ],
      {
        r: 0.028,
        seg: 8,
        ...white,
      },
    );
    b.ball('gloss', { r: 0.04, seg: 8 }, [0, high + 0.61, 0.32], white);
    b.rod('gloss', [0, high + 0.61, 0.34], [0, high + 0.58, 0.52], {
      r: 0.014,
      r2: 0.004,
      seg: 6,
      color: 0xd29b2b,
    });
    if (flap === null) {
      for (const dx of [-0.04, 0.04])
        b.rod('gloss', [dx, -0.05, 0], [dx, high + 0.16, 0.05], { r: 0.011, seg: 5, color: 0x22241f });
    } else {
      for (const side of [-1, 1])
        b.at({ x: side * 0.06, y: 0.22, z: 0.1, rz: side * flap }, () => {
          b.box('gloss', [0.5, 0.012, 0.26], [side * 0.27, 0, -0.04], white);
          b.at({ x: side * 0.5, rz: side * -flap * 0.6 }, () =>
            b.box('gloss', [0.45, 0.01, 0.19], [side * 0.2, 0, -0.06], { ...white, ry: side * 0.2 }),
          );
        });
      b.rod('gloss', [0, 0.08, -0.25], [0, 0.05, -0.6], { r: 0.014, seg: 5, color: 0x22241f });
    }
  });
}

function lugged(b, [x, z], r, w) {
  b.rod('rubber', [x - w / 2, r, z], [x + w / 2, r, z], { r: r * 0.9, seg: 28 });
  b.rod('body', [x - w / 2 - 0.02, r, z], [x + w / 2 + 0.02, r, z], { r: r * 0.5, seg: 20, color: 0xe3e0d6 });
  const count = 22;
  for (let k = 0; k < count; k++) {
    const a = (k / count) * Math.PI * 2;
    for (const side of [-1, 1])
      b.at(
        { x: x + side * w * 0.24, y: r + Math.cos(a) * r * 0.93, z: z + Math.sin(a) * r * 0.93, rx: a },
        () => b.box('rubber', [w * 0.5, 0.07, 0.07], [0, -0.03, 0], { ry: side * 0.5 }),
      );
  }
}

/** Field tractor, nose towards +z, with a rotary tiller behind. */
export function tractor(b, { x, y = 0, z, ry = 0, color = 0xb52a20 }) {
  b.at({ x, y, z, ry }, () => {
    for (const side of [-1, 1]) {
      lugged(b, [side * 0.85, -0.7], 0.78, 0.42);
      lugged(b, [side * 0.72, 1.35], 0.48, 0.28);
      b.at({ ry: -Math.PI / 2, x: side * 0.85 + 0.24 }, () =>
        b.prism(
          'body',
          [
            [-1.5, 1.2],
            [-1.2, 1.62],
            [-0.2, 1.62],
            [0.15, 1.25],
            [0.1, 1.15],
            [-0.25, 1.5],
            [-1.15, 1.5],
            [-1.42, 1.15],
          ],
          0.48,
          { color },
        ),
      );
      b.ball('gloss', { r: 0.1, seg: 12 }, [side * 0.26, 1.1, 2.06], { color: 0xf4f2e6 });
    }
    const bonnet = [
      [0.1, 0.72],
      [2.05, 0.78],
      [2.1, 1.15],
      [1.9, 1.35],
      [0.1, 1.5],
    ];
    b.at({ ry: -Math.PI / 2, x: 0.36 }, () => b.prism('gloss', bonnet, 0.72, { color }));
    b.box('rubber', [0.6, 0.45, 0.06], [0, 0.8, 2.08]);
    b.box('rubber', [0.5, 0.4, 2.6], [0, 0.5, 0.4]);
    b.rod('rubber', [0.42, 1.3, 1.1], [0.42, 2.3, 1.1], { r: 0.045 });
    b.box('body', [1.3, 0.7, 1.3], [0, 0.8, -0.55], { color });
    for (const [px, pz] of [
      [-0.62, 0.2],
      [0.62, 0.2],
      [-0.62, -1.2],
      [0.62, -1.2],
    ])
      b.rod('rubber', [px, 1.4, pz], [px * 0.95, 2.6, pz * 0.95], { r: 0.04 });
    b.box('body', [1.5, 0.1, 1.75], [0, 2.6, -0.5], { color });
    for (const side of [-1, 1]) b.box('glass', [0.02, 0.95, 1.2], [side * 0.62, 1.6, -0.5]);
    b.box('glass', [1.15, 0.95, 0.02], [0, 1.62, 0.2]);
    b.box('body', [2.2, 0.42, 0.8], [0, 0.28, -1.95], { color: 0x2c5f9c });
    b.box('body', [2.25, 0.08, 0.9], [0, 0.72, -1.95], { color: 0x2c5f9c });
    for (const side of [-1, 1])
      b.rod('rubber', [side * 0.35, 0.6, -1.2], [side * 0.5, 0.7, -1.7], { r: 0.05 });
  });
}

/** Small wooden boat, bow towards +x, with a rounded cover of mats. */
export function boat(b, { x, y = 0, z, ry = 0, s = 1 }) {
  b.at({ x, y, z, ry, s }, () => {
    const outline = [
      [-3.2, 0.62],
      [-2.4, -0.12],
      [2.4, -0.12],
      [3.4, 0.72],
      [2.6, 0.4],
      [-2.5, 0.36],
    ];
    b.at({ z: -0.6 }, () => b.prism('bark', outline, 1.2));
    const cover = b.cached('mat', () =>
      new THREE.CylinderGeometry(0.78, 0.78, 2.4, 20, 1, true, -Math.PI / 2, Math.PI)
        .rotateX(-Math.PI / 2)
        .rotateY(Math.PI / 2),
    );
    b.add('mat', cover, new THREE.Matrix4().makeTranslation(0, 0.3, 0));
  });
}
