import type { CompetitionRow } from './competition.js';
import type { Criterion, Priority } from './criterion.js';
import type { ProposalForm } from './form/proposal-form.js';

/** Everything about a competition. */
export interface CompetitionSettings extends CompetitionRow {
  criteria: Criterion[];
  priorities: Priority[];
  /** As it is filled in now: the last version that was published; of a draft, as far as it is built. */
  form: ProposalForm;
  formVersion: number;
}
