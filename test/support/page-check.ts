import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const CHANGING_PARTS = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]{40,}/g;
/** A refused form answers 4xx with a page of words; the browser notes that in its console. */
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Watches every page of a journey: accessibility, errors in the console, refusals of the content security policy. */
export class PageCheck {
  /** What was found, one line each: where, which rule, which element. */
  readonly faults: string[] = [];
  private readonly seen = new Set<string>();
  /** Axe needs JavaScript: what these people see, others see with it. */
  private readonly withoutScript = new WeakSet<Page>();

  watch(page: Page, { javaScriptEnabled = true } = {}): void {
    if (!javaScriptEnabled) this.withoutScript.add(page);
    const fault = (text: string) => this.faults.push(`${shortened(page.url())}: ${text}`);
    page.on('console', (message) => {
      const isOwnAnswer = REFUSAL.test(message.text()) && message.location().url === page.url();
      if (message.type() === 'error' && !isOwnAnswer) fault(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => fault(`script: ${error.message}`));
  }

  /** Looks at a page once in each of its guises: another heading, another set of errors. */
  async look(page: Page): Promise<void> {
    const heading = await page.locator('h1').allInnerTexts();
    const errors = await page.locator('.govuk-error-summary a').count();
    const place = `${shortened(page.url())} «${heading.join(' | ')}»${errors > 0 ? ' with errors' : ''}`;
    if (this.seen.has(place)) return;
    if (this.withoutScript.has(page)) return picture(page, `without JavaScript ${place}`);
    this.seen.add(place);
    const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).setLegacyMode().analyze();
    for (const { id, nodes } of violations)
      for (const node of nodes) this.faults.push(`${place}: ${id}: ${node.target.join(' ')} ${node.html}`);
    this.faults.push(...(await danglingErrors(page)).map((href) => `${place}: an error leads nowhere: ${href}`));
    await this.listen(page);
    await picture(page, place);
  }

  /** Hears an English page as a screen reader says it: Ukrainian words are to be marked. */
  async listen(page: Page): Promise<void> {
    const place = shortened(page.url());
    this.faults.push(...(await unmarkedUkrainian(page)).map((words) => `${place}: not marked as Ukrainian: ${words}`));
  }

  get pages(): number {
    return this.seen.size;
  }
}

/** Lines of the error summary that do not lead to a field. */
async function danglingErrors(page: Page): Promise<string[]> {
  const links = await page.locator('.govuk-error-summary a').all();
  const hrefs = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
  const found = await Promise.all(
    hrefs.map((href) => (href.startsWith('#') ? page.locator(`[id="${href.slice(1)}"]`).count() : 1)),
  );
  return hrefs.filter((_, index) => found[index] === 0);
}

/**
 * Ukrainian words of an English page that no element marks as Ukrainian (WCAG 3.1.2): text that is seen, what stands in
 * fields, and words of the title that the page does not mark either.
 */
function unmarkedUkrainian(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.lang !== 'en') return [];
    const ukrainian = /[А-Яа-яҐґЄєІіЇї]/;
    const isMarked = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang') === 'uk';
    const found: string[] = [];
    let marked = '';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const [text, parent] = [node.textContent!, node.parentElement!];
      if (!ukrainian.test(text) || ['SCRIPT', 'STYLE'].includes(parent.tagName)) continue;
      if (isMarked(parent)) marked += ` ${text}`;
      else if (parent.checkVisibility()) found.push(text);
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea')) {
      if (isMarked(field)) marked += ` ${field.value}`;
      else if (ukrainian.test(field.value)) found.push(field.value);
    }
    const title = document.title.split(/\s+/).filter((word) => ukrainian.test(word));
    return [...found, ...title.filter((word) => !marked.includes(word))].map((words) => words.trim());
  });
}

/** What only a story shows, to be looked at: a folder in PICTURES gets every page of it on a phone and on a desk. */
async function picture(page: Page, place: string): Promise<void> {
  const { PICTURES } = process.env;
  if (!PICTURES) return;
  const window = page.viewportSize();
  const name = place.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(PICTURES, `${name}.${width}.png`), fullPage: true });
  }
  if (window) await page.setViewportSize(window);
}

const shortened = (url: string): string => new URL(url).pathname.replace(CHANGING_PARTS, '…');
