import { Injectable } from '@nestjs/common';
import { PaperOwners, type Paper } from '#libs/documents';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { contractPaths } from '../paths.js';

interface Row {
  id: string;
  competitionId: string;
  organiserId: string;
  coOrganiserId: string | null;
  organisationId: string;
  number: string;
}

/** A signed contract is a binding paper of both its sides. */
@Implements(PaperOwners)
@Injectable()
export class ContractPapers implements PaperOwners {
  readonly ownerKind = 'contract';

  async papers(reader: Reader, ownerIds: readonly string[], lang: Lang): Promise<Paper[]> {
    const rows = await reader.rows<Row>(
      `select c.id, c.competition_id as "competitionId", c.organiser_id as "organiserId",
              k.co_organiser_id as "coOrganiserId", c.organisation_id as "organisationId", c.number
         from contracts.contract c join competitions.v_competition k on k.id = c.competition_id
        where c.id = any($1) and c.signed_at is not null`,
      [ownerIds],
    );
    return rows.map(({ id, competitionId, number, ...sides }) => ({
      ...{ ...sides, ownerKind: this.ownerKind, ownerId: id, scopeId: competitionId },
      title: phrase(lang, 'contracts:paperTitle', { number }),
      number,
      isPublic: false,
      readers: [],
      path: contractPaths.show(id),
    }));
  }
}
