import { Injectable } from '@nestjs/common';
import { competitionById, competitionSettings, type CompetitionRow } from '#libs/competitions';
import { findDocument, type StoredDocument } from '#libs/documents';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { envelopePolicy } from '../access/envelope.policy.js';
import type { EnvelopeRow } from '../model/envelope.js';
import { envelopeLifecycle, type EnvelopeAction } from '../model/envelope.lifecycle.js';
import { problemsOf, type Problem } from '../model/submission-check.js';
import { applicationById } from '../use-cases/lock-application.js';
import { envelopeById, isLateFor, subjectOf } from '../use-cases/lock-envelope.js';
import { draftOf } from './draft-proposal.js';

export interface EnvelopeView {
  competition: CompetitionRow;
  envelope: EnvelopeRow;
  isLate: boolean;
  isOpened: boolean;
  /** What this person may do now, and why not what is off; none for who only looks. */
  actions: Partial<Record<EnvelopeAction, { reason: string | null }>>;
  /** Of what was typed: its version, and what the form would refuse. */
  typed: { version: number; title: string; organisationName: string; problems: Problem[] } | null;
}

/** One envelope: what is on it, and after the opening what was typed from it. */
@Injectable()
export class EnvelopeForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string, id: string): Promise<EnvelopeView> {
    const competition = await competitionById(this.db, competitionId);
    demand(envelopePolicy, 'see', ctx.actor, competition);
    const envelope = await envelopeById(this.db, competitionId, id);
    const mayAct = envelopePolicy.register.allows(ctx.actor, competition);
    const subject = subjectOf(envelope, competition, ctx.actor.personId);
    const available = mayAct ? envelopeLifecycle.available(envelope.state, 'officer', subject) : [];
    return {
      ...{ competition, envelope, isLate: isLateFor(envelope, competition) },
      isOpened: envelopePolicy.open.allows(ctx.actor, competition),
      actions: Object.fromEntries(available.map(({ action, reason }) => [action, { reason }])),
      typed: envelope.state === 'sealed' ? null : await this.typed(envelope),
    };
  }

  /** The scan only after the opening; the receipt always. */
  async file(ctx: Context, competitionId: string, id: string, which: 'scan' | 'receipt'): Promise<StoredDocument> {
    const competition = await competitionById(this.db, competitionId);
    demand(envelopePolicy, 'see', ctx.actor, competition);
    const envelope = await envelopeById(this.db, competitionId, id);
    if (which === 'scan') demand(envelopePolicy, 'open', ctx.actor, competition);
    const documentId = which === 'scan' ? envelope.scanDocumentId : envelope.receiptDocumentId;
    if (!documentId) throw new NotFound(which === 'receipt' ? 'applications.receipt-not-ready' : undefined);
    return findDocument(this.db, documentId);
  }

  private async typed({ applicationId }: EnvelopeRow): Promise<EnvelopeView['typed']> {
    if (!applicationId) return null;
    const application = await applicationById(this.db, applicationId);
    const settings = await competitionSettings(this.db, application.competitionId);
    const { version, title, organisationName } = application;
    return {
      ...{ version, title, organisationName },
      problems: problemsOf(await draftOf(this.db, application), settings),
    };
  }
}
