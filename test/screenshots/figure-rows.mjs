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

export const contractRows = (where, role, columns = '', joins = '') =>
  `select c.id, v.email ${columns} from contracts.contract c
     join identity.v_role v on v.scope_id = ${role === 'applicant' ? 'c.organisation_id' : 'c.organiser_id'} and v.role = '${role}' ${joins}
    where ${where} order by c.id`;
export const togetherActs = `select c.id, 'offer' as act, ${officerOf('c')} as email from ${DECIDED} c`;
