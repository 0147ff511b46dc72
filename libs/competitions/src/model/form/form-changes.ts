import { questionsOf, type ProposalForm, type Words } from './proposal-form.js';

export interface FormChange {
  what: 'added' | 'changed' | 'removed';
  title: Words;
}

/** What another version asks differently, question by question; moving one is no change for those who answer. */
export function formChanges(before: ProposalForm, after: ProposalForm): FormChange[] {
  const [old, now] = [byKey(before), byKey(after)];
  const changes = [...now].flatMap(([key, question]): FormChange[] => {
    const earlier = old.get(key);
    if (!earlier) return [{ what: 'added', title: question.title }];
    return isSame(earlier, question) ? [] : [{ what: 'changed', title: question.title }];
  });
  const removed = [...old].filter(([key]) => !now.has(key));
  return [...changes, ...removed.map(([, { title }]): FormChange => ({ what: 'removed', title }))];
}

const byKey = (form: ProposalForm) => new Map(questionsOf(form).map((question) => [question.key, question]));

/** jsonb keeps no order of keys. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}
