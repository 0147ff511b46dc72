import type { DemoCompetition, DemoConflict, DemoProposal, DemoSheet, Member, Refusal } from '../play/world-data.js';

/** One competition of the demo world with everything that happens in it. */
export interface Season {
  key: string;
  content: DemoCompetition;
  commission: Member[];
  commissionOrder: { actNumber: string; actOn: string };
  proposals: DemoProposal[];
  /** As far as its reception is told: the closing, or an instant before it. */
  receivedUntil: string;
  refusals: Record<string, Refusal>;
  conflicts: DemoConflict[];
  /** Of the admitted proposals. */
  sheets: DemoSheet[];
  /** Key of a member who is away from the sittings. */
  absent: string | null;
  /** The chair’s answer to the check of the result; null where there is nothing to answer. */
  weighingAnswer: string | null;
}

/** When the commission of a season does what; Kyiv day and time. */
export interface Sittings {
  openingAt: [day: string, time: string];
  admissionAt: [day: string, time: string];
  scoringAt: [day: string, time: string];
  sheetsAt: [day: string, time: string];
  /** When the award session is called. */
  calledAt: [day: string, time: string];
  awardAt: [day: string, time: string];
  orderAt: [day: string, time: string];
  orderNumber: string;
}
