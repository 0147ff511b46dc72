import { readFileSync } from 'node:fs';
import { neighboursFrom } from '../compose/neighbours.js';
import { cells } from '../compose/pick.js';
import { proposalsFrom } from '../compose/proposals.js';
import type { Season } from '../compose/season.js';
import { sheetsFor } from '../compose/sheets.js';
import { worldData, type DemoCompetition, type DemoConflict, type Member, type Refusal } from './world-data.js';

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../data/${file}.json`, import.meta.url), 'utf8')) as T;

type SeasonFile = Partial<DemoCompetition> & { base: 'competition' | 'social' };
const seasonFiles = read<Record<'masscom2020' | 'social2020' | 'women2021', SeasonFile>>('seasons');
const decisions = read<{
  refusals: Record<string, Refusal>;
  conflicts: DemoConflict[];
  /** What the chair says where the result hangs on one person; by season. */
  weighingAnswers: Record<string, string>;
  socialCommission: string[];
}>('decisions');

/** Everybody: those with a story of their own, and their neighbours. */
export const organisations = [...worldData.organisations, ...neighboursFrom(read<string[]>('neighbours'))];

const masscomCommission = worldData.people.commission;
const socialCommission = decisions.socialCommission.map(memberFrom);

export const seasons = {
  masscom2020: composed('masscom2020', 'proposals-2020', contentOf('masscom2020'), {
    commission: masscomCommission,
    order: { actNumber: '3', actOn: '2020-01-08' },
  }),
  social2020: composed('social2020', 'proposals-social-2020', contentOf('social2020'), {
    commission: socialCommission,
    order: { actNumber: '60', actOn: '2020-04-24' },
  }),
  masscom2021: written(),
  women2021: composed('women2021', 'proposals-women-2021', contentOf('women2021'), {
    commission: masscomCommission,
    order: { actNumber: '88', actOn: '2020-10-05' },
  }),
  social2021: composed('social2021', 'proposals-social-2021', worldData.social, {
    commission: socialCommission,
    order: { actNumber: '140', actOn: '2020-10-23' },
    story: { drafts: ['klas-bez-stin', 'susid-na-varti'], until: '2020-11-25T14:00:00+02:00' },
  }),
};

/** The thirteen proposals that were written by hand to the last word. */
function written(): Season {
  const { competition, proposals, scores } = worldData;
  const reason = 'Організацію зареєстровано 17.06.2020, а конкурс оголошено 05.10.2020: шести місяців ще не минуло.';
  return {
    key: 'masscom2021',
    content: competition,
    commission: masscomCommission,
    commissionOrder: { actNumber: '87', actOn: '2020-10-01' },
    proposals,
    receivedUntil: competition.calendar.closesAt,
    refusals: { 'kino-na-kordoni': { ground: 'age', reason } },
    conflicts: scores.conflicts,
    sheets: scores.sheets,
    absent: 'loboda',
    weighingAnswer: decisions.weighingAnswers.masscom2021 ?? null,
  };
}

function contentOf(key: keyof typeof seasonFiles): DemoCompetition {
  const { base, ...changes } = seasonFiles[key];
  return { ...worldData[base], ...changes };
}

interface Cast {
  commission: Member[];
  order: Season['commissionOrder'];
  /** Without it everything is submitted by the closing. */
  story?: { drafts: string[]; until: string };
}

function composed(
  key: string,
  file: string,
  content: DemoCompetition,
  { commission, order, story = { drafts: [], until: content.calendar.closesAt } }: Cast,
): Season {
  const rows = read<string[]>(file);
  const proposals = proposalsFrom(rows, content, organisations, story);
  const keys = rows.map((row) => cells(row)[0]!);
  const own = <T>(of: Record<string, T>) =>
    Object.fromEntries(Object.entries(of).filter(([name]) => keys.includes(name)));
  const refusals = own(decisions.refusals);
  const conflicts = decisions.conflicts.filter(({ application }) => keys.includes(application));
  const byMerit = keys.filter((name) => !(name in refusals));
  return {
    ...{ key, content, commission, proposals, refusals, conflicts },
    commissionOrder: order,
    receivedUntil: story.until,
    sheets: sheetsFor(byMerit, commission, conflicts),
    absent: null,
    weighingAnswer: decisions.weighingAnswers[key] ?? null,
  };
}

function memberFrom(row: string): Member {
  const [key, commissionRole, email, familyName, givenName, patronymic, position, isCso] = cells(row) as [
    string,
    Member['commissionRole'],
    ...string[],
  ];
  const named = { email: email!, familyName: familyName!, givenName: givenName!, patronymic: patronymic! };
  return { key, commissionRole, ...named, position: position!, isCsoRepresentative: isCso === 'так' };
}
