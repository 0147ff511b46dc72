import { choicesOf, defineList, type Column } from '#libs/platform/http';
import { DECISIONS, OUTCOMES } from '../model/complaint.js';
import { complaintPaths } from '../paths.js';
import { STAGES, type ComplaintListRow } from '../queries/list-complaints.js';
import type { PublishedComplaint } from '../queries/published-complaints.js';
import { OUTCOME_TONES, STAGE_TONES } from './complaint-tones.js';

const L = 'complaints:list.';
const C = 'complaints:';

const decision = { key: 'decision', phrase: `${L}decision`, words: `${C}decision.` } as const;

const filters = [
  { name: 'stage', label: `${L}stage`, any: `${L}any`, choices: choicesOf(STAGES, `${C}stage.`) },
  { name: 'decision', label: `${L}decision`, any: `${L}any`, choices: choicesOf(DECISIONS, `${C}decision.`) },
];
const answerPath = ({ id, outcome, competitionCode }: PublishedComplaint): string | null =>
  outcome === 'open' ? null : complaintPaths.publishedAnswer(competitionCode, id);
const search = { label: `${L}search`, in: ['number', 'organisationName', 'title', 'competitionTitle'] } as const;
const columns: readonly Column<ComplaintListRow>[] = [
  {
    ...{ key: 'number', phrase: `${L}number`, isHeading: true },
    href: ({ id }) => complaintPaths.show(id),
  },
  { key: 'receivedOn', phrase: `${L}receivedOn`, kind: 'day', under: 'number' },
  { key: 'organisationName', phrase: `${L}organisation` },
  { key: 'title', phrase: `${L}proposal`, under: 'organisationName' },
  decision,
  { key: 'dueOn', phrase: `${L}dueOn`, kind: 'day' },
  { key: 'reviewerName', phrase: `${L}reviewer`, under: 'dueOn' },
  {
    ...{ key: 'stage', phrase: `${L}stage`, kind: 'state', words: `${C}stage.` },
    tone: ({ stage }) => STAGE_TONES[stage],
  },
];
const order = `stage in ('answered', 'withdrawn'), "dueOn", number`;

/** The complaints of an authority; what is due first comes first. */
export const complaintsList = defineList<ComplaintListRow>({
  ...{ name: 'complaints', title: `${L}title`, search, filters, order },
  columns: [
    ...columns.slice(0, 4),
    { key: 'competitionTitle', phrase: `${L}competition`, under: 'organisationName' },
    ...columns.slice(4),
  ],
});

/** Those about one competition. */
export const competitionComplaintsList = defineList<ComplaintListRow>({
  ...{ name: 'competition-complaints', title: `${L}title`, search, filters, order },
  columns,
});

/** The same for everybody: no text of a complaint, answers without personal data. */
export const publishedComplaintsList = defineList<PublishedComplaint>({
  name: 'published-complaints',
  title: `${C}published.title`,
  search: { label: `${L}search`, in: ['number', 'organisationName', 'title'] },
  filters: [
    {
      ...{ name: 'outcome', label: `${L}outcome`, any: `${L}any` },
      choices: choicesOf(['open', ...OUTCOMES], `${C}outcome.`),
    },
  ],
  columns: [
    { key: 'number', phrase: `${L}number`, isHeading: true, href: answerPath },
    { key: 'receivedOn', phrase: `${L}receivedOn`, kind: 'day', under: 'number' },
    { key: 'organisationName', phrase: `${L}organisation` },
    { key: 'title', phrase: `${L}proposal`, under: 'organisationName' },
    decision,
    {
      ...{ key: 'outcome', phrase: `${L}outcome`, kind: 'state', words: `${C}outcome.` },
      tone: ({ outcome }) => OUTCOME_TONES[outcome],
    },
    { key: 'answeredOn', phrase: `${L}answeredOn`, kind: 'day' },
  ],
  order: '"receivedOn" desc, number',
});
