import { Injectable } from '@nestjs/common';
import { ApplicationReaders, OPENED_STATES, type ProposalToRead } from '#libs/applications';
import { competitionById, stageOf } from '#libs/competitions';
import { holds, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { COMMISSION } from '../access/evaluation.policy.js';

/**
 * A member reads a proposal once it is opened and «no conflict» is declared for it (rule 31); an expert only one that
 * was assigned. A conflict declared later closes the file at once (rule 32).
 */
@Implements(ApplicationReaders)
@Injectable()
export class ProposalReaders implements ApplicationReaders {
  async mayRead(ctx: Context, reader: Reader, application: ProposalToRead): Promise<boolean> {
    const { actor } = ctx;
    const isMember = holds(actor, COMMISSION, application.competitionId);
    if (!isMember && !holds(actor, ['expert'], application.competitionId)) return false;
    const competition = await competitionById(reader, application.competitionId);
    if (!OPENED_STATES.includes(stageOf(competition))) return false;
    return isClear(reader, application.id, actor.personId!, !isMember);
  }
}

async function isClear(reader: Reader, applicationId: string, personId: string, needsAssignment: boolean) {
  // A question about the person keeps the file closed until it is answered, unless the work has begun.
  const found = await reader.one<{ isClear: boolean }>(
    `select exists (select from evaluation.conflict_declaration
                     where application_id = $1 and person_id = $2 and kind = 'none')
            and (not $3 and exists (select from evaluation.v_free_pair where application_id = $1 and person_id = $2)
                 or exists (select from evaluation.assignment
                             where application_id = $1 and person_id = $2 and ended_at is null)) as "isClear"`,
    [applicationId, personId, needsAssignment],
  );
  return found!.isClear;
}
