interface Prepared {
  state: string;
  orderId: string | null;
  lastVote: { state: string } | null;
}

/** Who is about to decide on what was prepared: then nothing changes behind their backs. */
export function heldBy({ state, orderId, lastVote }: Prepared): 'order' | 'session' | null {
  if (state !== 'submitted') return null;
  if (orderId !== null) return 'order';
  return lastVote && !['signed', 'cancelled'].includes(lastVote.state) ? 'session' : null;
}
