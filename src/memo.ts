/** Expensive things made from a text → kept, so that the second page or issue of a process gets them free. */

/** Enough for the page templates of a few themes; a batch over many themes must not grow. */
const MOST_KEPT = 64;

/** A function that makes its result once for each key. The key must hold all that the result depends on. */
export function memo<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    if (kept.size >= MOST_KEPT) kept.clear();
    const made = make();
    kept.set(key, made);
    return made;
  };
}
