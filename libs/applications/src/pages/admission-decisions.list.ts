import { shortDate } from '#libs/platform/clock';
import { choicesOf, defineList } from '#libs/platform/http';
import type { AdmissionDecision } from '../queries/admission-decisions.js';

const A = 'applications:admission.';

/** Who was admitted, who was refused and why. */
export const admissionDecisionsList = defineList<AdmissionDecision>({
  name: 'admission-decisions',
  title: `${A}decisions.title`,
  search: { label: `${A}search`, in: ['registerCode', 'title', 'organisationName', 'edrpou'] },
  filters: [
    {
      name: 'state',
      label: `${A}decisions.decision`,
      any: `${A}decisions.any`,
      choices: choicesOf(['admitted', 'refused'], `${A}outcomes.`),
    },
  ],
  columns: [
    { key: 'registerCode', phrase: 'applications:registerCode' },
    { key: 'organisationName', phrase: `${A}decisions.organisation`, href: ({ edrpou }) => `/organisations/${edrpou}` },
    { key: 'edrpou', phrase: 'applications:columns.edrpou', under: 'organisationName' },
    { key: 'title', phrase: `${A}decisions.project`, isHeading: true },
    {
      key: 'state',
      phrase: `${A}decisions.decision`,
      kind: 'state',
      words: `${A}outcomes.`,
      tone: ({ state }) => (state === 'admitted' ? 'success' : 'danger'),
    },
    { key: 'decisionReason', phrase: `${A}decisions.reason`, under: 'state' },
    { key: 'basis', phrase: `${A}decisions.basis`, under: 'state', value: basisInWords },
  ],
  order: '"registerCode"',
});

function basisInWords(
  { orderNumber: number, orderOn, sessionNumber }: AdmissionDecision,
  { t }: { t: (key: string, data?: Record<string, unknown>) => string },
): string | null {
  if (number) return t(`${A}decisions.byOrder`, { number, date: shortDate(orderOn!) });
  return sessionNumber === null ? null : t(`${A}decisions.byMinutes`, { number: sessionNumber });
}
