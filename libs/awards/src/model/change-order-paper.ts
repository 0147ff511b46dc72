import type { PdfModel } from '#libs/documents';
import { longDate } from '#libs/platform/clock';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import { additionalOrderPaper, numbered, fundedPart, partialPart, type OrderContent } from './order-paper.js';

const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `awards:paper.${key}`, data);

interface Revoked {
  beforeKop: number;
  proposal: { organisationName: string; edrpou: string; title: string };
}

/** The order that makes awards follow a rating which minutes have changed; the first one stays as it was signed. */
export function changeOrderPaper(content: OrderContent, source: string, revoked: readonly Revoked[]): PdfModel {
  const { number, signedOn } = content.first!;
  const [subject, , preamble, ...rest] = additionalOrderPaper(content).blocks;
  const items = revoked.map(({ beforeKop, proposal }, index) => {
    const item = t('revokedItem', {
      organisation: t('body', { name: proposal.organisationName, edrpou: proposal.edrpou }),
      ...{ title: proposal.title, sum: formatMoney(beforeKop, 'uk') },
    });
    return `${item}${index === revoked.length - 1 ? '.' : ';'}`;
  });
  const gone =
    revoked.length === 0
      ? []
      : [
          { kind: 'paragraph' as const, text: t('revoked', { number, date: longDate(signedOn, 'uk') }) },
          { kind: 'list' as const, ordered: false, items },
        ];
  const given = content.funded.length > 0 ? fundedPart(content) : [];
  const closing = ['publishAdditional', 'control'].map((key) => [{ kind: 'paragraph' as const, text: t(key) }]);
  return {
    ...additionalOrderPaper(content),
    blocks: [
      { ...subject!, text: t('subjectChange', { title: content.competitionTitle }) } as typeof subject & object,
      { kind: 'paragraph', text: t('whyChange', { source }) },
      preamble!,
      ...numbered([gone, given, partialPart(content), ...closing]),
      rest.at(-1)!,
    ],
  };
}
