import { Injectable } from '@nestjs/common';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { DeclaredConflicts } from '#libs/sessions';

/** A conflict declared for scoring holds for every vote of the commission on the same proposal (rule 32). */
@Implements(DeclaredConflicts)
@Injectable()
export class ConflictsInSessions implements DeclaredConflicts {
  async of(reader: Reader, personId: string, subjectIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await reader.rows<{ applicationId: string; reason: string }>(
      `select application_id as "applicationId", reason from evaluation.conflict_declaration
        where person_id = $1 and application_id = any($2) and kind <> 'none'`,
      [personId, subjectIds],
    );
    return new Map(rows.map(({ applicationId, reason }) => [applicationId, reason]));
  }
}
