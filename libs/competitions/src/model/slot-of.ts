import type { SlotKey, SlotValues } from '#libs/terms';
import type { CompetitionRow } from './competition.js';

/** What the rules of a competition say; null where nobody has entered it or the rules were frozen before the slot was. */
export const slotOf = <K extends SlotKey>({ ruleSet }: Pick<CompetitionRow, 'ruleSet'>, key: K): SlotValues[K] | null =>
  (ruleSet?.slots?.[key]?.value as SlotValues[K] | null | undefined) ?? null;
