import type { Register, RegisterKind } from '../register.js';
import { awards } from './awards.js';
import { grants } from './grants.js';
import { offences } from './offences.js';
import { organisations } from './organisations.js';
import { results } from './results.js';
import { undelivered } from './undelivered.js';

/** Every register; a new one is one file here, and its words. */
export const REGISTERS: Record<RegisterKind, Register> = {
  organisations,
  awards,
  offences,
  grants,
  undelivered,
  results,
};
