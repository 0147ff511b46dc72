import { formVersions, sectionOf, type FormSection, type ProposalForm } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import type { ApplicationRow } from '../model/application.js';

/**
 * The section a page was filled from. When the form has changed meanwhile, also the questions that were taken away:
 * what somebody was typing at that moment is kept.
 */
export async function sectionAsTyped(
  reader: Reader,
  { competitionId, formVersion }: Pick<ApplicationRow, 'competitionId' | 'formVersion'>,
  form: ProposalForm,
  key: string,
): Promise<FormSection | undefined> {
  const now = sectionOf(form, key);
  const earlier = (await formVersions(reader, competitionId)).find(({ number }) => number === formVersion);
  const before = earlier && sectionOf(earlier.form, key);
  if (!now || now.part) return now?.part ? undefined : before;
  const asked = new Set(form.sections.flatMap(({ questions }) => questions.map((one) => one.key)));
  const gone = (before?.questions ?? []).filter((one) => !asked.has(one.key));
  return { ...now, questions: [...now.questions, ...gone] };
}
