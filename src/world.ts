/**
 * Paths → bytes and today's date: the only way to the disk and the clock.
 *
 * Stage ① alone reads through it, so tests run in memory and a build knows all it depends on.
 */

export type Read =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Nothing is there. */
  | { readonly kind: 'missing' }
  /** Something is there that is no plain file, such as a folder. */
  | { readonly kind: 'not-a-file' }
  /** Over the limit given; `size` in bytes. Nothing was read. */
  | { readonly kind: 'too-large'; readonly size: number };

/** A file that was read, for the report and for resuming. */
export interface Input {
  /** As given to `read`, resolved: `/`-separated. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file of which parts are read as they are needed. */
export interface Parts {
  /** Bytes. */
  readonly size: number;
  /** The bytes from `start` up to `end`; fewer where the file ends before. @throws MachineFault as `read`. */
  readonly slice: (start: number, end: number) => Uint8Array;
}

export interface World {
  /**
   * Reads a file. `limit`: the most bytes it may have.
   * @throws MachineFault when the machine, not the author, is at fault (permission, a broken disk).
   */
  read(path: string, limit?: number): Read;
  /** Reads a photo, as `read`. Its bytes are this build's alone: nothing that outlasts the build may keep them. */
  readPhoto(path: string): Read;
  /**
   * Reads a file of the program itself that is kept (a table of a vendored font), as `read`, but once in the process:
   * the program does not change while it runs.
   */
  readOwn(path: string): Read;
  /**
   * A large file of the program itself (a vendored font, of which a page needs a tenth), kept open until the
   * process ends; null if nothing is there. It is not among the inputs: the program's version stands for it.
   */
  parts(path: string): Parts | null;
  /** Where a path really leads, links followed; null if nothing is there. For "may not leave the folder". */
  realPath(path: string): string | null;
  /** The names in a folder, sorted by code unit; null if there is no such folder. */
  list(path: string): readonly string[] | null;
  /** Today, `2020-04-08`. */
  today(): string;
  /** All files read so far, in order of their paths. */
  inputs(): readonly Input[];
}

/** The machine failed (disk, permission, memory): exit code 3. */
export class MachineFault extends Error {
  readonly path: string;
  readonly errno: string;
  constructor(path: string, errno: string) {
    super(`${errno}: ${path}`);
    this.name = 'MachineFault';
    this.path = path;
    this.errno = errno;
  }
}
