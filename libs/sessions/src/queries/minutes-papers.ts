import { Injectable } from '@nestjs/common';
import { PaperOwners, type Paper } from '#libs/documents';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { COMMISSION } from '../access/session.policy.js';
import type { SessionRow } from '../model/session.js';
import { sessionPaths } from '../paths.js';

type Row = Pick<SessionRow, 'id' | 'scopeId' | 'organiserId' | 'coOrganiserId' | 'number'>;

/** Signed minutes are binding papers, read by the body and the staff of its authorities. */
@Implements(PaperOwners)
@Injectable()
export class MinutesPapers implements PaperOwners {
  readonly ownerKind = 'session';

  async papers(reader: Reader, ownerIds: readonly string[], lang: Lang): Promise<Paper[]> {
    const rows = await reader.rows<Row>(
      `select id, scope_id as "scopeId", organiser_id as "organiserId", co_organiser_id as "coOrganiserId", number
         from sessions.session where id = any($1) and state = 'signed'`,
      [ownerIds],
    );
    return rows.map(({ id, scopeId, organiserId, coOrganiserId, number }) => ({
      ...{ ownerKind: this.ownerKind, ownerId: id, organiserId, coOrganiserId, scopeId },
      title: phrase(lang, 'sessions:paper', { number }),
      number: String(number),
      isPublic: false,
      readers: COMMISSION,
      path: sessionPaths.show(id),
    }));
  }
}
