import { Injectable } from '@nestjs/common';
import { PaperOwners, type Paper } from '#libs/documents';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { applicationPaths } from '../paths.js';

/** The order on admission is a binding paper for everybody. */
@Implements(PaperOwners)
@Injectable()
export class AdmissionOrderPapers implements PaperOwners {
  readonly ownerKind = 'admission-order';

  async papers(reader: Reader, ownerIds: readonly string[], lang: Lang): Promise<Paper[]> {
    const rows = await reader.rows<{ id: string; competitionId: string; organiserId: string; number: string }>(
      `select o.id, o.competition_id as "competitionId", c.organiser_id as "organiserId", o.number
         from applications.admission_order o join competitions.v_competition c on c.id = o.competition_id
        where o.id = any($1) and o.state = 'signed'`,
      [ownerIds],
    );
    return rows.map(({ id, competitionId, organiserId, number }) => ({
      ...{ ownerKind: this.ownerKind, ownerId: id, organiserId, scopeId: competitionId },
      title: phrase(lang, 'applications:admission.order.paperTitle', { number }),
      number,
      isPublic: true,
      readers: [],
      path: applicationPaths.admissionOrder(competitionId),
    }));
  }
}
