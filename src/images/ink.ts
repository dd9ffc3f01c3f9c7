/** CMYK pixels → their ink, and the same pixels within a limit of ink. */

/** Samples of full ink; the sum of all four inks at 100 % each is 400 %. */
const FULL = 255;

/** The most ink in a pixel, %. `samples`: four bytes a pixel, 255 full ink. */
export function mostInk(samples: Uint8Array): number {
  let most = 0;
  for (let at = 0; at < samples.length; at += 4) {
    const sum = samples[at]! + samples[at + 1]! + samples[at + 2]! + samples[at + 3]!;
    if (sum > most) most = sum;
  }
  return (most / FULL) * 100;
}

/**
 * Takes ink away, in place, where there is more than `limit` %: first grey made of three inks gives way to black,
 * two parts for one, which leaves the place as dark; if black is full, all three coloured inks give way alike.
 */
export function limitInk(samples: Uint8Array, limit: number): void {
  const most = Math.floor((limit / 100) * FULL);
  for (let at = 0; at < samples.length; at += 4) {
    let c = samples[at]!;
    let m = samples[at + 1]!;
    let y = samples[at + 2]!;
    let k = samples[at + 3]!;
    const over = c + m + y + k - most;
    if (over <= 0) continue;
    const grey = Math.min(Math.ceil(over / 2), FULL - k, c, m, y);
    c -= grey;
    m -= grey;
    y -= grey;
    k += grey;
    const sum = c + m + y;
    if (sum + k > most) {
      const room = Math.max(0, most - k);
      c = Math.floor((c * room) / sum);
      m = Math.floor((m * room) / sum);
      y = Math.floor((y * room) / sum);
    }
    samples[at] = c;
    samples[at + 1] = m;
    samples[at + 2] = y;
    samples[at + 3] = Math.min(k, most);
  }
}
