import { Injectable } from '@nestjs/common';
import { PaperOwners, type Paper } from '#libs/documents';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { COMMISSION } from '../access/session.policy.js';
import { sessionPaths } from '../paths.js';

/** Signed minutes are binding papers, read by the body and the staff of its organiser. */
@Implements(PaperOwners)
@Injectable()
export class MinutesPapers implements PaperOwners {
  readonly ownerKind = 'session';

  async papers(reader: Reader, ownerIds: readonly string[], lang: Lang): Promise<Paper[]> {
    const rows = await reader.rows<{ id: string; scopeId: string; organiserId: string; number: number }>(
      `select id, scope_id as "scopeId", organiser_id as "organiserId", number
         from sessions.session where id = any($1) and state = 'signed'`,
      [ownerIds],
    );
    return rows.map(({ id, scopeId, organiserId, number }) => ({
      ...{ ownerKind: this.ownerKind, ownerId: id, organiserId, scopeId },
      title: phrase(lang, 'sessions:paper', { number }),
      number: String(number),
      isPublic: false,
      readers: COMMISSION,
      path: sessionPaths.show(id),
    }));
  }
}
