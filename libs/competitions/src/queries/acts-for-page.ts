import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { competitionPolicy } from '../access/competition.policy.js';
import { ACT_KINDS, type ActKind, type ActRow } from '../model/act.js';
import { isReceptionCutOff, leastClosing } from '../model/act-effect.js';
import type { CompetitionRow } from '../model/competition.js';
import { actsIn, competitionLifecycle } from '../model/competition.lifecycle.js';
import type { CompetitionSettings } from '../model/settings.js';
import { AdvanceCompetition } from '../use-cases/advance-competition.js';
import { TellConcerned } from '../use-cases/tell-concerned.js';
import { confirmedActs, preparedAct } from './read-acts.js';
import { competitionSettings } from './read-competition.js';

export interface ActsView {
  competition: CompetitionSettings;
  prepared: ActRow | null;
  confirmed: ActRow[];
  /** What can be prepared, each with the code of the reason when it is off. */
  kinds: { kind: ActKind; reason: string | null }[];
  /** How many people get a letter when the prepared act is confirmed. */
  letters: number;
  can: { prepare: boolean; confirm: boolean; return: boolean; drop: boolean };
}

/** The acts of a competition for those who run it. */
@Injectable()
export class ActsForPage {
  constructor(
    private readonly db: Database,
    private readonly advance: AdvanceCompetition,
    private readonly tell: TellConcerned,
  ) {}

  async execute(ctx: Context, id: string): Promise<ActsView> {
    const competition = await this.announced(ctx, id);
    const prepared = await preparedAct(this.db, id);
    const people = prepared ? await this.tell.people(this.db, id) : [];
    return {
      competition,
      prepared,
      confirmed: await confirmedActs(this.db, id),
      kinds: await this.kinds(ctx, competition),
      letters: new Set(people.map(({ to }) => to.personId ?? to.email)).size,
      can: {
        prepare: prepared === null && competitionPolicy['prepare-act'].allows(ctx.actor, competition),
        confirm: competitionPolicy['confirm-act'].allows(ctx.actor, competition),
        return: competitionPolicy['return-act'].allows(ctx.actor, competition),
        drop: competitionPolicy['drop-act'].allows(ctx.actor, competition),
      },
    };
  }

  /**
   * For the form of a new act: the competition, and for a resumption the earliest closing that it may name.
   * @throws TransitionRefused where such an act is not possible: no form is filled in to be refused
   */
  async forNew(ctx: Context, id: string, kind: ActKind): Promise<{ competition: CompetitionRow; least: Date | null }> {
    const competition = await competitionSettings(this.db, id);
    demand(competitionPolicy, 'manage', ctx.actor, competition);
    demand(competitionPolicy, 'prepare-act', ctx.actor, competition);
    const subject = await this.advance.subject(this.db, competition, kind, ctx.now);
    competitionLifecycle.next(competition.state, kind, subject);
    const givesBack = kind === 'resume' && isReceptionCutOff(competition);
    return { competition, least: givesBack ? leastClosing(competition, ctx.now) : null };
  }

  private async announced(ctx: Context, id: string): Promise<CompetitionSettings> {
    const competition = await competitionSettings(this.db, id);
    demand(competitionPolicy, 'see', ctx.actor, competition);
    demand(competitionPolicy, 'manage', ctx.actor, competition);
    if (competition.state === 'draft') throw new Conflict('competitions.act-on-draft');
    return competition;
  }

  private async kinds(ctx: Context, competition: CompetitionSettings): Promise<ActsView['kinds']> {
    const possible = actsIn(competition.state);
    return Promise.all(
      ACT_KINDS.filter((kind) => possible.includes(kind)).map(async (kind) => {
        const subject = await this.advance.subject(this.db, competition, kind, ctx.now);
        const found = competitionLifecycle.available(competition.state, 'director', subject);
        return { kind, reason: found.find(({ action }) => action === kind)?.reason ?? null };
      }),
    );
  }
}
