import { hashPassword } from '#libs/identity';
import type { Actor } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { submitted, type Submitted } from '../support/commission.js';
import type { Journey } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { contentOf, inScope, KEYS } from '../support/scoring-world.js';
import { rulesWith } from '../support/second-look.js';
import type { World } from '../support/world.js';

const ASKED_KOP = 3_000_000;
/** Of the two who score, over four criteria. */
const BEST_POINTS = 38;
const SEATS = ['commission-chair', 'commission-secretary', 'commission-member'];

export interface RatedWorld {
  id: string;
  code: string;
  officer: Person;
  /** Of the same authority, without a part in any decision. */
  colleague: Person;
  director: Person;
  /** Chair, secretary, member. */
  members: Person[];
  /** In the order of their places. */
  applicants: Person[];
}

/** A rated competition: proposals in the order of their titles, each asks for 30 000; two members have signed sheets. */
export async function ratedWorld(
  journey: Journey,
  world: World,
  { titles, rules, potKop }: { titles: readonly string[]; rules: Record<string, unknown>; potKop: number },
): Promise<RatedWorld> {
  const password_hash = await hashPassword(PASSWORD);
  const { id: organiserId } = await world.organiser();
  const { id } = await world.competition(organiserId, {
    ...{ state: 'rated', rule_set: rulesWith(rules), pot_kop: potKop, cap_kop: ASKED_KOP, own_share_hundredths: 0 },
  });
  const [{ code }] = (await world.rows<{ code: string }>('select code from competitions.competition')) as [
    { code: string },
  ];
  const seat = (role: string) => world.person([inScope(role, 'competition', id)]);
  const staff = (role: string) => world.person([inScope(role, 'organiser', organiserId)]);
  const members = [];
  for (const role of SEATS) members.push(await seat(role));
  const proposals = [];
  for (const [index, title] of titles.entries()) proposals.push(await rated(world, id, title, index, members));
  const [officer, colleague, director] = [await staff('officer'), await staff('officer'), await staff('director')];
  await world.rows('update identity.person set password_hash = $1', [password_hash]);
  const enter = ({ email }: Actor) => journey.signedIn(email!);
  const all = async (people: readonly Actor[]): Promise<Person[]> => {
    const entered = [];
    for (const person of people) entered.push(await enter(person));
    return entered;
  };
  return {
    ...{ id, code, officer: await enter(officer), colleague: await enter(colleague), director: await enter(director) },
    members: await all(members),
    applicants: await all(proposals.map(({ applicant }) => applicant)),
  };
}

async function rated(
  world: World,
  competitionId: string,
  title: string,
  index: number,
  members: readonly Actor[],
): Promise<Submitted> {
  const line = { group: '', category: '', title: 'Роботи', unit: '', quantity: 1, months: 1, priceKop: ASKED_KOP };
  const lines = [{ ...line, fundedKop: ASKED_KOP, ownKop: 0, otherKop: 0 }];
  const one = await submitted(world, competitionId, {
    ...{ title, state: 'admitted', own_kop: 0, total_kop: ASKED_KOP },
    content: { ...contentOf(title, `ГО «${title}»`), budget: { lines, requestedKop: ASKED_KOP } },
  });
  const sheets = marksOf(BEST_POINTS - index);
  await world.insert('evaluation.rating_row', {
    ...{ competition_id: competitionId, application_id: one.id, place: index + 1, points_sum: BEST_POINTS - index },
    ...{ sheets_count: sheets.length, is_passed: true, tie_step: null, computed_at: new Date() },
    criteria: JSON.stringify(
      KEYS.map((key, at) => ({
        ...{ key, title: key, count: sheets.length, maxPoints: 5 },
        sum: sheets.reduce((sum, marks) => sum + marks[at]!, 0),
      })),
    ),
  });
  for (const [at, marks] of sheets.entries()) await signedSheet(world, competitionId, one.id, members[at]!, marks);
  return one;
}

/** Two sheets whose sums over four criteria come to these points. */
const marksOf = (points: number): number[][] =>
  [0, 1].map((sheet) => KEYS.map((_, at) => Math.floor((points + sheet * KEYS.length + at) / (2 * KEYS.length))));

/** Of a member with four points or so for each of four criteria, signed on 20 November 2020; its assignment. */
export async function signedSheet(
  world: World,
  competitionId: string,
  applicationId: string,
  { personId }: Actor,
  marks: readonly number[],
): Promise<string> {
  const at = new Date('2020-11-20T08:00:00Z');
  const own = { competition_id: competitionId, application_id: applicationId, person_id: personId };
  const assignmentId = newId();
  await world.insert('evaluation.assignment', { id: assignmentId, ...own, position: 1, assigned_at: at });
  const sheetId = newId();
  await world.insert('evaluation.score_sheet', {
    ...{ id: sheetId, ...own, assignment_id: assignmentId, state: 'signed', updated_at: at, signed_at: at },
  });
  const criteria = await world.rows<{ id: string }>(
    'select id from competitions.criterion where competition_id = $1 order by position',
    [competitionId],
  );
  for (const [index, { id }] of criteria.entries())
    await world.insert('evaluation.score', { sheet_id: sheetId, criterion_id: id, points: marks[index] });
  return assignmentId;
}
