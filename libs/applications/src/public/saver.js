// When to save: soon after the typing has paused, now and then while it goes on, again and again while it fails.

const PAUSE_MS = 2_000;
const LONGEST_MS = 20_000;
const RETRY_FIRST_MS = 2_000;
const RETRY_LAST_MS = 60_000;

export class Saver {
  #timer;
  #typingSince = 0;
  #failures = 0;
  #running = null;
  isPaused = false;

  /** `save` answers whether all is saved, and throws when it should be tried again. */
  constructor(save, status) {
    this.save = save;
    this.status = status;
    window.addEventListener('online', () => this.#failures > 0 && this.now());
    window.addEventListener('offline', () => this.status.sayOffline());
  }

  soon() {
    if (this.isPaused || this.#failures > 0) return;
    this.#typingSince ||= Date.now();
    const left = Math.max(0, LONGEST_MS - (Date.now() - this.#typingSince));
    this.#again(Math.min(PAUSE_MS, left));
  }

  /** The server has answered, whatever it said: the connection is there. */
  reached() {
    this.#failures = 0;
  }

  pause() {
    this.isPaused = true;
    clearTimeout(this.#timer);
  }

  resume() {
    this.isPaused = false;
  }

  /** One save at a time. @returns 'done' or 'offline' */
  async now() {
    if (this.isPaused) return 'done';
    while (this.#running) await this.#running;
    this.#running = this.#once();
    const outcome = await this.#running;
    this.#running = null;
    return outcome;
  }

  async #once() {
    clearTimeout(this.#timer);
    this.#typingSince = 0;
    try {
      await this.save();
      this.reached();
      return 'done';
    } catch (failure) {
      this.#failures += 1;
      const wait = Math.min(RETRY_LAST_MS, RETRY_FIRST_MS * 2 ** (this.#failures - 1));
      // Not all at once when the connection comes back to a whole town.
      const spread = wait * (0.75 + Math.random() / 2);
      this.#again(spread);
      // `fetch` throws a TypeError when nobody could be reached, whatever the browser believes of its connection.
      this.status.sayOffline(failure instanceof TypeError ? null : spread);
      return 'offline';
    }
  }

  #again(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), wait);
  }
}
