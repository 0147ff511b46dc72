import type { DemoCompetition, DemoOrganisation, DemoProposal } from '../play/world-data.js';
import { budgetFrom } from './budget.js';
import { fieldOf, priorityOf, proposalWords, type Field } from './fields.js';
import { cells, numberFrom, pick } from './pick.js';

const KOP = 100;
const MINUTE_MS = 60_000;
/** Most people send in the last days: an exponent that bends the days of reception towards their end. */
const LATE = 0.35;
/** Before the very last minutes, which the story keeps for others. */
const SPARE_MINUTES = 25;

/** A proposal in one row: key | organisation | field | people | UAH | place | title | problem | result. */
interface Row {
  key: string;
  organisation: string;
  field: string;
  people: string;
  requestedKop: number;
  place: string;
  title: string;
  problem: string;
  result: string;
}

type Cells = [string, string, string, string, string, string, string, string, string];

/**
 * Full proposals from rows: what is theirs alone stands in the row, the rest is put together from its field.
 * All but the drafts are submitted before the instant `until`.
 */
export function proposalsFrom(
  rows: readonly string[],
  competition: DemoCompetition,
  organisations: readonly DemoOrganisation[],
  story: { drafts: readonly string[]; until: string },
): DemoProposal[] {
  return rows.map(read).map((row) => {
    const organisation = organisations.find(({ key }) => key === row.organisation);
    if (!organisation) throw new Error(`${row.key}: no organisation ${row.organisation}`);
    const submitAt = story.drafts.includes(row.key) ? null : submitTime(row, competition, story.until, rows.length);
    return proposal(row, competition, organisation, submitAt);
  });
}

function read(line: string): Row {
  const [key, organisation, field, people, uah, place, title, problem, result] = cells(line) as Cells;
  return {
    key,
    organisation,
    field,
    people,
    requestedKop: Math.round(Number(uah) * KOP),
    place,
    title,
    problem,
    result,
  };
}

function submitTime({ key }: Row, { calendar }: DemoCompetition, until: string, count: number): string {
  const [opens, closes] = [Date.parse(calendar.opensAt), Date.parse(until) - SPARE_MINUTES * MINUTE_MS];
  const share = (numberFrom(`${key} day`, count * 1_000) + 1) / (count * 1_000);
  return daytime(new Date(opens + (closes - opens) * share ** LATE), key, closes).toISOString();
}

/** Hardly anybody submits at night: from 01:00 to 07:00 UTC+2 it becomes the morning of that day. */
function daytime(at: Date, key: string, latest: number): Date {
  const hour = at.getUTCHours();
  const moved = hour >= 23 || hour < 6 ? at.getTime() + (7 + numberFrom(key, 5)) * 3_600_000 : at.getTime();
  return new Date(Math.min(moved, latest) - numberFrom(`${key} second`, 55) * 1_000);
}

function proposal(
  row: Row,
  competition: DemoCompetition,
  organisation: DemoOrganisation,
  submitAt: string | null,
): DemoProposal {
  const field = fieldOf(row.field);
  const [startOn, endOn] = [competition.calendar.projectsFrom, competition.calendar.projectsUntil];
  return {
    ...{ key: row.key, organisation: row.organisation, title: row.title, submitAt, startOn, endOn },
    priority: priorityOf(row.field, competition.priorities),
    answers: answers(row, field),
    activities: activities(row, field, competition, organisation),
    budget: budgetFrom(field, row.requestedKop, competition.ownSharePercent, row.key),
    indicators: indicators(row, field),
    files: files(row, organisation),
  };
}

function answers(row: Row, field: Field): Record<string, string> {
  const filled = (from: readonly string[], name: string) =>
    pick(from, `${row.key} ${name}`)
      .replaceAll('{people}', row.people)
      .replaceAll('{place}', row.place)
      .replaceAll('{result}', lowerFirst(row.result));
  return {
    problem: `${row.problem} ${filled(field.problem, 'problem')}`,
    targetGroup: filled(field.target, 'target'),
    aim: filled(proposalWords.aim, 'aim'),
    tasks: filled(field.tasks, 'tasks'),
    results: `${row.result} ${lines(field)}`,
    sustainability: filled(proposalWords.sustainability, 'sustainability'),
    risks: filled(proposalWords.risks, 'risks'),
    experience: filled(field.experience, 'experience'),
    partners: filled(proposalWords.partners, 'partners'),
    otherSources: 'none',
  };
}

const lines = ({ indicators: rows, quality }: Field): string =>
  `Рахуватимемо: ${rows.map((row) => lowerFirst(cells(row)[0]!)).join('; ')}. Важливо й те, чого не порахувати: ${lowerFirst(
    cells(quality)[0]!,
  )}.`;

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('uk') + text.slice(1);

function activities(
  row: Row,
  field: Field,
  { calendar }: DemoCompetition,
  { headName }: DemoOrganisation,
): DemoProposal['activities'] {
  const [first, last] = [calendar.projectsFrom, calendar.projectsUntil].map((day) => Number(day.slice(5, 7)));
  const year = calendar.projectsFrom.slice(0, 4);
  const [familyName, givenName, patronymic] = headName.split(' ') as [string, string, string];
  return field.activities.map((title, index) => {
    const month = first! + Math.floor(((last! - first!) * index) / (field.activities.length - 1));
    return {
      month: `${year}-${String(month).padStart(2, '0')}`,
      title,
      place: row.place,
      responsible: `${familyName} ${givenName[0]}. ${patronymic[0]}.`,
    };
  });
}

function indicators(row: Row, { indicators: rows, quality }: Field): DemoProposal['indicators'] {
  const counted = rows.map((line, index) => {
    const [title, unit, source] = cells(line);
    const planned = index === 0 ? row.people : String(4 + numberFrom(`${row.key} ${title}`, 26));
    return { kind: 'quantitative' as const, title: title!, unit: unit!, baseline: '0', planned, source: source! };
  });
  const [title, source] = cells(quality);
  const planned = `${55 + numberFrom(`${row.key} quality`, 8) * 5} %`;
  return [
    ...counted,
    {
      kind: 'qualitative',
      title: title!,
      unit: 'частка опитаних',
      baseline: 'не вимірювали',
      planned,
      source: source!,
    },
  ];
}

function files(row: Row, { shortName }: DemoOrganisation): DemoProposal['files'] {
  const letter = { name: `Лист підтримки, ${row.place}.pdf`, kind: 'letter' };
  return [{ name: `Статут ${shortName.replaceAll(/[«»„“]/g, '')}.pdf`, kind: 'statute' }, letter];
}
