import { Injectable } from '@nestjs/common';
import { peopleWithRole } from '#libs/identity';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Forbidden, NotFound } from '#libs/platform/errors';
import { applicationPolicy } from '../access/application.policy.js';
import type { ApplicationRow } from '../model/application.js';
import { rightsGiven } from '../model/application.facts.js';
import { rightOf, type Right, type Rights } from '../model/rights.js';
import { applicationById, lockApplication } from './lock-application.js';

/** Somebody who may submit says who of the organisation may only view the proposal, and who may edit it. */
@Injectable()
export class GiveRights {
  constructor(private readonly uow: UnitOfWork) {}

  /** One's own right stays, so that somebody may always submit. @throws NotFound for a person of another organisation */
  execute(ctx: Context, id: string, given: readonly { personId: string; right: Right }[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      demand(applicationPolicy, 'follow', tx.actor, await applicationById(tx, id));
      const application = await lockApplication(tx, id);
      const people = await peopleOf(tx, application);
      demandRightToGive(tx, application, people);
      if (given.some(({ personId }) => !people.includes(personId))) throw new NotFound();
      const rights = limitsOf(given.filter(({ personId }) => personId !== tx.actor.personId));
      await tx.change('update applications.application set rights = $2 where id = $1', [id, JSON.stringify(rights)]);
      tx.record(rightsGiven, { subjectId: id, scopeId: application.competitionId, particulars: { rights } });
    });
  }
}

const peopleOf = async (tx: Tx, { organisationId }: ApplicationRow): Promise<string[]> =>
  (await peopleWithRole(tx, organisationId, ['applicant'])).map(({ personId }) => personId);

/** When everybody who may submit has left the organisation, those who stayed decide anew. */
function demandRightToGive(tx: Tx, { rights }: ApplicationRow, people: readonly string[]): void {
  const isOrphaned = !people.some((personId) => rightOf(rights, personId) === 'submit');
  if (rightOf(rights, tx.actor.personId) !== 'submit' && !isOrphaned)
    throw new Forbidden('applications.applicants-only');
}

function limitsOf(given: readonly { personId: string; right: Right }[]): Rights {
  const limited = given.flatMap(({ personId, right }) => (right === 'submit' ? [] : [[personId, right] as const]));
  return Object.fromEntries(limited);
}
