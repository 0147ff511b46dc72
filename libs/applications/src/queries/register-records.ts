import type { CompetitionRow } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import type { RegisterRecord, RegisterRules } from '../model/register-checks.js';

/**
 * SQL: what the registers of an authority say about an organisation, as a list. A later import changes nothing about
 * what was decided: `until` is the instant of the decision, or null.
 */
export const recordsSql = (of: { organiserId: string; edrpou: string; budgetYear: string; until: string }): string => `
  coalesce((select jsonb_agg(jsonb_build_object(
                     'kind', e.kind, 'year', e.year, 'title', e.title, 'party', e.party, 'happenedOn', e.happened_on,
                     'measure', e.measure, 'note', e.note, 'sourceTitle', e.source_title, 'sourceOn', e.source_on)
                   order by e.year, e.title)
              from registers.v_entry e
             where e.organiser_id = ${of.organiserId} and e.edrpou = ${of.edrpou} and e.kind <> 'organisations'
               and e.year <= ${of.budgetYear} and e.applied_at <= coalesce(${of.until}, 'infinity'::timestamptz)), '[]')`;

/** The instant of the import stands beside each period, for decisions that were made before it. */
export type Coverage = Record<keyof RegisterRules['coverage'], { from: string; until: string; appliedAt: Date }[]>;

export async function coverageOf(reader: Reader, { organiserId }: CompetitionRow): Promise<Coverage> {
  const rows = await reader.rows<{ kind: string; from: string; until: string; appliedAt: Date }>(
    `select kind, covers_from::text as "from", covers_until::text as "until", applied_at as "appliedAt"
       from registers.v_coverage where organiser_id = $1 order by covers_from`,
    [organiserId],
  );
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return { offences: of('offences'), undelivered: of('undelivered'), grants: of('grants') };
}

/** From the frozen rule set (rule 1) and the settings of the competition. */
export function registerRulesOf(
  { budgetYear, ruleSet }: CompetitionRow,
  coverage: Coverage,
  decidedAt: Date | null,
): RegisterRules {
  const known = (kind: keyof Coverage) =>
    coverage[kind].filter(({ appliedAt }) => !decidedAt || appliedAt <= decidedAt);
  return {
    budgetYear,
    exclusionPeriods: ruleSet?.slots.exclusionBudgetPeriods?.value ?? null,
    exclusionGround: ruleSet?.slots.exclusionGround?.value ?? null,
    coverage: { offences: known('offences'), undelivered: known('undelivered'), grants: known('grants') },
  };
}

export interface WithRecords {
  records: RegisterRecord[];
}
