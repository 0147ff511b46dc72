/** What a programme came to; sums in kopecks. Kept word for word with the approved evaluation. */
export interface Figures {
  projects: number;
  concluded: number;
  results: Record<'done' | 'partly' | 'not-done', number>;
  money: Record<'contractKop' | 'paidKop' | 'acceptedKop' | 'untargetedKop' | 'unspentKop' | 'returnedKop', number>;
  people: number;
  women: number;
  /** Indicators with numbers, by how much of the plan was reached. */
  reached: Record<'whole' | 'mostly' | 'little' | 'unknown', number>;
  priorities: PartOfFigures[];
  districts: { name: string; people: number; women: number; projects: number }[];
}

export interface PartOfFigures {
  name: string;
  projects: number;
  done: number;
  paidKop: number;
}

/** Of the plan, from which an indicator counts as reached, and as mostly reached. */
const WHOLE = 1;
const MOSTLY = 0.75;

export interface PlanAndFact {
  planned: string;
  fact: string;
}

const numberOf = (text: string): number | null => {
  const found = /^\D*(\d[\d\s]*(?:[.,]\d+)?)/.exec(text.replace(/\u00a0/g, ' '));
  return found ? Number(found[1]!.replace(/\s/g, '').replace(',', '.')) : null;
};

/** Budget Code, art. 20(5): what was reached of what was planned; words beside the numbers do not matter. */
export function reachedOf(indicators: readonly PlanAndFact[]): Figures['reached'] {
  const reached = { whole: 0, mostly: 0, little: 0, unknown: 0 };
  for (const { planned, fact } of indicators) {
    const [plan, done] = [numberOf(planned), numberOf(fact)];
    if (plan === null || plan === 0 || done === null) reached.unknown += 1;
    else if (done >= plan * WHOLE) reached.whole += 1;
    else if (done >= plan * MOSTLY) reached.mostly += 1;
    else reached.little += 1;
  }
  return reached;
}
