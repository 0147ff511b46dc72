import { SCORED, applicantOf, application, looks, grantOf } from './figure-rows.mjs';

/** Figures of proposals, scoring, sittings and what else is worked on; tried after those of figures.mjs. */
export const FIGURES_OF_WORK = [
  [
    /^\/applications\/:id\/truth-checks/,
    application(
      `a.state in ('submitted', 'admitted', 'refused') and c.state in ('admission', 'scoring', 'rated', 'decided')`,
    ),
  ],
  [
    /^\/applications\/:id\/defence/,
    application(
      `a.state = 'admitted' and exists (select from evaluation.defence_slot s where s.application_id = a.id)`,
    ),
  ],
  [/^\/applications\/:id\/withdrawal/, application(`a.state = 'submitted' and c.state = 'announced'`)],
  [
    /^\/applications\/:id\/answers/,
    application(
      `a.state = 'draft' and c.state = 'announced' and jsonb_array_length(s -> 'questions') > 0`,
      `, s ->> 'key' as section, s ->> 'key' as guise`,
      `, jsonb_array_elements(c.form -> 'sections') s`,
    ),
  ],
  [
    /^\/applications\/:id$/,
    looks(
      `select *, 'draft' as guise from (${application(`a.state = 'draft' and c.state = 'announced'`)} limit 1) d`,
      `select *, 'submitted' as guise from (${application(`a.state = 'submitted' and c.state = 'announced'`)} limit 1) d`,
      `select *, 'decided' as guise from (${application(`c.state = 'decided'`)} limit 1) d`,
    ),
  ],
  [/^\/applications\/:id/, application(`a.state = 'draft' and c.state = 'announced'`)],
  [
    /^\/scoring\/sheets/,
    `select a.id as "assignmentId", p.email, coalesce(s.state, 'empty') as guise from evaluation.assignment a join identity.person p on p.id = a.person_id
       left join evaluation.score_sheet s on s.assignment_id = a.id where a.ended_at is null and a.competition_id = (select id from ${SCORED} c)
       order by s.state = 'draft' desc nulls last`,
  ],
  [
    /^\/(scoring|conflicts)\/:competitionId/,
    `select c.id as "competitionId", r.email from ${SCORED} c join identity.v_role r on r.scope_id = c.id and r.role = 'commission-member' order by r.email`,
  ],
  [
    /paper-sheets|^\/scoring\/:id\/paper/,
    `select p.competition_id as id, p.id as "paperId", r.email from evaluation.paper_sheet p
       join identity.v_role r on r.scope_id = p.competition_id and r.role = 'commission-chair'`,
  ],
  [
    /^\/calibration\/:id/,
    `select s.competition_id as id, s.id as "sampleId", r.email from evaluation.calibration_sample s
       join identity.v_role r on r.scope_id = s.competition_id and r.role = 'commission-member' order by s.position, r.email`,
  ],
  [/^\/competitions\/:code\/defence/, `select code from ${SCORED} c`],
  [
    /^\/organiser\/competitions\/:id\/defence/,
    `select c.id, d.id as "dayId", 'officer@masscom.example' as email from ${SCORED} c
       join evaluation.defence_day d on d.competition_id = c.id order by d.starts_at desc`,
  ],
  [
    /^\/defence\/:id/,
    `select s.competition_id as id, s.application_id as "applicationId", s.state as guise, 'officer@masscom.example' as email
       from evaluation.defence_slot s where s.competition_id = (select id from ${SCORED} c) order by s.starts_at`,
  ],
  [
    /^\/sessions\/:id/,
    `select id, state as guise, 'v.rybalko@masscom.example' as email from sessions.session order by planned_at desc`,
  ],
  [
    /^\/notices\/:id\/files/,
    `select m.id, d as "documentId", p.email from notifications.message m join identity.person p on p.id = m.to_person_id, unnest(m.document_ids) d`,
  ],
  [
    /^\/notices\/:id/,
    `select m.id, p.email from notifications.message m join identity.person p on p.id = m.to_person_id order by m.clock_id is null, m.queued_at desc`,
  ],
  [
    /^\/organiser\/letters\/:id/,
    `select id from notifications.message where organiser_id is not null order by queued_at desc`,
  ],
  [
    /^\/organiser\/calls\/:id/,
    `select k.id, v.email from notifications.clock k join identity.v_role v on v.scope_id = k.organiser_id and v.role = 'officer' order by k.queued_at desc`,
  ],
  [
    /^\/claims\/:id\/answer/,
    `select c.id, ${applicantOf('c.organisation_id')} as email from identity.claim c where c.purpose = 'colleague' and c.state = 'claimed'`,
  ],
  [
    /^\/claims\/:id/,
    `select id, 'admin@spryiannia.example' as email from identity.claim order by state = 'claimed' desc, claimed_at`,
  ],
  [
    /^\/people-merges/,
    `select v.email from identity.people_merge m join identity.v_role v on v.scope_id = m.organiser_id and v.role = 'officer'`,
  ],
  [/^\/account\/powers/, grantOf('director', 'v.id')],
  [
    /^\/account\/substitutions/,
    `select r.id, h.email from identity.role_grant r join identity.v_role h on h.id = r.substitute_for where r.ended_on is null`,
  ],
  [
    /^\/admin\/people\/:id\/roles/,
    `select person_id as id, id as "grantId", 'admin@spryiannia.example' as email from identity.v_role where role = 'officer' and ended_on is null`,
  ],
  [
    /^\/admin\/people\/:id\/second-factor-reset/,
    `select person_id as id, 'admin@spryiannia.example' as email from identity.second_factor where confirmed_at is not null`,
  ],
  [
    /^\/admin\/people\/:id/,
    `select person_id as id, 'admin@spryiannia.example' as email from identity.v_role where role = 'commission-member' order by email`,
  ],
  [
    /^\/admin\/organisations\/:id/,
    `select id, 'admin@spryiannia.example' as email from identity.organisation order by edrpou`,
  ],
  [
    /^\/words\/:scope/,
    `select * from (values ('site', 'words', 'page.terms', 'page'), ('site', 'applications', 'mail.receipt', 'letter')) w (scope, lib, key, guise)`,
  ],
];
