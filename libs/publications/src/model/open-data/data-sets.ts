import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { publicationPaths } from '../../paths.js';
import type { DataSet } from './catalogue.js';
import { nameOf, type Quarter } from './quarter.js';

const CSV = 'text/csv';
const JSON_TYPE = 'application/json';

/** Every set of data of the portal, for its page and for catalogues alike. */
export function dataSets(lang: Lang, quarters: readonly Quarter[]): DataSet[] {
  const t = (key: string, data = {}) => phrase(lang, `publications:openData.${key}`, data);
  const { openData } = publicationPaths;
  return [
    {
      ...{ key: 'projects', title: t('projects.title'), description: t('projects.lead'), frequency: 'CONT' },
      files: [
        { title: t('projects.csv'), path: openData.projects, mediaType: CSV },
        { title: t('projects.schema'), path: openData.schema, mediaType: 'application/csvm+json' },
        { title: t('projects.threeSixty'), path: openData.threeSixty, mediaType: JSON_TYPE },
      ],
    },
    {
      ...{ key: 'results', title: t('results.title'), description: t('results.lead'), frequency: 'CONT' },
      files: [{ title: t('results.atom'), path: openData.results, mediaType: 'application/atom+xml' }],
    },
    {
      ...{ key: 'spending', title: t('spending.title'), description: t('spending.lead'), frequency: 'QUARTERLY' },
      files: quarters.map((quarter) => ({
        title: t('spending.quarter', { ...quarter }),
        path: openData.spending(nameOf(quarter)),
        mediaType: CSV,
      })),
    },
  ];
}
