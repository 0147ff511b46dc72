import { parentPort, workerData } from 'node:worker_threads';
import { assign, ExpertsShort } from './assign.js';
import type { AssignmentProblem } from './problem.js';
import type { Answer } from './solve-in-thread.js';

/** The thread of `solveInThread`: solves one problem, tells how many proposals are served, answers, ends. */
const { problem, served } = workerData as { problem: AssignmentProblem; served: Int32Array };

parentPort!.postMessage(solve());

function solve(): Answer {
  try {
    return { found: assign(problem, (count) => void Atomics.store(served, 0, count)) };
  } catch (error) {
    if (error instanceof ExpertsShort) return { bottleneck: error.bottleneck };
    throw error;
  }
}
