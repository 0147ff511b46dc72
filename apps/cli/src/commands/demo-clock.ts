import type { Command } from './command.js';

const USAGE = 'demo-clock <instant, say 2020-09-28T09:00:00+03:00>';

/** Where the story of an empty demo system begins. Later the clock moves only forward, on the page /demo. */
export const demoClock: Command = {
  about: 'set the day on which an empty demo system begins (demo mode only)',
  async run([instant = '']) {
    const at = new Date(instant);
    if (Number.isNaN(at.getTime())) throw new Error(`usage: ${USAGE}`);
    const { DataSource } = await import('typeorm');
    const { DemoClock } = await import('#libs/platform/clock');
    const { Config } = await import('#libs/platform/config');
    const { Database } = await import('#libs/platform/database');
    const { withDomain } = await import('../cli.module.js');
    await withDomain(async (app) => {
      // Facts are in the order of time: what has happened may not come to lie in the future.
      if (await app.get(Database).one('select id from facts.fact limit 1'))
        throw new Error('something has happened here already; move the clock forward on the page /demo');
      await new DemoClock(app.get(DataSource), app.get(Config)).set(at);
      console.log(`The demo begins at ${at.toISOString()}.`);
    });
  },
};
