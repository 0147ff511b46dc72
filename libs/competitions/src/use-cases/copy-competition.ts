import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivInstant, kyivDay, kyivTime } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { carryOver, chooseRuleSet, presetRuleSet, ukrainianCalendar, type RuleSet } from '#libs/terms';
import { NotFound, invalidField } from '#libs/platform/errors';
import { competitionPolicy } from '../access/competition.policy.js';
import { earliestClosingDay } from '../model/announcement-problems.js';
import type { SettingsChange } from '../model/editable-settings.js';
import { asSettings, nextCalendar, nextYearIn, type CopiedDate } from '../model/next-calendar.js';
import type { CompetitionSettings } from '../model/settings.js';
import { competitionById, competitionSettings } from '../queries/read-competition.js';
import { CreateCompetition } from './create-competition.js';
import { keepForm } from './edit-form.js';
import { SaveSettings } from './save-settings.js';

export interface NextCompetition {
  title: string;
  measureId: string;
  /** Kyiv day on which the announcement is planned; the calendar follows it. */
  announcedOn: string;
  budgetYear: number;
  /** For learning. */
  isRehearsal?: boolean;
  /** Another pot than that of the earlier one: an additional competition for undistributed money. */
  potKop?: number;
}

/**
 * Next year's competition after this one: settings, criteria, priorities, form and calendar come along; the rules are
 * those of the new day (rule 2). Orders, acts and the reason for a late announcement stay with the competition they are about.
 */
@Injectable()
export class CopyCompetition {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly create: CreateCompetition,
    private readonly settings: SaveSettings,
  ) {}

  /** Returns the id of the draft. @throws NotFound or Forbidden for people of other authorities */
  execute(ctx: Context, fromId: string, next: NextCompetition): Promise<string> {
    return this.uow.run(ctx, (tx) => this.within(tx, fromId, next));
  }

  async within(tx: Tx, fromId: string, next: NextCompetition): Promise<string> {
    const last = await competitionSettings(tx, fromId);
    demand(competitionPolicy, 'copy', tx.actor, last);
    if (last.isRehearsal) throw new NotFound();
    const ruleSet = rulesOf(last, next.announcedOn);
    const { organiserId } = last;
    const id = await this.create.within(tx, { ...next, organiserId, ruleSetKey: ruleSet.key, copiedFromId: fromId });
    await this.settings.within(tx, id, 1, copied(last, next, ruleSet));
    await keepForm(tx, await competitionById(tx, id), last.form);
    return id;
  }
}

function rulesOf({ ruleSet, ruleSetKey }: CompetitionSettings, announcedOn: string): RuleSet {
  const preset = ruleSetKey === 'local-custom' ? presetRuleSet('local-custom') : chooseRuleSet(announcedOn);
  if (!preset) throw invalidField('announcedOn', 'competitions.no-preset');
  return ruleSet ? carryOver(preset, ruleSet) : preset;
}

/** Of a competition that is called otherwise than the last one the old English name says nothing. */
function englishTitle({ title, titleEn, budgetYear }: CompetitionSettings, next: NextCompetition): string | null {
  const isSameName = next.title === nextYearIn(title, budgetYear, next.budgetYear);
  return isSameName ? titleEn && nextYearIn(titleEn, budgetYear, next.budgetYear) : null;
}

function copied(last: CompetitionSettings, next: NextCompetition, ruleSet: RuleSet): SettingsChange {
  const dates = asSettings(last, nextCalendar(last, next, ukrainianCalendar()));
  return {
    ...withReceptionByRule(dates, next.announcedOn, ruleSet),
    ruleSet,
    titleEn: englishTitle(last, next),
    purpose: last.purpose,
    purposeEn: last.purposeEn,
    budgetProgramme: last.budgetProgramme,
    potKop: next.potKop ?? last.potKop,
    // A smaller pot cannot give one project more than it holds.
    capKop: last.capKop && next.potKop ? Math.min(last.capKop, next.potKop) : last.capKop,
    ownShareHundredths: last.ownShareHundredths,
    budgetRules: last.budgetRules,
    applicationsPerOrganisationMax: last.applicationsPerOrganisationMax,
    admittedLegalForms: last.admittedLegalForms,
    charityBasis: last.charityBasis,
    elsewhereName: last.elsewhereName,
    elsewhereUrl: last.elsewhereUrl,
    voteName: last.voteName,
    voteUrl: last.voteUrl,
    supportedActivities: last.supportedActivities,
    targetGroups: last.targetGroups,
    scoringMode: last.scoringMode,
    expertsPerApplication: last.expertsPerApplication,
    passingHundredths: last.passingHundredths,
    tieOrder: last.tieOrder,
    place: last.place,
    contactName: last.contactName,
    contactPhone: last.contactPhone,
    contactEmail: last.contactEmail,
    criteria: last.criteria,
    priorities: last.priorities,
  };
}

/** Rule 15: holidays of the new year may have made the reception too short. */
function withReceptionByRule(
  dates: Pick<SettingsChange, CopiedDate>,
  announcedOn: string,
  ruleSet: RuleSet,
): SettingsChange {
  const { opensAt, closesAt } = dates;
  const earliestOn = opensAt ? earliestClosingDay(ruleSet, announcedOn, opensAt) : null;
  if (!closesAt || earliestOn === null || kyivDay(closesAt) >= earliestOn) return dates;
  return { ...dates, closesAt: kyivInstant(earliestOn, kyivTime(closesAt)) };
}
