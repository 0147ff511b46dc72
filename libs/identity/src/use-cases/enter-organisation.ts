import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork } from '#libs/platform/database';
import { InvalidInput } from '#libs/platform/errors';
import { organisationPolicy } from '../access/organisation.policy.js';
import { organisationEntered } from '../model/identity.facts.js';
import type { OrganisationCard } from '../model/organisation.js';
import { cardProblems, insertCard } from './insert-card.js';

/**
 * An officer enters the card of an organisation that has sent a paper and never used the system. Nobody acts for it
 * yet: its people claim the right later, as for any card that is there.
 */
@Injectable()
export class EnterOrganisation {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns the id */
  execute(ctx: Context, card: OrganisationCard): Promise<string> {
    demand(organisationPolicy, 'enter', ctx.actor, { id: '' });
    return this.uow.run(ctx, async (tx) => {
      const problems = cardProblems(card, kyivDay(tx.now));
      if (problems.length > 0) throw new InvalidInput(problems);
      const id = await insertCard(tx, card);
      tx.record(organisationEntered, { subjectId: id, scopeId: id, particulars: { edrpou: card.edrpou } });
      return id;
    });
  }
}
