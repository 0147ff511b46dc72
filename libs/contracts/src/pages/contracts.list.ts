import { choicesOf, defineList } from '#libs/platform/http';
import { CONTRACT_STATES, PUBLIC_STATES } from '../model/contract.js';
import { contractPaths } from '../paths.js';
import type { ContractListRow } from '../queries/contract-rows.js';

const C = 'contracts:';
export const STATE_TONES = {
  none: 'neutral',
  draft: 'draft',
  offered: 'progress',
  agreed: 'progress',
  signed: 'info',
  'in-force': 'success',
  suspended: 'warning',
  completed: 'closed',
  'ended-early': 'closed',
  dropped: 'closed',
} as const;

const SEARCH_IN = ['organisationName', 'organisationShortName', 'edrpou', 'subject', 'number'] as const;
const stateFilter = (states: readonly string[]) => ({
  ...{ name: 'state', label: `${C}list.state`, any: `${C}list.anyState` },
  choices: choicesOf(states, `${C}state.`),
});

const subject = (href: (row: ContractListRow) => string | null) => ({
  ...{ key: 'subject' as const, phrase: `${C}list.subject`, isHeading: true },
  href: (row: ContractListRow) => href(row) ?? '',
});
const sum = { key: 'sumKop', phrase: `${C}list.sum`, kind: 'money' } as const;
const dates = [
  { key: 'startsOn', phrase: `${C}list.startsOn`, kind: 'day' },
  { key: 'endsOn', phrase: `${C}list.endsOn`, kind: 'day' },
] as const;
const state = {
  key: 'state',
  phrase: `${C}list.state`,
  kind: 'state',
  words: `${C}state.`,
  tone: (row: ContractListRow) => STATE_TONES[row.state],
} as const;

/** Awards and contracts of one competition; «granted, not signed» is one of its tabs. */
export const contractsList = defineList<ContractListRow>({
  name: 'contracts',
  title: `${C}list.title`,
  search: { label: `${C}list.search`, in: [...SEARCH_IN] },
  filters: [stateFilter(['none', ...CONTRACT_STATES])],
  columns: [
    subject(({ contractId }) => contractId && contractPaths.show(contractId)),
    { key: 'organisationName', phrase: `${C}list.organisation`, under: 'subject' },
    { key: 'edrpou', phrase: `${C}list.edrpou`, under: 'subject' },
    { key: 'number', phrase: `${C}list.number` },
    { key: 'signedOn', phrase: `${C}list.signedOn`, kind: 'day', under: 'number' },
    sum,
    { key: 'paidKop', phrase: `${C}list.paid`, kind: 'money' },
    state,
  ],
  order: '"organisationName" collate "uk-x-icu", id',
});

/** The contracts of every competition of the authority. */
export const authorityContractsList = defineList<ContractListRow>({
  name: 'authority-contracts',
  title: `${C}all.title`,
  search: { label: `${C}list.search`, in: [...SEARCH_IN, 'competitionTitle'] },
  filters: [stateFilter(['none', ...CONTRACT_STATES])],
  columns: [
    subject(({ contractId, competitionId }) =>
      contractId ? contractPaths.show(contractId) : contractPaths.ofCompetition(competitionId),
    ),
    { key: 'organisationName', phrase: `${C}list.organisation`, under: 'subject' },
    { key: 'competitionTitle', phrase: `${C}list.competition` },
    { key: 'grantedOn', phrase: `${C}list.grantedOn`, kind: 'day', under: 'competitionTitle' },
    { key: 'number', phrase: `${C}list.number` },
    { key: 'signedOn', phrase: `${C}list.signedOn`, kind: 'day', under: 'number' },
    sum,
    { key: 'paidKop', phrase: `${C}list.paid`, kind: 'money' },
    state,
  ],
  order: '"grantedDay" desc, "organisationName" collate "uk-x-icu", id',
});

/** The contracts of my organisations. */
export const myContractsList = defineList<ContractListRow>({
  name: 'my-contracts',
  title: `${C}mine.title`,
  search: { label: `${C}list.search`, in: ['subject', 'number', 'competitionTitle', 'organisationName'] },
  filters: [stateFilter(CONTRACT_STATES)],
  columns: [
    subject(({ contractId }) => contractPaths.own(contractId!)),
    { key: 'organisationName', phrase: `${C}list.organisation`, under: 'subject' },
    { key: 'competitionTitle', phrase: `${C}list.competition` },
    { key: 'number', phrase: `${C}list.number` },
    sum,
    { key: 'paidKop', phrase: `${C}list.paid`, kind: 'money' },
    state,
  ],
  order: '"grantedDay" desc, id',
});

/** For everybody: with whom, what for, how much, when (rule 53); no accounts, signers, addresses (rule 55). */
export const publicContractsList = defineList<ContractListRow>({
  name: 'public-contracts',
  title: `${C}public.title`,
  search: { label: `${C}list.search`, in: ['organisationName', 'subject', 'edrpou', 'number'] },
  filters: [stateFilter(PUBLIC_STATES)],
  columns: [
    {
      key: 'organisationName',
      phrase: `${C}list.organisation`,
      href: ({ edrpou }) => `/organisations/${edrpou}`,
      isHeading: true,
    },
    { key: 'edrpou', phrase: `${C}list.edrpou`, under: 'organisationName' },
    { key: 'subject', phrase: `${C}list.subject` },
    { key: 'number', phrase: `${C}list.number` },
    { key: 'signedOn', phrase: `${C}list.signedOn`, kind: 'day', under: 'number' },
    sum,
    { key: 'paidKop', phrase: `${C}list.paid`, kind: 'money' },
    ...dates,
    state,
  ],
  order: '"organisationName" collate "uk-x-icu", id',
});
