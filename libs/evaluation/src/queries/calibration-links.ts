import { Injectable } from '@nestjs/common';
import { AnnouncementAsides, CompetitionRooms, type CompetitionRow, type Room } from '#libs/competitions';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { evaluationPolicy, SCORERS } from '../access/evaluation.policy.js';
import { CALIBRATING_STATES, isBeforeScoring } from '../model/calibration.js';
import { evaluationPaths } from '../paths.js';
import { calibrates } from './commission-rules.js';

type Competition = Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId' | 'scoringMode'>;

/** The way to the calibration round: for who holds it, and for who scores. */
@Implements(CompetitionRooms)
@Injectable()
export class CalibrationRooms implements CompetitionRooms {
  constructor(private readonly db: Database) {}

  async rooms(ctx: Context, competition: Competition): Promise<Room[]> {
    const { id, state } = competition;
    const sees = evaluationPolicy['see-calibration'].allows(ctx.actor, competition);
    const scores = calibrates(ctx.actor, competition);
    if (state === 'draft' || (!sees && !scores)) return [];
    const round = await this.db.one('select from evaluation.calibration where competition_id = $1', [id]);
    const room = (href: string): Room => ({ text: phrase(ctx.lang, 'evaluation:calibration.title'), href });
    if (sees && (round || isBeforeScoring(state))) return [room(evaluationPaths.calibration(id))];
    return scores && round ? [room(evaluationPaths.calibrationRoom(id))] : [];
  }
}

/** What the points mean, said more clearly, beside the announcement. */
@Implements(AnnouncementAsides)
@Injectable()
export class ClarificationsAside implements AnnouncementAsides {
  constructor(private readonly db: Database) {}

  async asides(ctx: Context, { id, code }: CompetitionRow): Promise<Room[]> {
    const found = await this.db.one('select from evaluation.criterion_note where competition_id = $1 limit 1', [id]);
    if (!found) return [];
    const text = phrase(ctx.lang, 'evaluation:calibration.notes');
    return [{ text, href: evaluationPaths.clarifications(code!) }];
  }
}

/** Samples that wait for the points of this person. */
@Implements(DeskSource)
@Injectable()
export class CalibrationDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const competitions = scopesOf(ctx.actor, SCORERS);
    if (competitions.length === 0) return [];
    const rows = await reader.rows<{ id: string; title: string; count: number; dueAt: Date; isExperts: boolean }>(
      WAITING,
      [competitions, ctx.actor.personId, ctx.now, CALIBRATING_STATES],
    );
    return rows
      .filter(({ id, isExperts }) => calibrates(ctx.actor, { id, scoringMode: isExperts ? 'k-of-n' : 'every-member' }))
      .map(({ id, title, count, dueAt }) => ({
        title: phrase(ctx.lang, 'evaluation:desk.calibration', { count }),
        ...{ context: title, href: evaluationPaths.calibrationRoom(id), dueAt },
        role: ctx.actor.grants.find(({ scopeId }) => scopeId === id)?.role,
      }));
  }
}

const WAITING = `
  select c.id, c.title, r.until_at as "dueAt", c.scoring_mode = 'k-of-n' as "isExperts", count(*)::int as count
    from evaluation.calibration r
    join competitions.v_competition c on c.id = r.competition_id and c.state = any($4)
    join evaluation.calibration_sample s on s.competition_id = r.competition_id
   where r.competition_id = any($1) and r.closed_at is null and r.until_at >= $3
     and not exists (select from evaluation.calibration_score p where p.sample_id = s.id and p.person_id = $2)
   group by c.id, c.title, r.until_at, c.scoring_mode order by c.id limit 50`;
