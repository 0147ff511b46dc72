import { Injectable } from '@nestjs/common';
import { PaperOwners, type Paper } from '#libs/documents';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import type { ActKind, ActState } from '../model/act.js';
import { competitionPaths } from '../paths.js';

interface Row {
  id: string;
  competitionId: string;
  organiserId: string;
  coOrganiserId: string | null;
  kind: ActKind;
  state: ActState;
  number: string;
}

/** Acts are binding papers; for everybody once they are confirmed. */
@Implements(PaperOwners)
@Injectable()
export class ActPapers implements PaperOwners {
  readonly ownerKind = 'competition-act';

  async papers(reader: Reader, ownerIds: readonly string[], lang: Lang): Promise<Paper[]> {
    const rows = await reader.rows<Row>(
      `select a.id, a.competition_id as "competitionId", c.organiser_id as "organiserId",
              c.co_organiser_id as "coOrganiserId", a.kind, a.state, a.number
         from competitions.act a join competitions.competition c on c.id = a.competition_id
        where a.id = any($1) and a.state <> 'dropped'`,
      [ownerIds],
    );
    return rows.map((row) => ({
      ...{ ownerKind: this.ownerKind, ownerId: row.id, scopeId: row.competitionId },
      ...{ organiserId: row.organiserId, coOrganiserId: row.coOrganiserId },
      title: `${phrase(lang, `competitions:act.kind.${row.kind}`)}, № ${row.number}`,
      number: row.number,
      isPublic: row.state === 'confirmed',
      readers: [],
      path: competitionPaths.acts(row.competitionId),
    }));
  }
}
