/** Crawler excavator facing local +z; the arm ends over `hook` (world) or at `reach`/`lift`. */
export function excavator(b, { x, y = 0, z, ry = 0, hook, reach = 8, lift = 4 }) {
  b.at({ x, y, z, ry }, () => {
    tracks(b);
    house(b);
    const tip = hook ? toLocal(hook, { x, y, z, ry }) : [0, lift, reach + 1];
    arm(b, tip, Boolean(hook));
  });
}

function toLocal([hx, hy, hz], { x, y, z, ry }) {
  const [dx, dz] = [hx - x, hz - z];
  return [dx * Math.cos(ry) - dz * Math.sin(ry), hy - y, dx * Math.sin(ry) + dz * Math.cos(ry)];
}

function tracks(b) {
  for (const side of [-1, 1]) {
    const cx = side * 1.2;
    b.box('steel', [0.5, 0.62, 3.2], [cx, 0.14, 0]);
    for (const end of [-1.6, 1.6])
      b.rod('steel', [cx - 0.25, 0.45, end], [cx + 0.25, 0.45, end], { r: 0.43, seg: 20 });
    for (let k = -10; k <= 10; k++) {
      b.box('rubber', [0.62, 0.06, 0.15], [cx, 0.86, k * 0.17]);
      b.box('rubber', [0.62, 0.06, 0.15], [cx, 0.0, k * 0.17]);
    }
    for (const end of [-1, 1]) trackBend(b, cx, end);
    for (let k = -3; k <= 3; k++)
      b.rod('steel', [cx - 0.3, 0.22, k * 0.45], [cx + 0.3, 0.22, k * 0.45], { r: 0.16, seg: 12 });
  }
  b.cyl('steel', { r: 0.8, h: 0.3, seg: 24 }, [0, 0.85, 0]);
}

function trackBend(b, cx, end) {
  for (let k = 1; k < 8; k++) {
    const angle = (k / 8) * Math.PI;
    b.box(
      'rubber',
      [0.62, 0.16, 0.06],
      [cx, 0.37 + Math.cos(angle) * 0.44, end * (1.65 + Math.sin(angle) * 0.44)],
      { rx: -end * (angle - Math.PI / 2) },
    );
  }
}

function house(b) {
  b.box('yellow', [2.7, 0.35, 3.6], [0, 1.12, -0.9]);
  b.prism(
    'yellow',
    [
      [-1.35, 0],
      [1.35, 0],
      [1.35, 1.0],
      [1.2, 1.15],
      [-1.2, 1.15],
      [-1.35, 1.0],
    ],
    1.9,
    { at: [0, 1.45, -2.6] },
  );
  b.prism(
    'steel',
    [
      [-1.35, 0],
      [1.35, 0],
      [1.3, 0.9],
      [-1.3, 0.9],
    ],
    0.5,
    { at: [0, 1.2, -3.0], color: 0x8a8780 },
  );
  b.box('rubber', [0.05, 0.6, 1.1], [1.36, 1.65, -1.8]);
  b.box('rubber', [0.05, 0.6, 1.1], [-1.36, 1.65, -1.8]);
  b.rod('steel', [0.5, 2.6, -1.9], [0.5, 3.2, -1.9], { r: 0.09 });
  cab(b);
  b.box('yellow', [1.0, 0.75, 1.3], [-0.85, 1.45, 0.2]);
  for (const side of [-1, 1]) {
    b.box('rubber', [0.03, 0.12, 3.3], [side * 1.36, 1.5, -1]);
    b.box('steel', [0.03, 0.04, 1.2], [side * 1.37, 2.3, -1.6], { color: 0x202020 });
  }
  for (const dz of [-2.4, -1.5, -0.7]) b.rod('steel', [-1.1, 2.6, dz], [-1.1, 3.3, dz], { r: 0.03 });
  b.rod('steel', [-1.1, 3.3, -2.4], [-1.1, 3.3, -0.7], { r: 0.03 });
}

function cab(b) {
  const [x, y, z] = [0.84, 1.45, 0.35];
  b.box('yellow', [1.05, 0.62, 1.75], [x, y, z]);
  b.box('glass', [0.96, 1.05, 1.62], [x, y + 0.6, z]);
  b.box('yellow', [1.1, 0.14, 1.85], [x, y + 1.62, z]);
  for (const dx of [-0.5, 0.5]) {
    for (const dz of [-0.84, -0.1, 0.84]) b.box('yellow', [0.09, 1.1, 0.09], [x + dx, y + 0.56, z + dz]);
  }
  b.box('rubber', [0.2, 0.2, 0.12], [x, y + 1.76, z + 0.6]);
}

/** Boom and stick solved so that the stick ends at `tip`. */
function arm(b, tip, lifting) {
  const foot = [tip[0] * 0.08, 1.75, 0.7];
  const upper = 5.0;
  const lower = 3.4;
  const flat = Math.hypot(tip[0] - foot[0], tip[2] - foot[2]);
  const rise = tip[1] + 0.5 - foot[1];
  const reach = Math.min(upper + lower - 0.05, Math.hypot(flat, rise));
  const bend = Math.acos((upper ** 2 + reach ** 2 - lower ** 2) / (2 * upper * reach));
  const angle = Math.atan2(rise, flat) + bend;
  const way = [(tip[0] - foot[0]) / flat, (tip[2] - foot[2]) / flat];
  const along = (d, h) => [foot[0] + way[0] * d, foot[1] + h, foot[2] + way[1] * d];
  const knee = along(upper * Math.cos(angle), upper * Math.sin(angle));
  const mid = along(
    upper * 0.5 * Math.cos(angle) - 0.35 * Math.sin(angle),
    upper * 0.5 * Math.sin(angle) + 0.45,
  );
  const end = along(flat, rise);
  b.beam('yellow', foot, mid, { w: 0.5, h: 0.62 });
  b.beam('yellow', mid, knee, { w: 0.46, h: 0.5 });
  b.beam('yellow', knee, end, { w: 0.36, h: 0.42 });
  for (const p of [foot, knee, end])
    b.rod('steel', [p[0] - 0.32, p[1], p[2]], [p[0] + 0.32, p[1], p[2]], { r: 0.13, seg: 12 });
  cylinders(b, { foot, mid, knee, end, way });
  if (lifting) b.rod('steel', end, tip, { r: 0.07 });
  bucket(b, end, way, lifting);
}

function cylinders(b, { foot, mid, knee, end, way }) {
  const between = (p, q, t) => p.map((v, i) => v + (q[i] - v) * t);
  for (const side of [-0.3, 0.3]) {
    const base = [foot[0] + way[0] * 0.7 + side, foot[1] - 0.3, foot[2] + way[1] * 0.7];
    const top = between(foot, mid, 0.9);
    const half = between(base, top, 0.55);
    b.rod('yellow', base, half, { r: 0.1 });
    b.rod('metal', half, [top[0] + side, top[1], top[2]], { r: 0.055 });
  }
  const start = between(mid, knee, 0.15);
  start[1] += 0.5;
  const stop = between(knee, end, -0.16);
  const half = between(start, stop, 0.6);
  b.rod('yellow', start, half, { r: 0.1 });
  b.rod('metal', half, stop, { r: 0.055 });
  b.beam('yellow', knee, stop, { w: 0.28, h: 0.3 });
}

/** Curved shell between two cheeks, with teeth along the lip. */
function bucket(b, [x, y, z], way, tucked) {
  const turn = Math.atan2(way[0], way[1]);
  const arc = Array.from({ length: 11 }, (_, i) => {
    const angle = -0.35 + (i / 10) * 3.0;
    return [Math.sin(angle) * 0.62, -0.55 - Math.cos(angle) * 0.52];
  });
  b.at({ x, y: y - 0.1, z, ry: turn, rx: tucked ? 1.0 : 0.2 }, () => {
    const cheek = [[-0.14, 0.12], [0.2, 0.12], ...arc.toReversed()];
    for (const side of [-0.52, 0.47])
      b.at({ ry: -Math.PI / 2, x: side + 0.05 }, () => b.prism('steel', cheek, 0.05));
    for (let k = 1; k < arc.length; k++)
      b.beam('steel', [0, arc[k - 1][1], arc[k - 1][0]], [0, arc[k][1], arc[k][0]], { w: 1.04, h: 0.05 });
    for (let k = -2; k <= 2; k++)
      b.box('metal', [0.1, 0.07, 0.3], [k * 0.22, arc[0][1] - 0.02, arc[0][0] - 0.2]);
    b.rod('steel', [-0.55, 0, 0], [0.55, 0, 0], { r: 0.09, seg: 12 });
    for (const side of [-0.12, 0.12]) b.box('steel', [0.06, 0.5, 0.3], [side, -0.1, 0.1]);
  });
}
