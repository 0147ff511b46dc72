import { Injectable } from '@nestjs/common';
import { phrase } from '#libs/platform/phrases';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { DeclaredConflicts } from '#libs/sessions';

/** A conflict declared for scoring holds for every vote of the commission on the same proposal (rule 32). */
@Implements(DeclaredConflicts)
@Injectable()
export class ConflictsInSessions implements DeclaredConflicts {
  /** Challenges, statements, and what data showed and the chair upheld (rule 33). */
  async stated(reader: Reader, subjectIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await reader.rows<StatedConflict>(
      `select q.application_id as "applicationId", p.full_name as "fullName", q.source, q.sign, q.detail, q.reason, q.state,
              q.decision_reason as "decisionReason"
         from evaluation.conflict_question q join identity.v_person p on p.id = q.person_id
        where q.application_id = any($1) and (q.source <> 'data' or q.state = 'upheld') order by q.raised_at, q.id`,
      [subjectIds],
    );
    const lines = new Map<string, string[]>();
    for (const row of rows) lines.set(row.applicationId, [...(lines.get(row.applicationId) ?? []), lineOf(row)]);
    return lines;
  }

  async of(reader: Reader, personId: string, subjectIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await reader.rows<{ applicationId: string; reason: string }>(
      `select application_id as "applicationId", reason from evaluation.conflict_declaration
        where person_id = $1 and application_id = any($2) and kind <> 'none'`,
      [personId, subjectIds],
    );
    return new Map(rows.map(({ applicationId, reason }) => [applicationId, reason]));
  }
}

interface StatedConflict {
  applicationId: string;
  fullName: string;
  source: string;
  sign: string;
  detail: string;
  reason: string;
  state: string;
  decisionReason: string;
}

/** Minutes are always in Ukrainian. */
function lineOf({ fullName, source, sign, detail, reason, state, decisionReason }: StatedConflict): string {
  const t = (key: string, data = {}) => phrase('uk', `evaluation:questions.${key}`, data);
  const what = source === 'data' ? t(`signs.${sign}`, { detail }) : `${t(`sources.${source}`)}: ${reason}`;
  const answer = decisionReason ? `${t(`states.${state}`)}: ${decisionReason}` : t(`states.${state}`);
  return `${fullName} – ${what} (${answer})`;
}
