import type { ContractParts, ContractRow } from '../contract.js';

/** Everything that a contract says, as plain data. */
export interface ContractContent {
  contract: ContractRow;
  parts: ContractParts;
  competitionTitle: string;
  registerCode: string;
  budgetYear: number;
  organiser: { name: string; edrpou: string; city: string; director: string; directorPosition: string };
  organisation: { name: string; edrpou: string; address: string };
  finalReportDays: number | null;
  budgetChangePercent: number | null;
  /** Once it is signed. */
  signing: { number: string; at: Date; agreedBy: string } | null;
}
