import { choicesOf, defineList } from '#libs/platform/http';
import { applicationPaths } from '../paths.js';
import { LISTED_STATES, RIGHTS, type ProposalRow } from '../queries/proposals-of-competition.js';
import { tagOf } from './state-tag.js';

const RIGHT_TONES = { verified: 'success', 'not-verified': 'progress', liquidated: 'danger' } as const;

/** The register of proposals of a competition. */
export const proposalsList = defineList<ProposalRow>({
  name: 'proposals',
  title: 'applications:proposals.title',
  search: {
    label: 'applications:proposals.search',
    in: ['title', 'organisationName', 'registerCode', 'edrpou', 'settlement'],
  },
  filters: [
    {
      name: 'state',
      label: 'applications:proposals.state',
      any: 'applications:proposals.anyState',
      choices: choicesOf(LISTED_STATES, 'applications:state.'),
    },
    {
      name: 'right',
      label: 'applications:right.title',
      any: 'applications:right.any',
      choices: choicesOf(RIGHTS, 'applications:right.of.'),
    },
  ],
  columns: [
    { key: 'registerCode', phrase: 'applications:registerCode' },
    {
      key: 'title',
      phrase: 'applications:proposals.project',
      href: (row) => applicationPaths.reading(row.id),
      isHeading: true,
    },
    { key: 'organisationName', phrase: 'applications:organisation' },
    { key: 'edrpou', phrase: 'applications:columns.edrpou', under: 'organisationName' },
    { key: 'settlement', phrase: 'applications:columns.settlement', under: 'organisationName' },
    {
      key: 'right',
      phrase: 'applications:right.title',
      kind: 'state',
      words: 'applications:right.of.',
      tone: (row) => RIGHT_TONES[row.right],
    },
    { key: 'requestedKop', phrase: 'applications:budget.funded', kind: 'money' },
    { key: 'submittedAt', phrase: 'applications:receipt.at', kind: 'instant', withSeconds: true },
    {
      key: 'state',
      phrase: 'applications:proposals.state',
      kind: 'state',
      words: 'applications:state.',
      tone: (row) => tagOf(row).kind,
    },
  ],
  order: '"registerCode"',
});
