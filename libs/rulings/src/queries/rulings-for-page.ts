import { Injectable } from '@nestjs/common';
import { competitionByCode, competitionById, type CompetitionRow } from '#libs/competitions';
import { findDocument, type StoredDocument } from '#libs/documents';
import { withoutPersonalData } from '#libs/identity';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { rulingPolicy } from '../access/ruling.policy.js';
import { rulingById, rulingsOf, type RulingRow } from './read-rulings.js';

export interface RulingsView {
  competition: CompetitionRow;
  prepared: RulingRow[];
  confirmed: RulingRow[];
  /** Not confirmed, or taken back. */
  dropped: RulingRow[];
  /** What holds money now. */
  stays: RulingRow[];
  can: { register: boolean; confirm: boolean };
}

/** Rulings of courts about a competition, for its staff and for everybody. */
@Injectable()
export class RulingsForPage {
  constructor(private readonly db: Database) {}

  async forStaff(ctx: Context, competitionId: string): Promise<RulingsView> {
    const competition = await competitionById(this.db, competitionId);
    demand(rulingPolicy, 'see', ctx.actor, competition);
    const rulings = await rulingsOf(this.db, competitionId);
    const inState = (state: string) => rulings.filter((one) => one.state === state);
    const confirmed = inState('confirmed');
    return {
      ...{ competition, confirmed, prepared: inState('prepared'), dropped: inState('dropped') },
      stays: confirmed.filter(({ kind, liftedAt }) => kind === 'stay' && !liftedAt),
      can: {
        register: competition.code !== null && rulingPolicy.register.allows(ctx.actor, competition),
        confirm: rulingPolicy.confirm.allows(ctx.actor, competition),
      },
    };
  }

  /** The form of a new one. @throws Forbidden for anybody but the officer */
  async forNew(ctx: Context, competitionId: string): Promise<RulingsView> {
    const view = await this.forStaff(ctx, competitionId);
    demand(rulingPolicy, 'register', ctx.actor, view.competition);
    return view;
  }

  async scan(ctx: Context, competitionId: string, id: string): Promise<StoredDocument> {
    await this.forStaff(ctx, competitionId);
    const { scanId } = await rulingById(this.db, competitionId, id);
    return findDocument(this.db, scanId);
  }

  /** Confirmed ones only, without personal data (rule 55). */
  async published(code: string): Promise<{ competition: CompetitionRow; rulings: RulingRow[] }> {
    const competition = await competitionByCode(this.db, code);
    const rulings = (await rulingsOf(this.db, competition.id)).filter(({ state }) => state === 'confirmed');
    return { competition, rulings: rulings.map((one) => ({ ...one, words: withoutPersonalData(one.words) })) };
  }

  /** The copy without personal data. @throws NotFound before the confirmation, or where there is none */
  async copy(code: string, id: string): Promise<StoredDocument> {
    const competition = await competitionByCode(this.db, code);
    const { state, copyId } = await rulingById(this.db, competition.id, id);
    if (state !== 'confirmed' || !copyId) throw new NotFound();
    return findDocument(this.db, copyId);
  }
}
