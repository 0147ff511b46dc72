import { choicesOf, defineList } from '#libs/platform/http';
import type { ProposalToDeclare } from '../queries/proposals-to-declare.js';

export type DeclarationRow = ProposalToDeclare & { declared: 'none' | 'potential' | 'real' | 'undeclared' };

const C = 'evaluation:conflicts.';

/** Every proposal about which a member declares, and what was declared. All on one page: they are saved in one act. */
export const conflictsList = defineList<DeclarationRow>({
  name: 'conflicts',
  title: `${C}title`,
  search: {
    label: `${C}search`,
    in: ['title', 'organisationName', 'registerCode', 'edrpou', 'settlement', 'headName'],
  },
  filters: [
    {
      name: 'declared',
      label: `${C}declared`,
      any: `${C}any`,
      choices: choicesOf(['undeclared', 'none', 'potential', 'real'], `${C}kind.`),
    },
  ],
  columns: [
    { key: 'title', phrase: 'evaluation:rating.proposal', isHeading: true },
    { key: 'registerCode', phrase: 'evaluation:rating.registerCode' },
    { key: 'organisationName', phrase: 'evaluation:rating.organisation' },
    { key: 'edrpou', phrase: `${C}edrpou`, under: 'organisationName' },
    { key: 'settlement', phrase: `${C}settlement`, under: 'organisationName' },
    { key: 'headName', phrase: `${C}headName` },
    { key: 'declared', phrase: `${C}declared`, kind: 'state', words: `${C}kind.` },
    { key: 'reason', phrase: `${C}reason`, under: 'declared' },
  ],
  order: '"registerCode"',
  pageSize: 500,
});
