import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { Forbidden, InvalidInput, TooMany } from '#libs/platform/errors';
import { organisationRegistered } from '../model/identity.facts.js';
import { ORGANISATIONS_PER_PERSON_MAX, type OrganisationCard } from '../model/organisation.js';
import { organisationByCode } from '../queries/find-claim.js';
import { applicantsOf } from '../queries/people-with-role.js';
import { cardProblems, insertCard } from './insert-card.js';
import { RoleGrants } from './role-grants.js';

/**
 * Whoever brings an organisation into the system acts for it at once, so that nobody is kept from a deadline; the
 * right is a claim until an officer has seen the extract, and everybody who decides is told so.
 */
@Injectable()
export class RegisterOrganisation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: RoleGrants,
  ) {}

  execute(ctx: Context, card: OrganisationCard): Promise<string> {
    return this.uow.run(ctx, (tx) => this.within(tx, card));
  }

  async within(tx: Tx, card: OrganisationCard): Promise<string> {
    const { personId } = tx.actor;
    if (!personId) throw new Forbidden();
    const problems = cardProblems(card, kyivDay(tx.now));
    if (problems.length > 0) throw new InvalidInput(problems);
    const own = await ownCard(tx, personId, card.edrpou);
    if (own) return own;
    await demandFewOrganisations(tx, personId);
    const id = await insertCard(tx, card);
    const grantId = await this.grants.grant(tx, {
      ...{ personId, role: 'applicant', scopeKind: 'organisation', scopeId: id },
    });
    await insertFirstClaim(tx, { edrpou: card.edrpou, organisationId: id, personId, grantId });
    tx.record(organisationRegistered, { subjectId: id, scopeId: id, particulars: { edrpou: card.edrpou } });
    return id;
  }
}

/** The form sent twice leads to the one card: this person acts for the organisation already. */
async function ownCard(tx: Tx, personId: string, edrpou: string): Promise<string | null> {
  await tx.one('select 1 from identity.person where id = $1 for update', [personId]);
  const id = await organisationByCode(tx, edrpou);
  const acts = id !== null && (await applicantsOf(tx, id)).some((one) => one.personId === personId);
  return acts ? id : null;
}

async function demandFewOrganisations(tx: Tx, personId: string): Promise<void> {
  const held = await tx.one<{ count: number }>(
    `select count(*)::int as count from identity.v_role where person_id = $1 and role = 'applicant'`,
    [personId],
  );
  if (held!.count >= ORGANISATIONS_PER_PERSON_MAX)
    throw new TooMany('identity.too-many-organisations', { max: ORGANISATIONS_PER_PERSON_MAX });
}

/** Claims that came before anybody had registered the code belong here now. */
async function insertFirstClaim(
  tx: Tx,
  { edrpou, organisationId, personId, grantId }: Record<'edrpou' | 'organisationId' | 'personId' | 'grantId', string>,
): Promise<void> {
  await tx.change(
    `update identity.claim set state = 'ended', ended_at = $3
      where edrpou = $1 and person_id = $2 and state = 'claimed'`,
    [edrpou, personId, tx.now],
  );
  await tx.change('update identity.claim set organisation_id = $2 where edrpou = $1 and organisation_id is null', [
    edrpou,
    organisationId,
  ]);
  await tx.change(
    `insert into identity.claim (id, edrpou, organisation_id, person_id, purpose, state, grant_id, claimed_at)
     values ($1, $2, $3, $4, 'first', 'claimed', $5, $6)`,
    [newId(), edrpou, organisationId, personId, grantId, tx.now],
  );
}
