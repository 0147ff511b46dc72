import type { Actor } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import type { World } from './world.js';

export interface DistributionScene {
  organiserId: string;
  competitionId: string;
  chair: Actor & { personId: string };
  applications: string[];
  /** The second one was taken out of the distribution by hand. */
  experts: string[];
}

/** Two proposals given to one expert, in a distribution that waits for approval; another expert was taken out of it. */
export async function distributionScene(
  world: World,
  values: Record<string, unknown> = {},
): Promise<DistributionScene> {
  const { id: organiserId } = await world.organiser();
  const mode = { scoring_mode: 'k-of-n', experts_per_application: 1, state: 'scoring' };
  const { id: competitionId } = await world.competition(organiserId, { ...mode, ...values });
  const seat = (role: string, family_name: string) =>
    world.person([{ role, scopeKind: 'competition', scopeId: competitionId }], { family_name });
  const chair = await seat('commission-chair', 'Головенко');
  const experts = [(await seat('expert', 'Експертенко')).personId, (await seat('expert', 'Знятенко')).personId];
  const applications = [];
  for (const title of ['Сад біля школи', 'Кіно під зорями']) {
    const { id } = await world.organisation();
    applications.push(await world.application(competitionId, id, { title, state: 'admitted' }));
  }
  await distribution(world, competitionId, applications, experts);
  await question(world, competitionId, applications[0]!, experts[0]!, chair.personId);
  return { organiserId, competitionId, chair, applications, experts };
}

async function distribution(world: World, competitionId: string, applications: string[], experts: string[]) {
  const id = newId();
  const lists = { needs: [1, 1], loads: [0, 0], limits: [2, 2] };
  await world.insert('evaluation.distribution', {
    ...{ id, competition_id: competitionId, is_repair: false, state: 'ready', proposals: 2, served: 2 },
    ...{ asked_at: new Date(), finished_at: new Date(), input_sha256: '0'.repeat(64), output_sha256: '0'.repeat(64) },
    problem: JSON.stringify({ applications, experts, ...lists }),
    scores: Buffer.alloc(4),
    prices: JSON.stringify({ proposals: [0, 0], experts: [0, 0] }),
  });
  for (const person_id of experts)
    await world.insert('evaluation.distribution_expert', {
      ...{ distribution_id: id, person_id, load_before: 0, load_limit: 2 },
    });
  const pair = { distribution_id: id, fit: 0, is_computed: true };
  for (const application_id of applications)
    await world.insert('evaluation.distribution_pair', {
      ...{ ...pair, application_id, person_id: experts[0], is_active: true },
    });
  await world.insert('evaluation.distribution_pair', {
    ...{ ...pair, application_id: applications[0], person_id: experts[1], is_active: false, reason: 'Захворів' },
  });
}

/** Somebody states a conflict of the expert. */
async function question(world: World, competitionId: string, applicationId: string, personId: string, by: string) {
  await world.insert('evaluation.conflict_question', {
    ...{ id: newId(), competition_id: competitionId, application_id: applicationId, person_id: personId },
    ...{ source: 'statement', raised_by: by, raised_at: new Date(), reason: 'Родич керівника' },
  });
}
