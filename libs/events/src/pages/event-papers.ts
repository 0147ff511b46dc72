import type { PdfBlock, PdfModel } from '#libs/documents';
import type { Lang } from '#libs/platform/access';
import { longDate, longDateTime, shortDate } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import type { EventRow } from '../model/event.js';
import type { Certificate } from '../queries/find-certificate.js';
import type { Decision, Minutes } from '../queries/minutes.js';

/** «Сертифікат», with the address where anybody can check it. */
export function certificatePdf(one: Certificate, checkAt: string, lang: Lang): PdfModel {
  const t = (key: string, data?: Record<string, unknown>) => phrase(lang, `events:certificate.${key}`, data);
  return {
    title: t('title'),
    language: lang,
    number: one.code,
    place: one.city,
    issuedAt: one.issuedAt,
    headerLines: [one.organiserName],
    blocks: [
      { kind: 'space' },
      { kind: 'paragraph', text: t('says'), align: 'center' },
      { kind: 'paragraph', text: one.fullName, bold: true, align: 'center' },
      ...(one.organisation ? [{ kind: 'paragraph', text: one.organisation, align: 'center' } as const] : []),
      { kind: 'space' },
      {
        kind: 'paragraph',
        text: t('took', { kind: phrase(lang, `events:kind.${one.kind}`).toLowerCase() }),
        align: 'center',
      },
      { kind: 'paragraph', text: `«${(lang === 'en' && one.titleEn) || one.title}»`, bold: true, align: 'center' },
      { kind: 'paragraph', text: longDate(one.startsAt, lang), align: 'center' },
    ],
    footerText: t('check', { address: checkAt }),
  };
}

const paragraphs = (lead: string, text: string | null): PdfBlock[] => (text ? [{ kind: 'paragraph', lead, text }] : []);

/** Minutes as the office keeps them: СЛУХАЛИ, ВИСТУПИЛИ, УХВАЛИЛИ. */
export function minutesPdf(
  event: EventRow,
  minutes: Minutes,
  decisions: readonly Decision[],
  organiserName: string,
): PdfModel {
  const t = (key: string) => phrase('uk', `events:minutes.${key}`);
  const due = decisions.map((one) => [one.text, one.responsible, shortDate(one.dueOn)] as const);
  return {
    title: `${t('paper')} ${t('of')} «${event.title}»`,
    language: 'uk',
    ...(minutes.number && { number: minutes.number }),
    place: event.settlement ?? '',
    issuedAt: event.startsAt!,
    headerLines: [organiserName],
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t('held'), longDateTime(event.startsAt!, 'uk')],
          [t('chair'), minutes.chair],
          [t('secretary'), minutes.secretary],
          ...(minutes.present ? ([[t('present'), minutes.present]] as const) : []),
        ],
      },
      ...minutes.items.flatMap((item): PdfBlock[] => [
        { kind: 'heading', level: 2, text: `${item.position}.` },
        ...paragraphs(t('HEARD'), item.heard),
        ...paragraphs(t('SPOKE'), item.spoke),
        ...paragraphs(t('DECIDED'), item.decided),
      ]),
      ...(due.length > 0 ? [decisionsTable(due, t)] : []),
      {
        kind: 'signatures',
        rows: [
          { position: t('chair'), name: minutes.chair, mark: '' },
          { position: t('secretary'), name: minutes.secretary, mark: '' },
        ],
      },
    ],
  };
}

const decisionsTable = (rows: readonly (readonly string[])[], t: (key: string) => string): PdfBlock => ({
  kind: 'table',
  columns: [
    { title: t('decision'), align: 'left' },
    { title: t('responsible'), align: 'left', width: 50 },
    { title: t('dueOn'), align: 'left', width: 28 },
  ],
  rows,
});
