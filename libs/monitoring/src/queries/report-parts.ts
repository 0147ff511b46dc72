import type { Reader } from '#libs/platform/database';
import type { Expense, IndicatorFact, LineReport, Reach, ReportParts } from '../model/report.js';

interface Of {
  id: string;
  projectId: string;
  position: number;
}

/** All that a report says beside its story, prefilled with what the contract plans. */
export async function reportParts(reader: Reader, report: Of): Promise<ReportParts> {
  return {
    indicators: await indicators(reader, report),
    reach: await reader.rows<Reach>(
      `select group_name as "groupName", district, people, women from monitoring.reach where report_id = $1 order by position`,
      [report.id],
    ),
    lines: await lines(reader, report),
    expenses: await expenses(reader, report),
  };
}

const indicators = (reader: Reader, { id, projectId }: Of): Promise<IndicatorFact[]> =>
  reader.rows(
    `select i.id as "indicatorId", i.kind, i.title, i.unit, i.baseline, i.planned, i.source, coalesce(f.fact, '') as fact,
            coalesce(f.source_document, '') as "sourceDocument", coalesce(f.confirmed_by, '') as "confirmedBy",
            f.confirmed_on::text as "confirmedOn", f.people, f.women
       from contracts.v_indicator i
       left join monitoring.indicator_fact f on f.indicator_id = i.id and f.report_id = $1
      where i.contract_id = $2 order by i.position`,
    [id, projectId],
  );

type Sums = 'plannedKop' | 'plannedOwnKop' | 'earlierKop' | 'nowKop' | 'nowOwnKop';

async function lines(reader: Reader, { id, projectId, position }: Of): Promise<LineReport[]> {
  const rows = await reader.rows<Omit<LineReport, Sums> & Record<Sums, string>>(
    `select l.id as "lineId", l.title, l.category, l.funded_kop as "plannedKop", l.own_kop as "plannedOwnKop",
            coalesce(e.earlier, 0) as "earlierKop", coalesce(e.now, 0) as "nowKop", coalesce(e.now_own, 0) as "nowOwnKop",
            coalesce(n.reason, '') as reason
       from contracts.v_budget_line l
       left join lateral (
         select sum(x.funded_kop) filter (where r.position < $3) as earlier,
                sum(x.funded_kop) filter (where r.id = $1) as now, sum(x.own_kop) filter (where r.id = $1) as now_own
           from monitoring.expense x join monitoring.report r on r.id = x.report_id
          where x.line_id = l.id and r.project_id = $2 and r.position <= $3) e on true
       left join monitoring.line_reason n on n.line_id = l.id and n.report_id = $1
      where l.contract_id = $2 order by l.position`,
    [id, projectId, position],
  );
  return rows.map((row) => ({
    ...row,
    plannedKop: Number(row.plannedKop),
    plannedOwnKop: Number(row.plannedOwnKop),
    earlierKop: Number(row.earlierKop),
    nowKop: Number(row.nowKop),
    nowOwnKop: Number(row.nowOwnKop),
  }));
}

async function expenses(reader: Reader, { id }: Of): Promise<Expense[]> {
  const rows = await reader.rows<
    Omit<Expense, 'fundedKop' | 'ownKop' | 'fileSize'> & Record<'fundedKop' | 'ownKop' | 'fileSize', string>
  >(
    `select x.id, x.line_id as "lineId", l.title as line, x.paid_on::text as "paidOn", x.payee, x.purpose,
            x.document_title as "documentTitle", x.funded_kop as "fundedKop", x.own_kop as "ownKop",
            x.document_id as "documentId", f.name as "fileName", f.size as "fileSize",
            x.is_refused as "isRefused", x.refusal
       from monitoring.expense x
       join contracts.v_budget_line l on l.id = x.line_id
       join documents.document f on f.id = x.document_id
      where x.report_id = $1 order by l.position, x.paid_on, x.id`,
    [id],
  );
  return rows.map((row) => ({
    ...row,
    fundedKop: Number(row.fundedKop),
    ownKop: Number(row.ownKop),
    fileSize: Number(row.fileSize),
  }));
}
