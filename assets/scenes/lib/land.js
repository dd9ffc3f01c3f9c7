import * as THREE from 'three';

/** Ground, plants and water that outdoor scenes share. */

export const smooth = (a, b, v) => {
  const t = Math.min(1, Math.max(0, (v - a) / (b - a)));
  return t * t * (3 - 2 * t);
};

/** Grid lines from `from` to `to`, `near` apart at first and `growth` times wider with each step. */
export function lines(from, to, { near, growth }) {
  const list = [from];
  const way = Math.sign(to - from);
  for (let gap = near; Math.abs(list.at(-1) - from) < Math.abs(to - from); gap *= growth)
    list.push(list.at(-1) + way * gap);
  return list;
}

/** Lines to both sides of `middle`. */
export const bothWays = (middle, reach, steps) => [
  ...lines(middle, middle - reach, steps)
    .slice(1)
    .reverse(),
  ...lines(middle, middle + reach, steps),
];

/** Mesh over the grid xs × zs with `height(x, z)` and a colour factor `tint(x, z, y)` → [r, g, b]. */
export function ground(material, { xs, zs, height, tint = () => [1, 1, 1], cast = true }) {
  const geometry = new THREE.PlaneGeometry(1, 1, xs.length - 1, zs.length - 1);
  const { position } = geometry.attributes;
  const color = new Float32Array(position.count * 3);
  const rows = [...zs].sort((a, b) => a - b);
  rows.forEach((z, row) => {
    xs.forEach((x, column) => {
      const i = row * xs.length + column;
      const y = height(x, z);
      position.setXYZ(i, x, y, z);
      color.set(tint(x, z, y), i * 3);
    });
  });
  geometry.computeVertexNormals();
  geometry.setAttribute('color', new THREE.BufferAttribute(color, 3));
  return placed(geometry, material, cast);
}

export function placed(geometry, material, cast = true) {
  const mesh = new THREE.Mesh(geometry, material);
  mesh.castShadow = cast;
  mesh.receiveShadow = true;
  mesh.frustumCulled = false;
  return mesh;
}

/** Tuft of upright blades for grass, seedlings and reeds; roots at the origin. */
export function tuftGeometry(
  random,
  { blades = 60, height = 0.2, width = 0.3, depth = width, thick = 0.006, bow = 0.3 },
) {
  const out = { position: [], normal: [], color: [] };
  for (let i = 0; i < blades; i++) {
    const root = [random.range(-width / 2, width / 2), 0, random.range(-depth / 2, depth / 2)];
    const h = height * random.range(0.65, 1.1);
    const turn = random() * Math.PI * 2;
    const away = bow * h * random.range(0.2, 1);
    const [cx, cz] = [Math.cos(turn), Math.sin(turn)];
    const light = random.range(0.75, 1.15);
    const side = [-cz * thick, 0, cx * thick];
    const middle = [root[0] + cx * away * 0.3, h * 0.6, root[2] + cz * away * 0.3];
    const tip = [root[0] + cx * away, h, root[2] + cz * away];
    const corner = (p, k, shade) => {
      out.position.push(p[0] + side[0] * k, p[1], p[2] + side[2] * k);
      out.normal.push(cx * 0.4, 0.85, cz * 0.4);
      out.color.push(light * shade, light * shade, light * shade * 0.9);
    };
    for (const [p, k, s] of [
      [root, -1, 0.55],
      [root, 1, 0.55],
      [middle, -0.8, 0.9],
      [root, 1, 0.55],
      [middle, 0.8, 0.9],
      [middle, -0.8, 0.9],
      [middle, -0.8, 0.9],
      [middle, 0.8, 0.9],
      [tip, 0, 1.1],
    ])
      corner(p, k, s);
  }
  return toGeometry(out);
}

export function toGeometry(out) {
  const geometry = new THREE.BufferGeometry();
  for (const key of ['position', 'normal', 'color'])
    geometry.setAttribute(key, new THREE.Float32BufferAttribute(out[key], 3));
  return geometry;
}

/** Rounded bush of small blades on a dome `width` wide and `height` high. */
export function bushGeometry(random, { blades = 90, width = 1.1, depth = width, height = 0.8, size = 0.09 }) {
  const out = { position: [], normal: [], color: [] };
  for (let i = 0; i < blades; i++) {
    const angle = random() * Math.PI * 2;
    const up = random() ** 0.7;
    const ring = Math.sqrt(1 - up * up) * random.range(0.85, 1.05);
    const at = new THREE.Vector3(
      (Math.cos(angle) * ring * width) / 2,
      up * height * random.range(0.9, 1.05) + 0.05,
      (Math.sin(angle) * ring * depth) / 2,
    );
    const normal = new THREE.Vector3(Math.cos(angle) * ring, up + 0.25, Math.sin(angle) * ring).normalize();
    const spin = new THREE.Quaternion().setFromEuler(
      new THREE.Euler(random() * 6, random() * 6, random() * 6),
    );
    const light = (0.5 + 0.55 * up) * random.range(0.75, 1.2);
    const fresh = up > 0.75 ? 1.12 : 1;
    for (const [x, y] of [
      [-1, -0.7],
      [1, -0.7],
      [0, 1.3],
    ]) {
      const corner = new THREE.Vector3(x * size, y * size, 0).applyQuaternion(spin).add(at);
      out.position.push(...corner.toArray());
      out.normal.push(...normal.toArray());
      out.color.push(light * fresh, light * fresh, light * 0.85);
    }
  }
  return toGeometry(out);
}
