/**
 * The bytes of one build's photos after another's → the same memory.
 *
 * A page's photos are megabytes, and memory that is fresh from the system costs more than to read them into it.
 */

/** Bytes; what no photo is read into yet takes no memory. */
const BLOCK = 0x2000000;
/** Blocks that wait for the next build, at the most. */
const MOST_IDLE = 2;

const idle: Uint8Array[] = [];

export interface PhotoMemory {
  /** Memory that holds anything. */
  readonly take: (length: number) => Uint8Array;
  /** Gives all of it to the builds that come. */
  readonly release: () => void;
}

export function photoMemory(): PhotoMemory {
  const blocks: Uint8Array[] = [];
  let free: Uint8Array = new Uint8Array(0);
  return {
    take: (length) => {
      if (length > BLOCK) return uncleared(length);
      if (length > free.length) {
        free = idle.pop() ?? uncleared(BLOCK);
        blocks.push(free);
      }
      const taken = free.subarray(0, length);
      free = free.subarray(length);
      return taken;
    },
    release: () => {
      idle.push(...blocks.splice(0, MOST_IDLE - idle.length));
      blocks.length = 0;
      free = new Uint8Array(0);
    },
  };
}

/** Memory that is not cleared first, for who writes to all of it. */
export function uncleared(length: number): Uint8Array {
  const { buffer, byteOffset } = Buffer.allocUnsafeSlow(length);
  return new Uint8Array(buffer, byteOffset, length);
}
