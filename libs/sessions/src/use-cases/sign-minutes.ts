import { Injectable } from '@nestjs/common';
import { StoreDocument, renderPdf, type PdfModel } from '#libs/documents';
import { demand, holds, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { sessionPolicy } from '../access/session.policy.js';
import { minutesModel, type MinutesNote, type MinutesSignature } from '../model/minutes.js';
import { minutesSigned } from '../model/session.facts.js';
import { sessionLifecycle } from '../model/session.lifecycle.js';
import type { SessionRow } from '../model/session.js';
import { MinutesNotes } from '../ports/minutes-notes.port.js';
import { DecisionHandler } from '../ports/decision-handler.port.js';
import { ConflictsOf } from '../queries/conflicts-of.js';
import { StandingBodies } from '../queries/standing-bodies.js';
import { itemsOf, lockSession, proceedingsOf } from './lock-session.js';

/**
 * Chair and secretary sign, two different people. The second signature makes the minutes and puts
 * every decision into effect, all in one transaction (rule 52).
 */
@Injectable()
export class SignMinutes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: StoreDocument,
    private readonly ports: Ports,
    private readonly bodies: StandingBodies,
    private readonly conflicts: ConflictsOf,
  ) {}

  execute(ctx: Context, sessionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const session = await lockSession(tx, sessionId);
      demand(sessionPolicy, 'lead', tx.actor, session);
      await this.bodies.demand(tx, session);
      const state = sessionLifecycle.next(session.state, 'sign', {});
      const notes = await this.notesOf(tx, session);
      const signatures = await addSignature(tx, session);
      if (signatures.length < 2) return;
      const paper = await this.paperOf(tx, session, notes, signatures);
      const documentId = await this.store(tx, session, paper);
      await tx.change(
        'update sessions.session set state = $2, minutes_document_id = $3, minutes_paper = $4 where id = $1',
        [sessionId, state, documentId, JSON.stringify(paper)],
      );
      await this.applyDecisions(tx, { ...session, state, minutesDocumentId: documentId });
      tx.record(minutesSigned, {
        subjectId: sessionId,
        scopeId: session.scopeId,
        particulars: { number: session.number, documentId },
      });
    });
  }

  private async notesOf(tx: Tx, session: SessionRow): Promise<MinutesNote[]> {
    const notes: MinutesNote[] = [];
    for (const port of this.ports.all(MinutesNotes)) notes.push(...(await port.of(tx, session)));
    return notes;
  }

  private async paperOf(
    tx: Tx,
    session: SessionRow,
    notes: MinutesNote[],
    signatures: MinutesSignature[],
  ): Promise<PdfModel> {
    const proceedings = await proceedingsOf(tx, session.id);
    const stated = await this.conflicts.stated(tx, proceedings.items);
    return minutesModel({ session, ...proceedings, notes, stated, signatures, issuedAt: tx.now });
  }

  private async store(tx: Tx, session: SessionRow, paper: PdfModel): Promise<string> {
    const minutes = await this.documents.within(tx, {
      ownerKind: 'session',
      ownerId: session.id,
      name: `Протокол № ${session.number}.pdf`,
      content: await renderPdf(paper),
    });
    return minutes.id;
  }

  private async applyDecisions(tx: Tx, session: SessionRow): Promise<void> {
    const decisions = (await itemsOf(tx, session.id)).map((item) => ({ item, result: item.result! }));
    for (const kind of new Set(decisions.map(({ item }) => item.kind))) {
      const handler = this.ports.all(DecisionHandler).find((one) => one.kind === kind);
      if (!handler) throw new Error(`nobody carries out decisions of the kind ${kind}`);
      await handler.apply(
        tx,
        session,
        decisions.filter(({ item }) => item.kind === kind),
      );
    }
  }
}

async function addSignature(tx: Tx, session: SessionRow): Promise<MinutesSignature[]> {
  const role = holds(tx.actor, ['commission-chair'], session.scopeId) ? 'commission-chair' : 'commission-secretary';
  const added = await tx.change(
    'insert into sessions.signature (session_id, role, person_id, signed_at) values ($1, $2, $3, $4) on conflict do nothing',
    [session.id, role, tx.actor.personId, tx.now],
  );
  if (added === 0) throw new Conflict('sessions.already-signed');
  return tx.rows<MinutesSignature>(
    `select s.role, p.signing_name as "signingName", s.signed_at as "signedAt"
       from sessions.signature s join identity.v_person p on p.id = s.person_id
      where s.session_id = $1 order by s.role`,
    [session.id],
  );
}
