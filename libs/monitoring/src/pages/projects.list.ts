import { choicesOf, defineList } from '#libs/platform/http';
import { monitoringPaths } from '../paths.js';
import { RISK_LEVELS } from '../model/risk.js';
import type { RiskRow } from '../queries/risk-rows.js';
import { STAGES, type ProjectListRow } from '../queries/project-rows.js';

const M = 'monitoring:list.';
export const STAGE_TONES = {
  running: 'progress',
  overdue: 'danger',
  'to-check': 'warning',
  returned: 'info',
  reported: 'success',
} as const;

const RISK_TONES = { high: 'danger', medium: 'warning', low: 'success' } as const;

const heading = (href: (row: ProjectListRow) => string) =>
  ({ key: 'title', phrase: `${M}project`, isHeading: true, href }) as const;
const organisation = [
  { key: 'organisationName', phrase: `${M}organisation`, under: 'title' },
  { key: 'edrpou', phrase: `${M}edrpou`, under: 'title' },
] as const;
const rest = [
  { key: 'number', phrase: `${M}contract` },
  { key: 'endsOn', phrase: `${M}endsOn`, kind: 'day', under: 'number' },
  { key: 'sumKop', phrase: `${M}sum`, kind: 'money' },
  { key: 'paidKop', phrase: `${M}paid`, kind: 'money' },
  { key: 'reportDueOn', phrase: `${M}reportDueOn`, kind: 'day' },
  {
    key: 'stage',
    phrase: `${M}stage`,
    kind: 'state',
    words: 'monitoring:stage.',
    tone: ({ stage }: ProjectListRow) => STAGE_TONES[stage],
  },
] as const;
const filters = [
  { name: 'stage', label: `${M}stage`, any: `${M}anyStage`, choices: choicesOf(STAGES, 'monitoring:stage.') },
];

/** The funded projects of an authority. */
export const projectsList = defineList<RiskRow>({
  name: 'projects',
  title: `${M}title`,
  search: {
    label: `${M}search`,
    in: ['title', 'organisationName', 'edrpou', 'number', 'settlement', 'competitionTitle'],
  },
  filters: [
    ...filters,
    { name: 'risk', label: `${M}risk`, any: `${M}anyRisk`, choices: choicesOf(RISK_LEVELS, 'monitoring:risk.') },
  ],
  columns: [
    heading(({ id }) => monitoringPaths.show(id)),
    ...organisation,
    { key: 'settlement', phrase: `${M}settlement`, under: 'title' },
    { key: 'competitionTitle', phrase: `${M}competition`, under: 'title' },
    ...rest,
    {
      ...{ key: 'risk', phrase: `${M}risk`, kind: 'state', words: 'monitoring:risk.', sort: '"riskPoints"' },
      tone: ({ risk }) => RISK_TONES[risk],
    },
    {
      ...{ key: 'riskSigns', phrase: `${M}riskWhy`, under: 'risk', sort: false },
      value: ({ riskSigns }, { t }) => riskSigns.map((sign) => t(`monitoring:riskSign.${sign}`)).join('; ') || null,
    },
  ],
  order: '"nextDueOn", id',
});

/** The funded projects of my organisations. */
export const myProjectsList = defineList<ProjectListRow>({
  name: 'my-projects',
  title: `${M}mine`,
  search: { label: `${M}search`, in: ['title', 'number', 'competitionTitle', 'organisationName'] },
  filters,
  columns: [
    heading(({ id }) => monitoringPaths.own(id)),
    ...organisation,
    { key: 'competitionTitle', phrase: `${M}competition` },
    ...rest,
  ],
  order: '"nextDueOn", id',
});
