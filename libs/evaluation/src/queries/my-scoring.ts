import { Injectable } from '@nestjs/common';
import type { ScoringMode } from '#libs/competitions';
import { scopesOf, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Database } from '#libs/platform/database';
import { SCORERS } from '../access/evaluation.policy.js';
import { isBeforeScoring } from '../model/calibration.js';
import { DECLARING_STATES } from '../model/conflict.js';
import { PLANNING_STATES } from '../model/defence.js';
import { calibrates } from './commission-rules.js';

/** One competition in which this person declares and scores. */
export interface MyCompetition {
  id: string;
  title: string;
  state: string;
  scoringFrom: Date | null;
  /** With the own days of an extra sheet. */
  scoringUntil: Date | null;
  undeclared: number;
  conflicts: number;
  total: number;
  /** Sheets that are ready but not signed, and those that are signed. */
  ready: number;
  signed: number;
  /** What comes next for this person; null = nothing for now. */
  next: 'declare' | 'score' | 'sign' | null;
  /** The agenda of the defence is there; its plan, for those who lead it; null = neither. */
  defence: 'room' | 'plan' | null;
  /** The calibration round: its samples, or its preparation for those who lead; null = neither. */
  calibration: 'room' | 'lead' | null;
  /** Leads the commission while it scores: sheets signed on paper. */
  leadsPaper: boolean;
}

/** The competitions of this person, those that wait first. */
@Injectable()
export class MyScoring {
  constructor(private readonly db: Database) {}

  list(ctx: Context): Promise<MyCompetition[]> {
    return myCompetitions(this.db, ctx);
  }
}

/** Also for the desk; `competitionId` narrows it to one. */
export async function myCompetitions(reader: Reader, ctx: Context, competitionId?: string): Promise<MyCompetition[]> {
  const mine = scopesOf(ctx.actor, SCORERS).filter((id) => competitionId === undefined || id === competitionId);
  if (mine.length === 0) return [];
  const rows = await reader.rows<StoredCompetition>(MINE, [mine, ctx.actor.personId, PLANNING_STATES]);
  const led = scopesOf(ctx.actor, ['commission-chair', 'commission-secretary']);
  const all = rows.map((row) => {
    const defence = row.defence === 'plan' && !led.includes(row.id) ? null : row.defence;
    const isLed = led.includes(row.id);
    const leadsPaper = isLed && row.state === 'scoring';
    return { ...row, next: nextOf(row), defence, leadsPaper, calibration: calibrationOf(ctx, row, isLed) };
  });
  return [...all.filter(({ next }) => next), ...all.filter(({ next }) => !next)];
}

type StoredCompetition = MyCompetition & { hasRound: boolean; scoringMode: ScoringMode | null };

function calibrationOf(
  ctx: Context,
  { id, state, hasRound, scoringMode }: StoredCompetition,
  isLed: boolean,
): MyCompetition['calibration'] {
  if (isLed) return hasRound || isBeforeScoring(state) ? 'lead' : null;
  return hasRound && calibrates(ctx.actor, { id, scoringMode }) ? 'room' : null;
}

function nextOf({ state, undeclared, total, ready, signed }: MyCompetition): MyCompetition['next'] {
  if (undeclared > 0 && DECLARING_STATES.includes(state)) return 'declare';
  if (state !== 'scoring' || signed === total) return null;
  return signed + ready === total ? 'sign' : 'score';
}

const MINE = `
  select c.id, c.title, c.state, c.scoring_from as "scoringFrom", greatest(c.scoring_until, w.own_until) as "scoringUntil",
         coalesce(d.undeclared, 0) as undeclared, coalesce(d.conflicts, 0) as conflicts,
         coalesce(w.total, 0) as total, coalesce(w.ready, 0) as ready, coalesce(w.signed, 0) as signed,
         case when f.state in ('published', 'cancelled') then 'room'
              when (f.state is not null or v.defence_on is not null) and c.state = any($3) then 'plan' end as defence,
         c.scoring_mode as "scoringMode",
         exists (select from evaluation.calibration r where r.competition_id = c.id) as "hasRound"
    from competitions.v_competition c
    left join competitions.v_call v on v.id = c.id
    left join evaluation.defence f on f.competition_id = c.id
    left join lateral (
      select count(*) filter (where d.kind is null)::int as undeclared, count(*) filter (where d.kind <> 'none')::int as conflicts
        from applications.v_application v
        left join evaluation.conflict_declaration d on d.application_id = v.id and d.person_id = $2
       where v.competition_id = c.id
         and (v.state in ('submitted', 'admitted') or v.state = 'refused' and c.stage = 'admission')) d
      on c.stage in ('admission', 'scoring', 'rated')
    left join lateral (
      select count(*)::int as total, count(*) filter (where s.state = 'ready')::int as ready,
             count(*) filter (where s.state = 'signed')::int as signed,
             max(a.write_until) filter (where s.state is distinct from 'signed') as own_until
        from evaluation.assignment a left join evaluation.score_sheet s on s.assignment_id = a.id
       where a.competition_id = c.id and a.person_id = $2 and a.ended_at is null) w on true
   where c.id = any($1) order by c.scoring_until, c.id limit 100`;
