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
import { laterOf } from '../model/second-look.js';
import { evaluationPaths } from '../paths.js';
import { scoringRoles } from '../queries/commission-rules.js';
import { lastDay } from '../queries/last-day.js';
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
      const count = await this.remindAll(tx, competition, () => `by-officer-${kyivDay(tx.now)}`);
      if (count === 0) throw new Conflict('evaluation.reminded-today');
      return count;
    });
  }

  /** The reminder that is due by the calendar; after the last day the officers learn it too. */
  due(ctx: Context, competitionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await shareCompetition(tx, competitionId);
      const { state, scoringUntil } = competition;
      if (state !== 'scoring' || !scoringUntil) return;
      await this.remindAll(tx, competition, (until) => until && reminderDue(tx.now, until));
      const last = await lastDay(tx, competition);
      if (last && reminderDue(tx.now, last) === 'overdue') await this.tellOfficers(tx, competition);
    });
  }

  /** `kindAt`: which reminder is due to somebody whose days end at an instant; null: none. */
  private async remindAll(
    tx: Tx,
    competition: CompetitionRow,
    kindAt: (until: Date | null) => string | null,
  ): Promise<number> {
    const progress = await scoringProgress(tx, competition.id, scoringRoles(competition.scoringMode));
    const counts = new Map<string, number>();
    for (const scorer of progress.filter(({ isLate }) => isLate)) {
      const until = laterOf(competition.scoringUntil, scorer.ownUntil);
      const due = kindAt(until);
      // The own days of an extra sheet have reminders of their own.
      const kind = due && until !== competition.scoringUntil ? `extra-${due}` : due;
      if (!kind || !(await noteOnce(tx, competition.id, scorer.personId, kind))) continue;
      await this.remind(tx, competition, scorer, { kind, until });
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    for (const [kind, count] of counts)
      tx.record(scorersReminded, { subjectId: competition.id, particulars: { kind, count } });
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  }

  private remind(
    tx: Tx,
    { id, title, organiserId }: CompetitionRow,
    scorer: ScorerProgress,
    { kind, until }: { kind: string; until: Date | null },
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
        until: until && longDateTime(until, scorer.language),
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
