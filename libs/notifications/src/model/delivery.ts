/** How a letter fared, as a person reads it: what is known best comes first, see `DELIVERY` in the queries. */
export const DELIVERIES = [
  'queued',
  'sending',
  'sent',
  'refused',
  'failed',
  'returned',
  'opened',
  'told',
  'gathered',
  'kept',
] as const;
export type Delivery = (typeof DELIVERIES)[number];

const TONES: Partial<Record<Delivery, string>> = {
  ...{ queued: 'progress', sending: 'progress', gathered: 'progress' },
  ...{ refused: 'danger', failed: 'danger', returned: 'danger' },
  ...{ opened: 'success', told: 'success', sent: 'info' },
};

export const toneOf = (delivery: Delivery): string => TONES[delivery] ?? 'neutral';

/** SQL over a message `m` and, where it has one, its clock `c`. */
export const DELIVERY = `
  case when m.opened_at is not null then 'opened'
       when c.told_at is not null then 'told'
       when m.return_noted_at is not null then 'returned'
       else m.state end`;
