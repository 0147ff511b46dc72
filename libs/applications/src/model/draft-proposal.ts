import type { BudgetRules, ProposalForm, TargetGroup } from '#libs/competitions';
import type { Scan } from '#libs/documents';
import type { Answers } from './answers.js';
import type { Activity, BudgetLine, FrozenFile, Indicator } from './frozen-proposal.js';
import type { Reach } from './reach.js';

/** A file that is attached; `scan` = what the virus scanner says. */
export type DraftFile = FrozenFile & { id: string; scan?: Scan; scanFound?: string };

/** A proposal as far as it is written. */
export interface DraftProposal {
  title: string;
  priorityId: string | null;
  startOn: string | null;
  endOn: string | null;
  reach: Reach[];
  answers: Answers;
  activities: Activity[];
  lines: BudgetLine[];
  indicators: Indicator[];
  files: DraftFile[];
}

/** What a competition asks of a proposal; null = no such limit. */
export interface ProposalRules {
  form: ProposalForm;
  priorities: readonly { id: string }[];
  targetGroups: readonly TargetGroup[];
  projectsFrom: string | null;
  projectsUntil: string | null;
  capKop: number | null;
  ownShareHundredths: number | null;
  budgetRules: BudgetRules;
}
