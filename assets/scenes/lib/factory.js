/** Factory buildings and plant seen from the air. Every maker takes a Builder; sizes in metres. */

const WINDOW_STEP = 4;

/** Hall with walls, plinth, window band, doors and one of several roofs. */
export function hall(b, { x, z, w, d, h = 10, kind = 'gable', wall = 0xc9ccca, roof = 0x6f8aa8, random }) {
  b.at({ x, z }, () => {
    b.box('clad', [w, h, d], [0, 0, 0], { color: wall });
    b.box('concrete', [w + 0.3, 1.2, d + 0.3], [0, 0, 0]);
    windows(b, { w, d, h });
    doors(b, { w, d, h, random });
    ROOFS[kind](b, { w, d, h, roof, random });
  });
}

function windows(b, { w, d, h }) {
  for (const y of h > 9 ? [2.6, h - 2.6] : [h - 2.4]) {
    for (let px = -w / 2 + 3; px < w / 2 - 2; px += WINDOW_STEP) {
      for (const side of [-1, 1]) b.box('glass', [2.6, 1.3, 0.12], [px, y, (side * d) / 2]);
    }
    for (let pz = -d / 2 + 3; pz < d / 2 - 2; pz += WINDOW_STEP) {
      for (const side of [-1, 1]) b.box('glass', [0.12, 1.3, 2.6], [(side * w) / 2, y, pz]);
    }
  }
}

function doors(b, { w, d, random }) {
  for (let px = -w / 2 + 9; px < w / 2 - 6; px += 18) {
    b.box('paint', [4.6, 5, 0.2], [px, 0, d / 2], { color: random.pick([0x35618f, 0x7b8287, 0xb9bcb8]) });
    b.box('paint', [6, 0.2, 2.4], [px, 5.3, d / 2 + 1.2], { color: 0x8f979c });
  }
  for (let pz = -d / 2 + 9; pz < d / 2 - 6; pz += 20)
    b.box('paint', [0.2, 5, 4.6], [-w / 2, 0, pz], { color: 0x55768f });
}

const ROOFS = {
  gable(b, size) {
    const spans = Math.max(1, Math.round(size.w / 26));
    const span = size.w / spans;
    for (let k = 0; k < spans; k++) gableSpan(b, { ...size, span, cx: -size.w / 2 + span * (k + 0.5) });
  },
  saw(b, { w, d, h, roof }) {
    const teeth = Math.round(d / 9);
    const depth = d / teeth;
    for (let k = 0; k < teeth; k++) {
      const z0 = -d / 2 + depth * k;
      b.at({ ry: -Math.PI / 2, x: w / 2, y: h, z: z0 }, () =>
        b.prism(
          'roof',
          [
            [0, 0],
            [depth, 0],
            [depth - 0.25, 3.6],
          ],
          w,
          { color: roof },
        ),
      );
      b.at({ y: h, z: z0 + depth - 0.12, rx: -0.07 }, () => {
        for (let px = -w / 2 + 1.6; px < w / 2 - 1; px += 3.2)
          b.box('glass', [2.8, 2.3, 0.1], [px, 0.7, 0.06]);
      });
    }
  },
  flat(b, { w, d, h, random }) {
    b.box('flat', [w - 0.6, 0.15, d - 0.6], [0, h, 0]);
    for (const side of [-1, 1]) {
      b.box('concrete', [w, 1, 0.4], [0, h, (side * (d - 0.4)) / 2]);
      b.box('concrete', [0.4, 1, d], [(side * (w - 0.4)) / 2, h, 0]);
    }
    for (let i = 0; i < (w * d) / 140; i++)
      rooftop(b, {
        x: random.range(-w / 2 + 4, w / 2 - 4),
        y: h,
        z: random.range(-d / 2 + 4, d / 2 - 4),
        random,
      });
  },
  solar(b, size) {
    gableSpan(b, { ...size, span: size.w, cx: 0, plain: true });
    const rise = size.w * 0.07;
    const tilt = Math.atan2(rise, size.w / 2);
    for (const side of [-1, 1]) {
      for (let r = 0; r < Math.floor(size.w / 2 / 4.4); r++) {
        const px = side * (2.6 + r * 4.4);
        for (let z = -size.d / 2 + 4; z < size.d / 2 - 8; z += 8.4) {
          b.box(
            'solar',
            [3.9, 0.08, 7.8],
            [px, size.h + rise - Math.abs(px) * Math.tan(tilt) + 0.22, z + 3.9],
            { rz: -side * tilt },
          );
        }
      }
    }
  },
};

function gableSpan(b, { span, cx, d, h, roof, plain }) {
  const rise = span * 0.07;
  const tilt = Math.atan2(rise, span / 2);
  b.prism(
    'roof',
    [
      [-span / 2 - 0.3, 0],
      [span / 2 + 0.3, 0],
      [0, rise],
    ],
    d + 0.8,
    { at: [cx, h, -d / 2 - 0.4], color: roof },
  );
  if (plain) return;
  for (let z = -d / 2 + 5; z < d / 2 - 3; z += 8) {
    for (const side of [-1, 1])
      b.box('pale', [span * 0.3, 0.06, 1.5], [cx + side * span * 0.25, h + rise * 0.5, z], {
        rz: -side * tilt,
      });
  }
  b.box('paint', [1.8, 0.9, d * 0.82], [cx, h + rise - 0.15, 0], { color: 0xb4babc });
  b.box('paint', [2.3, 0.14, d * 0.82], [cx, h + rise + 0.75, 0], { color: 0x8d989f });
}

function rooftop(b, { x, y, z, random }) {
  const pick = random();
  if (pick < 0.4) {
    b.box('paint', [2.4, 1.6, 1.8], [x, y, z], { color: 0xb9bdbd });
    b.cyl('dark', { r: 0.6, h: 0.1, seg: 12 }, [x, y + 1.6, z]);
  } else if (pick < 0.7) {
    b.cyl('steel', { r: 0.4, h: 1.4, seg: 10 }, [x, y, z]);
    b.ball('steel', { r: 0.6, seg: 10 }, [x, y + 1.6, z]);
  } else {
    b.pipe(
      'steel',
      [
        [x, y + 0.5, z],
        [x + 7, y + 0.5, z],
        [x + 7, y + 0.5, z + 5],
      ],
      { r: 0.35, seg: 8 },
    );
  }
}

/** Distillation column with platforms, ladder cage, overhead line and insulation bands. */
export function column(b, { x, z, r, h, color = 0xd4d6d4 }) {
  b.at({ x, z }, () => {
    b.cyl('concrete', { r: r * 1.5, h: 1, seg: 16 }, [0, 0, 0]);
    b.cyl('dark', { r: r * 1.05, top: r, h: 3, seg: 24 }, [0, 1, 0]);
    b.cyl('steel', { r, h: h - 4, seg: 28 }, [0, 4, 0], { color });
    b.ball('steel', { r, ry: r * 0.6, seg: 24, half: true }, [0, h, 0], { color });
    for (let y = 9; y < h; y += 7.5) platform(b, { y, r, turn: y * 1.3 });
    b.pipe(
      'steel',
      [
        [0, h, 0],
        [0, h + 2, 0],
        [r + 0.9, h + 2, 0],
        [r + 0.9, 5, 0],
        [r + 5, 5, 0],
      ],
      { r: r * 0.2, seg: 10 },
    );
    for (const dz of [-0.35, 0.35])
      b.rod('paint', [-r - 0.5, 1, dz], [-r - 0.5, h, dz], { r: 0.08, seg: 5, color: 0xc9a227 });
    for (let y = 6; y < h; y += 3.5) b.ring('steel', { r: r + 0.02, t: 0.08, seg: 24 }, [0, y, 0]);
  });
}

function platform(b, { y, r, turn }) {
  b.cyl('dark', { r: r + 1.3, h: 0.14, seg: 20 }, [0, y, 0]);
  for (const lift of [0.6, 1.15])
    b.ring('paint', { r: r + 1.25, t: 0.05, seg: 20 }, [0, y + lift, 0], { color: 0xd0a628 });
  for (let k = 0; k < 10; k++) {
    const a = turn + (k / 10) * Math.PI * 2;
    b.rod(
      'paint',
      [Math.cos(a) * (r + 1.25), y, Math.sin(a) * (r + 1.25)],
      [Math.cos(a) * (r + 1.25), y + 1.15, Math.sin(a) * (r + 1.25)],
      { r: 0.05, seg: 4, color: 0xd0a628 },
    );
  }
}

/** Open steel structure with floors, vessels and stairs. */
export function structure(b, { x, z, w, d, floors, random }) {
  b.at({ x, z }, () => {
    const height = floors * 5;
    for (let px = -w / 2; px <= w / 2 + 0.01; px += w / Math.round(w / 6)) {
      for (const pz of [-d / 2, 0, d / 2]) b.box('frame', [0.4, height, 0.4], [px, 0, pz]);
    }
    for (let k = 1; k <= floors; k++) deck(b, { w, d, y: k * 5, random, top: k === floors });
    for (let k = 0; k < floors; k++) {
      const flip = k % 2 ? 1 : -1;
      b.beam('frame', [w / 2 + 1, k * 5, -3 * flip], [w / 2 + 1, k * 5 + 5, 3 * flip], { w: 1.2, h: 0.3 });
      b.rod('frame', [-w / 2, k * 5, d / 2], [-w / 2 + 6, k * 5 + 5, d / 2], { r: 0.12, seg: 5 });
      b.rod('frame', [w / 2, k * 5, d / 2], [w / 2 - 6, k * 5 + 5, d / 2], { r: 0.12, seg: 5 });
    }
  });
}

function deck(b, { w, d, y, random, top }) {
  b.box('dark', [w + 1, 0.18, d + 1], [0, y, 0]);
  for (const side of [-1, 1]) {
    b.box('frame', [w + 1, 0.5, 0.2], [0, y - 0.4, (side * d) / 2]);
    for (const lift of [0.6, 1.15]) {
      b.box('paint', [w + 1, 0.07, 0.07], [0, y + lift, side * (d / 2 + 0.5)], { color: 0xd0a628 });
      b.box('paint', [0.07, 0.07, d + 1], [side * (w / 2 + 0.5), y + lift, 0], { color: 0xd0a628 });
    }
  }
  const count = Math.round(w / 5);
  for (let i = 0; i < count; i++) {
    const px = -w / 2 + 2.5 + (i * (w - 3)) / count;
    const pz = random.range(-d / 3, d / 3);
    const r = random.range(0.7, 1.3);
    if (random() < 0.5) b.cyl('steel', { r, h: top ? random.range(3, 7) : 3.6, seg: 18 }, [px, y, pz]);
    else b.rod('steel', [px - 1.6, y + r + 0.4, pz], [px + 1.6, y + r + 0.4, pz], { r, seg: 18 });
    b.pipe(
      'steel',
      [
        [px, y + 2, pz],
        [px, y + 4.2, pz],
        [px + 4, y + 4.2, pz],
      ],
      { r: 0.16, seg: 7 },
    );
  }
}

/** Rack of pipes from [x1, z] to [x2, z] or along z when `alongZ`. */
export function pipeRack(b, { x, z, length, alongZ = false, y = 6.5 }) {
  b.at({ x, z, ry: alongZ ? Math.PI / 2 : 0 }, () => {
    for (let px = -length / 2; px <= length / 2; px += 9) {
      for (const dz of [-2.4, 2.4]) b.box('frame', [0.35, y + 2, 0.35], [px, 0, dz]);
      for (const level of [y, y + 1.9]) b.box('frame', [0.3, 0.35, 5.2], [px, level - 0.35, 0]);
    }
    for (const level of [y, y + 1.9]) {
      for (let k = 0; k < 8; k++) {
        const r = [0.28, 0.18, 0.36, 0.14, 0.24, 0.2, 0.3, 0.16][k];
        b.rod('steel', [-length / 2, level + r, -2.1 + k * 0.6], [length / 2, level + r, -2.1 + k * 0.6], {
          r,
          seg: 8,
          color: [0xe0e2e0, 0xc2c6c6, 0xe8e8e4, 0xb0503c, 0xd0d4d4, 0xc8b050, 0xe0e2e0, 0xaab4ba][
            (k + (level > y ? 3 : 0)) % 8
          ],
        });
      }
    }
  });
}

export function tank(b, { x, z, r, h, color = 0xdadcd8 }) {
  b.cyl('tank', { r, h, seg: 40 }, [x, 0, z], { color });
  b.cyl('tank', { r: r + 0.1, top: r * 0.05, h: r * 0.18, seg: 40 }, [x, h, z], { color });
  for (let y = 2.5; y <= h; y += 2.5) b.ring('tank', { r, t: 0.06, seg: 40 }, [x, y, z], { color });
  for (const lift of [0.5, 1.05])
    b.ring('paint', { r: r - 0.1, t: 0.045, seg: 36 }, [x, h + lift, z], { color: 0xb8bcbc });
  const steps = 14;
  for (let k = 0; k < steps; k++) {
    const p = (i) => [
      x + Math.cos(0.6 + i * 0.11) * (r + 0.6),
      (h * i) / steps,
      z + Math.sin(0.6 + i * 0.11) * (r + 0.6),
    ];
    b.beam('dark', p(k), p(k + 1), { w: 0.9, h: 0.25 });
  }
}

export function sphereTank(b, { x, z, r }) {
  b.ball('tank', { r, seg: 36 }, [x, r + 2.5, z]);
  for (let k = 0; k < 10; k++) {
    const a = (k / 10) * Math.PI * 2;
    b.rod(
      'frame',
      [x + Math.cos(a) * r * 0.98, 0, z + Math.sin(a) * r * 0.98],
      [x + Math.cos(a) * r * 0.97, r + 2.5, z + Math.sin(a) * r * 0.97],
      { r: 0.28, seg: 8 },
    );
  }
  b.ring('paint', { r: r + 0.3, t: 0.1, seg: 36 }, [x, r + 2.5, z], { color: 0xc9a227 });
  b.cyl('dark', { r: 2, h: 0.2, seg: 16 }, [x, r * 2 + 2.5, z]);
}

export function chimney(b, { x, z, r, h, bands = true, name = 'concrete' }) {
  b.cyl(name, { r, top: r * 0.66, h, seg: 28 }, [x, 0, z]);
  if (!bands) return;
  for (let k = 0; k < 5; k++) {
    const t = 1 - (k * 2 + 1) * 0.045;
    const radius = r * (1 - 0.34 * t) * 1.01;
    b.cyl('paint', { r: radius, top: radius * 0.985, h: h * 0.045, seg: 28 }, [x, h * (t - 0.0), z], {
      color: 0xb3402e,
    });
  }
}

export function coolingTower(b, { x, z, r, h }) {
  const steps = 10;
  const radius = (t) => r * (0.58 + 0.42 * (Math.abs(t - 0.72) / 0.72) ** 1.7);
  for (let k = 0; k < steps; k++) {
    const [t0, t1] = [k / steps, (k + 1) / steps];
    b.cyl('concrete', { r: radius(t0), top: radius(t1), h: h / steps, seg: 40, open: true }, [x, h * t0, z]);
  }
  b.cyl('dark', { r: radius(1) * 0.96, h: 0.1, seg: 36 }, [x, h * 0.985, z]);
}

/** Lattice mast with three pairs of arms; returns wire points. */
export function pylon(b, { x, z, h = 42 }) {
  const half = (y) => 3.6 * (1 - y / h) + 0.6;
  const corner = (y, k) => [x + half(y) * (k & 1 ? 1 : -1), y, z + half(y) * (k & 2 ? 1 : -1)];
  for (let y = 0; y < h; y += 5) {
    for (const [p, q] of [
      [0, 1],
      [1, 3],
      [3, 2],
      [2, 0],
    ]) {
      b.rod('frame', corner(y, p), corner(Math.min(h, y + 5), q), { r: 0.09, seg: 4 });
      b.rod('frame', corner(y, q), corner(Math.min(h, y + 5), p), { r: 0.09, seg: 4 });
      b.rod('frame', corner(y, p), corner(Math.min(h, y + 5), p), { r: 0.16, seg: 4 });
    }
  }
  const wires = [];
  for (const [y, arm] of [
    [h - 12, 8],
    [h - 7, 6.6],
    [h - 2, 5.2],
  ]) {
    b.beam('frame', [x - arm, y, z], [x + arm, y, z], { w: 0.4, h: 0.5 });
    for (const side of [-1, 1]) wires.push([x + side * arm, y - 2, z]);
  }
  return wires;
}

export function wire(b, a, c) {
  const points = Array.from({ length: 13 }, (_, i) => {
    const t = i / 12;
    return a.map((v, axis) => v + (c[axis] - v) * t - (axis === 1 ? 7 * 4 * t * (1 - t) * 0.5 : 0));
  });
  for (let i = 1; i < points.length; i++) b.rod('dark', points[i - 1], points[i], { r: 0.09, seg: 4 });
}
