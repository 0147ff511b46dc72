import { Injectable } from '@nestjs/common';
import { PaperOwners, type Paper } from '#libs/documents';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { competitionPaths } from '../paths.js';

/** The order by which a competition was announced; its files belong to the competition. */
@Implements(PaperOwners)
@Injectable()
export class AnnouncementPapers implements PaperOwners {
  readonly ownerKind = 'announcement-order';

  async papers(reader: Reader, ownerIds: readonly string[], lang: Lang): Promise<Paper[]> {
    const rows = await reader.rows<{ id: string; organiserId: string; code: string; number: string | null }>(
      `select id, organiser_id as "organiserId", code, order_number as number
         from competitions.competition where id = any($1) and state <> 'draft'`,
      [ownerIds],
    );
    return rows.map(({ id, organiserId, code, number }) => ({
      ...{ ownerKind: this.ownerKind, ownerId: id, organiserId, scopeId: id },
      title: phrase(lang, 'competitions:announcement.orderPaper', { number: number ?? code }),
      number: number ?? code,
      isPublic: true,
      readers: [],
      path: competitionPaths.show(code),
    }));
  }
}
