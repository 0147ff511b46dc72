import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { chromium } from 'playwright-core';
import { addressesOf, PEOPLE } from './addresses.mjs';
import { doDeeds, endReception } from './deeds.mjs';
import { LATER } from './figures.mjs';
import { indexPage } from './index-page.mjs';
import { pictureMoments } from './moments.mjs';
import { pagePaths } from './page-paths.mjs';
import { NO_PICTURE } from './no-picture.mjs';
import { pictureRefusals } from './refusals.mjs';
import { Visitors } from './visitors.mjs';

/*
 * npm run screenshots: a picture of every page in both languages, on a phone and on a desk, as somebody who may see it,
 * of the main forms sent empty, and of what no path shows (./moments.mjs). It looks at a running system with the demo world: BASE_URL, DATABASE_URL and
 * DATA_DIR (its mail) name it. ONLY=word takes the pages whose path contains the word (several with commas), OUT is the
 * folder, PICTURES=0 only finds out which pages open, LATER=1 goes on after the end of the reception. It acts in the
 * demo world (./deeds.mjs): not for a real one.
 */

const BASE_URL = process.env.BASE_URL ?? 'http://localhost:3000';
const OUT = resolve(process.env.OUT ?? '.data/screenshots');
const ONLY = (process.env.ONLY ?? '').split(',');
const WITH_PICTURES = process.env.PICTURES !== '0';
/** Moving the clock of the demo is the last thing: what came before it cannot be seen again. */
const IS_LATER_TOO = process.env.LATER === '1';
const WIDTHS = [360, 1280];
const LANGUAGES = { uk: '', en: '/en' };
const PAGE_WITHIN_MS = 20_000;
const WHOLE_PAGE = { fullPage: true, timeout: PAGE_WITHIN_MS };
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What stays in sight while one scrolls would lie across the middle of the picture. */
const STILL = `for (const bar of document.querySelectorAll('.form-actions--sticky')) bar.style.position = 'static'`;
const STRAY = /\[object \w+\]|\bundefined\b|\bNaN\b|<\/?(?:tr|td|th|p|a|li|div|span)\b|\b[a-z]+:[a-z]+(\.[\w-]+)+/;

mkdirSync(OUT, { recursive: true });
const client = new pg.Client(process.env.DATABASE_URL);
await client.connect();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
const visitors = new Visitors(browser, BASE_URL);
const [taken, missed, findings] = [[], [], []];
const opened = new Set();
try {
  const paths = await pagePaths();
  await doDeeds(visitors, client);
  const wanted = paths.filter((one) => ONLY.some((word) => one.includes(word)));
  await lookAt(wanted.filter((path) => !LATER.test(path)));
  missed.push(
    ...Object.keys(NO_PICTURE)
      .filter((path) => !paths.includes(path))
      .map((path) => `${path}: is excused but is no page`),
  );
  if (WITH_PICTURES) {
    findings.push(...(await pictureRefusals({ visitors, client, wanted: ONLY, width: WIDTHS[0], shoot: refusalShot })));
    const looks = { widths: WIDTHS, languages: LANGUAGES };
    missed.push(...(await pictureMoments({ visitors, client, wanted: ONLY, ...looks, shoot: momentShot })));
  }
  if (IS_LATER_TOO) {
    await endReception(visitors, client);
    await lookAt(wanted.filter((path) => LATER.test(path)));
  }
} finally {
  await browser.close();
  await client.end();
  writeFileSync(join(OUT, 'index.html'), indexPage(taken, missed, findings));
  report();
}

async function lookAt(paths) {
  for (const path of paths) await look(path).catch((error) => missed.push(`${path}: ${firstLine(error)}`));
}

/** Every look of a page that opens; a page that is excused must not. */
async function look(path) {
  const { found, why } = await reachable(path);
  const excuse = NO_PICTURE[path];
  if (found.length > 0 && excuse) missed.push(`${path}: is excused (${excuse}) but opens`);
  if (found.length === 0 && !excuse) missed.push(`${path}: ${why}`);
  if (found.length > 0) opened.add(path);
  if (WITH_PICTURES) for (const one of found) await picture(path, one);
}

async function picture(path, { address, email, guise }) {
  for (const width of WIDTHS)
    for (const [language, prefix] of Object.entries(LANGUAGES)) {
      const name = `${slug(path)}${guise && `.${guise}`}.${language}.${width}.png`;
      findings.push(...(await shoot(email, prefix + address, width, join(OUT, name))));
      taken.push({ path, address: prefix + address, email, language, width, name });
    }
}

function slug(path) {
  return path.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '') || 'home';
}

/** For each guise the first address and person for whom the page opens. */
async function reachable(path) {
  const candidates = await addressesOf(client, path);
  const found = new Map();
  const seen = new Set();
  for (const { address, guise, email } of candidates)
    for (const person of email ? [email] : PEOPLE) {
      if (found.has(guise)) break;
      const answer = await answerOf(person, address);
      if (answer === 200) found.set(guise, { address, guise, email: person });
      else seen.add(answer);
    }
  const why = candidates.length === 0 ? 'nothing stands for it in the demo world' : `answers ${[...seen].join(', ')}`;
  return { found: [...found.values()], why };
}

async function answerOf(email, address) {
  const page = await visitors.page(email);
  const answer = await page.context().request.get(BASE_URL + address, { maxRedirects: 0 });
  const isPage = (answer.headers()['content-type'] ?? '').startsWith('text/html');
  return answer.status() === 200 && !isPage ? 'a file' : answer.status();
}

function firstLine(error) {
  return String(error?.message ?? error).split('\n')[0];
}

/** @returns {Promise<string[]>} what is wrong with the page */
async function shoot(email, address, width, file) {
  const page = await visitors.page(email, width);
  const errors = [];
  const note = (message) => message.type() === 'error' && errors.push(`${address} at ${width}: ${message.text()}`);
  page.on('console', note);
  try {
    await page.goto(BASE_URL + address, { timeout: PAGE_WITHIN_MS });
    await page.evaluate(STILL);
    await page.screenshot({ ...WHOLE_PAGE, path: file });
  } finally {
    page.off('console', note);
  }
  const where = `${address} at ${width}`;
  return [...errors, ...(await tooWide(page, where)), ...(await strayWords(page, where))];
}

async function tooWide(page, where) {
  const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  return over > 0 ? [`${where}: ${over} px wider than the window`] : [];
}

/** What a template shows by mistake: an object, nothing, a tag in words, the key of a phrase that is missing. */
async function strayWords(page, where) {
  const found = STRAY.exec(await page.locator('main').innerText());
  return found ? [`${where}: reads ${found[0]}`] : [];
}

/** A form that came back with errors: the page is there already. */
async function refusalShot(page, path, email) {
  const name = `${slug(path)}.errors.uk.${WIDTHS[0]}.png`;
  await page.screenshot({ ...WHOLE_PAGE, path: join(OUT, name) });
  findings.push(...(await tooWide(page, `${path} with errors`)));
  taken.push({ path: `${path}, sent empty`, address: path, email, language: 'uk', width: WIDTHS[0], name });
}

/** Something that no path shows: the page is there already. */
async function momentShot(page, { name: path, email, width, language }) {
  const name = `${slug(path)}.${language}.${width}.png`;
  await page.screenshot({ ...WHOLE_PAGE, path: join(OUT, name) });
  findings.push(...(await tooWide(page, `${path} at ${width}`)), ...(await strayWords(page, `${path} at ${width}`)));
  taken.push({ path, address: path, email, language, width, name });
}

function report() {
  const list = (title, lines) =>
    lines.length > 0 && console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
  console.log(`${opened.size} pages open, ${taken.length} pictures: ${join(OUT, 'index.html')}`);
  list('Not reached:', missed);
  list('Findings:', findings);
  if (missed.length > 0) process.exitCode = 1;
}
