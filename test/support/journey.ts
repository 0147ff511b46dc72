import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openBrowser } from './browser.js';
import { PageCheck } from './page-check.js';
import { PASSWORD, Person } from './person.js';
import { startSystem, type System } from './system.js';

const STEP_MS = 30_000;
/** Weeks of the demo world pass at one press: every sweep runs at every instant that is due. */
export const CLOCK_MS = 120_000;

/** The running system and the people before their browsers. */
export class Journey {
  private clockKeeper: Person | null = null;

  private constructor(
    readonly system: System,
    private readonly browser: Browser,
    readonly check = new PageCheck(),
  ) {}

  /** An empty system on a day of the story; `demo` loads the demo world instead. */
  static async begin({ at = '', demo = false } = {}): Promise<Journey> {
    const system = await startSystem({ demo });
    const journey = new Journey(system, await openBrowser());
    if (at) await system.cli('demo-clock', at).catch((error) => journey.end().then(() => Promise.reject(error)));
    return journey;
  }

  /** Somebody sits down before a browser that nobody used before. */
  async person(email: string, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await this.browser.newContext({ locale: 'uk-UA', timezoneId: 'Europe/Kyiv', ...options });
    context.setDefaultTimeout(STEP_MS);
    const page = await context.newPage();
    this.check.watch(page, options);
    return new Person(email, page, this.system.url, this.check);
  }

  /** Somebody of the world that a test has made, signed in by the password of all. */
  async signedIn(email: string, password = PASSWORD): Promise<Person> {
    const person = await this.person(email);
    await person.open('/sign-in');
    await person.fillAll({ 'Електронна пошта': email, Пароль: password });
    await person.press('Увійти');
    return person;
  }

  /** The same person before the same browser, in a new window. */
  async anotherWindow({ email, context }: Person): Promise<Person> {
    const page = await context.newPage();
    this.check.watch(page);
    return new Person(email, page, this.system.url, this.check);
  }

  /** Kyiv time as typed: «05.11.2020 18:00». Everything due on the way happens. */
  async timeIs(moment: string): Promise<void> {
    const keeper = (this.clockKeeper ??= await this.person('clock@demo.example'));
    keeper.context.setDefaultTimeout(CLOCK_MS);
    await keeper.open('/demo');
    await keeper.fill('Перейти до дати й часу', moment);
    await keeper.press('Пересунути час');
    expect(await keeper.errors()).toEqual([]);
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.system.stop();
  }
}

let brokenOff = '';

/** One scene of a journey. After a scene that failed the story does not go on. `withinMs`: where weeks pass in it. */
export function scene(name: string, play: () => Promise<void>, withinMs?: number): void {
  const played = async () => {
    if (brokenOff) throw new Error(`the story broke off at «${brokenOff}»`);
    brokenOff = name;
    await play().catch(tellWhatWasSeen);
    brokenOff = '';
  };
  it(name, played, withinMs);
}

async function tellWhatWasSeen(error: Error): Promise<never> {
  const person = Person.acting;
  const seen = person && (await person.text().catch(() => 'nothing'));
  if (person) error.message += `\n\n${person.email} saw ${person.path}: ${seen}`;
  throw error;
}
