import type { CompetitionRow } from './competition.js';
import type { Criterion, Priority } from './criterion.js';
import type { ProposalForm } from './proposal-form.js';

/** Everything about a competition. */
export interface CompetitionSettings extends CompetitionRow {
  criteria: Criterion[];
  priorities: Priority[];
  form: ProposalForm;
}
