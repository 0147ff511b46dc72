/** What somebody follows: every new call, those of one authority, or what happens to one competition. */
export interface Topic {
  organiserId: string | null;
  competitionId: string | null;
}

/** As the form names it: «all», «organiser:<slug>», «competition:<code>». */
export type TopicName = 'all' | `organiser:${string}` | `competition:${string}`;

export const TOPIC_NAME = /^(all|organiser:[a-z0-9-]{1,60}|competition:[0-9A-Za-z.-]{1,40})$/;

/** The part after the colon. */
export const keyOf = (name: TopicName): string => name.slice(name.indexOf(':') + 1);
