import { Injectable } from '@nestjs/common';
import { shareCompetition, type CompetitionRow } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import { Notices, type Recipient } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay, longDateTime } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { scorersReminded } from '../model/evaluation.facts.js';
import { reminderDue } from '../model/reminder.js';
import { evaluationPaths } from '../paths.js';
import { scoringRoles } from '../queries/commission-rules.js';
import { scoringProgress, type ScorerProgress } from '../queries/scoring-progress.js';

/** Letters to those who still have something to declare, write or sign; each reminder once per person. */
@Injectable()
export class RemindScorers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** The officer's button: at most once a day. Returns how many letters were queued. */
  execute(ctx: Context, competitionId: string): Promise<number> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await shareCompetition(tx, competitionId);
      demand(evaluationPolicy, 'watch', tx.actor, competition);
      if (competition.state !== 'scoring') throw new Conflict('evaluation.not-scoring');
      const count = await this.remindAll(tx, competition, `by-officer-${kyivDay(tx.now)}`);
      if (count === 0) throw new Conflict('evaluation.reminded-today');
      return count;
    });
  }

  /** The reminder that is due by the calendar; after the last day the officers learn it too. */
  due(ctx: Context, competitionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await shareCompetition(tx, competitionId);
      const { state, scoringUntil } = competition;
      const kind = state === 'scoring' && scoringUntil ? reminderDue(tx.now, scoringUntil) : null;
      if (!kind) return;
      await this.remindAll(tx, competition, kind);
      if (kind === 'overdue') await this.tellOfficers(tx, competition);
    });
  }

  private async remindAll(tx: Tx, competition: CompetitionRow, kind: string): Promise<number> {
    const progress = await scoringProgress(tx, competition.id, scoringRoles(competition.scoringMode));
    let count = 0;
    for (const scorer of progress.filter(({ isLate }) => isLate)) {
      if (!(await noteOnce(tx, competition.id, scorer.personId, kind))) continue;
      await this.remind(tx, competition, scorer, kind);
      count += 1;
    }
    if (count > 0) tx.record(scorersReminded, { subjectId: competition.id, particulars: { kind, count } });
    return count;
  }

  private remind(
    tx: Tx,
    { id, title, organiserId, scoringUntil }: CompetitionRow,
    scorer: ScorerProgress,
    kind: string,
  ) {
    const isUndeclared = scorer.undeclared > 0;
    return this.notices.queue(tx, {
      to: scorer,
      kind: 'reminder',
      organiserId,
      template: isUndeclared ? 'evaluation.declare' : 'evaluation.remind',
      data: {
        title,
        left: scorer.total - scorer.signed,
        total: scorer.total,
        until: scoringUntil && longDateTime(scoringUntil, scorer.language),
      },
      path: isUndeclared ? evaluationPaths.conflicts(id) : evaluationPaths.queue(id),
      onceKey: `evaluation.remind:${id}:${scorer.personId}:${kind}`,
    });
  }

  private async tellOfficers(tx: Tx, competition: CompetitionRow): Promise<void> {
    for (const officer of await peopleWithRole(tx, competition.organiserId, ['officer'])) {
      if (!(await noteOnce(tx, competition.id, officer.personId, 'officer-overdue'))) continue;
      await this.notices.queue(tx, overdueNotice(competition, officer));
    }
  }
}

const overdueNotice = ({ id, title, organiserId }: CompetitionRow, officer: Recipient) => ({
  to: officer,
  kind: 'work' as const,
  organiserId,
  template: 'evaluation.overdue',
  data: { title },
  path: evaluationPaths.progress(id),
  onceKey: `evaluation.overdue:${id}:${officer.personId}`,
});

/** False when this reminder was sent before. */
export async function noteOnce(tx: Tx, competitionId: string, personId: string, kind: string): Promise<boolean> {
  const added = await tx.change(
    `insert into evaluation.reminder (competition_id, person_id, kind, sent_at) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [competitionId, personId, kind, tx.now],
  );
  return added === 1;
}
