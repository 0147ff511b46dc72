import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import type { Reader, Tx } from '#libs/platform/database';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { consentGiven, signedIn } from '../model/identity.facts.js';
import { ConsentNotice } from '../ports/consent-notice.port.js';
import { sessionThatAwaitsConsent } from '../queries/waiting-session.js';
import { endSession, startSession } from './start-session.js';

/** Who has agreed to which version of the personal-data notice. */
@Injectable()
export class Consents {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ports: Ports,
  ) {}

  noticeVersion(reader: Reader): Promise<number> {
    return this.ports.one(ConsentNotice).version(reader);
  }

  /** True for somebody who has not agreed to the version in force. */
  async isDue(reader: Reader, personId: string): Promise<boolean> {
    const given = await reader.one('select 1 from identity.consent where person_id = $1 and notice_version = $2', [
      personId,
      await this.noticeVersion(reader),
    ]);
    return given === undefined;
  }

  /** `read`: the version that the person had before the eyes. @throws InvalidInput when it changed meanwhile. */
  async give(tx: Tx, personId: string, read: number): Promise<void> {
    if (read !== (await this.noticeVersion(tx))) throw invalidField('consent', 'identity.notice-changed');
    const added = await tx.change(
      `insert into identity.consent (person_id, notice_version, language, given_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [personId, read, tx.ctx.lang, tx.now],
    );
    if (added === 1) tx.record(consentGiven, { subjectId: personId, particulars: { noticeVersion: read } });
  }

  /** The last step of signing in: the waiting session becomes a whole one with another secret, which is returned. */
  execute(ctx: Context, given: { token: string; read: number; device: string }): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const waiting = await sessionThatAwaitsConsent(tx, given.token);
      if (!waiting) throw new Conflict('identity.consent-too-late');
      await this.give(tx, waiting.personId, given.read);
      if ((await endSession(tx, waiting.id, waiting.personId)) === 0) throw new Conflict('identity.consent-too-late');
      tx.record(signedIn, { subjectId: waiting.personId, particulars: { consent: given.read } });
      return startSession(tx, waiting.personId, given.device);
    });
  }
}
