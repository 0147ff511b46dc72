import { Injectable } from '@nestjs/common';
import { competitionSettings, type CompetitionSettings } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';

export interface InvitationView {
  competition: CompetitionSettings;
  state: 'invited' | 'accepted' | 'refused' | 'replaced';
  isReserve: boolean;
  priorities: string[];
  /** The profile of the person, from an earlier competition too. */
  fields: string[];
  places: string[];
  loadLimit: number | null;
  /** When the person agreed to be an expert; null = not yet. */
  agreedAt: Date | null;
}

/** The invitation of an expert, with what is known of the person. */
@Injectable()
export class ExpertInvitation {
  constructor(private readonly db: Database) {}

  /** @throws NotFound when the person was not invited */
  async execute(ctx: Context, competitionId: string): Promise<InvitationView> {
    const competition = await competitionSettings(this.db, competitionId);
    demand(evaluationPolicy, 'see', ctx.actor, competition);
    const seat = await this.db.one<Omit<InvitationView, 'competition'>>(
      `select s.state, s.is_reserve as "isReserve", s.priorities, coalesce(p.fields, '{}') as fields,
              coalesce(p.places, '{}') as places, p.load_limit as "loadLimit", p.agreed_at as "agreedAt"
         from evaluation.expert_seat s left join evaluation.expert_profile p on p.person_id = s.person_id
        where s.competition_id = $1 and s.person_id = $2`,
      [competitionId, ctx.actor.personId],
    );
    if (!seat) throw new NotFound();
    return { competition, ...seat };
  }
}
