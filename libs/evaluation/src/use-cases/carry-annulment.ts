import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { Notices } from '#libs/notifications';
import { newId, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Implements } from '#libs/platform/ports';
import { DecisionHandler, type Decision, type SessionRow } from '#libs/sessions';
import { SCORERS } from '../access/evaluation.policy.js';
import { SHEET_ANNULMENT, whyNotAnnulling } from '../model/annulment.js';
import { sheetAnnulled } from '../model/evaluation.facts.js';
import { sheetLifecycle, type SheetAction } from '../model/sheet.lifecycle.js';
import type { SheetState } from '../model/sheet.js';
import { evaluationPaths } from '../paths.js';
import { personToWrite } from '../queries/person-to-write.js';
import { askForRating } from './ask-for-rating.js';
import { FillQueues } from './fill-queues.js';

interface AnnulledSheet {
  sheetId: string;
  assignmentId: string;
  applicationId: string;
  registerCode: string;
  personId: string;
  state: SheetState;
  ground: string;
  writeUntil: Date | null;
}

const ANNUL: SheetAction = 'annul';

/**
 * Signed minutes annul a signed sheet (rules 42, 52): it stays with its ground and leaves the divisor of the rating
 * (rule 44). Its place is free again: the same person writes another one, unless a conflict or an order stands against it.
 */
@Implements(DecisionHandler)
@Injectable()
export class CarryAnnulment implements DecisionHandler {
  readonly kind = SHEET_ANNULMENT;

  constructor(
    private readonly fillQueues: FillQueues,
    private readonly notices: Notices,
  ) {}

  async apply(tx: Tx, session: SessionRow, decisions: readonly Decision[]): Promise<void> {
    const competition = await lockCompetition(tx, session.scopeId);
    for (const { item, result } of decisions) {
      const outcome = { adopted: 'annulled', rejected: 'kept', 'no-quorum': 'no-quorum' }[result];
      const sheet = await decide(tx, session, String(item.payload.sheetId), outcome);
      if (outcome === 'annulled') await this.annul(tx, competition, session, sheet);
    }
    await this.fillQueues.within(tx, competition);
    await askForRating(tx, competition);
  }

  private async annul(tx: Tx, competition: CompetitionRow, session: SessionRow, sheet: AnnulledSheet): Promise<void> {
    const why = whyNotAnnulling({ competitionState: competition.state, sheetState: sheet.state });
    if (why) throw new Conflict(why);
    const { state: competitionState, scoringFrom, scoringUntil } = competition;
    const state = sheetLifecycle.next(sheet.state, ANNUL, { now: tx.now, competitionState, scoringFrom, scoringUntil });
    await tx.change('update evaluation.score_sheet set state = $2, version = version + 1 where id = $1', [
      ...[sheet.sheetId, state],
    ]);
    await tx.change(`update evaluation.assignment set ended_at = $2, end_reason = 'sheet-annulled' where id = $1`, [
      ...[sheet.assignmentId, tx.now],
    ]);
    const { applicationId, personId, ground } = sheet;
    tx.record(sheetAnnulled, {
      ...{ subjectId: sheet.sheetId, scopeId: competition.id, personal: { ground } },
      particulars: { applicationId, personId, sessionId: session.id, minutes: session.number },
    });
    const isAgain = await giveAgain(tx, sheet);
    await this.notices.queue(tx, {
      ...{ to: await personToWrite(tx, personId), kind: 'duty', organiserId: competition.organiserId },
      template: isAgain ? 'evaluation.sheet-annulled-again' : 'evaluation.sheet-annulled',
      data: { title: competition.title, code: sheet.registerCode, ground, minutes: session.number },
      path: evaluationPaths.queue(competition.id),
    });
  }
}

async function decide(tx: Tx, session: SessionRow, sheetId: string, outcome: string): Promise<AnnulledSheet> {
  const sheet = await tx.one<AnnulledSheet>(
    `with decided as (
       update evaluation.sheet_annulment set outcome = $3, decided_at = $4
        where sheet_id = $1 and session_id = $2 and decided_at is null returning ground, write_until)
     select s.id as "sheetId", s.assignment_id as "assignmentId", s.application_id as "applicationId",
            v.register_code as "registerCode", s.person_id as "personId", s.state, d.ground, d.write_until as "writeUntil"
       from evaluation.score_sheet s join decided d on true
       join applications.v_application v on v.id = s.application_id where s.id = $1`,
    [sheetId, session.id, outcome, tx.now],
  );
  if (!sheet) throw new Conflict('evaluation.annul-decided-already');
  return sheet;
}

/** The same place for the same person with a sheet of its own; false when the person may not score it any more. */
async function giveAgain(tx: Tx, sheet: AnnulledSheet): Promise<boolean> {
  const given = await tx.change(
    `insert into evaluation.assignment (id, competition_id, application_id, person_id, position, assigned_at, is_extra, write_until)
     select $1, a.competition_id, a.application_id, a.person_id, a.position, $3, a.is_extra, coalesce($4, a.write_until)
       from evaluation.assignment a
       join evaluation.v_free_pair f on f.application_id = a.application_id and f.person_id = a.person_id
      where a.id = $2
        and exists (select from identity.v_role r
                     where r.scope_id = a.competition_id and r.person_id = a.person_id and r.role = any($5))`,
    [newId(), sheet.assignmentId, tx.now, sheet.writeUntil, SCORERS],
  );
  return given === 1;
}
