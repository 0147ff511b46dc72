import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import type { CompetitionRow } from '#libs/competitions';
import { pointsText } from '#libs/evaluation';
import { reasonInWords } from '../model/reason-in-words.js';
import type { ResultToTell } from '../queries/result-recipients.js';

/** The letter about the result of one proposal: which one it is, and what fills its words. */
export function resultLetter(competition: Pick<CompetitionRow, 'title' | 'titleEn'>, result: ResultToTell) {
  const { language } = result.to;
  const t = (key: string, data: Record<string, unknown> = {}) => phrase(language, `awards:${key}`, data);
  const criteria = result.criteria.map(({ title, sum, count, maxPoints }) =>
    t('letter.criterion', {
      title,
      points: pointsText({ numerator: sum, denominator: count }, language),
      max: maxPoints,
    }),
  );
  return {
    template: `awards.${result.outcome}`,
    data: {
      competition: (language === 'en' && competition.titleEn) || competition.title,
      title: result.title,
      sum: formatMoney(result.amountKop, language),
      asked: formatMoney(result.requestedKop, language),
      count: result.consentDays,
      place: result.place,
      reason: result.reason ? reasonInWords(result, language) : result.admissionReason,
      points: pointsText(result.score, language),
      max: result.criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
      criteria: criteria.join('\n'),
    },
  };
}
