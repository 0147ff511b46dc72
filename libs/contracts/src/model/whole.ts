import type { ContractSubject } from './contract.lifecycle.js';
import type { ContractParts, ContractRow } from './contract.js';
import { sumOf } from './payment-plan.js';

/** What the guards of the life of a contract look at (rule 59). */
export const subjectOf = (contract: ContractRow, parts: ContractParts, awardKop: number | null): ContractSubject => ({
  sumKop: contract.sumKop,
  awardKop,
  hasDetails: contract.detailsAt !== null,
  hasCodes: contract.kpkvk !== null && contract.kekv !== null,
  instalmentsKop: sumOf(parts.instalments),
  linesKop: parts.lines.reduce((sum, { fundedKop }) => sum + fundedKop, 0),
  indicators: parts.indicators.length,
});
