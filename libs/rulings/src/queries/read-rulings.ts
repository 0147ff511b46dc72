import type { Reader, Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { RulingKind, RulingState } from '../model/ruling.js';

export interface RulingRow {
  id: string;
  competitionId: string;
  kind: RulingKind;
  court: string;
  caseNumber: string;
  ruledOn: string;
  inForceOn: string;
  words: string;
  isWhole: boolean;
  liftsId: string | null;
  scanId: string;
  copyId: string | null;
  state: RulingState;
  preparedBy: string;
  preparedByName: string;
  preparedAt: Date;
  confirmedByName: string | null;
  confirmedAt: Date | null;
  remark: string | null;
  /** When a later ruling that lifts it was confirmed. */
  liftedAt: Date | null;
  /** The proposals that it names. */
  named: NamedProposal[];
}

export interface NamedProposal {
  id: string;
  registerCode: string;
  organisationName: string;
}

const RULINGS = `
  select r.id, r.competition_id as "competitionId", r.kind, r.court, r.case_number as "caseNumber",
         r.ruled_on::text as "ruledOn", r.in_force_on::text as "inForceOn", r.words, r.is_whole as "isWhole",
         r.lifts_id as "liftsId", r.scan_id as "scanId", r.copy_id as "copyId", r.state, r.prepared_by as "preparedBy",
         p.full_name as "preparedByName", r.prepared_at as "preparedAt", q.full_name as "confirmedByName",
         r.confirmed_at as "confirmedAt", r.remark,
         (select l.confirmed_at from rulings.ruling l where l.lifts_id = r.id and l.state = 'confirmed') as "liftedAt",
         coalesce((select json_agg(json_build_object('id', a.id, 'registerCode', a.register_code,
                                                     'organisationName', a.organisation_name) order by a.register_code)
                     from rulings.named n join applications.v_application a on a.id = n.application_id
                    where n.ruling_id = r.id), '[]') as named
    from rulings.ruling r
    join identity.v_person p on p.id = r.prepared_by
    left join identity.v_person q on q.id = r.confirmed_by`;

/** All rulings about a competition, the latest first; there are few (`RULINGS_MAX`). */
export const rulingsOf = (reader: Reader, competitionId: string): Promise<RulingRow[]> =>
  reader.rows<RulingRow>(`${RULINGS} where r.competition_id = $1 order by r.prepared_at desc, r.id`, [competitionId]);

/** @throws NotFound */
export async function rulingById(reader: Reader, competitionId: string, id: string): Promise<RulingRow> {
  const row = await reader.one<RulingRow>(`${RULINGS} where r.competition_id = $1 and r.id = $2`, [competitionId, id]);
  if (!row) throw new NotFound();
  return row;
}

/** @throws NotFound. The competition is locked before it. */
export async function lockRuling(tx: Tx, competitionId: string, id: string): Promise<RulingRow> {
  await tx.one('select from rulings.ruling where id = $1 for no key update', [id]);
  return rulingById(tx, competitionId, id);
}
