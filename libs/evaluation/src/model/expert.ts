/** Fields of work in which a person is an expert. */
export const EXPERT_FIELDS = [
  'youth',
  'veterans',
  'displaced',
  'culture',
  'education',
  'information',
  'social',
  'health',
  'environment',
  'local-democracy',
  'rights',
  'economy',
] as const;
export type ExpertField = (typeof EXPERT_FIELDS)[number];

export const PLACES_MAX = 30;
export const PLACE_LENGTH_MAX = 100;
export const LOAD_LIMIT_MAX = 500;
export const REFUSAL_REASON_MAX = 500;

/** How well an expert fits a proposal, 0…100: the priority counts most, the place beside it. */
export const PRIORITY_FIT = 60;
export const PLACE_FIT = 40;

/**
 * The limit of each expert: the own one («не більше 12»), and an even share of all places with a little room for
 * conflicts. Where somebody takes less than the share, the others take more.
 */
export function loadLimits(places: number, own: readonly (number | null)[], slack = 1): number[] {
  const mostOf = (limit: number | null): number => limit ?? places;
  const room = (share: number): number => own.reduce<number>((sum, limit) => sum + Math.min(mostOf(limit), share), 0);
  let share = own.length === 0 ? 0 : Math.ceil(places / own.length);
  while (share < places && room(share) < places) share += 1;
  return own.map((limit) => Math.min(mostOf(limit), share + slack));
}
