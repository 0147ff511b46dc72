import { Injectable } from '@nestjs/common';
import { renderPdf, StoreDocument } from '#libs/documents';
import { applicantsOf } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { longDateTime } from '#libs/platform/clock';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { formatMoney } from '#libs/platform/money';
import { applicationSubmitted } from '../model/application.facts.js';
import { receiptModel, type ReceiptContent } from '../model/receipt.js';
import { applicationPaths } from '../paths.js';

type Received = ReceiptContent & {
  submissionId: string;
  applicationId: string;
  organisationId: string;
  organiserId: string;
};

/** After a submission: the receipt as PDF, and a letter with it to everyone who acts for the organisation. */
@Reaction({ name: 'applications.make-receipt', on: applicationSubmitted, queue: 'documents' })
@Injectable()
export class MakeReceipt implements ReactsInTransaction {
  constructor(
    private readonly documents: StoreDocument,
    private readonly notices: Notices,
  ) {}

  async react(tx: Tx, delivery: Delivery): Promise<void> {
    const received = await receivedBy(tx, delivery.factId!);
    const document = await this.documents.within(tx, {
      ownerKind: 'application',
      ownerId: received.applicationId,
      name: `${received.registerCode.replaceAll('/', '-')}-${received.number}.pdf`,
      content: await renderPdf(receiptModel(received)),
      isOurs: true,
    });
    await tx.change('update applications.submission set receipt_document_id = $2 where id = $1', [
      received.submissionId,
      document.id,
    ]);
    await this.tell(tx, received, document.id);
  }

  private async tell(tx: Tx, received: Received, documentId: string): Promise<void> {
    const { registerCode, number, submittedAt, content, applicationId } = received;
    for (const to of await applicantsOf(tx, received.organisationId))
      await this.notices.queue(tx, {
        ...{ to, kind: 'receipt', organiserId: received.organiserId },
        ...{ template: 'applications.receipt', path: applicationPaths.receipt(applicationId) },
        documentIds: [documentId],
        data: {
          ...{ registerCode, number, title: content.title, competition: content.competition.title },
          at: longDateTime(submittedAt, to.language, true),
          requested: formatMoney(content.budget.requestedKop, to.language),
        },
      });
  }
}

/** The submission that the fact tells of, with the link of the fact in the chain. */
async function receivedBy(tx: Tx, factId: string): Promise<Received> {
  const row = await tx.one<Omit<Received, 'link'> & { seq: string; hash: string }>(
    `select s.id as "submissionId", a.id as "applicationId", a.organisation_id as "organisationId", c.organiser_id as "organiserId",
            a.register_code as "registerCode", s.number, s.submitted_at as "submittedAt", s.sha256, s.content,
            g.name as "organiserName", f.seq, f.hash
       from facts.fact f
       join applications.application a on a.id = f.subject_id
       join applications.submission s
         on s.application_id = a.id and s.number = (f.body::jsonb #>> '{particulars,number}')::int
       join competitions.v_competition c on c.id = a.competition_id
       join identity.v_organiser g on g.id = c.organiser_id
      where f.id = $1`,
    [factId],
  );
  const { seq, hash, ...received } = row!;
  return { ...received, link: { seq, hash } };
}
