import type { BrowserContext, Locator, Page } from 'playwright-core';
import { letterTo, linkIn, type Mail } from './mailbox.js';
import type { PageCheck } from './page-check.js';
import { until } from './until.js';

/** The password of everybody in the journeys. */
export const PASSWORD = 'три лопати біля хати';

type File = { name: string; mimeType: string; buffer: Buffer };
/** The part of a page that is meant: the name of a group of fields, a table row by its heading, or a section. */
interface Place {
  in?: string;
}

/** Somebody before a browser of their own. Finds things as a person does: by what is written on them. */
export class Person {
  /** Who acted last: what they saw is told when a scene fails. */
  static acting: Person | null = null;

  constructor(
    readonly email: string,
    readonly page: Page,
    private readonly url: string,
    private readonly check: PageCheck,
  ) {
    page.on('dialog', (dialog) => void dialog.accept());
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** Where this person is, without host. */
  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  /** A path of the portal or a whole address. */
  async open(address: string): Promise<void> {
    Person.acting = this;
    await this.page.goto(new URL(address, this.url).href);
    await this.check.look(this.page);
  }

  /** Follows a link by its words. */
  async follow(words: string, place: Place = {}): Promise<void> {
    await this.go(this.scope(place).getByRole('link', { name: exactly(words) }));
  }

  /** Presses a button that sends a form. */
  async press(words: string, place: Place = {}): Promise<void> {
    await this.go(this.scope(place).getByRole('button', { name: exactly(words) }));
  }

  async fill(label: string, value: string, place: Place = {}): Promise<void> {
    await this.field(label, place).fill(value);
  }

  /** Fills several fields: label -> value. */
  async fillAll(values: Record<string, string>, place: Place = {}): Promise<void> {
    for (const [label, value] of Object.entries(values)) await this.fill(label, value, place);
  }

  /** Chooses a radio button or ticks a checkbox. */
  async tick(label: string, place: Place = {}): Promise<void> {
    await this.field(label, place).check();
  }

  /** Chooses the option that begins with these words. */
  async select(label: string, words: string, place: Place = {}): Promise<void> {
    const list = this.field(label, place);
    const beginning = new RegExp(`^\\s*${escaped(words)}`);
    const option = await list.locator('option').filter({ hasText: beginning }).first().getAttribute('value');
    await list.selectOption(option!);
  }

  async untick(label: string, place: Place = {}): Promise<void> {
    await this.field(label, place).uncheck();
  }

  /** Opens what is folded behind these words. */
  async unfold(words: string, place: Place = {}): Promise<void> {
    await this.scope(place).locator('summary').filter({ hasText: words }).click();
  }

  async attach(label: string, file: File): Promise<void> {
    await this.field(label, {}).setInputFiles(file);
  }

  async valueOf(label: string, place: Place = {}): Promise<string> {
    return this.field(label, place).inputValue();
  }

  /** What is written on the page, without menus. */
  async text(): Promise<string> {
    Person.acting = this;
    return oneLine(await this.page.locator('main').innerText());
  }

  /** The words of the page's heading, without its caption and mark. */
  async heading(): Promise<string> {
    return oneLine(await this.page.locator('h1').innerText());
  }

  async reads(...words: string[]): Promise<void> {
    const text = await this.text();
    for (const one of words) expect(text).toContain(oneLine(one));
  }

  async doesNotRead(...words: string[]): Promise<void> {
    const text = await this.text();
    for (const one of words) expect(text).not.toContain(oneLine(one));
  }

  /** The words of a row, by its heading, in the table with this caption. */
  async row(table: string, heading: string): Promise<string> {
    const rows = this.scope({}).getByRole('table', { name: table, exact: true }).getByRole('row');
    return oneLine(await rows.filter({ hasText: heading }).innerText());
  }

  /** The lines of the error summary, each of which leads somewhere (see PageCheck). */
  async errors(): Promise<string[]> {
    return (await this.page.locator('.govuk-error-summary li').allInnerTexts()).map(oneLine);
  }

  /** Looks at the page again and again until the words are there: somebody else, or the worker, is at work. */
  async waitsFor(words: string): Promise<void> {
    const look = async () => {
      await this.page.reload();
      return this.text();
    };
    await until(look, (text) => text.includes(oneLine(words)));
    await this.check.look(this.page);
  }

  /** The content of the file behind a link, fetched as this person. */
  async file(words: string): Promise<Buffer> {
    const link = this.scope({}).getByRole('link', { name: exactly(words) });
    const answer = await this.context.request.get(new URL((await link.getAttribute('href'))!, this.url).href);
    expect(answer.status()).toBe(200);
    return answer.body();
  }

  /** The letter with these words in its subject, once it has come. */
  letter(subject: string): Promise<Mail> {
    return letterTo(this.email, subject);
  }

  /** Opens the link of a letter. */
  async followsLetter(subject: string): Promise<void> {
    await this.open(linkIn(await this.letter(subject)));
  }

  async setsPassword(): Promise<void> {
    await this.fill('Новий пароль', PASSWORD);
    await this.press('Зберегти пароль і увійти');
    if (this.path === '/consent') await this.agrees();
  }

  /** To the processing of personal data. */
  async agrees(): Promise<void> {
    await this.tick('Я прочитав(-ла) повідомлення і погоджуюся на обробку моїх персональних даних');
    await this.press('Погодитися і продовжити');
  }

  private async go(target: Locator): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    loaded.catch(() => undefined); // when the click fails, its own words are the better ones
    await target.click();
    await loaded;
    await this.check.look(this.page);
  }

  private field(label: string, place: Place): Locator {
    const name = new RegExp(`^\\s*${escaped(label)}( \\([^)]*\\))?\\s*$`);
    return this.scope(place).getByLabel(name);
  }

  private scope(place: Place): Locator {
    Person.acting = this;
    const content = this.page.locator('.page');
    if (!place.in) return content;
    const group = content.getByRole('group', { name: place.in, exact: true });
    const section = content.getByRole('region', { name: place.in });
    const row = content.getByRole('row').filter({ hasText: place.in });
    return group.or(section).or(row);
  }
}

/** Hard spaces of sums and dates are spaces to a reader. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** The whole words of a link or button; what only a screen reader says may follow after a colon. */
const exactly = (words: string): RegExp => new RegExp(`^\\s*${escaped(words)}(\\s*:.*)?\\s*$`);
