import { Injectable } from '@nestjs/common';
import { shareCompetition, type CompetitionRow } from '#libs/competitions';
import { StoreDocument } from '#libs/documents';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork, constraintMeans, newId, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput, type FieldError } from '#libs/platform/errors';
import { envelopePolicy } from '../access/envelope.policy.js';
import { envelopeRegistered } from '../model/application.facts.js';
import { ENVELOPE, ENVELOPE_LIMITS, type NewEnvelope } from '../model/envelope.js';
import { isLateFor } from './lock-envelope.js';
import { registerCodeOf } from './register-code.js';

export interface Scan {
  name: string;
  content: Buffer;
}

/** From the announcement to the end of the admission; what comes later still goes into the register, marked late. */
const REGISTERED_IN: readonly string[] = ['announced', 'admission'];

constraintMeans('uq_envelope_incoming', 'incomingNumber', 'applications.envelope-registered-already');

/**
 * A proposal in an envelope or in an e-mail: it gets the next number of the one register and a receipt, and stays
 * sealed until the opening (rules 16, 19). What came late is registered too.
 */
@Injectable()
export class RegisterEnvelope {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: StoreDocument,
  ) {}

  /** @returns the id of the envelope */
  execute(ctx: Context, competitionId: string, input: NewEnvelope, scan: Scan | null = null): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await shareCompetition(tx, competitionId);
      demand(envelopePolicy, 'see', tx.actor, competition);
      demand(envelopePolicy, 'register', tx.actor, competition);
      if (!REGISTERED_IN.includes(competition.state)) throw new Conflict('applications.envelope-not-now');
      const problems = problemsOf(input, tx.now);
      if (problems.length > 0) throw new InvalidInput(problems);
      const id = newId();
      const scanId = scan && (await this.keep(tx, id, scan));
      const registerCode = await registerCodeOf(tx, competition);
      await insert(tx, { id, competitionId, registerCode, scanId }, input);
      const { incomingNumber, receivedAt, channel, postmarkOn, sender } = input;
      tx.record(envelopeRegistered, {
        subjectId: id,
        scopeId: competitionId,
        particulars: { registerCode, incomingNumber, receivedAt, channel, postmarkOn, late: late(input, competition) },
        personal: { sender },
      });
      return id;
    });
  }

  private async keep(tx: Tx, id: string, { name, content }: Scan): Promise<string> {
    const document = await this.documents.within(tx, {
      ...{ ownerKind: ENVELOPE, ownerId: id, name, content, field: 'scan' },
      ...{ kinds: ['pdf', 'jpeg', 'png'], maxBytes: ENVELOPE_LIMITS.scanMb * 1024 * 1024 },
    });
    return document.id;
  }
}

const late = (input: NewEnvelope, competition: CompetitionRow): boolean => isLateFor(input, competition);

function problemsOf({ receivedAt, channel, postmarkOn }: NewEnvelope, now: Date): FieldError[] {
  const checks: [boolean, string, string][] = [
    [receivedAt > now, 'receivedAt', 'applications.envelope-future'],
    [postmarkOn !== null && channel !== 'post', 'postmarkOn', 'applications.envelope-postmark-of-post'],
    [postmarkOn !== null && postmarkOn > kyivDay(receivedAt), 'postmarkOn', 'applications.envelope-postmark-later'],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, field, code]) => ({ field, code }));
}

async function insert(
  tx: Tx,
  {
    id,
    competitionId,
    registerCode,
    scanId,
  }: Record<'id' | 'competitionId' | 'registerCode', string> & {
    scanId: string | null;
  },
  { incomingNumber, receivedAt, channel, postmarkOn, sender, email }: NewEnvelope,
): Promise<void> {
  await tx.change(
    `insert into applications.envelope
       (id, competition_id, register_code, state, incoming_number, received_at, channel, postmark_on, sender, email,
        scan_document_id, registered_by, registered_at)
     values ($1, $2, $3, 'sealed', $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, competitionId, registerCode, incomingNumber, receivedAt, channel, postmarkOn, sender, email],
      ...[scanId, tx.actor.personId, tx.now],
    ],
  );
}
