import * as THREE from 'three';

/**
 * Collects simple solids under material names and welds them into one mesh per material.
 * Boxes stand on their base point; cylinders too, unless given as rods between two points.
 */
export class Builder {
  constructor(materials) {
    this.materials = materials;
    this.parts = new Map();
    this.matrix = new THREE.Matrix4();
    this.cache = new Map();
  }

  /** Runs `fn` with everything it adds moved, turned and scaled. */
  at({ x = 0, y = 0, z = 0, rx = 0, ry = 0, rz = 0, s = 1 }, fn) {
    const saved = this.matrix;
    const local = new THREE.Matrix4().compose(
      new THREE.Vector3(x, y, z),
      new THREE.Quaternion().setFromEuler(new THREE.Euler(rx, ry, rz, 'YXZ')),
      new THREE.Vector3(s, s, s),
    );
    this.matrix = saved.clone().multiply(local);
    fn(this);
    this.matrix = saved;
  }

  add(name, geometry, local, color = 0xffffff) {
    if (!this.materials[name]) throw new Error(`no material named ${name}`);
    if (!this.parts.has(name)) this.parts.set(name, []);
    const matrix = local ? this.matrix.clone().multiply(local) : this.matrix.clone();
    this.parts.get(name).push({ geometry, matrix, color: new THREE.Color(color) });
  }

  cached(key, make) {
    if (!this.cache.has(key)) this.cache.set(key, make());
    return this.cache.get(key);
  }

  box(name, [w, h, d], [x, y, z], { color, ry = 0, rx = 0, rz = 0 } = {}) {
    const geometry = this.cached('box', () => new THREE.BoxGeometry(1, 1, 1).translate(0, 0.5, 0));
    const turn = new THREE.Quaternion().setFromEuler(new THREE.Euler(rx, ry, rz, 'YXZ'));
    this.add(
      name,
      geometry,
      new THREE.Matrix4().compose(new THREE.Vector3(x, y, z), turn, new THREE.Vector3(w, h, d)),
      color,
    );
  }

  /** Upright cylinder or cone stump standing on [x, y, z]. */
  cyl(name, { r, top = r, h, seg = 24, open = false }, [x, y, z], { color } = {}) {
    const ratio = (top / r).toFixed(4);
    const key = `cyl${ratio}/${seg}/${open}`;
    const geometry = this.cached(key, () =>
      new THREE.CylinderGeometry(Number(ratio), 1, 1, seg, 1, open).translate(0, 0.5, 0),
    );
    this.add(name, geometry, new THREE.Matrix4().makeScale(r, h, r).setPosition(x, y, z), color);
  }

  ball(name, { r, ry = r, seg = 20, half = false }, [x, y, z], { color } = {}) {
    const key = `ball${seg}/${half}`;
    const span = half ? Math.PI / 2 : Math.PI;
    const geometry = this.cached(
      key,
      () => new THREE.SphereGeometry(1, seg, Math.ceil(seg / 2), 0, Math.PI * 2, 0, span),
    );
    this.add(name, geometry, new THREE.Matrix4().makeScale(r, ry, r).setPosition(x, y, z), color);
  }

  /** Round bar from a to b. */
  rod(name, a, b, { r = 0.05, r2 = r, seg = 8, color } = {}) {
    const from = new THREE.Vector3(...a);
    const way = new THREE.Vector3(...b).sub(from);
    const length = way.length();
    if (length < 1e-5) return;
    const turn = new THREE.Quaternion().setFromUnitVectors(new THREE.Vector3(0, 1, 0), way.normalize());
    const ratio = (r2 / r).toFixed(3);
    const geometry = this.cached(`rod${seg}/${ratio}`, () =>
      new THREE.CylinderGeometry(Number(ratio), 1, 1, seg).translate(0, 0.5, 0),
    );
    this.add(name, geometry, new THREE.Matrix4().compose(from, turn, new THREE.Vector3(r, length, r)), color);
  }

  /** Square bar from a to b, w wide and h high. */
  beam(name, a, b, { w = 0.2, h = w, color } = {}) {
    const from = new THREE.Vector3(...a);
    const to = new THREE.Vector3(...b);
    const look = new THREE.Matrix4().lookAt(
      to,
      from,
      Math.abs(to.y - from.y) > from.distanceTo(to) * 0.99
        ? new THREE.Vector3(1, 0, 0)
        : new THREE.Vector3(0, 1, 0),
    );
    const geometry = this.cached('beam', () => new THREE.BoxGeometry(1, 1, 1).translate(0, 0, 0.5));
    const local = look.setPosition(from).multiply(new THREE.Matrix4().makeScale(w, h, from.distanceTo(to)));
    this.add(name, geometry, local, color);
  }

  /** Pipe through points with round elbows. */
  pipe(name, points, { r = 0.1, seg = 12, color } = {}) {
    for (let i = 1; i < points.length; i++) {
      this.rod(name, points[i - 1], points[i], { r, seg, color });
      if (i < points.length - 1)
        this.ball(name, { r: r * 1.02, seg: Math.max(8, seg) }, points[i], { color });
    }
  }

  /** Ring (torus) about the direction `axis` ('x', 'y' or 'z'). */
  ring(name, { r, t = 0.05, axis = 'y', seg = 32 }, [x, y, z], { color } = {}) {
    const geometry = this.cached(`ring${(t / r).toFixed(4)}/${seg}/${axis}`, () => {
      const torus = new THREE.TorusGeometry(1, t / r, 8, seg);
      if (axis === 'y') torus.rotateX(Math.PI / 2);
      if (axis === 'x') torus.rotateY(Math.PI / 2);
      return torus;
    });
    this.add(name, geometry, new THREE.Matrix4().makeScale(r, r, r).setPosition(x, y, z), color);
  }

  /** Outline in x/y pushed along z from 0 to `depth`. */
  prism(name, outline, depth, { at = [0, 0, 0], color } = {}) {
    const shape = new THREE.Shape(outline.map(([x, y]) => new THREE.Vector2(x, y)));
    const geometry = new THREE.ExtrudeGeometry(shape, { depth, bevelEnabled: false });
    this.add(name, geometry, new THREE.Matrix4().makeTranslation(...at), color);
  }

  /** Welds the parts and puts one mesh per material into `parent`. */
  build(parent, { cast = true, receive = true } = {}) {
    const meshes = {};
    for (const [name, parts] of this.parts) {
      const mesh = new THREE.Mesh(weld(parts), this.materials[name]);
      mesh.name = name;
      mesh.castShadow = cast && !this.materials[name].isMeshBasicMaterial;
      mesh.receiveShadow = receive;
      mesh.frustumCulled = false;
      parent.add(mesh);
      meshes[name] = mesh;
    }
    this.parts.clear();
    return meshes;
  }
}

function weld(parts) {
  let vertices = 0;
  let corners = 0;
  for (const { geometry } of parts) {
    vertices += geometry.attributes.position.count;
    corners += geometry.index ? geometry.index.count : geometry.attributes.position.count;
  }
  const out = {
    position: new Float32Array(vertices * 3),
    normal: new Float32Array(vertices * 3),
    color: new Float32Array(vertices * 3),
    index: new Uint32Array(corners),
    v: 0,
    i: 0,
  };
  for (const part of parts) append(out, part);
  const merged = new THREE.BufferGeometry();
  for (const key of ['position', 'normal', 'color'])
    merged.setAttribute(key, new THREE.BufferAttribute(out[key], 3));
  merged.setIndex(new THREE.BufferAttribute(out.index, 1));
  return merged;
}

const point = new THREE.Vector3();
const normalMatrix = new THREE.Matrix3();
function append(out, { geometry, matrix, color }) {
  const { position, normal } = geometry.attributes;
  normalMatrix.getNormalMatrix(matrix);
  for (let k = 0; k < position.count; k++) {
    const o = (out.v + k) * 3;
    point.fromBufferAttribute(position, k).applyMatrix4(matrix).toArray(out.position, o);
    point.fromBufferAttribute(normal, k).applyMatrix3(normalMatrix).normalize().toArray(out.normal, o);
    color.toArray(out.color, o);
  }
  const count = geometry.index ? geometry.index.count : position.count;
  for (let k = 0; k < count; k++)
    out.index[out.i + k] = out.v + (geometry.index ? geometry.index.getX(k) : k);
  out.v += position.count;
  out.i += count;
}
