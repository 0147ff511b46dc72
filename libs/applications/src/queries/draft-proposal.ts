import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import type { ApplicationRow } from '../model/application.js';
import type { DraftProposal } from '../model/draft-proposal.js';

/** Everything that the form of a proposal holds now. */
export async function draftOf(reader: Reader, application: ApplicationRow): Promise<DraftProposal> {
  const { title, priorityId, startOn, endOn, reach, answers, id } = application;
  return {
    ...{ title, priorityId, startOn, endOn, reach, answers },
    activities: await activitiesOf(reader, id),
    lines: await linesOf(reader, id),
    indicators: await indicatorsOf(reader, id),
    files: await filesOf(reader, id),
  };
}

export function activitiesOf(reader: Reader, id: string): Promise<DraftProposal['activities']> {
  return reader.rows(
    `select month, title, place, responsible from applications.activity where application_id = $1 order by position`,
    [id],
  );
}

export async function linesOf(reader: Reader, id: string): Promise<DraftProposal['lines']> {
  const rows = await reader.rows<DraftProposal['lines'][number]>(
    `select group_key as "group", category, title, unit, quantity, price_kop as "priceKop", months,
            funded_kop as "fundedKop", own_kop as "ownKop", other_kop as "otherKop"
       from applications.budget_line where application_id = $1 order by position`,
    [id],
  );
  return rows.map((line) => ({
    ...line,
    priceKop: toSafeInteger(line.priceKop),
    fundedKop: toSafeInteger(line.fundedKop),
    ownKop: toSafeInteger(line.ownKop),
    otherKop: toSafeInteger(line.otherKop),
  }));
}

export function indicatorsOf(reader: Reader, id: string): Promise<DraftProposal['indicators']> {
  return reader.rows(
    `select kind, title, unit, baseline, planned, source
       from applications.indicator where application_id = $1 order by position`,
    [id],
  );
}

export async function filesOf(reader: Reader, id: string): Promise<DraftProposal['files']> {
  const rows = await reader.rows<DraftProposal['files'][number]>(
    `select t.id, t.document_id as "documentId", d.name, t.kind, d.size, d.sha256, d.scan, d.scan_found as "scanFound"
       from applications.attachment t join documents.document d on d.id = t.document_id
      where t.application_id = $1 order by t.id`,
    [id],
  );
  return rows.map((file) => ({ ...file, size: toSafeInteger(file.size) }));
}
