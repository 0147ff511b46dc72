/** A slot for a reader: where to come and how to come in belong to the place, and are hidden with it. */
export const shownSlot = <Slot extends { place: string | null; note: string | null }>(
  slot: Slot,
  isPlaceTold: boolean,
): Slot => (isPlaceTold ? slot : { ...slot, place: null, note: null });
