import { Injectable } from '@nestjs/common';
import { competitionByCode, competitionSettings, type CompetitionSettings } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { slotValue } from '#libs/terms';
import { weighingPolicy } from '../access/weighing.policy.js';
import type { Allocation } from '../model/allocation.js';
import { HAS_RATING } from '../model/award-session.js';
import type { PersonShift } from '../model/integrity/weigh-result.js';
import { keptWeighing, type KeptWeighing } from './kept-weighing.js';
import { readAllocation } from './read-allocation.js';

export interface WeighingView {
  competition: CompetitionSettings;
  allocation: Allocation;
  /** Null until the job has run. */
  kept: KeptWeighing | null;
  /** `people`: with everybody's shift and name; `summary`: without people; `own`: nothing but one's own shift. */
  level: 'people' | 'summary' | 'own';
  own: PersonShift | null;
  /** Signing names by person; empty below `people`. */
  names: Map<string, string>;
  canAnswer: boolean;
}

/** How firmly a result stands, as far as this actor may know it. */
@Injectable()
export class WeighingForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string): Promise<WeighingView> {
    const competition = await competitionSettings(this.db, competitionId);
    demand(weighingPolicy, 'see', ctx.actor, competition);
    if (!HAS_RATING.includes(competition.state)) throw new Conflict('awards.not-rated');
    const seesAll = weighingPolicy['see-all'].allows(ctx.actor, competition);
    const seesSummary = weighingPolicy['see-summary'].allows(ctx.actor, competition);
    const view = await this.read(competition);
    const people = peopleOf(view.kept);
    return {
      ...view,
      level: seesAll ? 'people' : seesSummary ? 'summary' : 'own',
      own: people.find(({ personId }) => personId === ctx.actor.personId) ?? null,
      names: seesAll ? await this.namesOf(people) : new Map(),
      canAnswer: seesAll && competition.state === 'rated',
    };
  }

  /** For everybody, where the conditions of the competition say so, after the order; without people. */
  async ofCode(code: string): Promise<WeighingView> {
    const { id } = await competitionByCode(this.db, code);
    const competition = await competitionSettings(this.db, id);
    if (!isPublic(competition)) throw new NotFound();
    const view = await this.read(competition);
    return { ...view, level: 'summary', own: null, names: new Map(), canAnswer: false };
  }

  private async read(competition: CompetitionSettings) {
    const allocation = await readAllocation(this.db, competition);
    return { competition, allocation, kept: await keptWeighing(this.db, competition.id) };
  }

  private async namesOf(people: readonly PersonShift[]): Promise<Map<string, string>> {
    const rows = await this.db.rows<{ id: string; name: string }>(
      'select id, signing_name as name from identity.v_person where id = any($1)',
      [people.map(({ personId }) => personId)],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** Frozen rules of before 2026 do not know the slot: then it stays with the commission. */
export const isPublic = ({ state, ruleSet }: Pick<CompetitionSettings, 'state' | 'ruleSet'>): boolean =>
  state === 'decided' && ruleSet?.slots.resultCheck !== undefined && slotValue(ruleSet, 'resultCheck') === 'public';

const peopleOf = (kept: KeptWeighing | null): readonly PersonShift[] =>
  kept === null || typeof kept.content === 'string' ? [] : kept.content.people;
