const DONE = [
  'colleague-invited',
  'password-changed',
  'sessions-ended',
  'staff-invited',
  'role-ended',
  'organiser-created',
  'second-factor-off',
  'substitute-appointed',
  'substitution-ended',
  'details-changed',
  'person-disabled',
  'person-enabled',
  'card-changed',
  'reset-asked',
  'second-factor-reset',
  'reset-refused',
  'claim-sent',
  'claim-withdrawn',
  'claim-answered',
  'claim-decided',
  'extract-added',
  'right-left',
  'colleague-removed',
  'organisation-liquidated',
  'organisations-merged',
  'people-merge-asked',
  'people-merge-refused',
  'people-merged',
  'email-asked',
  'email-changed',
  'email-change-asked',
  'email-change-confirmed',
  'email-change-refused',
] as const;
type Done = (typeof DONE)[number];

/** The address of a page that says what has just been done (`done.<what>` of the phrases). */
export const saying = (path: string, done: Done): string => `${path}?done=${done}`;

/** What the page should say, read from its address; null for anything else. */
export const doneOf = (query: unknown): Done | null => DONE.find((done) => done === query) ?? null;
