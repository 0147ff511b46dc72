import type { FormSection } from '#libs/competitions';
import { partsOf, type Part } from '../model/parts.js';
import type { Problem } from '../model/submission-check.js';
import { applicationPaths } from '../paths.js';

/** The page of the form where a part is written. */
export function pathOfPart(id: string, part: Part): string {
  if (part.startsWith('answers/')) return applicationPaths.answers(id, part.slice('answers/'.length));
  return applicationPaths[part as 'about' | 'activities' | 'budget' | 'indicators' | 'files'](id);
}

/** Where «save and go on» leads: the next page of the form, after the last one the check. */
export function pathAfter(id: string, part: Part, form: { sections: FormSection[] }): string {
  const parts = partsOf(form as Parameters<typeof partsOf>[0]);
  const next = parts[parts.indexOf(part) + 1];
  return next ? pathOfPart(id, next) : applicationPaths.submission(id);
}

/** Where a problem is mended: the page opens with its messages, at the field. */
export const pathOfProblem = (id: string, { part, field }: Problem): string =>
  `${pathOfPart(id, part)}?check=1#${field}`;
