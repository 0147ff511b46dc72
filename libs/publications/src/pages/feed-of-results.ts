import { awardPaths } from '#libs/awards';
import type { Lang } from '#libs/platform/access';
import { atomText } from '#libs/platform/feeds';
import { phrase } from '#libs/platform/phrases';
import { publicationPaths } from '../paths.js';
import type { NewResult } from '../queries/newest-results.js';

/** Published results for feed readers. `origin`: of the site, without a slash at the end. */
export function atomOfResults(results: readonly NewResult[], lang: Lang, origin: string): string {
  const whole = (path: string) => `${origin}${lang === 'en' ? '/en' : ''}${path}`;
  const self = whole(publicationPaths.openData.results);
  return atomText({
    ...{ id: self, self, title: phrase(lang, 'publications:openData.results.title'), language: lang },
    page: whole(publicationPaths.openData.page),
    updatedAt: results[0]?.decidedAt ?? new Date(0),
    entries: results.map((one) => ({
      ...{ id: `urn:uuid:${one.id}`, title: (lang === 'en' && one.titleEn) || one.title, author: one.organiser },
      url: whole(awardPaths.results(one.code)),
      summary: phrase(lang, 'publications:openData.results.funded', { count: one.funded }),
      ...{ publishedAt: one.decidedAt, updatedAt: one.decidedAt },
    })),
  });
}
