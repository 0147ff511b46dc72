export const STAGES = ['running', 'overdue', 'to-check', 'returned', 'reported'] as const;
export type Stage = (typeof STAGES)[number];

/** A funded project as lists show it. */
export interface ProjectListRow {
  id: string;
  title: string;
  organisationName: string;
  edrpou: string;
  settlement: string;
  competitionTitle: string;
  number: string;
  budgetYear: number;
  sumKop: number;
  paidKop: number;
  endsOn: string;
  /** The nearest report that nobody has submitted. */
  reportDueOn: string | null;
  stage: Stage;
}

/** $1: today. What goes first is what somebody has to do. */
export const PROJECT_ROWS = `
  select p.id, c.subject as title, o.name as "organisationName", o.edrpou, p.settlement, k.title as "competitionTitle",
         c.number, p.budget_year as "budgetYear", c.sum_kop as "sumKop", c.paid_kop as "paidKop", c.ends_on::text as "endsOn",
         p.next_due_on::text as "reportDueOn", p.next_due_on as "nextDueOn",
         case when r.submitted then 'to-check'
              when p.next_due_on < $1::date then 'overdue'
              when r.returned then 'returned'
              when r.open = 0 then 'reported'
              else 'running' end as stage
    from monitoring.project p
    join contracts.v_contract c on c.id = p.id
    join competitions.v_competition k on k.id = p.competition_id
    join identity.v_organisation o on o.id = p.organisation_id
    cross join lateral (
      select bool_or(state = 'submitted') as submitted, bool_or(state = 'returned') as returned,
             count(*) filter (where state <> 'accepted') as open
        from monitoring.report where project_id = p.id) r`;

export const withSums = <Row extends ProjectListRow>(row: Row): Row => ({
  ...row,
  sumKop: Number(row.sumKop),
  paidKop: Number(row.paidKop),
});
