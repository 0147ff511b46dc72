import { Injectable } from '@nestjs/common';
import { ConcernedPeople, type ConcernedPerson } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** Experts of the competition: they have work, or were told that they will. */
@Implements(ConcernedPeople)
@Injectable()
export class ConcernedScorers implements ConcernedPeople {
  async people(reader: Reader, competitionId: string): Promise<ConcernedPerson[]> {
    const experts = await peopleWithRole(reader, competitionId, ['expert']);
    return experts.map(({ personId, email, language }) => ({
      to: { personId, email, language },
      because: 'expert',
      applicationId: null,
      registerCode: null,
    }));
  }
}
