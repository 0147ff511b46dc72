import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countLine } from '../../test/support/count-reporter.mjs';
import { canInstallPrograms, installProgram } from './apt.mjs';
import { buildIfNeeded, checkNode, installPackages } from './install.mjs';
import { seconds } from './progress.mjs';
import { findProgram, ROOT } from './run.mjs';

/*
 * bin/test                               everything, stopping at the first step that fails
 * bin/test unit|integration|journeys …   one part; the rest goes to Jest (a file, -t 'a name')
 * DATABASE_POOL_MAX=1 bin/test integration   finds code that takes a second connection inside a transaction
 * Ends with one line: tests: N passed, M failed
 */

const PARTS = ['unit', 'integration', 'journeys'];
const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

const startedAt = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'spryiannia-counts-'));
const countsFile = join(folder, 'counts');
process.on('SIGINT', () => {}); // the step that runs gets it too and tidies up

try {
  const [part, ...jestArgs] = process.argv.slice(2);
  if (part && !PARTS.includes(part)) throw new Error(`No such part: ${part}. There are: ${PARTS.join(', ')}.`);
  await (part ? runPart(part, jestArgs) : runEverything());
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
printCount();
rmSync(folder, { recursive: true, force: true });

async function runEverything() {
  await step('install', () => install(PARTS));
  await step('format', () => npm('format:check'));
  await step('lint', () => npm('lint'));
  await step('types', () => npm('typecheck'));
  await step('build', buildIfNeeded);
  for (const part of PARTS) await step(part, () => jest(part));
}

async function runPart(part, jestArgs) {
  await install([part]);
  if (part !== 'unit') await buildIfNeeded();
  await jest(part, jestArgs);
}

async function step(title, work) {
  const stepStartedAt = Date.now();
  console.log(`\n== ${title}`);
  await work().catch((error) => {
    throw new Error(`== ${title}: stopped here after ${seconds(stepStartedAt)}. ${error.message}`);
  });
  console.log(`== ${title}: ${seconds(stepStartedAt)}, ${seconds(startedAt)} since the start`);
}

async function install(parts) {
  checkNode();
  await installPackages();
  if (parts.includes('integration') || parts.includes('journeys')) {
    await need('Redis', ['redis-server', 'valkey-server', 'keydb-server'], ['redis-server', 'valkey-server']);
  }
  if (parts.includes('journeys')) {
    const found = process.env.CHROMIUM_PATH;
    process.env.CHROMIUM_PATH =
      found ?? (await need('Chromium', ['chromium', 'chromium-browser', 'google-chrome'], ['chromium']));
  }
}

async function need(title, programs, packages) {
  if (!findProgram(...programs) && canInstallPrograms()) await installProgram(title, ...packages);
  const found = findProgram(...programs);
  if (!found) throw new Error(`${title} is missing. Install it (${packages[0]}), or run ./bin/test as root.`);
  return found;
}

function npm(script) {
  return execute('npm', ['run', '-s', script]);
}

function jest(part, args = []) {
  return execute(process.execPath, [...JEST, ...args, '--selectProjects', part]);
}

/** Runs a step with its output shown as it comes. */
function execute(command, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TEST_COUNTS_FILE: countsFile };
    const child = spawn(command, args, { cwd: ROOT, env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`Failed (${signal ?? code}).`))));
  });
}

// Each Jest run wrote one line: see test/support/count-reporter.mjs.
function printCount() {
  const runs = existsSync(countsFile)
    ? readFileSync(countsFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  const total = (what) => runs.reduce((sum, run) => sum + run[what], 0);
  console.log(`\n${countLine({ passed: total('passed'), failed: total('failed'), skipped: total('skipped') })}`);
}
