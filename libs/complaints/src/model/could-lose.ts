import { allocate, type PotRules } from '#libs/awards';

/** A proposal with money, or one that waits for it, in the order of the rating. */
export interface RatedRequest {
  applicationId: string;
  /** Null below the passing score, or not admitted. */
  place: number | null;
  requestedKop: number;
}

/**
 * Whose money a complaint can change at all: those who would get less if the complainant stood at any better place.
 * Everybody else is funded whatever comes of it, and is not kept waiting.
 */
export function couldLose(
  money: PotRules,
  rating: readonly RatedRequest[],
  complainant: Pick<RatedRequest, 'applicationId' | 'requestedKop'>,
): Set<string> {
  const own = complainant.applicationId;
  const ranked = rating.filter(({ place }) => place !== null).sort((a, b) => a.place! - b.place!);
  const now = sumsOf(money, ranked);
  const index = ranked.findIndex(({ applicationId }) => applicationId === own);
  const others = ranked.filter(({ applicationId }) => applicationId !== own);
  const better = index === -1 ? others.length : index;
  const losers = new Set<string>();
  for (let at = 0; at <= better; at += 1) {
    const then = sumsOf(money, [...others.slice(0, at), { ...complainant, place: 0 }, ...others.slice(at)]);
    for (const { applicationId } of others)
      if (then.get(applicationId)! < now.get(applicationId)!) losers.add(applicationId);
  }
  return losers;
}

function sumsOf(money: PotRules, ranked: readonly RatedRequest[]): Map<string, number> {
  const placed = ranked.map((one, index) => ({ ...one, place: index + 1 }));
  return new Map(allocate(money, placed).map(({ applicationId, amountKop }) => [applicationId, amountKop]));
}
