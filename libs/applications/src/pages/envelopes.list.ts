import { choicesOf, defineList } from '#libs/platform/http';
import { CHANNELS, ENVELOPE_STATES, type EnvelopeState } from '../model/envelope.js';
import { applicationPaths } from '../paths.js';
import type { ListedEnvelope } from '../queries/envelopes.js';

const E = 'applications:envelope.';
export const ENVELOPE_TONES: Record<EnvelopeState, string> = {
  sealed: 'neutral',
  typing: 'progress',
  checking: 'warning',
  accepted: 'success',
  'set-aside': 'closed',
};

/** The register of envelopes. */
export const envelopesList = defineList<ListedEnvelope>({
  name: 'envelopes',
  title: `${E}title`,
  search: { label: `${E}search`, in: ['registerCode', 'incomingNumber', 'sender'] },
  filters: [
    { name: 'state', label: `${E}state`, any: `${E}anyState`, choices: choicesOf(ENVELOPE_STATES, `${E}states.`) },
    { name: 'channel', label: `${E}channel`, any: `${E}anyChannel`, choices: choicesOf(CHANNELS, `${E}channels.`) },
  ],
  columns: [
    { key: 'registerCode', phrase: 'applications:registerCode' },
    {
      key: 'sender',
      phrase: `${E}sender`,
      href: (row) => applicationPaths.envelope(row.competitionId, row.id),
      isHeading: true,
    },
    { key: 'incomingNumber', phrase: `${E}incomingNumber` },
    { key: 'receivedAt', phrase: `${E}receivedAt`, kind: 'instant' },
    { key: 'channel', phrase: `${E}channel`, value: ({ channel }, { t }) => t(`${E}channels.${channel}`) },
    {
      key: 'state',
      phrase: `${E}state`,
      kind: 'state',
      words: `${E}states.`,
      tone: ({ state }) => ENVELOPE_TONES[state],
    },
    {
      key: 'isLate',
      phrase: `${E}lateColumn`,
      kind: 'state',
      under: 'state',
      value: ({ isLate }, { t }) => (isLate ? t(`${E}late`) : null),
      tone: () => 'danger',
    },
  ],
  order: '"registerCode"',
});
