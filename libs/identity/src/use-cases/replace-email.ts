import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { Notices } from '#libs/notifications';
import { identityPaths } from '../paths.js';
import { endSessions } from './start-session.js';

/**
 * Puts a new address in the place of the old one, inside a use case that has decided it. Every session ends, links sent
 * before work no more, both mailboxes get a letter. Password and second factor stay.
 */
@Injectable()
export class ReplaceEmail {
  constructor(private readonly notices: Notices) {}

  async within(tx: Tx, personId: string, newEmail: string): Promise<void> {
    const before = await tx.one<{ email: string; givenName: string; language: 'uk' | 'en'; mergedInto: string | null }>(
      `select email, given_name as "givenName", language, merged_into as "mergedInto"
         from identity.person where id = $1 for update`,
      [personId],
    );
    if (!before) throw new NotFound();
    if (before.mergedInto) throw new Conflict('identity.merged-already');
    await tx.change('update identity.person set email = $2 where id = $1', [personId, newEmail.trim()]);
    const realNow = new Date();
    await tx.change('update identity.one_time_token set used_at = $2 where person_id = $1 and used_at is null', [
      personId,
      realNow,
    ]);
    await tx.change('delete from identity.email_change where person_id = $1 and confirmed_at is null', [personId]);
    await endSessions(tx, personId);
    for (const [to, email] of [
      [null, before.email],
      [personId, newEmail],
    ] as const)
      await this.notices.queue(tx, {
        to: { personId: to, email: email.trim(), language: before.language },
        template: to ? 'identity.email-is-new' : 'identity.email-was-replaced',
        kind: 'account',
        organiserId: null,
        data: { givenName: before.givenName },
        path: identityPaths.signIn,
      });
  }
}
