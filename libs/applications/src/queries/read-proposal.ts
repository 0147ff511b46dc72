import { Injectable } from '@nestjs/common';
import { findDocument, type StoredDocument } from '#libs/documents';
import { demand, holds, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { OPENED_STATES, applicationPolicy } from '../access/application.policy.js';
import type { ApplicationRow } from '../model/application.js';
import { ApplicationReaders } from '../ports/application-readers.port.js';
import { applicationById } from '../use-cases/lock-application.js';
import { applicationForReading, type ReadableApplication } from './application-for-reading.js';
import { filesOf } from './draft-proposal.js';

export interface SubmissionRow {
  id: string;
  number: number;
  submittedAt: Date;
  submittedBy: string;
  sha256: string;
  receiptDocumentId: string | null;
}

/** A submitted proposal and its files, for whoever may read it. */
@Injectable()
export class ReadProposal {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  /** @throws NotFound for those who may not know of it */
  async execute(ctx: Context, id: string, number: number | null = null): Promise<ReadableApplication> {
    await this.demandReader(ctx, await applicationById(this.db, id), number);
    return applicationForReading(this.db, id, number);
  }

  /** Every version, the last one first; only for those who act for the organisation and the staff after the opening. */
  async submissions(ctx: Context, id: string): Promise<SubmissionRow[]> {
    demand(applicationPolicy, 'read', ctx.actor, await applicationById(this.db, id));
    return this.db.rows(
      `select s.id, s.number, s.submitted_at as "submittedAt", p.full_name as "submittedBy", s.sha256,
              s.receipt_document_id as "receiptDocumentId"
         from applications.submission s join identity.v_person p on p.id = s.submitted_by
        where s.application_id = $1 order by s.number desc`,
      [id],
    );
  }

  /** There is a page that tells what was mended (rule 38). */
  async wasGivenBack(id: string): Promise<boolean> {
    return (await this.db.one('select from applications.mending where application_id = $1', [id])) !== undefined;
  }

  /** A file that was submitted; for the applicants also one that is only attached so far. */
  async file(ctx: Context, id: string, documentId: string): Promise<StoredDocument> {
    const application = await applicationById(this.db, id);
    const own = holds(ctx.actor, ['applicant'], application.organisationId) ? await filesOf(this.db, id) : [];
    if (!own.some((file) => file.documentId === documentId)) await this.demandSentFile(ctx, application, documentId);
    return findDocument(this.db, documentId);
  }

  /** Members and experts see the last version alone; whoever the policy lets in, every version. */
  private async demandSentFile(ctx: Context, application: ApplicationRow, documentId: string): Promise<void> {
    await this.demandReader(ctx, application, null);
    const everyVersion = applicationPolicy.read.allows(ctx.actor, application);
    const sent = await this.db.one(
      `select from applications.submission
        where application_id = $1 and ($2 or number = $3) and content @> $4 limit 1`,
      [application.id, everyVersion, application.submissionNumber, JSON.stringify({ files: [{ documentId }] })],
    );
    if (!sent) throw new NotFound();
  }

  /** Staff and applicants by the policy; after the opening others as the port says, and only the last version. */
  private async demandReader(ctx: Context, application: ApplicationRow, number: number | null): Promise<void> {
    if (applicationPolicy.read.allows(ctx.actor, application)) return;
    if (number === null && application.submissionNumber !== null && isOpened(application))
      for (const readers of this.ports.all(ApplicationReaders))
        if (await readers.mayRead(ctx, this.db, application)) return;
    throw new NotFound();
  }
}

const isOpened = ({ competitionStage }: ApplicationRow): boolean => OPENED_STATES.includes(competitionStage);
