import { kyivDay } from '#libs/platform/clock';
import type { Tx } from '#libs/platform/database';
import { freezeRuleSet } from '#libs/terms';
import { formOrderOf } from '../model/form/form-problems.js';
import type { CompetitionSettings } from '../model/settings.js';

/**
 * The moment of the announcement: the competition gets its code and day, and its rules their final copy with a hash
 * (rule 1). Called once, by the step `publish`. Returns what the fact says.
 */
export async function freezeAnnouncement(tx: Tx, settings: CompetitionSettings): Promise<Record<string, unknown>> {
  const { ruleSet, sha256 } = freezeRuleSet(settings.ruleSet!);
  const code = await takeCode(tx, settings);
  const announcedOn = kyivDay(tx.now);
  await tx.change(
    `update competitions.competition
        set code = $2, announced_on = $3, published_at = $4, rule_set = $5, rule_set_sha256 = $6 where id = $1`,
    [settings.id, code, announcedOn, tx.now, JSON.stringify(ruleSet), sha256],
  );
  await publishForm(tx, settings);
  const { potKop, capKop, closesAt, orderNumber, orderOn, coOrganiserId, jointOrderNumber, jointOrderOn } = settings;
  return {
    code,
    announcedOn,
    ruleSetKey: ruleSet.key,
    ruleSetSha256: sha256,
    potKop,
    capKop,
    closesAt,
    orderNumber,
    orderOn,
    ...(coOrganiserId && { coOrganiserId, jointOrderNumber, jointOrderOn }),
  };
}

/** The first version of the form, with the order that approves it (rule 20). */
async function publishForm(tx: Tx, settings: CompetitionSettings): Promise<void> {
  const order = formOrderOf(settings);
  await tx.change(
    `insert into competitions.form_version (competition_id, number, form, order_number, order_on, published_at)
     values ($1, 1, $2, $3, $4, $5)`,
    [settings.id, JSON.stringify(settings.form), order?.number, order?.on, tx.now],
  );
}

/** «1.1-2021», then «1.1-2021-2»: measure, budget year, and an ordinal when it repeats. */
async function takeCode(tx: Tx, { measureId, budgetYear, isRehearsal }: CompetitionSettings): Promise<string> {
  const measure = await tx.one<{ number: string }>('select number from measures.v_measure where id = $1', [measureId]);
  // A rehearsal takes no number from a real competition.
  const stem = `${isRehearsal ? 'rehearsal-' : ''}${measure!.number}-${budgetYear}`;
  // Two authorities may announce under the same number at once: one of them waits for the other's code.
  await tx.one('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`competition-code ${stem}`]);
  const taken = await tx.rows<{ code: string }>(
    `select code from competitions.competition where code = $1 or code like $1 || '-%'`,
    [stem],
  );
  const codes = new Set(taken.map(({ code }) => code));
  for (let ordinal = 1; ; ordinal += 1) {
    const code = ordinal === 1 ? stem : `${stem}-${ordinal}`;
    if (!codes.has(code)) return code;
  }
}
