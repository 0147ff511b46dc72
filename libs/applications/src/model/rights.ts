/** What a person of the organisation may do with one of its proposals; each includes the one before. */
export const RIGHTS = ['view', 'edit', 'submit'] as const;
export type Right = (typeof RIGHTS)[number];

/** By the id of the person. Who is not named may do everything, as everybody could before anybody was limited. */
export type Rights = Record<string, Exclude<Right, 'submit'>>;

export const rightOf = (rights: Rights, personId: string | null): Right => (personId && rights[personId]) || 'submit';
