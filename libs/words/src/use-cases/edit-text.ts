import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, constraintMeans, newId, type Tx } from '#libs/platform/database';
import { Conflict, InvalidInput } from '#libs/platform/errors';
import { touchWords } from '#libs/platform/phrases';
import { wordsPolicy } from '../access/words.policy.js';
import { wordingProblems } from '../model/check-wording.js';
import type { Scope, Wording } from '../model/editable-text.js';
import { textOfScope } from '../model/text-of-scope.js';
import { wordsChanged } from '../model/words.facts.js';

// Two people who edit the same text at once: the second one sees what the first wrote.
constraintMeans('uq_words_version', '', 'words.changed-meanwhile');

export interface NewWording {
  scope: Scope;
  key: string;
  /** The number of the version that the author had before the eyes. */
  basedOn: number;
  wording: Wording;
}

/** A new version of a text; it is in force at once, everywhere. Nothing of the older versions is lost. */
@Injectable()
export class EditText {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, wish: NewWording): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      demand(wordsPolicy, 'edit', tx.actor, wish);
      const problems = wordingProblems(textOfScope(wish.scope, wish.key), wish.wording);
      if (problems.length > 0) throw new InvalidInput(problems);
      await addVersion(tx, wish);
    });
  }

  /** One click: the shipped text again. @throws Conflict when it is in force already. */
  restoreShipped(ctx: Context, scope: Scope, key: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      demand(wordsPolicy, 'edit', tx.actor, { scope });
      textOfScope(scope, key);
      const last = await tx.one<{ number: number; isShipped: boolean }>(
        `select number, wording = '{}' as "isShipped" from words.version
          where authority_id is not distinct from $1 and text_key = $2 order by number desc limit 1`,
        [scope, key],
      );
      if (!last || last.isShipped) throw new Conflict('words.is-shipped');
      await addVersion(tx, { scope, key, basedOn: last.number, wording: {} });
    });
  }
}

async function addVersion(tx: Tx, { scope, key, basedOn, wording }: NewWording): Promise<void> {
  const id = newId();
  const number = basedOn + 1;
  await tx.change(
    `insert into words.version (id, authority_id, text_key, number, wording, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, scope, key, number, JSON.stringify(wording), tx.actor.personId, tx.now],
  );
  await touchWords(tx);
  tx.record(wordsChanged, { subjectId: id, scopeId: scope ?? undefined, particulars: { key, number, wording } });
}
