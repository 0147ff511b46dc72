import { readFileSync } from 'node:fs';
import type { ProposalForm } from './proposal-form.js';

let form: ProposalForm | undefined;

/** The form that a new competition starts with. */
export function defaultForm(): ProposalForm {
  form ??= JSON.parse(readFileSync(new URL('../../data/default-form.json', import.meta.url), 'utf8')) as ProposalForm;
  return form;
}
