import { createHmac } from 'node:crypto';

const LENGTH = 10;

/** Whoever scores in one competition is one pseudonym there, and another one in the next. */
export const pseudonym = (salt: Buffer, personId: string): string =>
  `e-${createHmac('sha256', salt).update(personId).digest('hex').slice(0, LENGTH)}`;
