import { Injectable } from '@nestjs/common';
import { ConcernedPeople, type ConcernedPerson } from '#libs/competitions';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

interface Row {
  personId: string;
  email: string;
  language: Lang;
  applicationId: string;
  registerCode: string | null;
}

/** Everyone who may act for an organisation with a proposal here, be it sent, withdrawn or only a draft. */
@Implements(ConcernedPeople)
@Injectable()
export class ConcernedApplicants implements ConcernedPeople {
  async people(reader: Reader, competitionId: string): Promise<ConcernedPerson[]> {
    const rows = await reader.rows<Row>(
      `select p.person_id as "personId", p.email, p.language, a.id as "applicationId", a.register_code as "registerCode"
         from applications.application a
         join identity.v_role p on p.scope_id = a.organisation_id and p.role = 'applicant'
        where a.competition_id = $1 order by a.id, p.id`,
      [competitionId],
    );
    return rows.map(({ personId, email, language, applicationId, registerCode }) => ({
      to: { personId, email, language },
      because: 'applicant',
      applicationId,
      registerCode,
    }));
  }
}
