/** Issues in → all of them built by a pool of worker threads, a result for each out. */

import { availableParallelism } from 'node:os';
import { faultMessage } from '../fault-message.ts';
import type { Language } from '../language.ts';
import type { Job, Result } from './job.ts';

export { findIssues } from './find-issues.ts';
export { isBuilt, type Result } from './job.ts';

export interface BatchOptions {
  readonly output: string;
  /** Issues built side by side; null: as many as the machine has processors. */
  readonly jobs: number | null;
  readonly language: Language;
  /** The file that a worker thread starts with; it exports `buildIssue`. */
  readonly worker: string;
  /** Told each result as it comes, in no fixed order. */
  readonly onResult: (result: Result) => void;
}

/** One job, in the thread it is called in; never throws. */
export async function buildIssue(job: Job): Promise<Result> {
  return (await import('./worker.ts')).buildIssue(job);
}

/** Results in the order of the issues. A failure never stops the rest. */
export async function buildAll(issues: readonly string[], options: BatchOptions): Promise<readonly Result[]> {
  const { output, language, worker, onResult } = options;
  const threads = Math.max(1, Math.min(options.jobs ?? availableParallelism(), issues.length));
  const { Piscina } = await import('piscina');
  // A thread that ended is replaced up to the least number only: with none the issues that wait would wait for ever.
  const pool = new Piscina<Job, Result>({ filename: worker, minThreads: threads, maxThreads: threads });
  const build = async (issue: string): Promise<Result> => {
    const result = await pool
      .run({ issue, output, language })
      // The thread itself ended, out of memory for one; the pool starts another.
      .catch((error: unknown): Result => ({ kind: 'failed', issue, message: faultMessage(error) }));
    onResult(result);
    return result;
  };
  try {
    return withClashes(await Promise.all(issues.map(build)));
  } finally {
    await pool.destroy();
  }
}

/** Issues whose files went to one folder are told, all of them: which one's are there now is chance. */
function withClashes(results: readonly Result[]): readonly Result[] {
  const byFolder = new Map<string, string[]>();
  for (const result of results) {
    if (result.kind === 'reported') {
      byFolder.set(result.folder, [...(byFolder.get(result.folder) ?? []), result.issue]);
    }
  }
  return results.map((result) => {
    if (result.kind !== 'reported') return result;
    const { issue, folder } = result;
    const others = byFolder.get(folder)!.filter((other) => other !== issue);
    return others.length === 0 ? result : { kind: 'clash', issue, folder, with: others };
  });
}
