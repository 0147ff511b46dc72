import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { startSystem, type System } from '../support/system.js';
import { until } from '../support/until.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PUBLIC = [
  '/',
  '/competitions',
  '/competitions/1.1-2021',
  '/competitions/1.1-2021/results',
  '/plan/luhansk-masscom/2020',
  '/open-data/results',
  '/demo',
  '/en/competitions/3.2-2021',
];
const DESKS = {
  'officer@masscom.example': ['/desk', '/organiser/competitions'],
  'v.rybalko@masscom.example': ['/desk', '/scoring'],
  'o.hnatenko@try-lopaty.example': ['/desk', '/applications'],
};

let system: System;
let browser: Browser;
beforeAll(async () => {
  system = await startSystem({ demo: true });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

/** What axe finds, and whether the page is wider than the window. */
async function faultsOf(page: Page, address: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  return [
    ...violations.map(({ id, nodes }) => `${address}: ${id} ${nodes[0]?.target.join(' ')}`),
    ...(wide ? [`${address}: wider than the window`] : []),
  ];
}

async function opened(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'uk-UA' });
  return context.newPage();
}

describe('a walk through the demo world', () => {
  it.each([360, 1280])('shows a visitor no page with a fault at %i px', async (width) => {
    const page = await opened(width);
    const faults: string[] = [];
    for (const address of PUBLIC) {
      const answer = await page.goto(system.url + address);
      if (answer?.status() !== 200) faults.push(`${address}: ${answer?.status()}`);
      faults.push(...(await faultsOf(page, address)));
    }
    expect(faults).toEqual([]);
  });

  it('keeps what was typed when signing in fails, and says it without a fault', async () => {
    const page = await opened(360);
    await page.goto(`${system.url}/sign-in`);
    await page.getByLabel('Електронна пошта').fill('nobody@people.example');
    await page.getByLabel('Пароль', { exact: true }).fill('не той пароль');
    await page.locator('main form button[type=submit]').last().click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Електронна пошта').inputValue()).toBe('nobody@people.example');
    expect(await faultsOf(page, '/sign-in')).toEqual([]);
  });

  it.each(Object.entries(DESKS))('shows %s a desk and a place of work without a fault', async (email, addresses) => {
    const page = await opened(1280);
    await page.goto(`${system.url}/demo`);
    await page.locator(`form:has(input[value="${email}"]) button`).click();
    await page.waitForURL('**/desk');
    const faults: string[] = [];
    for (const address of addresses) {
      await page.goto(system.url + address);
      faults.push(...(await faultsOf(page, address)));
    }
    expect(faults).toEqual([]);
  });

  it('lets a stranger check a result on an offline page, and finds what was changed', async () => {
    const fetched = async (path: string) => (await fetch(system.url + path)).text();
    const result = await until(
      () => fetched('/open-data/results/files/1.1-2021'),
      (text) => text.includes('"part":"decision"'),
      180_000, // a new world owes hundreds of receipts first
    );
    const folder = mkdtempSync(join(tmpdir(), 'spryiannia-result-'));
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const page = await opened(360);
    await page.goto(`file://${write('verify.html', await fetched('/open-data/results/tools/verify-result.html'))}`);
    const verdictOn = async (file: string) => {
      await page.setInputFiles('#file', file);
      await page.waitForSelector('#verdict.right, #verdict.wrong');
      return page.innerText('#verdict');
    };
    expect(await verdictOn(write('honest.jsonl', result))).toContain('Everything holds');
    expect(await faultsOf(page, 'verify.html')).toEqual([]);
    expect(await verdictOn(write('changed.jsonl', result.replace('"place":2', '"place":3')))).toContain(
      'Does not hold',
    );
    rmSync(folder, { recursive: true });
  });
});
