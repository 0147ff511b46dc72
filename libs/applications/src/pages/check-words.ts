import type { Lang } from '#libs/platform/access';
import { longDateTime, shortDate } from '#libs/platform/clock';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import type { Check, CheckStatus } from '../model/check.js';
import type { RegisterRecord } from '../model/register-checks.js';

export interface WordedCheck {
  key: string;
  rule: number;
  title: string;
  status: CheckStatus;
  /** On what the answer rests. */
  ground: string;
}

/** A computed check as a person reads it. */
export function checkWords(lang: Lang, { key, rule, status, data }: Check): WordedCheck {
  const words = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, worded(lang, name, value)]));
  const t = (part: string) => phrase(lang, `applications:admission.checks.${key}.${part}`, words);
  return { key, rule, status, title: t('title'), ground: t(status).trim() };
}

function worded(lang: Lang, name: string, value: unknown): unknown {
  if (name.endsWith('Kop')) return formatMoney(value as number, lang);
  if (name.endsWith('On')) return shortDate(value as string);
  if (name.endsWith('At')) return longDateTime(value as Date, lang, true);
  if (name === 'records') return (value as RegisterRecord[]).map((one) => recordWords(lang, one)).join(' ');
  if (name === 'legalForm') return phrase(lang, `applications:admission.legalForms.${value as string}`);
  return value;
}

/** An entry of a register with its source. */
function recordWords(lang: Lang, record: RegisterRecord): string {
  const { kind, measure, happenedOn, party, note, sourceOn } = record;
  return phrase(lang, `applications:registers.record.${kind}`, {
    ...record,
    date: happenedOn && shortDate(happenedOn),
    measure: measure && phrase(lang, `registers:measure.${measure}`),
    more: [party, note].filter(Boolean).join('; '),
    sourceDate: shortDate(sourceOn),
  });
}

/** How many passed, failed, are for the commission, and could not be looked at. */
export function checkTotals(checks: readonly Check[]): Record<'passed' | 'failed' | 'toDecide' | 'noData', number> {
  const count = (status: CheckStatus) => checks.filter((check) => check.status === status).length;
  return {
    ...{ passed: count('passed'), failed: count('failed'), toDecide: count('to-decide'), noData: count('no-data') },
  };
}
