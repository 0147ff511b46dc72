import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findProgram } from '../../bin/lib/run.mjs';
import { sampleResult } from '../../dist/libs/awards/src/model/result-file/sample-result.js';
import { signingKeyOf } from '../../dist/libs/awards/src/model/result-file/signing-key.js';
import { VERIFIERS } from '../../dist/libs/awards/src/model/result-file/verifiers.js';

/*
 * npm run -s bench:result-file: how large the result file of 1 000 and of 10 000 proposals with three sheets each is, and
 * how long each of the three verifiers needs for it: our command, the script of a stranger, the page in a browser.
 * PROPOSALS: «1000,10000». Starting a program and reading the file are counted, starting the browser is not.
 */

const COUNTS = (process.env.PROPOSALS ?? '1000,10000').split(',').map(Number);
const SEED = 7;
const CHECKED_WITHIN_MS = 5 * 60_000;

const folder = mkdtempSync(join(tmpdir(), 'spryiannia-result-file-'));
const executablePath = process.env.CHROMIUM_PATH ?? findProgram('chromium', 'chromium-browser', 'google-chrome');
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  for (const name of ['verify-result.mjs', 'verify-result.html']) writeFileSync(at(name), VERIFIERS[name].content());
  console.log('| proposals | lines | MB | MB packed | command, s | script, s | page in a browser, s |');
  console.log('|---|---|---|---|---|---|---|');
  for (const count of COUNTS) console.log(await row(count));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function row(count) {
  const text = sampleResult(count, SEED, signingKeyOf('of a benchmark'));
  const file = at(`${count}.jsonl`);
  writeFileSync(file, text);
  const command = await timed(() => node('dist/apps/cli/src/main.js', 'verify', file));
  const script = await timed(() => node(at('verify-result.mjs'), file));
  const sizes = [statSync(file).size, gzipSync(text).length].map((bytes) => (bytes / 1e6).toFixed(2));
  return `| ${[count, text.split('\n').length - 1, ...sizes, command, script, await inBrowser(file)].join(' | ')} |`;
}

async function inBrowser(file) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(at('verify-result.html')).href);
  const seconds = await timed(async () => {
    await page.setInputFiles('#file', file);
    await page.waitForSelector('#verdict.right, #verdict.wrong', { timeout: CHECKED_WITHIN_MS });
  });
  const verdict = await page.textContent('#verdict');
  await page.close();
  if (!verdict.includes('Усе сходиться')) throw new Error(`the page refused an honest file: ${verdict}`);
  return seconds;
}

function at(name) {
  return join(folder, name);
}

function node(...args) {
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function timed(work) {
  const startedAt = performance.now();
  await work();
  return ((performance.now() - startedAt) / 1000).toFixed(2);
}
