export const REPORT_TONES = { draft: 'draft', submitted: 'warning', returned: 'info', accepted: 'success' } as const;
export const RESULT_TONES = { running: 'progress', done: 'success', partly: 'warning', 'not-done': 'danger' } as const;
export const FINDING_TONES = { warned: 'warning', answered: 'info', closed: 'success', unresolved: 'danger' } as const;
