import * as THREE from 'three';

/** Things that several scenes share. Every prop takes a Builder and stands at the local origin. */

/** Hand rail with posts along a polyline at the given points' height. */
export function railing(b, points, { name = 'rail', height = 1.1, every = 1.5, r = 0.03 } = {}) {
  for (let i = 1; i < points.length; i++) {
    const [a, c] = [points[i - 1], points[i]];
    const length = Math.hypot(c[0] - a[0], c[1] - a[1], c[2] - a[2]);
    for (const level of [height, height * 0.55, 0.08]) {
      b.rod(name, [a[0], a[1] + level, a[2]], [c[0], c[1] + level, c[2]], {
        r: level < 0.1 ? r * 1.6 : r,
        seg: 6,
      });
    }
    const posts = Math.max(1, Math.round(length / every));
    for (let k = 0; k <= posts; k++) {
      const p = a.map((v, axis) => v + ((c[axis] - v) * k) / posts);
      b.rod(name, p, [p[0], p[1] + height, p[2]], { r: r * 1.1, seg: 6 });
    }
  }
}

export function circlePoints(r, y, { from = 0, to = Math.PI * 2, steps = 32 } = {}) {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / steps;
    return [Math.cos(angle) * r, y, Math.sin(angle) * r];
  });
}

/** Stairs winding round an upright cylinder of radius r. */
export function windingStairs(b, { r, height, from = 0, turn = 2.2, width = 0.8, name = 'rail' }) {
  const steps = Math.round(height / 0.22);
  const place = (i, out, lift = 0) => {
    const angle = from + (turn * i) / steps;
    return [Math.cos(angle) * (r + out), (height * i) / steps + lift, Math.sin(angle) * (r + out)];
  };
  for (let i = 0; i < steps; i++) {
    const [x, y, z] = place(i, width / 2 + 0.1);
    b.box(name, [width, 0.05, 0.3], [x, y, z], { ry: -(from + (turn * i) / steps) });
  }
  for (let i = 0; i < steps; i += 4) {
    const next = Math.min(steps, i + 4);
    for (const lift of [0.5, 1.05])
      b.rod(name, place(i, width + 0.1, lift), place(next, width + 0.1, lift), { r: 0.03, seg: 6 });
    b.rod(name, place(i, width + 0.1, -0.1), place(next, width + 0.1, -0.1), { r: 0.09, seg: 6 });
    b.rod(name, place(i, width + 0.1), place(i, width + 0.1, 1.05), { r: 0.03, seg: 6 });
    b.rod(name, place(i, 0, -0.1), place(i, width + 0.1, -0.1), { r: 0.04, seg: 6 });
  }
}

const limb = (b, a, c, { r, r2 = r * 0.8, color }) => {
  b.rod('cloth', a, c, { r, r2, seg: 10, color });
  b.ball('cloth', { r: r2, seg: 10 }, c, { color });
};

/** A worker about 1.74 m tall, facing +z. Pose: 'stand', 'walk', 'work' (arms forward) or 'bend'. */
export function person(
  b,
  {
    x = 0,
    y = 0,
    z = 0,
    ry = 0,
    vest = 0xd8551c,
    coat = 0x24344e,
    trousers = 0x25303f,
    helmet = 0xe8b21e,
    pose = 'stand',
    s = 1,
  },
) {
  b.at({ x, y, z, ry, s }, () => {
    const stride = pose === 'walk' ? 0.24 : 0.07;
    for (const side of [-1, 1]) {
      const foot = stride * side;
      limb(b, [0.1 * side, 0.9, 0], [0.11 * side, 0.48, foot * 0.7 + 0.03], {
        r: 0.095,
        r2: 0.07,
        color: trousers,
      });
      limb(b, [0.11 * side, 0.48, foot * 0.7 + 0.03], [0.11 * side, 0.09, foot - 0.02], {
        r: 0.075,
        r2: 0.06,
        color: trousers,
      });
      b.box('cloth', [0.1, 0.09, 0.27], [0.11 * side, 0, foot + 0.06], { color: 0x16130f });
    }
    b.at({ y: 0.86, rx: pose === 'bend' ? 0.85 : pose === 'work' ? 0.18 : 0.03 }, () =>
      upperBody(b, { vest, coat, helmet, pose }),
    );
  });
}

function upperBody(b, { vest, coat, helmet, pose }) {
  const trunk = b.cached('trunk', () =>
    new THREE.CapsuleGeometry(0.17, 0.34, 6, 16).scale(1.12, 1, 0.72).translate(0, 0.28, 0),
  );
  b.add('cloth', trunk, null, vest);
  for (const level of [0.14, 0.3])
    b.add(
      'cloth',
      b.cached('band', () => new THREE.CylinderGeometry(0.176, 0.176, 0.045, 16, 1).scale(1.12, 1, 0.74)),
      new THREE.Matrix4().makeTranslation(0, level, 0),
      0xd8dad2,
    );
  for (const side of [-1, 1]) {
    const shoulder = [0.2 * side, 0.5, 0];
    b.ball('cloth', { r: 0.078, seg: 10 }, shoulder, { color: coat });
    const reach = pose === 'work' || pose === 'bend';
    const elbow = reach
      ? [0.25 * side, 0.28, 0.16]
      : [0.25 * side, 0.24, -0.03 + (pose === 'walk' ? 0.1 * side : 0)];
    const hand = reach
      ? [0.13 * side, 0.22, 0.42]
      : [0.24 * side, 0.0, 0.1 + (pose === 'walk' ? 0.12 * side : 0)];
    limb(b, shoulder, elbow, { r: 0.068, r2: 0.055, color: coat });
    limb(b, elbow, hand, { r: 0.055, r2: 0.045, color: coat });
    b.ball('cloth', { r: 0.05, seg: 8 }, hand, { color: 0x9c6b50 });
  }
  b.cyl('cloth', { r: 0.055, h: 0.12, seg: 10 }, [0, 0.55, 0], { color: 0x94644a });
  b.ball('cloth', { r: 0.1, ry: 0.125, seg: 14 }, [0, 0.75, 0.01], { color: 0xa06d52 });
  b.ball('gloss', { r: 0.128, ry: 0.13, seg: 16, half: true }, [0, 0.775, 0], { color: helmet });
  b.cyl('gloss', { r: 0.15, h: 0.018, seg: 16 }, [0, 0.77, 0.025], { color: helmet });
}

function wheels(b, spots, r, width) {
  for (const [x, z] of spots) {
    b.rod('rubber', [x - width / 2, r, z], [x + width / 2, r, z], { r, seg: 18 });
    b.rod('metal', [x - width / 2 - 0.01, r, z], [x + width / 2 + 0.01, r, z], {
      r: r * 0.5,
      seg: 12,
      color: 0x9a9a96,
    });
  }
}

/** Saloon car, 4.6 m, nose towards +z. */
export function car(b, { x, y = 0, z, ry = 0, color }) {
  b.at({ x, y, z, ry }, () => {
    const body = [
      [-2.3, 0.35],
      [2.3, 0.35],
      [2.32, 0.7],
      [1.35, 0.95],
      [0.6, 1.42],
      [-1.1, 1.45],
      [-1.75, 1.02],
      [-2.32, 0.9],
    ];
    b.at({ ry: -Math.PI / 2, x: 0.85 }, () => b.prism('gloss', body, 1.7, { at: [0, 0, 0], color }));
    const glass = [
      [1.22, 0.98],
      [0.58, 1.36],
      [-1.05, 1.39],
      [-1.6, 1.03],
    ];
    b.at({ ry: -Math.PI / 2, x: 0.87 }, () => b.prism('glass', glass, 1.74));
    b.box('glass', [1.5, 0.04, 0.95], [0, 1.17, 0.98], { rx: 0.56 });
    wheels(
      b,
      [
        [-0.78, 1.4],
        [0.78, 1.4],
        [-0.78, -1.4],
        [0.78, -1.4],
      ],
      0.32,
      0.2,
    );
  });
}

/** Forward-control cab: raked windscreen, side windows in doors, roof fairing, steps, mirrors, lamps. */
function cabin(b, cab) {
  const side = [
    [4.15, 0.75],
    [6.25, 0.75],
    [6.3, 1.75],
    [6.02, 2.85],
    [5.7, 3.1],
    [4.15, 3.45],
  ];
  b.at({ ry: -Math.PI / 2, x: 1.2 }, () => b.prism('gloss', side, 2.4, { color: cab }));
  b.box('glass', [2.16, 1.0, 0.05], [0, 1.82, 6.31], { rx: -0.25 });
  for (const s of [-1, 1]) {
    b.at({ ry: -Math.PI / 2, x: s * 1.21 + 0.015 }, () =>
      b.prism(
        'glass',
        [
          [5.0, 1.85],
          [6.02, 1.85],
          [5.86, 2.65],
          [5.0, 2.7],
        ],
        0.03,
      ),
    );
    b.at({ ry: -Math.PI / 2, x: s * 1.21 + 0.01 }, () =>
      b.prism(
        'rubber',
        [
          [4.92, 0.9],
          [4.95, 0.9],
          [4.95, 2.8],
          [4.92, 2.8],
        ],
        0.02,
      ),
    );
    b.box('rubber', [0.05, 0.04, 0.22], [s * 1.22, 1.6, 5.15]);
    b.box('gloss', [0.42, 0.22, 0.06], [s * 0.86, 0.82, 6.27], { color: 0xe8e8e0 });
    b.box('rubber', [0.14, 0.5, 0.2], [s * 1.42, 1.95, 6.15]);
    b.rod('rubber', [s * 1.2, 2.5, 6.05], [s * 1.42, 2.5, 6.15], { r: 0.025 });
    b.box('rubber', [0.12, 0.5, 0.9], [s * 1.16, 0.35, 5.95]);
    b.box('metal', [0.5, 0.55, 1.3], [s * 0.95, 0.45, 3.2]);
  }
  b.box('rubber', [2.42, 0.32, 0.24], [0, 0.42, 6.2]);
  b.box('rubber', [1.5, 0.5, 0.05], [0, 1.08, 6.28]);
  b.box('body', [2.2, 0.5, 0.9], [0, 3.2, 4.7], { color: cab });
}

/** Lorry, nose towards +z: 'box', 'flat' or 'tank' behind a cab. */
export function lorry(b, { x, y = 0, z, ry = 0, cab = 0xb8321f, body = 0xd9dad6, kind = 'box' }) {
  b.at({ x, y, z, ry }, () => {
    cabin(b, cab);
    b.box('rubber', [1.0, 0.35, 11], [0, 0.75, -1]);
    if (kind === 'tank') {
      b.rod('body', [0, 2.15, -6.4], [0, 2.15, 3.6], { r: 1.15, seg: 32, color: body });
      for (let k = -6; k <= 3; k += 3) b.ring('metal', { r: 1.16, t: 0.04, axis: 'z' }, [0, 2.15, k + 0.3]);
      b.box('rail', [0.7, 0.06, 8.5], [0, 3.32, -1.5]);
      b.box('rubber', [2.3, 0.08, 9.6], [0, 1.05, -1.4]);
      tankFittings(b, body);
    } else {
      b.box('body', [2.45, kind === 'box' ? 2.5 : 0.7, 10.2], [0, 1.15, -1.4], { color: body });
    }
    wheels(
      b,
      [
        [-1, 5.0],
        [1, 5.0],
        [-1, 2.4],
        [1, 2.4],
        [-1, -3.2],
        [1, -3.2],
        [-1, -4.4],
        [1, -4.4],
        [-1, -5.6],
        [1, -5.6],
      ],
      0.5,
      0.35,
    );
  });
}

/** Dished ends, manholes, side guards, warning stripe and mudguards of the tank trailer. */
function tankFittings(b, body) {
  for (const [z, way] of [
    [-6.4, -1],
    [3.6, 1],
  ]) {
    const dish = b.cached('dish', () =>
      new THREE.SphereGeometry(1.15, 32, 8, 0, Math.PI * 2, 0, Math.PI / 2)
        .scale(1, 0.28, 1)
        .rotateX(Math.PI / 2),
    );
    b.at({ y: 2.15, z, ry: way > 0 ? 0 : Math.PI }, () => b.add('body', dish, null, body));
  }
  for (const z of [-4.6, -1.6, 1.4]) b.cyl('metal', { r: 0.32, h: 0.22, seg: 20 }, [0, 3.3, z]);
  railing(
    b,
    [
      [-0.4, 3.3, -5.6],
      [-0.4, 3.3, 2.8],
    ],
    { height: 0.5, every: 1.2, r: 0.02 },
  );
  for (const s of [-1, 1]) {
    for (const y of [0.65, 0.95]) b.box('metal', [0.05, 0.1, 4.4], [s * 1.12, y, -0.6]);
    for (let k = 0; k < 20; k++)
      b.box('gloss', [0.02, 0.07, 0.4], [s * 1.17, 1.06, -6 + k * 0.48], {
        color: k % 2 ? 0xe6e6e0 : 0xc02818,
      });
    b.box('rubber', [0.45, 0.05, 3.7], [s * 1.0, 1.05, -4.4]);
    b.box('gloss', [0.03, 0.38, 1.5], [s * 1.155, 2.0, -1.6], { color: 0xd8591c });
  }
  b.rod('metal', [-0.3, 0.9, -6.1], [0.9, 0.9, -6.1], { r: 0.12 });
  b.box('rubber', [2.3, 0.2, 0.12], [0, 0.6, -6.75]);
}

/** Leafy crown as a cloud of small blades; give the result to an InstancedMesh. */
export function treeGeometry(
  random,
  { height = 7, width = 3.4, blades = 420, trunk = 0.3, poplar = false, size = 0.085 },
) {
  const out = { position: [], normal: [], color: [] };
  const crown = height * (1 - trunk);
  const clumps = Array.from({ length: 9 }, () => {
    const level = random.range(0.1, 0.9);
    const reach =
      width * 0.5 * Math.sin(Math.PI * Math.min(0.95, level * 0.8 + 0.18)) * (poplar ? 0.6 : 0.85);
    const angle = random() * Math.PI * 2;
    const part = random.range(0.2, 0.8) * reach;
    return {
      at: new THREE.Vector3(Math.cos(angle) * part, height * trunk + crown * level, Math.sin(angle) * part),
      r: width * random.range(0.2, 0.36),
    };
  });
  for (let i = 0; i < blades; i++) blade(out, clumps[i % clumps.length], { random, width, height, size });
  const geometry = new THREE.BufferGeometry();
  for (const key of ['position', 'normal', 'color'])
    geometry.setAttribute(key, new THREE.Float32BufferAttribute(out[key], 3));
  return geometry;
}

function blade(out, clump, { random, width, height, size: part }) {
  const away = new THREE.Vector3(random() - 0.5, random() - 0.5, random() - 0.5).normalize();
  const centre = clump.at.clone().addScaledVector(away, clump.r * random() ** 0.4);
  const size = width * part;
  const spin = new THREE.Quaternion().setFromEuler(new THREE.Euler(random() * 6, random() * 6, random() * 6));
  const normal = away
    .clone()
    .add(new THREE.Vector3(0, 0.35, 0))
    .normalize();
  const light = 0.55 + 0.6 * (centre.y / height) * random.range(0.7, 1.1);
  const corners = [
    [-1, -1],
    [1, -1],
    [0, 1.2],
  ].map(([x, y]) => new THREE.Vector3(x * size, y * size, 0).applyQuaternion(spin).add(centre));
  for (const corner of corners) {
    out.position.push(...corner.toArray());
    out.normal.push(...normal.toArray());
    out.color.push(light, light, light * 0.9);
  }
}

/** Many copies of one geometry. `places` is a list of { x, y, z, s, ry, color }. */
export function scatter(geometry, material, places) {
  const mesh = new THREE.InstancedMesh(geometry, material, places.length);
  const dummy = new THREE.Object3D();
  places.forEach((place, i) => {
    dummy.position.set(place.x, place.y ?? 0, place.z);
    dummy.rotation.set(0, place.ry ?? 0, 0);
    dummy.scale.setScalar(place.s ?? 1);
    dummy.updateMatrix();
    mesh.setMatrixAt(i, dummy.matrix);
    mesh.setColorAt(i, new THREE.Color(place.color ?? 0xffffff));
  });
  mesh.castShadow = true;
  mesh.receiveShadow = true;
  mesh.frustumCulled = false;
  return mesh;
}

/** Trunks for the same places. */
export function trunks(b, places, { height = 7, r = 0.14, name = 'bark' } = {}) {
  for (const { x, y = 0, z, s = 1 } of places)
    b.rod(name, [x, y, z], [x, y + height * 0.75 * s, z], { r: r * s, r2: r * 0.4 * s, seg: 6 });
}

/** Materials that the props rely on. */
export function propMaterials(surface) {
  return {
    rail: surface({ color: 0xb9bdbd, rough: 0.5, metal: 0.6, grime: 0.2 }),
    cloth: surface({
      color: 0xffffff,
      rough: 0.9,
      bump: 0.25,
      scale: 4,
      mottle: 0.25,
      grime: 0.15,
      env: 0.3,
    }),
    gloss: surface({ color: 0xffffff, rough: 0.28, mottle: 0.05, grime: 0.06, bump: 0.01 }),
    glass: surface({ color: 0x0d1216, rough: 0.08, mottle: 0, grime: 0.02, bump: 0, env: 1.3 }),
    rubber: surface({ color: 0x17171a, rough: 0.85, grime: 0.25 }),
    metal: surface({ color: 0xa8abad, rough: 0.4, metal: 0.85, grime: 0.15 }),
    body: surface({ color: 0xffffff, rough: 0.42, grime: 0.14, streak: 0.25, bump: 0.02 }),
    bark: surface({ color: 0x4a3d30, rough: 0.95, bump: 0.5, scale: 4 }),
  };
}
