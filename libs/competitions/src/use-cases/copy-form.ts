import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { formCopied } from '../model/competition.facts.js';
import { competitionSettings } from '../queries/read-competition.js';
import { keepForm, lockForForm } from './edit-form.js';

/** Takes over the form of an earlier competition of the same authority, with everything that it asks. */
@Injectable()
export class CopyForm {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws NotFound for a competition of another authority; Conflict after the announcement */
  execute(ctx: Context, id: string, revision: number, fromId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockForForm(tx, id, revision);
      if (competition.state !== 'draft') throw new Conflict('competitions.form-copy-late');
      const source = await competitionSettings(tx, fromId);
      if (source.organiserId !== competition.organiserId || source.id === id) throw new NotFound();
      await keepForm(tx, competition, source.form);
      tx.record(formCopied, { subjectId: id, scopeId: id, particulars: { fromId } });
    });
  }
}
