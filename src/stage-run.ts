/** Stages, one after the other → their diagnostics gathered, their time taken. */

import type { Diagnostic } from './diagnostics.ts';

export type Stage = 'content' | 'template' | 'markup' | 'layout' | 'pdf';

/** Milliseconds a stage; a stage that was not reached is not in it. */
export type Timings = Readonly<Partial<Record<Stage, number>>>;

interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
}

export interface StageRun {
  readonly stage: <T extends Outcome>(name: Stage, work: () => T) => T;
  readonly lastStage: <T extends Outcome>(name: Stage, work: () => Promise<T>) => Promise<T>;
  /** What is no stage, and takes no time to speak of. */
  readonly check: <T extends Outcome>(work: () => T) => T;
  readonly diagnostics: readonly Diagnostic[];
  readonly timings: Timings;
}

/** `onStage` is told the name of each stage as it begins. */
export function startRun(onStage: ((stage: Stage) => void) | undefined): StageRun {
  const diagnostics: Diagnostic[] = [];
  const timings: Partial<Record<Stage, number>> = {};
  const begin = (name: Stage): (<T extends Outcome>(result: T) => T) => {
    onStage?.(name);
    const start = process.hrtime.bigint();
    return (result) => {
      timings[name] = Number((process.hrtime.bigint() - start) / 1000n) / 1000;
      diagnostics.push(...result.diagnostics);
      return result;
    };
  };
  return {
    stage: (name, work) => begin(name)(work()),
    lastStage: async (name, work) => begin(name)(await work()),
    check: (work) => {
      const result = work();
      diagnostics.push(...result.diagnostics);
      return result;
    },
    diagnostics,
    timings,
  };
}
