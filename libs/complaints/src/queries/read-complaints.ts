import type { Reader, Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { Channel, Decision, Ground } from '../model/complaint.js';
import type { ComplaintState } from '../model/complaint.lifecycle.js';

export interface ComplaintRow {
  id: string;
  organiserId: string;
  coOrganiserId: string | null;
  competitionId: string;
  competitionCode: string;
  competitionTitle: string;
  applicationId: string;
  registerCode: string;
  title: string;
  organisationId: string;
  organisationName: string;
  number: string;
  channel: Channel;
  decision: Decision;
  ground: Ground;
  story: string;
  demand: string;
  againstId: string | null;
  againstTitle: string | null;
  againstName: string | null;
  representative: string | null;
  authority: string | null;
  authorityDocumentId: string | null;
  incomingNumber: string | null;
  receivedOn: string;
  isLate: boolean;
  registeredBy: string;
  registeredAt: Date;
  dueOn: string;
  extendedTo: string | null;
  extensionReason: string | null;
  reviewerId: string | null;
  reviewerName: string | null;
  state: ComplaintState;
  version: number;
}

const COMPLAINTS = `
  select m.id, m.organiser_id as "organiserId", c.co_organiser_id as "coOrganiserId", m.competition_id as "competitionId",
         c.code as "competitionCode", c.title as "competitionTitle", m.application_id as "applicationId",
         a.register_code as "registerCode", a.title, m.organisation_id as "organisationId",
         a.organisation_name as "organisationName", m.number, m.channel, m.decision, m.ground, m.story, m.demand,
         m.against_id as "againstId", x.title as "againstTitle", x.organisation_name as "againstName",
         m.representative, m.authority, m.authority_document_id as "authorityDocumentId",
         m.incoming_number as "incomingNumber", m.received_on::text as "receivedOn", m.is_late as "isLate",
         m.registered_by as "registeredBy", m.registered_at as "registeredAt", m.due_on::text as "dueOn",
         m.extended_to::text as "extendedTo", m.extension_reason as "extensionReason",
         m.reviewer_id as "reviewerId", p.full_name as "reviewerName", m.state, m.version
    from complaints.complaint m
    join competitions.v_competition c on c.id = m.competition_id
    join applications.v_application a on a.id = m.application_id
    left join applications.v_application x on x.id = m.against_id
    left join identity.v_person p on p.id = m.reviewer_id`;

/** @throws NotFound */
export async function complaintById(reader: Reader, id: string): Promise<ComplaintRow> {
  const row = await reader.one<ComplaintRow>(`${COMPLAINTS} where m.id = $1`, [id]);
  if (!row) throw new NotFound();
  return row;
}

/** Of one proposal, the latest first. */
export const complaintsOf = (reader: Reader, applicationId: string): Promise<ComplaintRow[]> =>
  reader.rows<ComplaintRow>(`${COMPLAINTS} where m.application_id = $1 order by m.registered_at desc, m.id`, [
    applicationId,
  ]);

/** Everything about one complaint happens under the lock of its row. @throws NotFound */
export async function lockComplaint(tx: Tx, id: string): Promise<ComplaintRow> {
  await tx.one('select from complaints.complaint where id = $1 for no key update', [id]);
  return complaintById(tx, id);
}

/** By when it is answered, as the term stands now. */
export const standingDue = ({ extendedTo, dueOn }: Pick<ComplaintRow, 'extendedTo' | 'dueOn'>): string =>
  extendedTo ?? dueOn;
