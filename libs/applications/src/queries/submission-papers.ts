import { Injectable } from '@nestjs/common';
import { PaperOwners, type Paper } from '#libs/documents';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { OPENED_STATES } from '../access/application.policy.js';
import { applicationPaths } from '../paths.js';

/** The `ownerKind` of signatures beside a submission. */
export const SUBMISSION = 'submission';

interface Row {
  id: string;
  applicationId: string;
  organisationId: string;
  number: number;
  registerCode: string;
  competitionId: string;
  organiserId: string;
  coOrganiserId: string | null;
  isSealed: boolean;
}

/** A submission is a paper of its organisation: sealed until the opening, like the proposal itself. */
@Implements(PaperOwners)
@Injectable()
export class SubmissionPapers implements PaperOwners {
  readonly ownerKind = SUBMISSION;

  async papers(reader: Reader, ownerIds: readonly string[], lang: Lang): Promise<Paper[]> {
    const rows = await reader.rows<Row>(
      `select s.id, s.application_id as "applicationId", a.organisation_id as "organisationId", s.number,
              a.register_code as "registerCode", a.competition_id as "competitionId",
              c.organiser_id as "organiserId", c.co_organiser_id as "coOrganiserId",
              c.stage <> all($2) as "isSealed"
         from applications.submission s
         join applications.application a on a.id = s.application_id
         join competitions.v_competition c on c.id = a.competition_id
        where s.id = any($1)`,
      [ownerIds, OPENED_STATES],
    );
    return rows.map(({ id, applicationId, registerCode, number, competitionId, ...whose }) => ({
      ...{ ownerKind: this.ownerKind, ownerId: id, scopeId: competitionId, ...whose },
      title: phrase(lang, 'applications:signature.paper', { code: registerCode, number }),
      number: registerCode,
      ...{ isOfOrganisation: true, isPublic: false, readers: [] },
      path: applicationPaths.receipt(applicationId),
    }));
  }
}
