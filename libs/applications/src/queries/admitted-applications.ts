import type { Reader } from '#libs/platform/database';
import { withSafeSums } from '../model/application.js';

export interface AdmittedApplication {
  id: string;
  organisationId: string;
  organisationName: string;
  edrpou: string;
  registerCode: string;
  title: string;
  priorityId: string | null;
  submittedAt: Date;
  requestedKop: number;
  ownKop: number;
  totalKop: number;
}

/** The proposals that the commission admitted, in the order of their register codes; sums as submitted. */
export async function admittedApplications(reader: Reader, competitionId: string): Promise<AdmittedApplication[]> {
  const rows = await reader.rows<AdmittedApplication>(
    `select id, organisation_id as "organisationId", organisation_name as "organisationName", edrpou,
            register_code as "registerCode", title, priority_id as "priorityId", submitted_at as "submittedAt",
            requested_kop as "requestedKop", own_kop as "ownKop", total_kop as "totalKop"
       from applications.v_application where competition_id = $1 and state = 'admitted' order by register_code`,
    [competitionId],
  );
  return rows.map(withSafeSums);
}
