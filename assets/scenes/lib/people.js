/** People in everyday clothes, posed by the angles of their joints. Uses the materials `cloth` and `gloss`. */

/** Angles in radians. Legs: [hip forward, knee bent]; arms: [shoulder forward, outward, elbow bent]; right side first. */
export const POSES = {
  stand: {
    legs: [
      [0.02, 0.02],
      [-0.03, 0.02],
    ],
    arms: [
      [0.05, 0.12, 0.15],
      [0, 0.12, 0.2],
    ],
  },
  chat: {
    legs: [
      [0.05, 0.03],
      [-0.04, 0.02],
    ],
    arms: [
      [0.35, 0.15, 1.5],
      [0, 0.14, 0.2],
    ],
  },
  point: {
    lean: 0.06,
    legs: [
      [0.08, 0.02],
      [-0.08, 0.02],
    ],
    arms: [
      [1.25, 0.1, 0.1],
      [0, 0.14, 0.3],
    ],
  },
  cheer: {
    legs: [
      [0.1, 0.05],
      [-0.1, 0.05],
    ],
    arms: [
      [2.7, 0.35, 0.3],
      [2.6, 0.3, 0.35],
    ],
  },
  walk: {
    lean: 0.04,
    legs: [
      [0.42, 0.12],
      [-0.35, 0.25],
    ],
    arms: [
      [-0.35, 0.1, 0.25],
      [0.35, 0.1, 0.3],
    ],
  },
  run: {
    lean: 0.28,
    legs: [
      [0.95, 1.15],
      [-0.5, 0.9],
    ],
    arms: [
      [-0.75, 0.12, 1.5],
      [0.75, 0.12, 1.6],
    ],
  },
  sprint: {
    lean: 0.42,
    legs: [
      [-0.75, 0.55],
      [1.2, 1.5],
    ],
    arms: [
      [0.95, 0.15, 1.5],
      [-0.95, 0.15, 1.3],
    ],
  },
  pull: {
    lean: -0.62,
    legs: [
      [0.75, 0.35],
      [0.35, 0.55],
    ],
    arms: [
      [0.62, 0.02, 0.3],
      [0.45, 0.02, 0.75],
    ],
  },
  leap: {
    lean: 0.35,
    legs: [
      [1.45, 0.55],
      [1.15, 0.35],
    ],
    arms: [
      [2.2, 0.3, 0.3],
      [2.0, 0.35, 0.3],
    ],
  },
  shoot: {
    lean: -0.05,
    legs: [
      [-0.1, 0.45],
      [0.12, 0.35],
    ],
    arms: [
      [2.6, 0.05, 0.75],
      [2.3, 0.2, 0.9],
    ],
  },
  reach: {
    lean: 0.22,
    legs: [
      [0.05, 0.03],
      [-0.08, 0.02],
    ],
    arms: [
      [0.9, 0.08, 0.6],
      [0.75, 0.08, 0.75],
    ],
  },
  bend: {
    lean: 0.85,
    legs: [
      [0.1, 0.15],
      [-0.08, 0.1],
    ],
    arms: [
      [1.15, 0.1, 0.35],
      [1.3, 0.1, 0.3],
    ],
  },
  sit: {
    lean: 0.1,
    legs: [
      [1.5, 1.5],
      [1.5, 1.5],
    ],
    arms: [
      [0.7, 0.15, 1.0],
      [0.8, 0.12, 0.9],
    ],
  },
  read: {
    lean: 0.2,
    legs: [
      [1.5, 1.5],
      [1.5, 1.5],
    ],
    arms: [
      [0.6, 0.2, 1.25],
      [0.6, 0.2, 1.25],
    ],
  },
};

const THIGH = 0.43;
const SHIN = 0.44;

const swing = (angle, length) => [0, -Math.cos(angle) * length, Math.sin(angle) * length];
const plus = (a, b) => a.map((v, i) => v + b[i]);

function limb(b, a, c, { r, r2, color }) {
  b.rod('cloth', a, c, { r, r2, seg: 12, color });
  b.ball('cloth', { r: r2, seg: 10 }, c, { color });
}

/** Height of the hips that puts the lower foot on the ground. */
function hipHeight(legs) {
  return Math.max(...legs.map(([a, k]) => Math.cos(a) * THIGH + Math.cos(a - k) * SHIN)) + 0.06;
}

function leg(b, side, [a, k], { trousers, stripe, shoes }) {
  const hip = [0.095 * side, 0, 0];
  const knee = plus(hip, swing(a, THIGH));
  const ankle = plus(knee, swing(a - k, SHIN));
  b.ball('cloth', { r: 0.105, seg: 10 }, hip, { color: trousers });
  limb(b, hip, knee, { r: 0.098, r2: 0.072, color: trousers });
  limb(b, knee, ankle, { r: 0.074, r2: 0.056, color: trousers });
  if (stripe) {
    const out = (p, r) => [p[0] + r * side, p[1], p[2]];
    b.rod('cloth', out(hip, 0.088), out(knee, 0.058), { r: 0.02, seg: 6, color: stripe });
    b.rod('cloth', out(knee, 0.058), out(ankle, 0.042), { r: 0.018, seg: 6, color: stripe });
  }
  const tip = k > 1 || a < -0.3 ? 0.7 : 0;
  b.at({ x: ankle[0], y: ankle[1], z: ankle[2], rx: tip }, () => {
    b.box('cloth', [0.092, 0.075, 0.24], [0, -0.075, 0.05], { color: shoes });
    b.box('cloth', [0.096, 0.025, 0.25], [0, -0.082, 0.05], { color: 0xe9e7e2 });
  });
}

function arm(b, side, [p, out, e], { coat, sleeve = coat, skin }) {
  const shoulder = [0.185 * side, 0.47, 0];
  const elbow = plus(shoulder, [
    Math.sin(out) * 0.27 * side,
    -Math.cos(p) * Math.cos(out) * 0.27,
    Math.sin(p) * Math.cos(out) * 0.27,
  ]);
  const hand = plus(elbow, [-Math.sin(out) * 0.08 * side, -Math.cos(p + e) * 0.25, Math.sin(p + e) * 0.25]);
  b.ball('cloth', { r: 0.078, seg: 10 }, shoulder, { color: sleeve });
  limb(b, shoulder, elbow, { r: 0.07, r2: 0.055, color: sleeve });
  limb(b, elbow, hand, { r: 0.056, r2: 0.042, color: sleeve });
  b.ball('cloth', { r: 0.046, seg: 8 }, plus(hand, [0, -Math.cos(p + e) * 0.04, Math.sin(p + e) * 0.04]), {
    color: skin,
  });
}

const HATS = {
  straw: (b) => {
    b.cyl('cloth', { r: 0.29, top: 0.02, h: 0.17, seg: 28 }, [0, 0.1, 0], { color: 0xd3b272 });
    b.cyl('cloth', { r: 0.3, h: 0.012, seg: 28 }, [0, 0.095, 0], { color: 0xb08c4e });
  },
  cap: (b) => {
    b.ball('cloth', { r: 0.128, ry: 0.12, seg: 16, half: true }, [0, 0.045, 0], { color: 0xf0efea });
    b.box('cloth', [0.17, 0.015, 0.12], [0, 0.05, 0.16], { color: 0xf0efea });
  },
  sunhat: (b, color) => {
    b.cyl('cloth', { r: 0.21, h: 0.014, seg: 24 }, [0, 0.06, 0], { color });
    b.ball('cloth', { r: 0.13, ry: 0.12, seg: 16, half: true }, [0, 0.06, 0], { color });
  },
};

function head(b, { skin, hair, long, hat, hatColor = 0xe8e2d2, look = 0, nod = 0 }) {
  b.cyl('cloth', { r: 0.05, h: 0.1, seg: 10 }, [0, 0.53, 0], { color: skin });
  b.at({ y: 0.72, z: 0.015, ry: look, rx: nod }, () => {
    b.ball('cloth', { r: 0.1, ry: 0.125, seg: 16 }, [0, 0, 0], { color: skin });
    b.ball('cloth', { r: 0.018, seg: 8 }, [0, -0.015, 0.1], { color: skin });
    for (const side of [-1, 1]) {
      b.ball('cloth', { r: 0.012, seg: 8 }, [0.036 * side, 0.012, 0.089], { color: 0x1c1512 });
      b.ball('cloth', { r: 0.022, seg: 8 }, [0.1 * side, -0.005, 0.0], { color: skin });
    }
    b.box('cloth', [0.042, 0.008, 0.012], [0, -0.062, 0.083], { color: 0x8f4f43 });
    b.ball('cloth', { r: 0.11, ry: 0.108, seg: 16, half: true }, [0, 0.04, -0.012], { color: hair });
    b.ball('cloth', { r: 0.104, ry: 0.128, seg: 14 }, [0, 0.016, -0.03], { color: hair });
    if (long) {
      b.rod('cloth', [0, 0.05, -0.11], [0, -0.06, -0.19], { r: 0.05, r2: 0.045, seg: 10, color: hair });
      b.rod('cloth', [0, -0.06, -0.19], [0, -0.24, -0.17], { r: 0.045, r2: 0.015, seg: 10, color: hair });
    }
    if (hat) HATS[hat](b, hatColor);
  });
}

const SKINS = [0xc08a68, 0xb98260, 0xc9946f];

/**
 * A person about 1.68 m tall (scaled by `s`) facing +z. `pose` names one of POSES; `air` lifts the feet off the ground;
 * `yoke` colours chest and shoulders apart from the coat, `stripe` runs down the trousers, `bag` is a satchel.
 */
export function figure(b, options) {
  const o = {
    x: 0,
    y: 0,
    z: 0,
    ry: 0,
    s: 1,
    air: 0,
    turn: 0,
    coat: 0x2d4a86,
    trousers: 0x26344e,
    shoes: 0x2a2a2c,
    hair: 0x17130f,
    skin: SKINS[0],
    pose: 'stand',
    ...options,
  };
  const pose = typeof o.pose === 'string' ? POSES[o.pose] : o.pose;
  b.at({ x: o.x, y: o.y, z: o.z, ry: o.ry, s: o.s }, () => {
    b.at({ y: (o.seat ?? hipHeight(pose.legs)) + o.air, rx: o.turn }, () => {
      for (const [i, side] of [1, -1].entries()) leg(b, side, pose.legs[i], o);
      b.at({ rx: pose.lean ?? 0 }, () => trunk(b, o, pose));
    });
  });
}

function trunk(b, o, pose) {
  b.at({ s: 1 }, () => {
    b.ball('cloth', { r: 0.155, ry: 0.12, seg: 14 }, [0, 0.02, 0], { color: o.trousers });
    b.rod('cloth', [0, -0.03, 0], [0, 0.24, 0], { r: 0.165, r2: 0.15, seg: 16, color: o.coat });
    b.rod('cloth', [0, 0.24, 0], [0, 0.46, 0], { r: 0.15, r2: 0.168, seg: 16, color: o.yoke ?? o.coat });
    b.ball('cloth', { r: 0.168, ry: 0.1, seg: 16 }, [0, 0.46, 0], { color: o.yoke ?? o.coat });
    b.ball('cloth', { r: 0.075, ry: 0.05, seg: 12 }, [0, 0.545, 0.01], { color: o.collar ?? o.coat });
    if (o.bag) {
      b.box('cloth', [0.27, 0.36, 0.13], [0, 0.1, -0.23], { color: o.bag });
      b.box('cloth', [0.2, 0.15, 0.06], [0, 0.13, -0.31], { color: o.bag });
      for (const side of [-1, 1])
        b.rod('cloth', [0.1 * side, 0.5, -0.1], [0.11 * side, 0.2, 0.14], { r: 0.02, seg: 6, color: o.bag });
    }
    if (o.basket) {
      b.cyl('cloth', { r: 0.13, top: 0.17, h: 0.32, seg: 16, open: true }, [0, 0.12, -0.3], {
        color: 0xa8803f,
      });
      b.ball('cloth', { r: 0.15, ry: 0.07, seg: 12 }, [0, 0.4, -0.3], { color: 0x6c8a32 });
    }
    for (const [i, side] of [1, -1].entries()) arm(b, side, pose.arms[i], o);
    head(b, { ...o, nod: o.nod ?? (pose.lean ?? 0) * -0.7 });
  });
}

/** Clothes of a school tracksuit: colour below, white yoke, striped trousers. */
export const tracksuit = (random, { color = 0x2f62a8 } = {}) => ({
  coat: color,
  yoke: 0xeceff0,
  sleeve: color,
  trousers: 0x27406c,
  stripe: 0xe8ecee,
  shoes: random.pick([0xe6e6e2, 0x35383d, 0x9d3a34]),
  hair: random.pick([0x17130f, 0x1d1712, 0x120f0d]),
  skin: random.pick(SKINS),
  long: random() < 0.5,
});

/** Everyday clothes in muted and bright colours. */
export const everyday = (random) => ({
  coat: random.pick([
    0x7c2f35, 0x35506f, 0x59633c, 0xb9a98a, 0x2e2f35, 0x8a6a48, 0xc7653a, 0x6a7f93, 0xd8d2c6,
  ]),
  trousers: random.pick([0x2b303c, 0x3a3f4a, 0x4a4238, 0x24262b]),
  hair: random.pick([0x17130f, 0x1d1712, 0x3a3430]),
  skin: random.pick(SKINS),
  long: random() < 0.45,
});
