/** One slot as a group sees it; `free` null = nobody counts. */
export interface FreeSlot {
  id: string;
  host: string;
  startsAt: Date;
  free: number | null;
}

export interface SlotSeats {
  slotId: string;
  seats: number;
}

/**
 * Where a group finds its places, beginning with the slot it wished: in one when it fits, else in neighbouring slots of
 * the same host, the later ones first. Null when the host has not so many; a slot is never given more than it has.
 */
export function splitGroup(slots: readonly FreeSlot[], wishedId: string, seats: number): SlotSeats[] | null {
  const wished = slots.find(({ id }) => id === wishedId);
  if (!wished) return null;
  const ofHost = slots
    .filter(({ host }) => host === wished.host)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const at = ofHost.indexOf(wished);
  const found: SlotSeats[] = [];
  let left = seats;
  // The wished one, then the next ones, then those before it: neighbours, without a gap in between.
  for (const slot of [...ofHost.slice(at), ...ofHost.slice(0, at).reverse()]) {
    const taken = Math.min(left, slot.free ?? left);
    if (taken > 0) found.push({ slotId: slot.id, seats: taken });
    left -= taken;
    if (left === 0) return found;
  }
  return null;
}
