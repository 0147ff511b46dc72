import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AdmissionOrder, OrderedProposal } from '../model/admission-order.js';
import { reasonInWords } from '../model/reason-in-words.js';
import type { RefusalGround, Verdict } from '../model/admission.js';

const SELECT = `
  select o.id, o.state, o.prepared_by as "preparedBy", p.full_name as "preparedByName", o.prepared_at as "preparedAt",
         o.number, o.signed_on::text as "signedOn", o.signer_name as "signerName",
         o.signer_position as "signerPosition", o.document_id as "documentId", o.return_reason as "returnReason"
    from applications.admission_order o join identity.v_person p on p.id = o.prepared_by`;

/** Newest first. */
export function admissionOrders(reader: Reader, competitionId: string): Promise<AdmissionOrder[]> {
  return reader.rows(`${SELECT} where o.competition_id = $1 order by o.prepared_at desc, o.id desc`, [competitionId]);
}

/** The one that waits for the director. */
export async function preparedOrder(reader: Reader, competitionId: string): Promise<AdmissionOrder | null> {
  const found = await reader.one<AdmissionOrder>(`${SELECT} where o.competition_id = $1 and o.state = 'prepared'`, [
    competitionId,
  ]);
  return found ?? null;
}

/** @throws NotFound */
export async function admissionOrder(reader: Reader, id: string): Promise<AdmissionOrder> {
  const found = await reader.one<AdmissionOrder>(`${SELECT} where o.id = $1`, [id]);
  if (!found) throw new NotFound();
  return found;
}

interface Drafted extends Omit<OrderedProposal, 'verdict'> {
  verdict: Verdict | null;
  ground: RefusalGround | null;
  needsVote: boolean;
}

const DRAFTED = `
  select v.id, v.register_code as "registerCode", v.organisation_name as "organisationName", v.edrpou, v.title,
         d.verdict, nullif(d.ground, '') as ground, coalesce(d.reason, '') as reason,
         coalesce(d.needs_vote, false) as "needsVote"
    from applications.application a
    join applications.v_application v on v.id = a.id
    left join applications.admission_draft d on d.application_id = a.id
   where a.state = 'submitted'`;

/** What an order that is not signed yet will decide, in the order of the register codes. */
export async function proposalsOfOrder(reader: Reader, orderId: string): Promise<OrderedProposal[]> {
  const rows = await reader.rows<Drafted>(`${DRAFTED} and a.admission_order_id = $1 order by v.register_code`, [
    orderId,
  ]);
  return rows.map(ordered);
}

/** What an order would decide if the officer handed it over now; how many lack a verdict, or go to the commission. */
export async function proposalsToOrder(
  reader: Reader,
  competitionId: string,
): Promise<{ proposals: OrderedProposal[]; undrafted: number; toVote: number }> {
  const rows = await reader.rows<Drafted>(
    `${DRAFTED} and a.competition_id = $1 and a.admission_order_id is null order by v.register_code`,
    [competitionId],
  );
  return {
    proposals: rows.filter((row) => row.verdict !== null && !row.needsVote).map(ordered),
    undrafted: rows.filter((row) => row.verdict === null).length,
    toVote: rows.filter((row) => row.needsVote).length,
  };
}

function ordered({ ground, needsVote: _, verdict, ...row }: Drafted): OrderedProposal {
  return { ...row, verdict: verdict!, reason: reasonInWords({ verdict, ground, reason: row.reason }) };
}
