import { Injectable } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import { renderPdf, StoreDocument } from '#libs/documents';
import { Notices } from '#libs/notifications';
import { longDateTime } from '#libs/platform/clock';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { envelopeRegistered } from '../model/application.facts.js';
import { envelopeReceiptModel, type EnvelopeReceipt } from '../model/envelope-receipt.js';
import { ENVELOPE } from '../model/envelope.js';
import { envelopeById, isLateFor } from '../use-cases/lock-envelope.js';

/** After an envelope was registered: its receipt as PDF, and a letter with it where an e-mail address is known. */
@Reaction({ name: 'applications.make-envelope-receipt', on: envelopeRegistered, queue: 'documents' })
@Injectable()
export class MakeEnvelopeReceipt implements ReactsInTransaction {
  constructor(
    private readonly documents: StoreDocument,
    private readonly notices: Notices,
  ) {}

  async react(tx: Tx, { factId }: Delivery): Promise<void> {
    const receipt = await receiptOf(tx, factId!);
    const { envelope } = receipt;
    const document = await this.documents.within(tx, {
      ...{ ownerKind: ENVELOPE, ownerId: envelope.id, name: `${envelope.registerCode.replaceAll('/', '-')}.pdf` },
      content: await renderPdf(envelopeReceiptModel(receipt)),
    });
    await tx.change('update applications.envelope set receipt_document_id = $2 where id = $1', [
      ...[envelope.id, document.id],
    ]);
    if (envelope.email !== null) await this.tell(tx, receipt, document.id);
  }

  private async tell(tx: Tx, { envelope, competition, organiserId, isLate }: Registered, documentId: string) {
    const { registerCode, incomingNumber, receivedAt, email, sender } = envelope;
    await this.notices.queue(tx, {
      ...{ to: { personId: null, email: email!, language: 'uk' }, kind: 'receipt', organiserId },
      ...{ template: isLate ? 'applications.envelopeLate' : 'applications.envelopeReceipt', documentIds: [documentId] },
      data: {
        ...{ registerCode, incomingNumber, sender, competition: competition.title },
        at: longDateTime(receivedAt, 'uk', true),
      },
    });
  }
}

type Registered = EnvelopeReceipt & { organiserId: string };

async function receiptOf(tx: Tx, factId: string): Promise<Registered> {
  const fact = await tx.one<{ subjectId: string; scopeId: string; seq: string; hash: string; organiserName: string }>(
    `select f.subject_id as "subjectId", f.scope_id as "scopeId", f.seq, f.hash, g.name as "organiserName"
       from facts.fact f
       join competitions.v_competition c on c.id = f.scope_id
       join identity.v_organiser g on g.id = c.organiser_id
      where f.id = $1`,
    [factId],
  );
  const { subjectId, scopeId, seq, hash, organiserName } = fact!;
  const { title, code, closesAt, organiserId, ruleSet } = await competitionById(tx, scopeId);
  const envelope = await envelopeById(tx, scopeId, subjectId);
  return {
    ...{ organiserName, organiserId, envelope, link: { seq, hash } },
    competition: { title, code: code!, closesAt: closesAt! },
    isLate: isLateFor(envelope, { closesAt, ruleSet }),
  };
}
