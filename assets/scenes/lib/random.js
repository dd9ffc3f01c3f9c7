/** Repeatable random numbers (mulberry32) and low-discrepancy sequences. */

export function makeRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  next.range = (low, high) => low + (high - low) * next();
  next.int = (low, high) => Math.floor(next.range(low, high + 1));
  next.pick = (list) => list[Math.floor(next() * list.length)];
  next.sign = () => (next() < 0.5 ? -1 : 1);
  next.near = (value, part) => value * next.range(1 - part, 1 + part);
  return next;
}

/** Van der Corput radical inverse. */
export function radical(index, base) {
  let result = 0;
  let fraction = 1 / base;
  for (let i = index; i > 0; i = Math.floor(i / base)) {
    result += (i % base) * fraction;
    fraction /= base;
  }
  return result;
}

/** Four independent sample coordinates in [0, 1) for pass number `index`. */
export function sample4(index) {
  return [radical(index + 1, 2), radical(index + 1, 3), radical(index + 1, 5), radical(index + 1, 7)];
}

/** Maps a unit-square point to the unit disc without clumping. */
export function toDisc(u, v) {
  const radius = Math.sqrt(u);
  const angle = v * Math.PI * 2;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
