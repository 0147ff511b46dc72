import { actsBetween, type BodyRow } from './body.js';
import type { Consent } from './consent.lifecycle.js';
import { grouped } from './grouped.js';

/** A party of a measure as the plan names it. */
export interface PartyOfMeasure {
  measureId: string;
  number: string;
  position: number;
  partyKey: string;
  name: string;
  byConsent: boolean;
}

export interface ExistingPartyBody {
  id: string;
  measureId: string;
  bodyId: string;
  consent: Consent;
  hasAnswers: boolean;
}

export interface AddedPartyBody {
  measureId: string;
  number: string;
  position: number;
  bodyId: string;
  bodyName: string;
  consent: Consent;
}

export interface Expansion {
  added: AddedPartyBody[];
  /** No longer of the party, and nothing was written for them: they go. */
  removed: { id: string; measureId: string; bodyId: string }[];
  /** No longer of the party, but they have answered or written: they stay as they were. */
  kept: { id: string; measureId: string; bodyId: string }[];
  same: number;
  /** Parties of the plan for which nobody has named a body. */
  empty: { partyKey: string; name: string }[];
}

type Body = Pick<BodyRow, 'id' | 'classKey' | 'name' | 'validFrom' | 'validUntil'>;

/** A class of the plan as concrete bodies of the year, compared with those that stand already. */
export function expansionOf(
  year: number,
  parties: readonly PartyOfMeasure[],
  bodies: readonly Body[],
  existing: readonly ExistingPartyBody[],
): Expansion {
  const ofYear = bodies.filter((body) => actsBetween(body, `${year}-01-01`, `${year}-12-31`));
  const byClass = grouped(ofYear, ({ classKey }) => classKey);
  const wanted = parties.flatMap((party) => (byClass.get(party.partyKey) ?? []).map((body) => pair(party, body)));
  const keyOf = (one: { measureId: string; bodyId: string }) => `${one.measureId} ${one.bodyId}`;
  const standing = new Set(existing.map(keyOf));
  const asked = new Set(wanted.map(keyOf));
  const gone = existing.filter((one) => !asked.has(keyOf(one)));
  const isTouched = ({ consent, hasAnswers }: ExistingPartyBody) =>
    hasAnswers || (consent !== 'not-asked' && consent !== 'not-needed');
  const named = ({ id, measureId, bodyId }: ExistingPartyBody) => ({ id, measureId, bodyId });
  return {
    added: wanted.filter((one) => !standing.has(keyOf(one))),
    removed: gone.filter((one) => !isTouched(one)).map(named),
    kept: gone.filter(isTouched).map(named),
    same: existing.length - gone.length,
    empty: [...new Map(parties.filter((one) => !byClass.has(one.partyKey)).map((one) => [one.partyKey, one.name]))].map(
      ([partyKey, name]) => ({ partyKey, name }),
    ),
  };
}

const pair = ({ measureId, number, position, byConsent }: PartyOfMeasure, body: Body): AddedPartyBody => ({
  ...{ measureId, number, position, bodyId: body.id, bodyName: body.name },
  consent: byConsent ? 'not-asked' : 'not-needed',
});
