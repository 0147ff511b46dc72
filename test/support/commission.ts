import type { Actor, Grant } from '#libs/platform/access';
import { startSession } from '#libs/identity';
import { newId } from '#libs/platform/database';
import { freezeRuleSet, presetRuleSet } from '#libs/terms';
import type { TestApp } from './app.js';
import { WHOLE, applicant } from './proposals.js';
import { Visitor } from './visitor.js';
import type { World } from './world.js';

export type Person = Actor & { personId: string };

/** A competition in the stage of admission, with its officer and its commission. */
export interface Commission {
  organiserId: string;
  competitionId: string;
  code: string;
  officer: Person;
  /** The first is the chair, the second the secretary. */
  members: Person[];
}

const roleOf = (index: number): string => ['commission-chair', 'commission-secretary'][index] ?? 'commission-member';

export async function commission(world: World, count = 9, values: Record<string, unknown> = {}): Promise<Commission> {
  const organiser = await world.organiser();
  const { ruleSet, sha256 } = freezeRuleSet(presetRuleSet('1049-2020'));
  const code = `1.1-2021-${newId().slice(-8)}`;
  const competition = await world.competition(organiser.id, {
    ...{ state: 'admission', code, rule_set: JSON.stringify(ruleSet), rule_set_sha256: sha256 },
    ...values,
  });
  const officer = await world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: organiser.id }]);
  const members: Person[] = [];
  for (let index = 0; index < count; index += 1) members.push(await world.person([memberGrant(competition.id, index)]));
  return { organiserId: organiser.id, competitionId: competition.id, code, officer, members };
}

export const memberGrant = (competitionId: string, index: number): Grant => ({
  role: roleOf(index),
  scopeKind: 'competition',
  scopeId: competitionId,
});

export interface Submitted {
  id: string;
  code: string;
  organisationId: string;
  applicant: Person;
}

/** A proposal with the frozen content of its submission; `lines` and `indicators` are those of `WHOLE`. */
export async function submitted(
  world: World,
  competitionId: string,
  {
    organisation = {},
    content = {},
    ...values
  }: { organisation?: object; content?: object; [name: string]: unknown } = {},
): Promise<Submitted> {
  const { organisationId, actor } = await applicant(world, organisation as Record<string, unknown>);
  const sums = { requested_kop: 3_000_000, own_kop: 1_000_000, total_kop: 4_000_000 };
  const days = { start_on: '2021-02-01', end_on: '2021-11-30' };
  const id = await world.application(competitionId, organisationId, {
    ...{ ...sums, ...days, submission_number: 1, submitted_version: 1, created_by: actor.personId },
    ...values,
  });
  const [row] = await world.rows<Record<string, unknown>>('select * from applications.application where id = $1', [id]);
  const copied = ['title', 'start_on', 'end_on', 'requested_kop', 'own_kop', 'total_kop', 'submitted_at'];
  await world.insert('applications.submission', {
    ...Object.fromEntries(copied.map((name) => [name, row![name]])),
    ...{ id: newId(), application_id: id, number: 1, submitted_by: actor.personId, sha256: '0'.repeat(64) },
    content: JSON.stringify({ budget: { lines: WHOLE.lines }, indicators: WHOLE.indicators, ...content }),
  });
  return { id, code: String(row!.register_code), organisationId, applicant: actor };
}

/** A browser in which the person is signed in. */
export async function browserOf(app: TestApp, person: Person): Promise<Visitor> {
  const token = await app.uow.run(await app.ctx(), (tx) => startSession(tx, person.personId));
  return new Visitor(app).withSession(token);
}
