import { slotOf, type CompetitionRow } from '#libs/competitions';
import { dueAfter, ukrainianCalendar } from '#libs/terms';

type Rules = Pick<CompetitionRow, 'ruleSet'>;

/** rule 63: the term of the final report is a slot; null where it is not set. */
export function finalReportDue(rules: Rules, endsOn: string): string | null {
  const count = slotOf(rules, 'finalReportDays');
  return count === null ? null : dueAfter({ count, unit: 'calendar-days' }, endsOn, ukrainianCalendar()).dueOn;
}

interface WaitingInstalment {
  id: string;
  dueOn: string;
}

export interface NewReport {
  kind: 'interim' | 'final';
  position: number;
  instalmentId: string | null;
  dueOn: string | null;
}

/** An interim report for each instalment that waits for one, by the day when the money is due; then the final one. */
export function reportsOf(rules: Rules, endsOn: string, waiting: readonly WaitingInstalment[]): NewReport[] {
  const interim = waiting.map(({ id, dueOn }, index): NewReport => ({
    ...{ kind: 'interim', position: index + 1, instalmentId: id, dueOn },
  }));
  return [
    ...interim,
    { kind: 'final', position: interim.length + 1, instalmentId: null, dueOn: finalReportDue(rules, endsOn) },
  ];
}
