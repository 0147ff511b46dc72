import type { Part } from './parts.js';

/** Something missing or wrong; the words are `applications:check.<code>`, the place is a field of a page. */
export interface Problem {
  part: Part;
  /** Id of the field on that page. */
  field: string;
  code: string;
  data?: Record<string, unknown>;
}

/** So that checks read as a list. */
export const listIf = <T>(condition: unknown, ...items: T[]): T[] => (condition ? items : []);
