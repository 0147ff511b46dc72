/** The pages on which a competition is filled in, in their order. */
export const SECTIONS = [
  'basics',
  'money',
  'budget',
  'participation',
  'priorities',
  'target-groups',
  'calendar',
  'criteria',
  'form',
  'scoring',
  'contacts',
  'rules',
] as const;
export type Section = (typeof SECTIONS)[number];
