import { choicesOf, defineList } from '#libs/platform/http';
import { CLAIM_PURPOSES, CLAIM_STATES } from '../model/claim.js';
import { identityPaths } from '../paths.js';
import type { ClaimLine } from '../queries/claims-to-decide.js';

const TONES = { claimed: 'progress', verified: 'success', refused: 'danger', ended: 'closed' } as const;

/** Claims of the right to act: what waits first. */
export const claimsList = defineList<ClaimLine>({
  name: 'claims',
  title: 'identity:claims.title',
  search: { label: 'identity:claims.search', in: ['claimant', 'organisationName', 'edrpou'] },
  filters: [
    {
      name: 'state',
      label: 'identity:claims.state',
      any: 'identity:claims.anyState',
      choices: choicesOf(CLAIM_STATES, 'identity:claim.state.'),
    },
    {
      name: 'readiness',
      label: 'identity:claims.readiness',
      any: 'identity:claims.anyReadiness',
      choices: choicesOf(['ready', 'rest'], 'identity:claims.readinesses.'),
    },
    {
      name: 'purpose',
      label: 'identity:claim.purpose',
      any: 'identity:claims.anyPurpose',
      choices: choicesOf(['first', ...CLAIM_PURPOSES], 'identity:claim.purposes.'),
    },
  ],
  columns: [
    {
      key: 'claimant',
      phrase: 'identity:claims.claimant',
      href: (row) => identityPaths.claim(row.id),
      isHeading: true,
    },
    { key: 'organisationName', phrase: 'identity:claims.organisation' },
    { key: 'edrpou', phrase: 'identity:organisation.edrpou', under: 'organisationName' },
    {
      key: 'purpose',
      phrase: 'identity:claim.purpose',
      kind: 'state',
      words: 'identity:claim.purposes.',
    },
    { key: 'claimedAt', phrase: 'identity:claims.claimedAt', kind: 'instant' },
    {
      key: 'state',
      phrase: 'identity:claims.state',
      kind: 'state',
      words: 'identity:claim.state.',
      tone: (row) => TONES[row.state],
    },
    { key: 'decidedBy', phrase: 'identity:claims.decidedBy' },
    { key: 'decidedIn', phrase: 'identity:claims.decidedIn', under: 'decidedBy' },
  ],
  order: `(state = 'claimed') desc, "claimedAt" desc, id`,
});
