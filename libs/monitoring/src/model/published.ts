import { withoutPersonalData } from '#libs/identity';
import type { ReportParts, ReportRow } from './report.js';

interface Typed {
  grounds: string;
  recommendation: string;
  objection: string | null;
  answer: string | null;
}

const masked = (text: string | null): string | null => (text === null ? null : withoutPersonalData(text));

/** What people typed in a conclusion, fit for everybody (rule 55). */
export const published = <Row extends Typed>(row: Row): Row => ({
  ...row,
  grounds: withoutPersonalData(row.grounds),
  recommendation: withoutPersonalData(row.recommendation),
  objection: masked(row.objection),
  answer: masked(row.answer),
});

export const publishedStory = (report: ReportRow): ReportRow => ({
  ...report,
  title: withoutPersonalData(report.title),
  done: withoutPersonalData(report.done),
  results: withoutPersonalData(report.results),
  difficulties: withoutPersonalData(report.difficulties),
});

/** rule 55: without payees and documents, and without who confirmed an indicator; the rest as it was typed, looked through. */
export const publishedParts = ({ indicators, reach, lines }: ReportParts): ReportParts => ({
  indicators: indicators.map((one) => ({
    ...one,
    title: withoutPersonalData(one.title),
    baseline: withoutPersonalData(one.baseline),
    planned: withoutPersonalData(one.planned),
    fact: withoutPersonalData(one.fact),
    sourceDocument: withoutPersonalData(one.sourceDocument),
    confirmedBy: '',
  })),
  reach: reach.map((one) => ({
    ...one,
    groupName: withoutPersonalData(one.groupName),
    district: withoutPersonalData(one.district),
  })),
  lines: lines.map((one) => ({
    ...one,
    title: withoutPersonalData(one.title),
    reason: withoutPersonalData(one.reason),
  })),
  expenses: [],
});
