import { jest } from '@jest/globals';
import { SPADES } from '../rehearsal/applicant.mjs';
import { askForLetter } from '../rehearsal/checks.mjs';
import { firstDay } from '../rehearsal/first-day.mjs';
import { readMetrics } from '../rehearsal/metrics.mjs';
import { letterTo, mails } from '../support/mailbox.js';
import { startSystem, type System } from '../support/system.js';

/*
 * The night's rehearsal fills forms by the names of their fields. Here its people walk the pages of this very change, so
 * that a form that became another one is seen at once and not by night.
 */
jest.setTimeout(120_000);

const METRICS_TOKEN = 'token-of-the-metrics-of-the-first-day';

let system: System;
/** What the steps of a rehearsal hand to one another: a server, the letters, then the people. */
let story: { server: object; stand: object };

beforeAll(async () => {
  system = await startSystem({ env: { DEMO: '', METRICS_TOKEN } });
  const port = Number(new URL(system.url).port);
  const stand = { mails };
  const command = (line: string) => system.cli(...line.replace('npm run -s cli -- ', '').split(' '));
  const metrics = () => readMetrics(port, METRICS_TOKEN);
  story = { stand, server: { stand, command, metrics, portal: { port, publicUrl: system.url }, log: [] } };
});
afterAll(async () => {
  await system.stop();
});

describe('the first day of a new server, as bin/rehearse plays it', () => {
  it.each(firstDay)('%s', async (_name, act) => {
    await act(story);
  });

  it('asks for the letter by which backup and restore are watched', async () => {
    await askForLetter(story.server, SPADES.email);
    await letterTo(SPADES.email, 'Новий пароль');
  });
});
