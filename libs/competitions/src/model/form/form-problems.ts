import { problem, type Problem } from '../problem.js';
import type { CompetitionSettings } from '../settings.js';
import { formObstacles } from './form-lint.js';

/** What the form still needs before it is published; rule 20: an order approves it, its own or that of the competition. */
export function formProblems(settings: CompetitionSettings): Problem[] {
  const obstacles = formObstacles(settings.form);
  const isEmpty = obstacles[0]?.code === 'no-questions';
  return [
    ...problem(isEmpty, 'form', 'form', ''),
    ...problem(!isEmpty && obstacles.length > 0, 'form-unfit', 'form', 'faults', { count: obstacles.length }),
    ...problem(formOrderOf(settings) === null, 'form-order', 'form', 'order'),
  ];
}

type Orders = Pick<CompetitionSettings, 'formOrderNumber' | 'formOrderOn' | 'orderNumber' | 'orderOn'>;

/** The order that approves the form. */
export function formOrderOf(settings: Orders): { number: string; on: string } | null {
  const { formOrderNumber, formOrderOn, orderNumber, orderOn } = settings;
  if (formOrderNumber && formOrderOn) return { number: formOrderNumber, on: formOrderOn };
  return orderNumber && orderOn ? { number: orderNumber, on: orderOn } : null;
}
