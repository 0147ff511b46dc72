import { Injectable } from '@nestjs/common';
import { formVersionOf } from '#libs/competitions';
import { organisationByCode } from '#libs/identity';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, newId, type Tx } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { typingBegun } from '../model/application.facts.js';
import { envelopeLifecycle } from '../model/envelope.lifecycle.js';
import { lockEnvelope } from './lock-envelope.js';

/** The envelope is opened: one person types it into the ordinary form, for the organisation with this code ЄДРПОУ. */
@Injectable()
export class BeginTyping {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns the id of the proposal that is being typed */
  execute(
    ctx: Context,
    competitionId: string,
    envelopeId: string,
    { version, edrpou }: { version: number; edrpou: string },
  ): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const { envelope, subject } = await lockEnvelope(tx, competitionId, { id: envelopeId, version });
      const state = envelopeLifecycle.next(envelope.state, 'begin-typing', subject);
      const organisationId = await organisationByCode(tx, edrpou);
      if (!organisationId) throw invalidField('edrpou', 'applications.envelope-organisation-unknown');
      const applicationId = await insertTyped(tx, competitionId, organisationId);
      await tx.change(
        `update applications.envelope
            set state = $2, version = version + 1, application_id = $3, typed_by = $4 where id = $1`,
        [envelopeId, state, applicationId, tx.actor.personId],
      );
      tx.record(typingBegun, { subjectId: envelopeId, scopeId: competitionId, particulars: { applicationId, edrpou } });
      return applicationId;
    });
  }
}

async function insertTyped(tx: Tx, competitionId: string, organisationId: string): Promise<string> {
  const id = newId();
  await tx.change(
    `insert into applications.application (id, competition_id, organisation_id, state, created_at, created_by, updated_at,
                                            form_version)
     values ($1, $2, $3, 'draft', $4, $5, $4, $6)`,
    [id, competitionId, organisationId, tx.now, tx.actor.personId, await formVersionOf(tx, competitionId)],
  );
  return id;
}
