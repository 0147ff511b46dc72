import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { envelopeSetAside } from '../model/application.facts.js';
import { envelopeLifecycle } from '../model/envelope.lifecycle.js';
import { lockEnvelope } from './lock-envelope.js';

/** There is no proposal in the envelope: it stays in the register with the reason. */
@Injectable()
export class SetAsideEnvelope {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string, id: string, seen: { version: number; note: string }): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { envelope, subject } = await lockEnvelope(tx, competitionId, { id, version: seen.version });
      const state = envelopeLifecycle.next(envelope.state, 'set-aside', subject);
      await tx.change('update applications.envelope set state = $2, version = version + 1, note = $3 where id = $1', [
        ...[id, state, seen.note],
      ]);
      const { registerCode } = envelope;
      tx.record(envelopeSetAside, {
        ...{ subjectId: id, scopeId: competitionId, particulars: { registerCode } },
        personal: { note: seen.note },
      });
    });
  }
}
