import {
  DECIDED,
  SCORED,
  OPEN,
  CLOSED,
  DRAFT,
  EVENTS,
  officerOf,
  competition,
  application,
  looks,
  grantOf,
  complaintRows,
  contractRows,
  togetherActs,
  expenseRows,
  findingRows,
  projectRows,
  reportRows,
} from './figure-rows.mjs';
import { FIGURES_OF_WORK } from './figures-of-work.mjs';

/*
 * What stands for the parameters of a path in the demo world: columns are named as the parameters. `email` is who may
 * see it; rows with different `guise` are looks of one page, and each is pictured. The first pattern that fits counts.
 */

/** Pages that open only when the reception is over, so the clock of the demo has to move first. */
export const LATER = /^\/organiser\/competitions\/:id\/(admission|envelopes\/:envelopeId\/(typing|check))/;

export const FIGURES = [
  [
    /^\/applications\/:id\/result\/(offer|refusal)/,
    application(`w.state = 'offered'`, '', 'join awards.award w on w.application_id = a.id'),
  ],
  [
    /^\/organiser\/awards\/:id/,
    `select w.application_id as id, ${officerOf('c')} as email from awards.award w
       join competitions.competition c on c.id = w.competition_id where w.state <> 'refused' order by w.id`,
  ],
  [
    /^\/desk$/,
    `select distinct on (role) role as guise, email from identity.v_role where ended_on is null
       order by role, scope_id = (select id from ${OPEN} o) desc, email`,
  ],
  [
    /^\/consent$/,
    `select 'before:' || r.email as email from identity.v_role r where r.role = 'applicant' and r.ended_on is null
       and not exists (select 1 from identity.consent c where c.person_id = r.person_id) order by r.email desc`,
  ],
  [
    /^\/sign-in\/code$/,
    `select 'before:' || p.email as email from identity.person p join identity.second_factor f on f.person_id = p.id
       where f.confirmed_at is not null`,
  ],
  [
    /^\/competitions\/:code$/,
    looks(
      ...[
        ['announced', OPEN],
        ['scoring', SCORED],
        ['decided', DECIDED],
      ].map(([guise, from]) => `select code, '${guise}' as guise from ${from} c`),
    ),
  ],
  [/^\/competitions\/:code\/questions/, `select code from ${OPEN} c`],
  [/^\/competitions\/:code\/complaints\/:id/, complaintRows('m.id')],
  [/^\/(api\/v1\/)?competitions\/:code/, `select code from ${DECIDED} c`],
  [
    /^\/competitions\/:id\/applications/,
    `select c.id, v.email from ${OPEN} c, identity.v_role v where v.role = 'applicant' and v.ended_on is null and not exists
       (select 1 from applications.application a where a.competition_id = c.id and a.organisation_id = v.scope_id) order by v.email`,
  ],
  [/^\/organisations\/:edrpou/, `select edrpou from identity.organisation order by edrpou = '38844102' desc, edrpou`],
  [
    /^\/organisations\/:id\/people/,
    `select a.scope_id as id, b.id as "grantId", a.email from identity.v_role a join identity.v_role b
       on a.scope_id = b.scope_id and b.person_id <> a.person_id and b.role = 'applicant' and b.ended_on is null
       where a.role = 'applicant' and a.ended_on is null order by a.email like 'head%' desc, a.email`,
  ],
  [
    /^\/organisations\/:id\/liquidation/,
    `select id, 'admin@spryiannia.example' as email from identity.organisation where liquidated_on is null order by edrpou`,
  ],
  [
    /^\/organisations\/:id\/extract/,
    `select c.organisation_id as id, p.email from identity.claim c join identity.person p on p.id = c.person_id
       where c.state = 'claimed' order by c.claimed_at`,
  ],
  [/^\/organisations\/:id/, grantOf('applicant', 'v.scope_id as id')],
  [
    /^\/organiser\/plans\/:planId\/consents/,
    `select m.plan_id as "planId", pb.id, 'officer@masscom.example' as email from plan.party_body pb
       join measures.v_measure m on m.id = pb.measure_id where pb.consent = 'declined' order by m.position`,
  ],
  [
    /^\/organiser\/plans\/:planId\/times/,
    `select i.plan_id as "planId", i.id, 'officer@masscom.example' as email from plan.instance i order by i.due_on desc, i.id`,
  ],
  [
    /^\/organiser\/plans\/:planId/,
    `select p.id as "planId", '2.3' as number, '3' as quarter, b.id as "bodyId", 'officer@masscom.example' as email
       from measures.v_plan p join plan.body b on b.organiser_id = p.organiser_id and b.class_key = 'united-communities'
      order by b.name`,
  ],
  [
    /^\/organiser\/plan-drafts\/:id/,
    `select d.id, '2.3' as number, 'officer@masscom.example' as email from plan.plan_draft d order by d.id`,
  ],
  [/^\/organiser\/plan-drafts/, `select 'officer@masscom.example' as email`],
  [/^\/organiser\/plans$/, `select 'officer@masscom.example' as email`],
  [
    /^\/plan\/:organiserSlug/,
    `select 'luhansk-masscom' as "organiserSlug", '2020' as year, '1.1' as number, '3' as quarter`,
  ],
  [/^\/plan\/:year/, `select '2020' as year`],
  [
    /^\/organiser\/papers/,
    looks(
      `select 'award-order' as "ownerKind", id as "ownerId", document_id as "documentId", 'order' as guise from awards.award_order`,
      `select 'session', id, minutes_document_id, 'minutes' from sessions.session where minutes_document_id is not null`,
    ),
  ],
  [
    /^\/organiser\/competitions\/:id\/envelopes\/:envelopeId/,
    `select c.id, e.id as "envelopeId", ${officerOf('c')} as email from ${OPEN} c
       join applications.envelope e on e.competition_id = c.id`,
  ],
  [/^\/organiser\/competitions\/:id\/envelopes\/new/, competition(OPEN)],
  [
    /^\/organiser\/competitions\/:id\/conflicts\/:questionId/,
    `select q.competition_id as id, q.id as "questionId", 'v.rybalko@masscom.example' as email from evaluation.conflict_question q`,
  ],
  [
    /^\/organiser\/competitions\/:id\/erasure/,
    `select c.id, ${officerOf('c')} as email from competitions.competition c where c.is_rehearsal`,
  ],
  [/^\/organiser\/competitions\/:id\/(example|elsewhere)/, competition(DRAFT)],
  [/^\/organiser\/competitions\/:id\/contracts\/together\/:act/, togetherActs],
  [/^\/organiser\/competitions\/:id\/(contracts|evaluation-of-programme)/, competition(DECIDED)],
  [/^\/organiser\/contract-templates\/:organiserId/, grantOf('officer', 'v.scope_id as "organiserId"')],
  [
    /^\/organiser\/contracts\/:id\/acts\/:kind/,
    contractRows(
      `c.state = 'in-force'`,
      'director',
      `, k.kind, k.kind as guise`,
      `, (values ('suspend'), ('end-early')) k (kind)`,
    ),
  ],
  [/^\/organiser\/contracts\/:id\/terms/, contractRows(`c.state = 'draft'`, 'officer')],
  [/^\/organiser\/contracts\/:id/, contractRows(`c.state = 'in-force'`, 'officer')],
  [
    /^\/organiser\/payments\/:id/,
    `select p.id, v.email from contracts.payment p join identity.v_role v on v.scope_id = p.organiser_id and v.role = 'officer' order by p.number`,
  ],
  [
    /^\/organiser\/statements\/:id/,
    `select s.id, v.email from contracts.statement s join identity.v_role v on v.scope_id = s.organiser_id and v.role = 'officer' order by s.id`,
  ],
  [
    /^\/contracts\/changes\/:id/,
    `select r.id, v.email from contracts.change_request r join contracts.contract c on c.id = r.contract_id
       join identity.v_role v on v.scope_id = c.organiser_id and v.role = 'director'`,
  ],
  [/^\/contracts\/:id\/details/, contractRows(`c.state = 'draft'`, 'applicant')],
  [/^\/contracts\/:id/, contractRows(`c.state = 'in-force'`, 'applicant')],
  [/^\/organiser\/projects\/:id\/findings\/:findingId/, findingRows('organiser_id', 'officer')],
  [/^\/projects\/:id\/findings\/:findingId/, findingRows('organisation_id', 'applicant')],
  [/^\/organiser\/projects\/:id/, projectRows('organiser_id', 'officer')],
  [/^\/projects\/:id/, projectRows('organisation_id', 'applicant')],
  [/^\/reports\/:id\/check/, reportRows(`r.state = 'submitted'`, 'organiser_id', 'officer')],
  [
    /^\/reports\/:id\/(story|indicators|reach|money)/,
    reportRows(`r.state = 'returned'`, 'organisation_id', 'applicant'),
  ],
  [/^\/reports\/:id\/expenses\/new/, reportRows(`r.state = 'returned'`, 'organisation_id', 'applicant')],
  [/^\/reports\/:id\/expenses\/:expenseId/, expenseRows],
  [/^\/reports\/:id/, reportRows('true', 'organisation_id', 'applicant')],
  [
    /^\/competitions\/:code\/evaluation-of-programme/,
    `select k.code from monitoring.evaluation e join competitions.v_competition k on k.id = e.competition_id where e.state = 'approved'`,
  ],
  [/^\/funded\/:id/, `select v.project_id as id, v.result as guise from monitoring.v_conclusion v order by v.number`],
  [
    /^\/organiser\/events\/:id\/parts\/:part/,
    `select e.id, k.part, k.part as guise, ${officerOf('e')} as email from (${EVENTS('published')}) e,
       (values ('basics'), ('place'), ('access'), ('registration'), ('details')) k (part)`,
  ],
  [
    /^\/organiser\/events\/:id\/acts\/:action/,
    `select e.id, k.action, k.action as guise, ${officerOf('e')} as email from (${EVENTS('published')}) e,
       (values ('postpone'), ('reschedule'), ('cancel')) k (action)`,
  ],
  [
    /^\/organiser\/events\/:id\/people\/:guestId/,
    `select e.id, r.id as "guestId", ${officerOf('e')} as email from events.registration r
       join events.event e on e.id = r.event_id where e.state = 'published' order by r.seq`,
  ],
  [
    /^\/organiser\/events\/:id\/(outcome|minutes)/,
    `select e.id, ${officerOf('e')} as email from (${EVENTS('held')}) e`,
  ],
  [/^\/organiser\/events\/:id/, `select e.id, ${officerOf('e')} as email from (${EVENTS('published')}) e`],
  [/^\/events\/:id$/, `select id, state as guise from events.event where state <> 'draft' order by starts_at desc`],
  [/^\/events\/:id/, EVENTS('published')],
  [/^\/certificates\/:code/, `select code from events.certificate order by id`],
  [/^\/organiser\/competitions\/:id\/form\/change/, competition(OPEN)],
  [
    /^\/organiser\/competitions\/:id\/settings\/:section/,
    `select c.id, k.section, k.section as guise, ${officerOf('c')} as email from ${DRAFT} c,
       (values ('basics'), ('calendar'), ('contacts'), ('money'), ('participation'), ('scoring')) k (section)`,
  ],
  [/^\/organiser\/competitions\/:id\/(settings|values|last-year|preview)/, competition(DRAFT)],
  [
    /^\/organiser\/competitions\/:id\/rules/,
    `select c.id, k.key, k.key as guise, ${officerOf('c')} as email from ${DRAFT} c,
       (values ('ownSharePercent'), ('receptionMinDays')) k (key)`,
  ],
  [
    /^\/organiser\/competitions\/:id\/acts\/new/,
    `select c.id, k.kind, k.kind as guise, ${officerOf('c')} as email from ${OPEN} c,
       (values ('extend'), ('change-pot'), ('cancel')) k (kind)`,
  ],
  [
    /^\/organiser\/competitions\/:id\/form\/.*:question/,
    `select c.id, q ->> 'key' as question, ${officerOf('c')} as email from ${DRAFT} c,
       jsonb_array_elements(c.form -> 'sections') s, jsonb_array_elements(s -> 'questions') q`,
  ],
  [
    /^\/organiser\/competitions\/:id\/form\/.*:section/,
    `select c.id, s ->> 'key' as section, ${officerOf('c')} as email from ${DRAFT} c, jsonb_array_elements(c.form -> 'sections') s`,
  ],
  [/^\/organiser\/competitions\/:id\/form/, competition(DRAFT)],
  [
    /^\/organiser\/competitions\/:id\/inquiries\/:inquiryId/,
    `select c.id, i.id as "inquiryId", i.state as guise, ${officerOf('c')} as email from ${OPEN} c
       join announcements.inquiry i on i.competition_id = c.id`,
  ],
  [
    /^\/organiser\/competitions\/:id\/acts$/,
    looks(
      `select c.id, ${officerOf('c')} as email, 'prepared' as guise from ${OPEN} c`,
      `select c.id, v.email, 'to confirm' as guise from ${OPEN} c join identity.v_role v
         on v.scope_id = c.organiser_id and v.role = 'director' and v.ended_on is null`,
    ),
  ],
  [/^\/organiser\/competitions\/:id\/(inquiries|acts)/, competition(OPEN)],
  [
    /^\/organiser\/competitions\/:id\/commission\/:grantId/,
    `select c.id, r.id as "grantId", ${officerOf('c')} as email from ${SCORED} c join identity.v_role r
       on r.scope_id = c.id and r.role = 'commission-member' and r.ended_on is null`,
  ],
  [
    /^\/organiser\/competitions\/:id\/admission\/:applicationId/,
    `select c.id, a.id as "applicationId", ${officerOf('c')} as email from competitions.competition c
       join applications.application a on a.competition_id = c.id
       where a.state <> 'draft' and c.state = 'admission' order by a.register_code`,
  ],
  [/^\/organiser\/competitions\/:id\/admission/, competition(CLOSED)],
  [/^\/organiser\/competitions\/:id\/proposals/, competition(DECIDED)],
  [/^\/organiser\/competitions\/:id\/(scoring|commission|corrections|conflicts)/, competition(SCORED)],
  [
    /^\/organiser\/competitions\/:id$/,
    looks(
      ...[
        ['draft', DRAFT],
        ['announced', OPEN],
        ['scoring', SCORED],
        ['decided', DECIDED],
      ].map(([guise, from]) => `select c.id, '${guise}' as guise, ${officerOf('c')} as email from ${from} c`),
    ),
  ],
  [/^\/organiser\/competitions\/:id/, competition(DECIDED)],
  [
    /^\/registers\/imports\/:id/,
    `select i.id, i.state as guise, ${officerOf('i')} as email from registers.import i order by i.state = 'applied' desc, i.kind`,
  ],
  [
    /^\/registers\/(imports\/new|templates)\/:kind/,
    `select k.kind, k.kind as guise from (values ('awards'), ('offences'), ('results')) k (kind)`,
  ],
  [
    /^\/organiser\/shown-drafts\/:id/,
    `select s.id, p.email from applications.draft_look k join applications.draft_showing s on s.id = k.showing_id
       join identity.person p on p.id = k.person_id`,
  ],
  [/^\/complaints\/:id/, complaintRows('m.id')],
  [/^\/applications\/:id\/complaints/, complaintRows('m.application_id')],
  [/^\/applications\/:id\/challenge/, application(`a.state = 'admitted' and c.state = 'scoring'`)],
  [/^\/applications\/:id\/result$/, application(`a.state = 'awarded' or c.code = '1.1-2021'`)],
  [/^\/applications\/:id\/submissions/, application(`a.state = 'submitted'`, `, '1' as number`)],
  [/^\/applications\/:id\/result\/(passport|feedback)/, application(`c.code = '1.1-2021' and a.state = 'admitted'`)],
  [/^\/applications\/:id\/(reading|receipt)/, application(`a.state <> 'draft'`)],
  [
    /^\/applications\/:id\/documents/,
    application(
      `a.state <> 'draft'`,
      `, t.document_id as "documentId"`,
      'join applications.attachment t on t.application_id = a.id',
    ),
  ],
  ...FIGURES_OF_WORK,
];
