/** The nodes of the search over breaks: parallel arrays that grow by doubling, in memory used again and again. */

export interface Nodes {
  /** How many there are. */
  count: number;
  at: Int32Array;
  /** Lines before it × 4 + class of the line that ends here: one node for each at a break. */
  key: Int32Array;
  /** Lines up to here. */
  lines: Int32Array;
  cost: Float64Array;
  from: Int32Array;
  /** The next node of the same break, -1 behind the last. */
  next: Int32Array;
}

/** What is kept for the next search: enough for most paragraphs, 2 MB. */
const KEPT = 1 << 16;

let kept: Nodes | null = null;

/** No nodes. Those of the search before are gone. */
export function freshNodes(): Nodes {
  const nodes = kept ?? empty(1 << 10);
  kept = nodes;
  nodes.count = 0;
  return nodes;
}

/** Adds a node; returns its number. */
export function enter(
  nodes: Nodes,
  node: {
    readonly at: number;
    readonly key: number;
    readonly lines: number;
    readonly cost: number;
    readonly from: number;
    readonly next: number;
  },
): number {
  const k = nodes.count;
  if (k === nodes.at.length) grow(nodes);
  nodes.count = k + 1;
  nodes.at[k] = node.at;
  nodes.key[k] = node.key;
  nodes.lines[k] = node.lines;
  nodes.cost[k] = node.cost;
  nodes.from[k] = node.from;
  nodes.next[k] = node.next;
  return k;
}

function grow(nodes: Nodes): void {
  const wider = empty(nodes.at.length * 2);
  wider.at.set(nodes.at);
  wider.key.set(nodes.key);
  wider.lines.set(nodes.lines);
  wider.cost.set(nodes.cost);
  wider.from.set(nodes.from);
  wider.next.set(nodes.next);
  wider.count = nodes.count;
  Object.assign(nodes, wider);
  if (nodes.at.length > KEPT) kept = null;
}

function empty(size: number): Nodes {
  const memory = new ArrayBuffer(size * 28);
  const ints = (k: number): Int32Array => new Int32Array(memory, size * (8 + 4 * k), size);
  return {
    count: 0,
    cost: new Float64Array(memory, 0, size),
    at: ints(0),
    key: ints(1),
    lines: ints(2),
    from: ints(3),
    next: ints(4),
  };
}
