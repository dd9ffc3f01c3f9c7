import * as THREE from 'three';

/** Plain lit room to serve as reflections in interiors: floor, walls, ceiling with bright strips. */
export function makeRoom({ width, height, length, floor, wall, ceiling, strips }) {
  const scene = new THREE.Scene();
  const put = (color, [w, h, d], [x, y, z]) => {
    const mesh = new THREE.Mesh(
      new THREE.BoxGeometry(w, h, d),
      new THREE.MeshBasicMaterial({ color: new THREE.Color(...color), side: THREE.DoubleSide }),
    );
    mesh.position.set(x, y, z);
    scene.add(mesh);
  };
  const eye = 3;
  put(floor, [width, 0.1, length], [0, -eye, 0]);
  put(ceiling, [width, 0.1, length], [0, height - eye, 0]);
  for (const side of [-1, 1]) {
    put(wall, [0.1, height, length], [(side * width) / 2, height / 2 - eye, 0]);
    put(wall, [width, height, 0.1], [0, height / 2 - eye, (side * length) / 2]);
  }
  for (const { color, size, at } of strips) put(color, size, [at[0], at[1] - eye, at[2]]);
  return scene;
}
