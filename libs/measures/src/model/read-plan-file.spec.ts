import { readFileSync } from 'node:fs';
import { InvalidInput } from '#libs/platform/errors';
import { readPlanFile } from './read-plan-file.js';

type Json = Record<string, unknown>;

const source = readFileSync(new URL('../data/plan-2020.json', import.meta.url), 'utf8');

/** The plan of 2020 with something changed. */
function planWith(change: (plan: Json & { directions: { measures: Json[] }[]; parties: Json[] }) => void): Json {
  const plan = JSON.parse(source);
  change(plan);
  return plan;
}

function problemsOf(json: unknown): [string, string][] {
  try {
    readPlanFile(json);
  } catch (error) {
    if (error instanceof InvalidInput) return error.fields.map(({ field, code }) => [field, code]);
    throw error;
  }
  return [];
}

const firstMeasure = 'directions[0][measures][0]';

describe('reading a plan file', () => {
  it('takes a plan of any authority and year', () => {
    expect(problemsOf(planWith((plan) => (plan.year = 2027)))).toEqual([]);
  });

  it('refuses what is not a plan', () => {
    const parts = ['year', 'title', 'approval', 'signature', 'parties', 'directions'];
    for (const nothing of [null, 'plan', [], {}]) {
      expect(problemsOf(nothing).map(([field]) => field)).toEqual(parts);
    }
  });

  it('names every problem by its place', () => {
    const broken = planWith((plan) => {
      plan.year = 20;
      plan.approval = { position: 'Голова', name: ' ', on: '2019-02-30' };
      plan.directions[0]!.measures[0]!.title = '';
      plan.directions[0]!.measures[0]!.parties = [];
      plan.directions[0]!.measures[0]!.deadline = { text: 'колись', kind: 'someday' };
      plan.directions[1]!.measures[0]!.deadline = { text: 'V квартал', kind: 'quarters', from: 5, to: 5 };
    });
    expect(problemsOf(broken)).toEqual([
      ['year', 'platform.number-range'],
      ['approval[on]', 'platform.day'],
      ['approval[name]', 'platform.required'],
      [`${firstMeasure}[title]`, 'platform.required'],
      [`${firstMeasure}[deadline][kind]`, 'measures.deadline-kind'],
      [`${firstMeasure}[parties]`, 'platform.required'],
      ['directions[1][measures][0][deadline][from]', 'measures.deadline-quarter'],
      ['directions[1][measures][0][deadline][to]', 'measures.deadline-quarter'],
    ]);
  });

  it('refuses parts that it does not know, lest a misspelt one be lost', () => {
    const misspelt = planWith((plan) => (plan.directions[0]!.measures[0]!.byConsent = true));
    expect(problemsOf(misspelt)).toEqual([[`${firstMeasure}[byConsent]`, 'measures.unknown-part']]);
  });

  it('refuses contradictions between parts', () => {
    const contradictory = planWith((plan) => {
      plan.parties.push(plan.parties[0]!);
      plan.directions[0]!.measures[1]!.number = '1.1';
      plan.directions[1]!.measures[0]!.number = '3.9';
      plan.directions[0]!.measures[0]!.deadline = { text: 'IV-II квартал', kind: 'quarters', from: 4, to: 2 };
      plan.directions[0]!.measures[0]!.parties = [{ party: 'nobody', text: 'Ніхто', byConsent: true }];
    });
    expect(problemsOf(contradictory)).toEqual([
      ['parties', 'measures.repeated'],
      ['measures', 'measures.repeated'],
      [`${firstMeasure}[deadline]`, 'measures.quarters-reversed'],
      [`${firstMeasure}[parties][0][party]`, 'measures.unknown-party'],
      ['directions[1][measures][0][number]', 'measures.number-of-other-direction'],
    ]);
  });
});
