import { Injectable } from '@nestjs/common';
import { competitionSettings } from '#libs/competitions';
import { checksumOf } from '#libs/platform/canonical-json';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { paperAccepted, typingGivenBack } from '../model/application.facts.js';
import { envelopeLifecycle } from '../model/envelope.lifecycle.js';
import type { EnvelopeRow } from '../model/envelope.js';
import { problemsOf } from '../model/submission-check.js';
import { draftOf } from '../queries/draft-proposal.js';
import { frozenContent, insertSubmission } from './insert-submission.js';
import { lockApplication } from './lock-application.js';
import { lockEnvelope } from './lock-envelope.js';

/** What the checker has seen: the envelope and the typed form, each by its version. */
export interface Seen {
  version: number;
  applicationVersion: number;
}

/**
 * The second person has compared what was typed with the paper. Then it is a proposal like any other: frozen, with the
 * number and the instant of its envelope. What the form would have refused is kept beside it as flaws (rule 37).
 */
@Injectable()
export class CheckTyped {
  constructor(private readonly uow: UnitOfWork) {}

  accept(ctx: Context, competitionId: string, id: string, { version, applicationVersion }: Seen): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { envelope, subject } = await lockEnvelope(tx, competitionId, { id, version });
      const state = envelopeLifecycle.next(envelope.state, 'accept', subject);
      const particulars = await submitTyped(tx, envelope, applicationVersion);
      await tx.change(
        `update applications.envelope
            set state = $2, version = version + 1, checked_by = $3, checked_at = $4 where id = $1`,
        [id, state, tx.actor.personId, tx.now],
      );
      tx.record(paperAccepted, { subjectId: envelope.applicationId!, scopeId: competitionId, particulars });
    });
  }

  giveBack(ctx: Context, competitionId: string, id: string, seen: { version: number; note: string }): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { envelope, subject } = await lockEnvelope(tx, competitionId, { id, version: seen.version });
      const state = envelopeLifecycle.next(envelope.state, 'give-back', subject);
      await tx.change('update applications.envelope set state = $2, version = version + 1, note = $3 where id = $1', [
        ...[id, state, seen.note],
      ]);
      const { applicationId } = envelope;
      tx.record(typingGivenBack, {
        ...{ subjectId: id, scopeId: competitionId, particulars: { applicationId } },
        personal: { note: seen.note },
      });
    });
  }
}

async function submitTyped(tx: Tx, envelope: EnvelopeRow, seenVersion: number): Promise<Record<string, unknown>> {
  const application = await lockApplication(tx, envelope.applicationId!);
  if (application.version !== seenVersion) throw new Conflict('applications.changed-since-check');
  const settings = await competitionSettings(tx, application.competitionId);
  const draft = await draftOf(tx, application);
  const content = await frozenContent(tx, application, settings, draft);
  const flaws = problemsOf(draft, settings);
  const sha256 = checksumOf(content);
  const { registerCode, receivedAt: submittedAt, typedBy: submittedBy } = envelope;
  const { formVersion } = settings;
  await insertSubmission(tx, application, { number: 1, sha256, content, formVersion, submittedAt, submittedBy, flaws });
  await tx.change(
    `update applications.application
        set state = 'submitted', register_code = $2, submitted_at = $3, submission_number = 1, submitted_version = version
      where id = $1`,
    [application.id, registerCode, submittedAt],
  );
  return { registerCode, number: 1, sha256, envelopeId: envelope.id, flaws: flaws.map(({ code }) => code) };
}
