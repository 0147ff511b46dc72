import { appendFileSync } from 'node:fs';

/** Says the result as one plain line; for bin/test, which adds up several runs, it writes the numbers to a file. */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites; // a file that does not load fails too
    const skipped = results.numPendingTests + results.numTodoTests;
    const file = process.env.TEST_COUNTS_FILE;
    if (file) appendFileSync(file, `${JSON.stringify({ passed, failed, skipped })}\n`);
    else console.log(countLine({ passed, failed, skipped }));
  }
}

/** @param {{ passed: number, failed: number, skipped: number }} counts */
export function countLine({ passed, failed, skipped }) {
  return `tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
