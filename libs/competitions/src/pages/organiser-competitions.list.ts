import { defineList } from '#libs/platform/http';
import { PHASE_TONES } from '../model/phase.js';
import { competitionPaths } from '../paths.js';
import type { OrganiserCompetition } from '../queries/list-organiser-competitions.js';

const C = 'competitions:ofOrganiser.';

/** The competitions of the authorities for which a person works. */
export const organiserCompetitionsList = defineList<OrganiserCompetition>({
  name: 'organiser-competitions',
  title: `${C}title`,
  search: { label: `${C}search`, in: ['title', 'code'] },
  filters: [
    {
      name: 'stage',
      label: `${C}state`,
      any: `${C}stage.any`,
      choices: {
        draft: { phrase: `${C}stage.draft`, sql: `state = 'draft'` },
        going: {
          phrase: `${C}stage.going`,
          sql: `state in ('announced', 'admission', 'scoring', 'rated', 'suspended')`,
        },
        over: { phrase: `${C}stage.over`, sql: `state in ('decided', 'cancelled', 'not-held')` },
      },
    },
  ],
  columns: [
    {
      key: 'title',
      phrase: `${C}competition`,
      href: ({ id }) => competitionPaths.overview(id),
      isHeading: true,
    },
    { key: 'code', phrase: 'competitions:list.code', under: 'title' },
    { key: 'organiserName', phrase: 'competitions:list.organiser', under: 'title' },
    {
      key: 'phase',
      phrase: `${C}state`,
      kind: 'state',
      words: 'competitions:phase.',
      sort: 'state',
      tone: ({ phase }) => PHASE_TONES[phase],
    },
    { key: 'potKop', phrase: 'competitions:field.potKop', kind: 'money' },
    { key: 'closesAt', phrase: `${C}closes`, kind: 'instant' },
    { key: 'decisionUntil', phrase: `${C}decision`, kind: 'day' },
  ],
  order: 'id desc',
});
