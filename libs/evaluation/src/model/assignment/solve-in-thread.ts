import { Worker } from 'node:worker_threads';
import { ExpertsShort, type Assignment, type Bottleneck } from './assign.js';
import type { AssignmentProblem } from './problem.js';

/** What the thread answers. */
export type Answer = { found: Assignment } | { bottleneck: Bottleneck };

const MEMORY_MAX_MB = 512;
/** Tests run the sources; a thread starts from the built file. */
const THREAD = new URL(
  './assignment.thread.js',
  import.meta.url.replace(/(?<!\/dist)\/libs\/(.*)\.ts$/, '/dist/libs/$1.js'),
);

/**
 * `assign` in a thread of its own: the process goes on with everything else meanwhile. `served` tells how many
 * proposals are served already. The signal stops the thread where it is.
 * @throws ExpertsShort when no assignment exists, the reason of the signal when it was stopped
 */
export function solveInThread(
  problem: AssignmentProblem,
  signal: AbortSignal,
): { answer: Promise<Assignment>; served: () => number } {
  const served = new Int32Array(new SharedArrayBuffer(4));
  return { answer: run(problem, signal, served), served: () => Atomics.load(served, 0) };
}

async function run(problem: AssignmentProblem, signal: AbortSignal, served: Int32Array): Promise<Assignment> {
  signal.throwIfAborted();
  const thread = new Worker(THREAD, {
    workerData: { problem, served },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX_MB },
  });
  const stop = (): void => void thread.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const answer = await answerOf(thread);
    if (answer && 'found' in answer) return answer.found;
    if (answer) throw new ExpertsShort(answer.bottleneck);
    signal.throwIfAborted();
    throw new Error('the thread of the assignment ended without an answer');
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.terminate();
  }
}

/** Null when the thread ended without one. */
function answerOf(thread: Worker): Promise<Answer | null> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => resolve(null));
  });
}
