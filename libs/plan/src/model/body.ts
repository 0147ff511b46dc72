export const HINDRANCES = ['occupation', 'evacuation', 'other'] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/** A concrete body that carries measures out; days are Kyiv days, both inclusive. */
export interface BodyRow {
  id: string;
  organiserId: string;
  classKey: string;
  name: string;
  territoryCode: string | null;
  email: string | null;
  contactName: string | null;
  phone: string | null;
  validFrom: string;
  validUntil: string | null;
  successorId: string | null;
  isOwn: boolean;
  hindered: Hindrance | null;
  hinderedFrom: string | null;
  hinderedUntil: string | null;
  hinderedBasis: string | null;
  version: number;
}

type Days = Pick<BodyRow, 'validFrom' | 'validUntil'>;

/** Does the body act on that day? Districts were re-cut in July 2020; administrations succeed councils by a date. */
export const actsOn = ({ validFrom, validUntil }: Days, day: string): boolean =>
  validFrom <= day && (validUntil === null || validUntil >= day);

export const actsBetween = ({ validFrom, validUntil }: Days, from: string, until: string): boolean =>
  validFrom <= until && (validUntil === null || validUntil >= from);

/** Who answers for a quarter is who acts on its last day: what a body left unfinished is its successor's. */
export const answersFor = (body: Days, slice: { until: string }): boolean => actsOn(body, slice.until);

/** «Не може виконувати» on that day: occupied, evacuated. Told apart from a refusal and from a failure. */
export const isHindered = (
  { hindered, hinderedFrom, hinderedUntil }: Pick<BodyRow, 'hindered' | 'hinderedFrom' | 'hinderedUntil'>,
  day: string,
): boolean => hindered !== null && hinderedFrom! <= day && (hinderedUntil === null || hinderedUntil >= day);
