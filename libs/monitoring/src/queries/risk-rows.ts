import { LARGE_TIMES, RISK_FROM, RISK_SIGNS, type RiskLevel, type RiskSign } from '../model/risk.js';
import { PROJECT_ROWS, type ProjectListRow } from './project-rows.js';

/** A funded project with how closely it has to be watched, and why. */
export interface RiskRow extends ProjectListRow {
  risk: RiskLevel;
  riskPoints: number;
  riskSigns: RiskSign[];
}

/** $1: today. Each sign is a question to the data that are there. */
const SIGNS: Record<RiskSign, string> = {
  offence: `exists (select from registers.v_entry e where e.organiser_id = m.organiser_id and e.kind = 'offences'
              and e.edrpou = listed.edrpou and e.year >= m.budget_year - 2)`,
  unresolved: `exists (select from monitoring.finding f where f.project_id = m.id and f.state = 'unresolved')`,
  late: `exists (select from monitoring.report r where r.project_id = m.id and r.state in ('draft', 'returned')
           and r.due_on < $1::date)`,
  finding: `exists (select from monitoring.finding f where f.project_id = m.id and f.state in ('warned', 'answered'))`,
  suspended: `c.state = 'suspended'`,
  returned: `exists (select from monitoring.report r where r.project_id = m.id and r.state = 'returned')`,
  large: `c.sum_kop >= ${LARGE_TIMES} * (select avg(o.sum_kop) from contracts.v_contract o where o.competition_id = m.competition_id
           and o.signed_on is not null)`,
  newcomer: `not exists (select from monitoring.v_conclusion v where v.organisation_id = m.organisation_id and v.project_id <> m.id)`,
};

const signs = Object.entries(SIGNS).map(([sign, sql]) => `('${sign}', ${RISK_SIGNS[sign as RiskSign]}, ${sql})`);

/** Rows of PROJECT_ROWS that fulfil `where`, each with its risk. */
export const riskRows = (where: string): string => `
  select listed.*, risk."riskPoints", risk."riskSigns",
         case when risk."riskPoints" >= ${RISK_FROM.high} then 'high' when risk."riskPoints" >= ${RISK_FROM.medium} then 'medium'
              else 'low' end as risk
    from (${PROJECT_ROWS} where ${where}) listed
    join monitoring.project m on m.id = listed.id
    join contracts.v_contract c on c.id = listed.id
    cross join lateral (
      select coalesce(sum(weight), 0)::int as "riskPoints", coalesce(array_agg(sign order by weight desc, sign), '{}') as "riskSigns"
        from (values ${signs.join(',\n')}) as one (sign, weight, holds) where holds) risk`;
