import type { Share } from '#libs/terms';

export interface CommissionSeat {
  role: string;
  isCsoRepresentative: boolean;
}

/** What the rule set asks of a commission; null = it says nothing (rules 29, 30). */
export interface CommissionRules {
  minMembers: number | null;
  csoShare: Share | null;
}

/** Competitions that are over: nobody joins or leaves their commissions. */
export const COMPOSITION_CLOSED: readonly string[] = ['decided', 'cancelled', 'not-held'];

const COMMISSION_GAPS = ['no-chair', 'no-secretary', 'too-few', 'cso-share'] as const;
export type CommissionGap = (typeof COMMISSION_GAPS)[number];

/** What a commission still lacks. Without the first three nothing is announced and nothing is scored (rule 29). */
export function commissionGaps(seats: readonly CommissionSeat[], rules: CommissionRules): CommissionGap[] {
  const has = (role: string): boolean => seats.some((seat) => seat.role === role);
  const found: Record<CommissionGap, boolean> = {
    'no-chair': !has('commission-chair'),
    'no-secretary': !has('commission-secretary'),
    'too-few': rules.minMembers !== null && seats.length < rules.minMembers,
    'cso-share': rules.csoShare !== null && !reaches(csoCount(seats), seats.length, rules.csoShare),
  };
  return COMMISSION_GAPS.filter((gap) => found[gap]);
}

export const csoCount = (seats: readonly CommissionSeat[]): number =>
  seats.filter((seat) => seat.isCsoRepresentative).length;

function reaches(part: number, whole: number, share: Share): boolean {
  const difference = part * share.denominator - whole * share.numerator;
  return share.rule === 'more-than' ? difference > 0 : difference >= 0;
}
