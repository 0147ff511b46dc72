import { Injectable } from '@nestjs/common';
import { findDocument, findDocuments, type StoredDocument } from '#libs/documents';
import { competitionById } from '#libs/competitions';
import { demand, holds, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { complaintPolicy } from '../access/complaint.policy.js';
import { waitsForMinutes, type Answer } from '../model/answer.js';
import { complaintLifecycle, type ComplaintAction } from '../model/complaint.lifecycle.js';
import { sourceOf } from '../model/complaint-terms.js';
import { namedEffect, type NamedEffect } from './effect-in-words.js';
import { effectOf, type Correction, type RatedCase } from '../model/effect.js';
import { ratedCase } from './rated-case.js';
import { answerOf } from './read-answer.js';
import { complaintById, type ComplaintRow } from './read-complaints.js';
import { reviewersFor, type Reviewer } from './reviewers.js';

export interface ComplaintView {
  complaint: ComplaintRow;
  side: 'authority' | 'organisation';
  evidence: StoredDocument[];
  authority: StoredDocument | null;
  term: { source: string; isConfirmed: boolean };
  /** What this person may do now: action → what is in its way, or null. */
  steps: Partial<Record<ComplaintAction, string | null>>;
  reviewers: Reviewer[];
  /** The organisation sees it once it is signed. */
  answer: Answer | null;
  effect: NamedEffect[];
  /** What the reviewer can put otherwise. */
  rated: Pick<RatedCase, 'criteria'> & { sheets: Record<string, number>[] };
  mayPlan: boolean;
}

/** New minutes are needed, and no session is called for them. */
const needsSession = (answer: Answer | null): boolean =>
  answer !== null && waitsForMinutes(answer) && (answer.sessionId === null || answer.sessionState === 'cancelled');

const NOBODY = { criteria: [], sheets: [] };

/** One complaint for either side. @throws NotFound for everybody else */
@Injectable()
export class ComplaintForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, id: string): Promise<ComplaintView> {
    const complaint = await complaintById(this.db, id);
    demand(complaintPolicy, 'see', ctx.actor, complaint);
    const side = holds(ctx.actor, ['applicant'], complaint.organisationId) ? 'organisation' : 'authority';
    const evidence = await findDocuments(this.db, await this.evidenceOf(id));
    const authority = complaint.authorityDocumentId
      ? ((await findDocuments(this.db, [complaint.authorityDocumentId]))[0] ?? null)
      : null;
    const written = await answerOf(this.db, id);
    const answer = side === 'organisation' && written?.signedAt === null ? null : written;
    const steps = this.stepsOf(ctx, complaint);
    const competition = await competitionById(this.db, complaint.competitionId);
    return {
      ...{ complaint, side, evidence, authority, steps, answer },
      term: sourceOf(competition, 'complaintAnswerDays'),
      reviewers: steps.assign === null ? await reviewersFor(this.db, complaint) : [],
      effect: await this.effect(ctx, complaint, answer),
      rated: steps.propose === null ? await this.sheetsOf(complaint) : NOBODY,
      mayPlan: needsSession(answer) && complaintPolicy.keep.allows(ctx.actor, complaint),
    };
  }

  /** @throws NotFound for a document of something else */
  async file(ctx: Context, id: string, documentId: string): Promise<StoredDocument> {
    const complaint = await complaintById(this.db, id);
    demand(complaintPolicy, 'see', ctx.actor, complaint);
    const ids = [...(await this.evidenceOf(id)), complaint.authorityDocumentId];
    if (!ids.includes(documentId)) throw new NotFound();
    return findDocument(this.db, documentId);
  }

  private async evidenceOf(id: string): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      'select document_id as id from complaints.evidence where complaint_id = $1 order by document_id',
      [id],
    );
    return rows.map((row) => row.id);
  }

  private stepsOf(ctx: Context, complaint: ComplaintRow): ComplaintView['steps'] {
    const may = (rule: 'file' | 'keep' | 'assign' | 'review' | 'sign') =>
      complaintPolicy[rule].allows(ctx.actor, complaint);
    const roles: [string, boolean][] = [
      ['applicant', may('file')],
      ['officer', may('keep')],
      ['director', may('sign')],
      ['reviewer', may('review')],
    ];
    const subject = {
      hasReviewer: complaint.reviewerId !== null,
      isExtended: complaint.extendedTo !== null,
      isOver: complaint.dueOn < kyivDay(ctx.now),
    };
    const steps = roles
      .filter(([, isTheirs]) => isTheirs)
      .flatMap(([role]) => complaintLifecycle.available(complaint.state, role, subject));
    return Object.fromEntries(steps.map(({ action, reason }) => [action, reason]));
  }

  /** Frozen once it is signed; before it, what the rating would give today. */
  private async effect(ctx: Context, complaint: ComplaintRow, answer: Answer | null): Promise<NamedEffect[]> {
    if (!answer?.correction) return [];
    return namedEffect(this.db, answer.effect ?? (await this.effectNow(complaint, answer.correction)), ctx.lang);
  }

  private async effectNow({ competitionId }: ComplaintRow, correction: Correction) {
    return effectOf(await ratedCase(this.db, competitionId), correction);
  }

  private async sheetsOf({ competitionId, applicationId, decision }: ComplaintRow): Promise<ComplaintView['rated']> {
    if (decision === 'admission') return NOBODY;
    const { criteria, proposals } = await ratedCase(this.db, competitionId);
    const own = proposals.find((one) => one.applicationId === applicationId);
    return { criteria, sheets: own?.sheets.map(({ points }) => ({ ...points })) ?? [] };
  }
}
