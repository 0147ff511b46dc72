import { competitionPaths, type CompetitionState } from '#libs/competitions';
import type { Lang } from '#libs/platform/access';
import { atomText, icsText, type IcsEvent } from '#libs/platform/feeds';
import { phrase } from '#libs/platform/phrases';
import { announcementPaths } from '../paths.js';
import type { PublicCall } from '../queries/public-calls.js';

export interface FeedOfCalls {
  calls: PublicCall[];
  /** Null = of every authority. */
  authority: { slug: string; name: string } | null;
  lang: Lang;
  /** Of the site, without a slash at the end. */
  origin: string;
}

const STATUS: Partial<Record<CompetitionState, IcsEvent['status']>> = {
  cancelled: 'CANCELLED',
  'not-held': 'CANCELLED',
  suspended: 'TENTATIVE',
};

/** The newest change; of an empty feed, the beginning of time. */
export const changedAt = (calls: readonly PublicCall[]): Date =>
  new Date(Math.max(0, ...calls.map((call) => call.changedAt.getTime())));

export function atomOfCalls(feed: FeedOfCalls): string {
  const { calls, authority, lang } = feed;
  const self = whole(feed, announcementPaths.feed('atom', authority?.slug ?? null));
  return atomText({
    ...{ id: self, self, title: titleOf(feed), language: lang, page: whole(feed, competitionPaths.list) },
    updatedAt: changedAt(calls),
    entries: calls.map((call) => ({
      ...{
        id: `urn:uuid:${call.id}`,
        title: wording(call, lang).title,
        url: whole(feed, competitionPaths.show(call.code)),
      },
      ...{ author: call.organiser, summary: wording(call, lang).purpose },
      ...{ publishedAt: call.publishedAt, updatedAt: call.changedAt },
    })),
  });
}

/** The end of the reception and the day of the defence of each call. */
export function icsOfCalls(feed: FeedOfCalls): string {
  return icsText({ name: titleOf(feed), events: feed.calls.flatMap((call) => eventsOf(call, feed)) });
}

function eventsOf(call: PublicCall, feed: FeedOfCalls): IcsEvent[] {
  const { title, purpose } = wording(call, feed.lang);
  const event = (key: string, at: Date | string): IcsEvent => ({
    ...{ uid: `${call.id}-${key}@${new URL(feed.origin).hostname}`, sequence: call.changes, at },
    ...{ status: STATUS[call.state] ?? 'CONFIRMED', changedAt: call.changedAt },
    summary: phrase(feed.lang, `announcements:feed.${key}`, { title }),
    ...{ description: `${call.organiser}\n\n${purpose}`.trim(), location: call.place ?? '' },
    url: whole(feed, competitionPaths.show(call.code)),
  });
  return [event('closing', call.closesAt), ...(call.defenceOn ? [event('defence', call.defenceOn)] : [])];
}

const whole = ({ origin, lang }: FeedOfCalls, path: string): string => `${origin}${lang === 'en' ? '/en' : ''}${path}`;

function titleOf({ authority, lang }: FeedOfCalls): string {
  return authority
    ? phrase(lang, 'announcements:feed.titleOf', { organiser: authority.name })
    : phrase(lang, 'announcements:feed.title');
}

const wording = (call: PublicCall, lang: Lang): { title: string; purpose: string } => ({
  title: (lang === 'en' && call.titleEn) || call.title,
  purpose: (lang === 'en' && call.purposeEn) || call.purpose || '',
});
