/* Statements that find the rows which stand for the parameters of a path (figures.mjs, figures-of-work.mjs). */

/** Competitions of the demo world by what is to be seen. */
export const DECIDED = `(select * from competitions.competition where code = '1.1-2021')`;
export const SCORED = `(select * from competitions.competition where state = 'scoring')`;
export const OPEN = `(select * from competitions.competition where state = 'announced')`;
export const CLOSED = `(select * from competitions.competition where state = 'admission')`;
export const DRAFT = `(select * from competitions.competition where state = 'draft' and not is_rehearsal order by created_at limit 1)`;

export const EVENTS = (state) =>
  `select e.* from events.event e where e.state = '${state}'
     order by (select count(*) from events.registration r where r.event_id = e.id) desc limit 1`;

export const officerOf = (competition) =>
  `(select email from identity.v_role where role = 'officer' and scope_id = ${competition}.organiser_id and ended_on is null limit 1)`;
export const applicantOf = (organisation) =>
  `(select email from identity.v_role where role = 'applicant' and scope_id = ${organisation} and ended_on is null order by started_on limit 1)`;
export const competition = (from, name = 'id') =>
  `select c.${name === 'code' ? 'code' : 'id'} as "${name}", ${officerOf('c')} as email from ${from} c`;
export const application = (where, columns = '', joins = '') =>
  `select a.id, ${applicantOf('a.organisation_id')} as email ${columns} from applications.application a
     join competitions.competition c on c.id = a.competition_id ${joins} where ${where} order by a.register_code, a.id`;
export const looks = (...selects) => selects.map((one) => `(${one})`).join(' union all ');
export const grantOf = (role, columns) =>
  `select ${columns}, v.email from identity.v_role v where v.role = '${role}' and v.ended_on is null`;

/** Complaints, by the organisation that has filed them. */
export const complaintRows = (id) =>
  `select ${id} as id, c.code, ${applicantOf('m.organisation_id')} as email from complaints.complaint m
     join competitions.competition c on c.id = m.competition_id order by m.number`;

export const contractRows = (where, role, columns = '', joins = '') =>
  `select c.id, v.email ${columns} from contracts.contract c
     join identity.v_role v on v.scope_id = ${role === 'applicant' ? 'c.organisation_id' : 'c.organiser_id'} and v.role = '${role}' ${joins}
    where ${where} order by c.id`;
export const togetherActs = `select c.id, 'offer' as act, ${officerOf('c')} as email from ${DECIDED} c`;

const personOf = (scope, role) =>
  `join identity.v_role v on v.scope_id = p.${scope} and v.role = '${role}' and v.ended_on is null`;

/** Funded projects, those with a conclusion first. */
export const projectRows = (scope, role) =>
  `select p.id, v.email, coalesce(c.state, 'running') as guise from monitoring.project p
     left join monitoring.conclusion c on c.project_id = p.id ${personOf(scope, role)} order by c.state nulls last, p.id`;

export const findingRows = (scope, role) =>
  `select p.id, f.id as "findingId", v.email, f.state as guise from monitoring.finding f
     join monitoring.project p on p.id = f.project_id ${personOf(scope, role)} order by f.number, p.id`;

export const reportRows = (where, scope, role) =>
  `select r.id, v.email, r.state as guise from monitoring.report r
     join monitoring.project p on p.id = r.project_id ${personOf(scope, role)} where ${where} order by r.state, r.id`;

export const expenseRows = `
  select r.id, x.id as "expenseId", v.email from monitoring.expense x join monitoring.report r on r.id = x.report_id
    join monitoring.project p on p.id = r.project_id ${personOf('organisation_id', 'applicant')}
   where r.state in ('draft', 'returned') order by x.id`;
