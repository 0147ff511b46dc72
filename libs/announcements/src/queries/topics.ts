import { competitionByCode, type CompetitionRow } from '#libs/competitions';
import { organisers } from '#libs/identity';
import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { invalidField, NotFound } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { keyOf, type Topic, type TopicName } from '../model/subscription.js';

export interface TopicChoice {
  value: TopicName;
  text: string;
}

/** What can be followed, the competition that was being read first. */
export async function topicChoices(reader: Reader, lang: Lang, code: string | null): Promise<TopicChoice[]> {
  const authorities = await organisers(reader);
  const t = (key: string, data = {}) => phrase(lang, `announcements:topic.${key}`, data);
  return [
    ...(code ? [await ofCompetition(reader, lang, code)] : []),
    { value: 'all', text: t('all') },
    ...authorities.map(({ slug, name }) => ({
      value: `organiser:${slug}` as const,
      text: t('organiser', { organiser: name }),
    })),
  ];
}

async function ofCompetition(reader: Reader, lang: Lang, code: string): Promise<TopicChoice> {
  const { title, titleEn } = await followed(reader, code);
  const text = phrase(lang, 'announcements:topic.competition', { title: (lang === 'en' && titleEn) || title });
  return { value: `competition:${code}`, text };
}

/** @throws NotFound also for a rehearsal */
async function followed(reader: Reader, code: string): Promise<CompetitionRow> {
  const competition = await competitionByCode(reader, code);
  if (competition.isRehearsal) throw new NotFound();
  return competition;
}

/** @throws NotFound for a competition that is not announced, InvalidInput for an unknown authority */
export async function topicOf(reader: Reader, name: TopicName): Promise<Topic> {
  if (name === 'all') return { organiserId: null, competitionId: null };
  if (name.startsWith('competition:'))
    return { organiserId: null, competitionId: (await followed(reader, keyOf(name))).id };
  const authority = (await organisers(reader)).find(({ slug }) => slug === keyOf(name));
  if (!authority) throw invalidField('topic', 'platform.choose');
  return { organiserId: authority.id, competitionId: null };
}
