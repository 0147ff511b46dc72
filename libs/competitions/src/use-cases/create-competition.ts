import { Injectable } from '@nestjs/common';
import { holds, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Forbidden, invalidField } from '#libs/platform/errors';
import { chooseRuleSet, presetRuleSet, type RuleSet, type RuleSetKey } from '#libs/terms';
import { competitionCreated } from '../model/competition.facts.js';
import { defaultForm } from '../model/form/default-form.js';
import { presetDefaults } from '../model/preset-defaults.js';
import { marked } from '../model/rehearsal.js';
import { replaceCriteria } from './replace-rows.js';

export interface NewCompetition {
  organiserId: string;
  measureId: string;
  title: string;
  /** Kyiv day on which the announcement is planned. */
  announcedOn: string;
  /** Without it the preset in force on the day of the announcement (rule 2). */
  ruleSetKey?: RuleSetKey | null;
  /** Without it the year after the announcement. */
  budgetYear?: number | null;
  /** The earlier competition it is copied from. */
  copiedFromId?: string | null;
  /** For learning; it never becomes a real one. */
  isRehearsal?: boolean;
}

/** Starts a draft with what the rule set says; the rest is filled in section by section. */
@Injectable()
export class CreateCompetition {
  constructor(private readonly uow: UnitOfWork) {}

  /** Returns the id. */
  execute(ctx: Context, input: NewCompetition): Promise<string> {
    return this.uow.run(ctx, (tx) => this.within(tx, input));
  }

  async within(tx: Tx, input: NewCompetition): Promise<string> {
    if (!holds(tx.actor, ['officer'], input.organiserId)) throw new Forbidden('competitions.officer-only');
    if (input.announcedOn < kyivDay(tx.now)) throw invalidField('announcedOn', 'competitions.announced-past');
    const ruleSet = ruleSetOf(input);
    await demandMeasure(tx, input.measureId);
    const id = newId();
    await insert(tx, id, input, ruleSet);
    await replaceCriteria(tx, id, presetDefaults(ruleSet).criteria);
    tx.record(competitionCreated, {
      subjectId: id,
      scopeId: id,
      particulars: {
        ...{ organiserId: input.organiserId, measureId: input.measureId, ruleSetKey: ruleSet.key },
        ...(input.copiedFromId && { copiedFromId: input.copiedFromId }),
        ...(input.isRehearsal && { isRehearsal: true }),
      },
    });
    return id;
  }
}

function ruleSetOf({ ruleSetKey, announcedOn }: NewCompetition): RuleSet {
  const found = ruleSetKey ? presetRuleSet(ruleSetKey) : chooseRuleSet(announcedOn);
  if (!found) throw invalidField('ruleSetKey', 'competitions.no-preset');
  return found;
}

async function demandMeasure(tx: Tx, measureId: string): Promise<void> {
  const found = await tx.one('select id from measures.v_measure where id = $1', [measureId]);
  if (!found) throw invalidField('measureId', 'competitions.measure-unknown');
}

async function insert(tx: Tx, id: string, input: NewCompetition, ruleSet: RuleSet): Promise<void> {
  const defaults = presetDefaults(ruleSet);
  await tx.change(
    `insert into competitions.competition
       (id, organiser_id, measure_id, state, created_at, title, announced_on, budget_year, rule_set_key, rule_set, form,
        own_share_hundredths, applications_per_organisation_max, admitted_legal_forms, scoring_mode,
        passing_hundredths, tie_order, place, contact_name, contact_phone, contact_email, copied_from_id, is_rehearsal)
     select $1, o.id, $3, 'draft', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
            o.city, o.contact_name, o.contact_phone, o.contact_email, $17, $18
       from identity.v_organiser o where o.id = $2`,
    [
      id,
      input.organiserId,
      input.measureId,
      tx.now,
      input.isRehearsal ? marked(input.title) : input.title,
      input.announcedOn,
      input.budgetYear ?? Number(input.announcedOn.slice(0, 4)) + 1,
      ruleSet.key,
      JSON.stringify(ruleSet),
      JSON.stringify(defaultForm()),
      defaults.ownShareHundredths,
      defaults.applicationsPerOrganisationMax,
      defaults.admittedLegalForms,
      defaults.scoringMode,
      defaults.passingHundredths,
      defaults.tieOrder,
      input.copiedFromId ?? null,
      input.isRehearsal ?? false,
    ],
  );
}
