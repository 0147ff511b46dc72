import { Injectable } from '@nestjs/common';
import { lockCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { sheetSigned } from '../model/evaluation.facts.js';
import { sheetLifecycle } from '../model/sheet.lifecycle.js';
import { askForRating } from './ask-for-rating.js';

interface ReadySheet {
  id: string;
  applicationId: string;
  points: Record<string, number>;
}

/**
 * A member signs every ready sheet together; they are closed for ever (rule 42). The last signature of a competition
 * calls for the rating: signatures take turns at the lock of the competition, so exactly one of them is the last.
 */
@Injectable()
export class SignSheets {
  constructor(private readonly uow: UnitOfWork) {}

  /** Returns how many were signed. */
  execute(ctx: Context, competitionId: string): Promise<number> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'score', tx.actor, competition);
      const { state: competitionState, scoringFrom, scoringUntil } = competition;
      const state = sheetLifecycle.next('ready', 'sign', { now: tx.now, competitionState, scoringFrom, scoringUntil });
      const sheets = await readySheets(tx, competitionId, tx.actor.personId);
      if (sheets.length === 0) throw new Conflict('evaluation.nothing-ready');
      await tx.change(
        'update evaluation.score_sheet set state = $2, signed_at = $3, version = version + 1 where id = any($1)',
        [sheets.map(({ id }) => id), state, tx.now],
      );
      record(tx, competitionId, sheets);
      await askForRating(tx, competition);
      return sheets.length;
    });
  }
}

/** The ready sheets of a person whose assignment was not taken away. */
function readySheets(reader: Reader, competitionId: string, personId: string | null): Promise<ReadySheet[]> {
  return reader.rows<ReadySheet>(
    `select s.id, s.application_id as "applicationId",
            (select json_object_agg(k.key, p.points order by k.position)
               from evaluation.score p join competitions.v_criterion k on k.id = p.criterion_id where p.sheet_id = s.id) as points
       from evaluation.score_sheet s join evaluation.assignment a on a.id = s.assignment_id and a.ended_at is null
      where s.competition_id = $1 and s.person_id = $2 and s.state = 'ready' order by a.position`,
    [competitionId, personId],
  );
}

/** The points stand apart from the chain, which holds their salted hash: sealed now, provable later. */
function record(tx: Tx, competitionId: string, sheets: readonly ReadySheet[]): void {
  for (const { id, applicationId, points } of sheets)
    tx.record(sheetSigned, {
      subjectId: id,
      scopeId: competitionId,
      particulars: { applicationId, personId: tx.actor.personId },
      personal: { points },
    });
}
