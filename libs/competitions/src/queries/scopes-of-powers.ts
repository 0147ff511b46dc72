import { Injectable } from '@nestjs/common';
import { CompetitionScopes, type CompetitionScope } from '#libs/identity';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** Names and organisers of the competitions in which people hold powers. */
@Implements(CompetitionScopes)
@Injectable()
export class ScopesOfPowers implements CompetitionScopes {
  async of(reader: Reader, competitionIds: readonly string[]): Promise<CompetitionScope[]> {
    if (competitionIds.length === 0) return [];
    return reader.rows<CompetitionScope>(
      `select id, title, organiser_id as "organiserId" from competitions.competition where id = any($1) order by id`,
      [competitionIds],
    );
  }
}
