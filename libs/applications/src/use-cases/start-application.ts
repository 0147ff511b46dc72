import { Injectable } from '@nestjs/common';
import { competitionPolicy, formVersionOf, shareCompetition } from '#libs/competitions';
import { demand, holds, type Context } from '#libs/platform/access';
import { UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { TransitionRefused } from '#libs/platform/lifecycle';
import { applicationStarted } from '../model/application.facts.js';
import { isReceiving } from '../model/application.lifecycle.js';
import { isEligible } from '../model/eligibility.js';
import { eligibilityOf } from '../queries/eligibility.js';
import { carryProposal } from './carry-proposal.js';
import { receptionOf } from './edit-part.js';

const DOUBLE_CLICK_MS = 60_000;

/** Begins a proposal of an organisation that may take part (rules 5–7, 11). */
@Injectable()
export class StartApplication {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * `earlierId`: a proposal of the organisation from which this one begins.
   * @returns the id of the draft; a second click answers with the draft of the first
   */
  execute(
    ctx: Context,
    competitionId: string,
    organisationId: string,
    earlierId: string | null = null,
  ): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      if (!holds(tx.actor, ['applicant'], organisationId)) throw new NotFound();
      const competition = await shareCompetition(tx, competitionId);
      demand(competitionPolicy, 'see', tx.actor, competition);
      const reason = isReceiving(receptionOf(tx, competition));
      if (reason) throw new TransitionRefused(reason, competition.state, 'start');
      await countAlone(tx, competitionId, organisationId);
      const { requirements } = await eligibilityOf(tx, competition, organisationId);
      if (!isEligible(requirements)) return draftJustStarted(tx, competitionId, organisationId);
      const id = await insertDraft(tx, competitionId, organisationId);
      if (earlierId) await carryProposal(tx, id, earlierId);
      return id;
    });
  }
}

/** Until the end of the transaction nobody else counts this organisation's proposals here (rule 11 with two windows). */
export async function countAlone(tx: Tx, competitionId: string, organisationId: string): Promise<void> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${competitionId} ${organisationId}`]);
}

async function insertDraft(tx: Tx, competitionId: string, organisationId: string): Promise<string> {
  const id = newId();
  await tx.change(
    `insert into applications.application (id, competition_id, organisation_id, state, created_at, created_by, updated_at,
                                            form_version)
     values ($1, $2, $3, 'draft', $4, $5, $4, $6)`,
    [id, competitionId, organisationId, tx.now, tx.actor.personId, await formVersionOf(tx, competitionId)],
  );
  tx.record(applicationStarted, { subjectId: id, scopeId: competitionId });
  return id;
}

/** @throws Conflict when this person did not start one a moment ago: then the limit is no double click (rule 11) */
async function draftJustStarted(tx: Tx, competitionId: string, organisationId: string): Promise<string> {
  const since = new Date(tx.now.getTime() - DOUBLE_CLICK_MS);
  const draft = await tx.one<{ id: string }>(
    `select id from applications.application
      where competition_id = $1 and organisation_id = $2 and created_by = $3 and state = 'draft' and created_at > $4
      order by created_at desc limit 1`,
    [competitionId, organisationId, tx.actor.personId, since],
  );
  if (!draft) throw new Conflict('applications.not-eligible');
  return draft.id;
}
