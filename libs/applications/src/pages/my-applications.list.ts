import { choicesOf, defineList } from '#libs/platform/http';
import { APPLICATION_STATES, hasUnsentChanges } from '../model/application.js';
import { applicationPaths } from '../paths.js';
import type { MyApplication } from '../queries/my-applications.js';
import { tagOf } from './state-tag.js';

/** The proposals of my organisations. */
export const myApplicationsList = defineList<MyApplication>({
  name: 'my-applications',
  title: 'applications:mine.title',
  search: { label: 'applications:mine.search', in: ['title', 'competitionTitle', 'organisationName', 'registerCode'] },
  filters: [
    {
      name: 'state',
      label: 'applications:proposals.state',
      any: 'applications:proposals.anyState',
      choices: choicesOf(APPLICATION_STATES, 'applications:state.'),
    },
  ],
  columns: [
    {
      key: 'title',
      phrase: 'applications:proposals.project',
      value: ({ title }, { t }) => title || t('applications:untitled'),
      sort: 'title collate "uk-x-icu"',
      href: ({ id }) => applicationPaths.show(id),
      isHeading: true,
    },
    { key: 'competitionTitle', phrase: 'applications:mine.competition' },
    { key: 'organisationName', phrase: 'applications:organisation' },
    { key: 'registerCode', phrase: 'applications:registerCode' },
    { key: 'requestedKop', phrase: 'applications:budget.funded', kind: 'money' },
    { key: 'closesAt', phrase: 'applications:mine.closesAt', kind: 'instant' },
    {
      key: 'state',
      phrase: 'applications:proposals.state',
      kind: 'state',
      words: 'applications:state.',
      tone: (row) => tagOf(row).kind,
    },
    {
      key: 'unsent',
      phrase: 'applications:mine.unsent',
      under: 'title',
      value: (row, { t }) =>
        row.state === 'submitted' && hasUnsentChanges(row) ? t('applications:deadline.changed') : null,
    },
  ],
  order: '"isClosed", "closesAt", id',
});
