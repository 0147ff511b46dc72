import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { paperRegistered } from '../model/paper.facts.js';
import { FindPaper } from '../queries/find-paper.js';

/** Notes the number and the day that the office document system gave a paper; an earlier note stays as a fact. */
@Injectable()
export class RegisterPaper {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly find: FindPaper,
  ) {}

  execute(
    ctx: Context,
    owner: { ownerKind: string; ownerId: string },
    { number, on }: { number: string; on: string },
  ): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { ownerKind, ownerId, scopeId } = await this.find.execute(ctx, tx, owner, 'change');
      if (on > kyivDay(tx.now)) throw invalidField('registeredOn', 'documents.registered-in-future');
      await tx.change(
        `insert into documents.paper_registration (id, owner_kind, owner_id, number, registered_on, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), ownerKind, ownerId, number, on, tx.actor.personId, tx.now],
      );
      tx.record(paperRegistered, { subjectId: ownerId, scopeId, particulars: { ownerKind, number, registeredOn: on } });
    });
  }
}
