import { readFileSync } from 'node:fs';
import { reportLifecycle } from './report.lifecycle.js';

describe('the life of a report', () => {
  it('rule 62: is not submitted while something is missing in it', () => {
    expect(reportLifecycle.next('draft', 'submit', { problems: 0 })).toBe('submitted');
    expect(() => reportLifecycle.next('draft', 'submit', { problems: 1 })).toThrow('monitoring.report-incomplete');
  });

  it('comes back with a reason and goes again; an accepted one stays', () => {
    expect(reportLifecycle.next('submitted', 'return', {})).toBe('returned');
    expect(reportLifecycle.next('returned', 'submit', {})).toBe('submitted');
    expect(() => reportLifecycle.next('accepted', 'return', {})).toThrow('monitoring.not-now');
  });

  it('is accepted after the reports before it', () => {
    expect(() => reportLifecycle.next('submitted', 'accept', { openBefore: 1 })).toThrow(
      'monitoring.earlier-report-open',
    );
  });

  it('is drawn in the README as the table says', () => {
    expect(readFileSync('libs/monitoring/README.md', 'utf8')).toContain(reportLifecycle.diagram());
  });
});
