import { differenceOf } from './lines.js';
import type { ReportParts, ReportRow } from './report.js';

export const REPORT_PARTS = ['story', 'indicators', 'reach', 'money'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** Something that a report lacks; the words are `monitoring:problem.<code>`. */
export interface ReportProblem {
  part: ReportPart;
  code: string;
  /** Of which row: the title of an indicator or of a line. */
  what?: string;
}

type Story = Pick<ReportRow, 'kind' | 'done' | 'results'>;

/**
 * rule 62: a report is narrative and financial, tied to every indicator and to the lines of the budget; a line over its
 * plan has a reason. That each expense has its document is seen to when it is entered.
 */
export function reportProblems(story: Story, parts: ReportParts, sumKop: number): ReportProblem[] {
  return [
    ...storyProblems(story),
    ...indicatorProblems(parts),
    ...reachProblems(story, parts),
    ...moneyProblems(parts, sumKop),
  ];
}

function storyProblems({ done, results }: Story): ReportProblem[] {
  const missing = { 'no-done': done === '', 'no-results': results === '' };
  return Object.entries(missing).flatMap(([code, is]) => (is ? [{ part: 'story', code }] : []));
}

/** Budget Code, art. 20(5): indicators are confirmed by official reporting and accounting data. */
function indicatorProblems({ indicators }: ReportParts): ReportProblem[] {
  return indicators.flatMap(({ title, fact, sourceDocument, confirmedBy, confirmedOn }) => {
    const problem = (code: string): ReportProblem => ({ part: 'indicators', code, what: title });
    if (fact === '') return [problem('no-fact')];
    if (sourceDocument === '') return [problem('no-source')];
    return confirmedBy === '' || confirmedOn === null ? [problem('not-confirmed')] : [];
  });
}

const reachProblems = ({ kind }: Story, { reach }: ReportParts): ReportProblem[] =>
  kind === 'final' && reach.length === 0 ? [{ part: 'reach', code: 'no-reach' }] : [];

function moneyProblems({ lines }: ReportParts, sumKop: number): ReportProblem[] {
  const over = lines.filter((line) => differenceOf(line) < 0 && line.nowKop > 0 && line.reason === '');
  const together = lines.reduce((sum, { earlierKop, nowKop }) => sum + earlierKop + nowKop, 0);
  return [
    ...over.map(({ title }): ReportProblem => ({ part: 'money', code: 'no-reason', what: title })),
    ...(together > sumKop ? [{ part: 'money' as const, code: 'over-contract' }] : []),
  ];
}
