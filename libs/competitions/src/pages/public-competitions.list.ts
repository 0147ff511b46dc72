import { choicesOf, defineList } from '#libs/platform/http';
import { PHASE_TONES } from '../model/phase.js';
import { competitionPaths } from '../paths.js';
import { PUBLIC_GROUPS, type PublicCompetition } from '../queries/list-public-competitions.js';
import { actLine } from './act-lines.js';

/** All announced competitions: where the door is open, what is coming, what is being decided, what was decided. */
export const publicCompetitionsList = defineList<PublicCompetition>({
  name: 'public-competitions',
  title: 'competitions:list.title',
  search: { label: 'competitions:list.search', kept: 'searchForm' },
  filters: [
    {
      name: 'group',
      label: 'competitions:list.groups',
      any: 'competitions:group.all',
      choices: choicesOf(PUBLIC_GROUPS, 'competitions:group.'),
      asTabs: true,
    },
  ],
  columns: [
    {
      key: 'title',
      phrase: 'competitions:ofOrganiser.competition',
      value: (row, { lang }) => (lang === 'en' && row.titleEn) || row.title,
      sort: 'title collate "uk-x-icu"',
      href: ({ code }) => competitionPaths.show(code),
      isHeading: true,
    },
    {
      key: 'lastAct',
      phrase: 'competitions:list.act',
      under: 'title',
      value: ({ lastAct, code }, { lang }) => {
        if (!lastAct) return null;
        const { title, act } = actLine(lastAct, code, lang);
        return `${title}. ${act}`;
      },
    },
    { key: 'code', phrase: 'competitions:list.code' },
    { key: 'organiserName', phrase: 'competitions:list.organiser' },
    { key: 'potKop', phrase: 'competitions:field.potKop', kind: 'money' },
    { key: 'capKop', phrase: 'competitions:field.capKop', kind: 'money' },
    { key: 'opensAt', phrase: 'competitions:field.opensAt', kind: 'instant' },
    { key: 'closesAt', phrase: 'competitions:field.closesAt', kind: 'instant' },
    {
      key: 'phase',
      phrase: 'competitions:ofOrganiser.state',
      kind: 'state',
      words: 'competitions:phase.',
      sort: '"groupPosition"',
      tone: ({ phase }) => PHASE_TONES[phase],
    },
  ],
  keeps: ['measure'],
  order: '"groupPosition", "publishedAt" desc, id desc',
});
