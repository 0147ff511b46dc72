import { generateSecret, generateURI, verify } from 'otplib';
import { COMMISSION_ROLES, STAFF_ROLES, type Role } from './roles.js';

/** Whose powers work in production only with a second factor: those who decide on public money. */
export const SECOND_FACTOR_ROLES: readonly Role[] = [
  ...(['administrator', 'accountant', 'auditor'] as const),
  ...STAFF_ROLES,
  ...COMMISSION_ROLES,
];

/** Between the password and the code; by real time. */
export const CODE_WAIT_MINUTES = 10;
/** One step of thirty seconds earlier or later: clocks of telephones are not exact. */
const TOLERANCE_SECONDS = 30;
const ISSUER = 'Сприяння';

export const newSecret = (): string => generateSecret();

/** What an authenticator reads from the picture. */
export const enrolmentUri = (secret: string, email: string): string =>
  generateURI({ issuer: ISSUER, label: email, secret });

/** The secret in groups of four, for typing. */
export const spacedSecret = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** The thirty-second step in which a code of six digits is right at this (real) instant; null for a wrong code. */
export async function stepOfCode(secret: string, code: string, at: Date): Promise<number | null> {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(at.getTime() / 1000);
  const answer = await verify({ secret, token, epoch, epochTolerance: TOLERANCE_SECONDS });
  return answer.valid && 'timeStep' in answer ? answer.timeStep : null;
}
