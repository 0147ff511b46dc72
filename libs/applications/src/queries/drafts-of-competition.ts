import type { CompetitionSettings } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import { APPLICATION_COLUMNS, APPLICATION_FROM, withSafeSums, type ApplicationRow } from '../model/application.js';
import type { DraftProposal } from '../model/draft-proposal.js';
import { partsOf, type Part } from '../model/parts.js';
import { problemsOf } from '../model/submission-check.js';

const DRAFTS_MAX = 500;

/** How far the drafts of a competition are, one page of the form in a row: numbers and codes, nothing of what is written. */
export interface PartProgress {
  part: Part;
  /** In how many drafts somebody has saved it, and in how many nothing is missing there. */
  saved: number;
  ready: number;
  /** What is missing or wrong, and in how many drafts; the commonest first. */
  codes: { code: string; count: number }[];
}

export async function draftsProgress(reader: Reader, settings: CompetitionSettings): Promise<PartProgress[]> {
  const drafts = await reader.rows<ApplicationRow>(
    `select ${APPLICATION_COLUMNS} ${APPLICATION_FROM}
      where a.competition_id = $1 and a.state = 'draft'
        and not exists (select from applications.envelope e where e.application_id = a.id)
      order by a.id limit ${DRAFTS_MAX}`,
    [settings.id],
  );
  const found = await contentsOf(reader, drafts.map(withSafeSums));
  const problems = found.map((draft) => problemsOf(draft, settings));
  return partsOf(settings.form).map((part) => {
    const here = problems.map((all) => new Set(all.filter((one) => one.part === part).map(({ code }) => code)));
    const saved = drafts.map(({ partVersions }) => part in partVersions);
    return {
      part,
      saved: saved.filter(Boolean).length,
      ready: here.filter((codes, index) => saved[index] && codes.size === 0).length,
      codes: counted(here),
    };
  });
}

function counted(found: readonly Set<string>[]): PartProgress['codes'] {
  const counts = new Map<string, number>();
  for (const codes of found) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}

/** Each table once for all drafts. */
async function contentsOf(reader: Reader, drafts: readonly ApplicationRow[]): Promise<DraftProposal[]> {
  const ids = drafts.map(({ id }) => id);
  const rowsOf = async <Row>(columns: string, from: string): Promise<Map<string, Row[]>> => {
    const rows = await reader.rows<Row & { applicationId: string }>(
      `select t.application_id as "applicationId", ${columns} from ${from} where t.application_id = any($1)`,
      [ids],
    );
    const found = new Map<string, Row[]>();
    for (const row of rows) found.set(row.applicationId, [...(found.get(row.applicationId) ?? []), row]);
    return found;
  };
  const activities = await rowsOf<DraftProposal['activities'][number]>(
    'month, title, place, responsible',
    'applications.activity t',
  );
  const lines = await rowsOf<DraftProposal['lines'][number]>(
    `group_key as "group", category, title, unit, quantity, price_kop as "priceKop", months, funded_kop as "fundedKop",
     own_kop as "ownKop", other_kop as "otherKop"`,
    'applications.budget_line t',
  );
  const indicators = await rowsOf<DraftProposal['indicators'][number]>(
    'kind, title, unit, baseline, planned, source',
    'applications.indicator t',
  );
  const files = await rowsOf<DraftProposal['files'][number]>(
    `t.id, t.document_id as "documentId", '' as name, t.kind, d.size, d.sha256, d.scan, d.scan_found as "scanFound"`,
    'applications.attachment t join documents.document d on d.id = t.document_id',
  );
  return drafts.map(({ id, title, priorityId, startOn, endOn, reach, answers }) => ({
    ...{ title, priorityId, startOn, endOn, reach, answers },
    activities: activities.get(id) ?? [],
    lines: (lines.get(id) ?? []).map(wholeLine),
    indicators: indicators.get(id) ?? [],
    files: files.get(id) ?? [],
  }));
}

const wholeLine = (line: DraftProposal['lines'][number]): DraftProposal['lines'][number] => ({
  ...line,
  priceKop: toSafeInteger(line.priceKop),
  fundedKop: toSafeInteger(line.fundedKop),
  ownKop: toSafeInteger(line.ownKop),
  otherKop: toSafeInteger(line.otherKop),
});
