import { choicesOf, defineList, type Choice } from '#libs/platform/http';
import { ADMISSION_FILTERS, FILTER_CONDITIONS, type AdmissionProposal } from '../queries/admission-proposals.js';

export interface AdmissionRow extends AdmissionProposal {
  path: string;
  /** Of the computed checks. */
  totals: Record<'passed' | 'failed' | 'toDecide' | 'noData', number>;
  /** Of the checks by hand. */
  manualTotals: Record<'total' | 'done' | 'failed', number>;
  outcome: string;
  isVotedDown: boolean;
}

const A = 'applications:admission.';
const TONES: Record<string, string> = { admit: 'info', refuse: 'info', admitted: 'success', refused: 'danger' };

/** What to check, what is prepared, what was decided. */
export const admissionList = defineList<AdmissionRow>({
  name: 'admission',
  title: `${A}title`,
  search: { label: `${A}search`, in: ['registerCode', 'title', 'organisationName', 'edrpou'] },
  filters: [{ name: 'verdict', label: `${A}filters.verdict`, any: `${A}filters.any`, choices: verdicts() }],
  columns: [
    { key: 'title', phrase: `${A}columns.proposal`, href: ({ path }) => path, isHeading: true },
    { key: 'registerCode', phrase: 'applications:registerCode', under: 'title' },
    { key: 'organisationName', phrase: 'applications:organisation', under: 'title' },
    { key: 'edrpou', phrase: 'applications:columns.edrpou', under: 'title' },
    { key: 'requestedKop', phrase: `${A}columns.requested`, kind: 'money' },
    {
      key: 'checks',
      phrase: `${A}columns.checks`,
      value: ({ totals }, { t }) => t(`${A}totals.passed`, { count: totals.passed }),
    },
    {
      key: 'failed',
      phrase: `${A}columns.failed`,
      kind: 'state',
      under: 'checks',
      value: ({ totals: { failed } }, { t }) => (failed ? t(`${A}totals.failed`, { count: failed }) : null),
      tone: () => 'danger',
    },
    {
      key: 'toDecide',
      phrase: `${A}columns.toDecide`,
      kind: 'state',
      under: 'checks',
      value: ({ totals: { toDecide } }, { t }) => (toDecide ? t(`${A}totals.toDecide`, { count: toDecide }) : null),
      tone: () => 'warning',
    },
    {
      key: 'noData',
      phrase: `${A}columns.noData`,
      under: 'checks',
      value: ({ totals: { noData } }, { t }) => (noData ? t(`${A}totals.noData`, { count: noData }) : null),
    },
    {
      key: 'manual',
      phrase: `${A}columns.manual`,
      value: ({ manualTotals }, { t }) => t(`${A}manualDone`, { ...manualTotals }),
    },
    {
      key: 'manualFailed',
      phrase: `${A}columns.manualFailed`,
      kind: 'state',
      under: 'manual',
      value: ({ manualTotals: { failed } }, { t }) => (failed ? t(`${A}manualFailed`, { count: failed }) : null),
      tone: () => 'danger',
    },
    {
      key: 'outcome',
      phrase: `${A}columns.verdict`,
      kind: 'state',
      words: `${A}outcomes.`,
      sort: `case state when 'submitted' then coalesce(verdict, '') else state end`,
      tone: ({ outcome }) => TONES[outcome],
    },
    {
      key: 'isVotedDown',
      phrase: `${A}columns.vote`,
      under: 'outcome',
      value: ({ isVotedDown }, { t }) => (isVotedDown ? t(`${A}votedDown`) : null),
    },
  ],
  order: '"registerCode"',
});

function verdicts(): Record<string, Choice> {
  const worded = choicesOf(ADMISSION_FILTERS, `${A}filters.`);
  return Object.fromEntries(ADMISSION_FILTERS.map((key) => [key, { ...worded[key]!, sql: FILTER_CONDITIONS[key] }]));
}
