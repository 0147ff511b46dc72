export const REPORT_TONES = { draft: 'draft', submitted: 'warning', returned: 'info', accepted: 'success' } as const;
