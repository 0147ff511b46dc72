/** A grant as the open data say it: an award, its contract and what became of it. Sums in kopecks, Kyiv days. */
export interface Grant {
  id: string;
  title: string;
  recipientName: string;
  recipientEdrpou: string;
  settlement: string;
  authorityName: string;
  authorityEdrpou: string;
  competitionCode: string;
  competitionTitle: string;
  budgetYear: number;
  awardedKop: number;
  awardedOn: string;
  contractId: string | null;
  contractNumber: string | null;
  contractOn: string | null;
  paidKop: number;
  startsOn: string | null;
  endsOn: string | null;
  state: string;
  result: string | null;
  moneyUse: string | null;
  toReturnKop: number | null;
}
