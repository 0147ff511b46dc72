import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { constraintMeans, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { competitionPolicy } from '../access/competition.policy.js';
import { settingsSaved } from '../model/competition.facts.js';
import type { CompetitionRow } from '../model/competition.js';
import { columnsOf, type SettingsChange } from '../model/editable-settings.js';
import { markedSettings } from '../model/rehearsal.js';
import { lockCompetition } from '../queries/read-competition.js';
import { replaceCriteria, replacePriorities } from './replace-rows.js';

constraintMeans('ck_competition_cap', 'capKop', 'competitions.cap-over-pot');
constraintMeans('ck_competition_pot', 'potKop', 'competitions.pot-not-positive');
constraintMeans('ck_competition_reception', 'closesAt', 'competitions.closes-before-opens');
constraintMeans('ck_competition_scoring', 'scoringUntil', 'competitions.scoring-window-empty');
constraintMeans('ck_competition_projects', 'projectsUntil', 'competitions.projects-order');
constraintMeans('ck_competition_co_organiser', 'coOrganiserId', 'competitions.co-organiser-itself');
constraintMeans('fk_competition_co_organiser', 'coOrganiserId', 'competitions.co-organiser-unknown');
constraintMeans('fk_competition_measure', 'measureId', 'competitions.measure-unknown');

type Change = SettingsChange | ((competition: CompetitionRow) => SettingsChange);

/** Keeps a part of a draft's settings. Anything may still be missing; contradictions are refused only at the door. */
@Injectable()
export class SaveSettings {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * `version` is the one the form was filled from.
   * @throws Conflict `competitions.stale` when somebody saved meanwhile; Forbidden after the announcement
   */
  execute(ctx: Context, competitionId: string, version: number, change: Change): Promise<void> {
    return this.uow.run(ctx, (tx) => this.within(tx, competitionId, version, change));
  }

  /** `change` may be made from the competition as it stands, once it is known that the actor may edit it. */
  async within(tx: Tx, competitionId: string, version: number, change: Change): Promise<void> {
    const competition = await lockCompetition(tx, competitionId);
    demand(competitionPolicy, 'edit', tx.actor, competition);
    if (competition.version !== version) throw new Conflict('competitions.stale');
    const asked = typeof change === 'function' ? change(competition) : change;
    const settings = competition.isRehearsal ? markedSettings(asked) : asked;
    if (changesCoOrganiser(competition, settings))
      demand(competitionPolicy, 'name-co-organiser', tx.actor, competition);
    await update(tx, competitionId, settings);
    if (settings.criteria) await replaceCriteria(tx, competitionId, settings.criteria);
    if (settings.priorities) await replacePriorities(tx, competitionId, settings.priorities);
    tx.record(settingsSaved, {
      subjectId: competitionId,
      scopeId: competitionId,
      particulars: { settings: Object.keys(settings) },
    });
  }
}

/** Which authorities run it is not for the second one to say. */
const changesCoOrganiser = (
  competition: CompetitionRow,
  { coOrganiserId = competition.coOrganiserId, jointOrderNumber, jointOrderOn }: SettingsChange,
): boolean =>
  coOrganiserId !== competition.coOrganiserId ||
  (jointOrderNumber !== undefined && jointOrderNumber !== competition.jointOrderNumber) ||
  (jointOrderOn !== undefined && jointOrderOn !== competition.jointOrderOn);

async function update(tx: Tx, id: string, change: SettingsChange): Promise<void> {
  const columns = columnsOf(change);
  const sets = columns.map(({ column }, index) => `, ${column} = $${index + 2}`);
  await tx.change(`update competitions.competition set version = version + 1${sets.join('')} where id = $1`, [
    id,
    ...columns.map(({ value }) => value),
  ]);
}
