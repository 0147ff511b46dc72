import { Injectable } from '@nestjs/common';
import { competitionById, lockCompetition, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { kyivInstant, longDateTime } from '#libs/platform/clock';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField, NotFound } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { PlanSession, sessionOf } from '#libs/sessions';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { daysForNewSheet, SHEET_ANNULMENT, whyNotAnnulling } from '../model/annulment.js';
import { annulmentPlanned, annulmentWithdrawn } from '../model/evaluation.facts.js';
import { evaluationPaths } from '../paths.js';
import { askForRating } from './ask-for-rating.js';

export interface NewAnnulment {
  sheetId: string;
  ground: string;
  plannedAt: Date;
  place: string;
  /** The last day for a new sheet; null: the days of the competition. */
  writeUntilOn: string | null;
}

interface SignedSheet {
  applicationId: string;
  state: string;
  scorerName: string;
  registerCode: string;
}

constraintMeans('uq_sheet_annulment_open', 'sheetId', 'evaluation.annul-planned-already');

/**
 * Puts a signed sheet to the vote of the commission, with a ground: it is annulled in signed minutes only (rules 42, 52).
 * Until they are signed the rating waits.
 */
@Injectable()
export class PlanAnnulment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly planSession: PlanSession,
  ) {}

  /** @returns the id of the session */
  execute(ctx: Context, competitionId: string, plan: NewAnnulment): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'annul', tx.actor, competition);
      const sheet = await sheetOf(tx, competitionId, plan.sheetId);
      const why = whyNotAnnulling({ competitionState: competition.state, sheetState: sheet.state });
      if (why) throw new Conflict(why);
      const until = refuseWrongDays(tx, competition, plan);
      const sessionId = await this.session(tx, competition, sheet, plan, until);
      const id = newId();
      await tx.change(
        `insert into evaluation.sheet_annulment (id, sheet_id, competition_id, ground, write_until, session_id, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, plan.sheetId, competitionId, plan.ground, until, sessionId, tx.now],
      );
      tx.record(annulmentPlanned, {
        ...{ subjectId: plan.sheetId, scopeId: competitionId, particulars: { sessionId } },
        personal: { ground: plan.ground },
      });
      return sessionId;
    });
  }

  /** Its session was called off: nothing is annulled, and the rating waits no longer. */
  withdraw(ctx: Context, competitionId: string, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(evaluationPolicy, 'annul', tx.actor, competition);
      const changed = await tx.rows<{ sheetId: string }>(
        `update evaluation.sheet_annulment set outcome = 'withdrawn', decided_at = $3
          where id = $1 and competition_id = $2 and decided_at is null
            and exists (select from sessions.v_session n where n.id = session_id and n.state = 'cancelled')
        returning sheet_id as "sheetId"`,
        [id, competitionId, tx.now],
      );
      if (!changed[0]) throw new Conflict('evaluation.annul-in-session');
      tx.record(annulmentWithdrawn, { subjectId: changed[0].sheetId, scopeId: competitionId });
      await askForRating(tx, competition);
    });
  }

  private async session(
    tx: Tx,
    { id }: CompetitionRow,
    sheet: SignedSheet,
    { sheetId, ground, plannedAt, place }: NewAnnulment,
    until: Date | null,
  ): Promise<string> {
    const competition = await competitionById(tx, id);
    const t = (key: string, data: Record<string, unknown>) => phrase('uk', `evaluation:annulment.agenda.${key}`, data);
    const data = { name: sheet.scorerName, code: sheet.registerCode, ground };
    const days = until ? t('until', { at: longDateTime(until, 'uk') }) : t('inTime', {});
    return this.planSession.within(tx, {
      ...{ ...sessionOf(competition), kind: SHEET_ANNULMENT, plannedAt, place },
      bodyName: t('body', { title: competition.title }),
      subject: t('subject', data),
      items: [
        {
          ...{ kind: SHEET_ANNULMENT, subjectId: sheet.applicationId, title: t('subject', data) },
          proposal: `${t('proposal', data)} ${days}`,
          path: evaluationPaths.annulments(id),
          payload: { sheetId },
        },
      ],
    });
  }
}

async function sheetOf(tx: Tx, competitionId: string, sheetId: string): Promise<SignedSheet> {
  const sheet = await tx.one<SignedSheet>(
    `select s.application_id as "applicationId", s.state, p.full_name as "scorerName", v.register_code as "registerCode"
       from evaluation.score_sheet s
       join identity.v_person p on p.id = s.person_id
       join applications.v_application v on v.id = s.application_id
      where s.id = $1 and s.competition_id = $2 for update of s`,
    [sheetId, competitionId],
  );
  if (!sheet) throw new NotFound();
  return sheet;
}

function refuseWrongDays(tx: Tx, { scoringUntil }: CompetitionRow, { plannedAt, writeUntilOn }: NewAnnulment) {
  if (plannedAt <= tx.now) throw invalidField('plannedAt', 'evaluation.annul-session-past');
  const named = writeUntilOn === null ? null : kyivInstant(writeUntilOn, '23:59:59');
  const days = daysForNewSheet(named, { plannedAt, scoringUntil });
  if ('code' in days) throw invalidField('writeUntilOn', days.code);
  return days.until;
}
