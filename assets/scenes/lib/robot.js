/** Six-axis robot on a plinth. `pose` bends shoulder, elbow and wrist; `turn` is the slew about the upright. */
export function robot(b, { x, z, turn = 0, pose = [0.2, 1, 0.6], color = 0xe8720c, load, s = 1 }) {
  b.at({ x, z, ry: turn, s }, () => {
    b.box('dark', [0.75, 0.35, 0.75], [0, 0, 0]);
    b.cyl('paint', { r: 0.36, top: 0.33, h: 0.28, seg: 32 }, [0, 0.35, 0], { color });
    b.cyl('dark', { r: 0.34, h: 0.05, seg: 32 }, [0, 0.63, 0]);
    b.cyl('paint', { r: 0.34, top: 0.28, h: 0.26, seg: 32 }, [0, 0.68, 0], { color });
    joint(b, [0, 1.02, 0.12], 0.25, color);
    b.rod('dark', [-0.34, 0.95, -0.12], [0.1, 0.95, -0.2], { r: 0.1, seg: 16 });
    b.at({ y: 1.02, z: 0.12, rx: pose[0] }, () => upperArm(b, { pose, color, load }));
  });
}

function joint(b, [x, y, z], r, color) {
  b.rod('paint', [x - 0.26, y, z], [x + 0.26, y, z], { r, seg: 28, color });
  for (const side of [-1, 1])
    b.rod('dark', [x + side * 0.26, y, z], [x + side * 0.3, y, z], { r: r * 0.72, seg: 24 });
}

function upperArm(b, { pose, color, load }) {
  const shape = [
    [-0.19, 0],
    [0.19, 0],
    [0.13, 1.12],
    [0.08, 1.25],
    [-0.08, 1.25],
    [-0.13, 1.12],
  ];
  b.at({ ry: Math.PI / 2, x: -0.1 }, () => b.prism('paint', shape, 0.2, { color }));
  b.box('dark', [0.22, 0.5, 0.03], [0, 0.35, 0.165]);
  cable(b, [
    [0.16, 0, -0.1],
    [0.2, 0.4, -0.2],
    [0.2, 0.9, -0.2],
    [0.14, 1.25, -0.08],
  ]);
  b.at({ y: 1.15, rx: pose[1] }, () => foreArm(b, { pose, color, load }));
}

function foreArm(b, { pose, color, load }) {
  joint(b, [0, 0, 0], 0.19, color);
  b.box('paint', [0.3, 0.34, 0.42], [0, 0.02, -0.1], { color });
  b.rod('dark', [0, 0.2, -0.32], [0, 0.2, -0.45], { r: 0.09, seg: 16 });
  b.rod('paint', [0, 0.19, 0.05], [0, 0.16, 1.02], { r: 0.15, r2: 0.095, seg: 24, color });
  b.rod('dark', [0, 0.165, 0.55], [0, 0.163, 0.6], { r: 0.128, seg: 24 });
  cable(b, [
    [0.12, 0.3, -0.2],
    [0.14, 0.42, 0.2],
    [0.12, 0.34, 0.6],
    [0.06, 0.24, 0.95],
  ]);
  b.at({ y: 0.16, z: 1.05, rx: load ? Math.PI / 2 - pose[0] - pose[1] : pose[2] - 0.1 }, () =>
    wrist(b, color, load),
  );
}

function wrist(b, color, load) {
  if (load) {
    b.box('case', [0.4, 0.27, 0.26], [0, -0.18, 0.38], { color: load, rx: -Math.PI / 2 });
    b.box('case', [0.41, 0.27, 0.05], [0, -0.18, 0.36], { color: load });
  }
  b.rod('paint', [-0.1, 0, 0], [0.1, 0, 0], { r: 0.11, seg: 20, color });
  b.rod('paint', [0, 0, 0], [0, -0.02, 0.2], { r: 0.085, seg: 20, color });
  b.rod('metal', [0, -0.02, 0.2], [0, -0.02, 0.26], { r: 0.075, seg: 20 });
  b.box('metal', [0.46, 0.07, 0.06], [0, -0.05, 0.28]);
  for (const side of [-1, 1]) {
    b.box('metal', [0.04, 0.12, 0.3], [side * 0.21, -0.08, 0.42]);
    b.rod('dark', [side * 0.12, 0.02, 0.3], [side * 0.2, 0.02, 0.3], { r: 0.04 });
  }
}

function cable(b, points) {
  b.pipe('rubber', points, { r: 0.03, seg: 8 });
}
