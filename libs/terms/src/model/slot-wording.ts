import type { Lang } from '#libs/platform/access';
import { shortDate } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import type { Slot } from './rule-set.js';
import { SLOTS, type Rounding, type Share, type SlotGroup, type SlotKey, type YearlyDay } from './slots.js';

/** A slot in words, ready for a page or a document. */
export interface SlotWording {
  key: SlotKey;
  group: SlotGroup;
  name: string;
  value: string;
  source: string;
  /** How sure the value is; empty while nobody has entered one. */
  grade: string;
  /** «не підтверджено» until its act confirms the value or an order adopts it (rule 3); null after. */
  mark: string | null;
  /** «прийнято наказом № … від …»: the organiser's own rule, not the law; null otherwise. */
  adoption: string | null;
  /** «Підтверджено: …» when a person vouched; null otherwise. */
  confirmation: string | null;
  /** Where the act can be read, https; null while nobody vouched. */
  link: string | null;
  exceptions: string[];
}

/** Says a slot in one language with its source and, when nobody has confirmed it, «не підтверджено» (rule 3). */
export function slotWording(slot: Slot, lang: Lang): SlotWording {
  const { key, verification, adoption } = slot;
  return {
    key,
    group: SLOTS[key].group,
    name: phrase(lang, `terms:slots.${key}`),
    value: valueInWords(slot, lang),
    source: slot.source,
    grade: slot.grade === null ? '' : phrase(lang, `terms:grades.${slot.grade}`),
    mark: slot.verified || adoption ? null : phrase(lang, 'terms:unconfirmed'),
    adoption: adoption
      ? phrase(lang, 'terms:adopted', { number: adoption.number, date: shortDate(adoption.on) })
      : null,
    confirmation: verification
      ? phrase(lang, 'terms:confirmed-by', { by: verification.by, on: shortDate(verification.on) })
      : null,
    link: verification?.link ?? null,
    exceptions: (slot.exceptions ?? []).map(({ value, scope }) =>
      phrase(lang, 'terms:exception', { value: valueInWords({ ...slot, value }, lang), scope: scope[lang] }),
    ),
  };
}

function valueInWords({ key, value, unit }: Slot, lang: Lang): string {
  if (value === null) return phrase(lang, 'terms:value-missing');
  if (value === 'none' && unit !== 'choice')
    return phrase(lang, unit === 'threshold' ? 'terms:no-threshold' : 'terms:no-limit');
  switch (unit) {
    case 'yes-no':
      return phrase(lang, `terms:yes-no.${value as boolean}`);
    case 'choice':
      return phrase(lang, `terms:choices.${key}.${value as string}`);
    case 'list':
      return (value as string[]).map((one) => phrase(lang, `terms:choices.${key}.${one}`)).join('; ');
    case 'share':
      return shareInWords(value as Share, lang);
    case 'day-of-year':
      return yearlyDayInWords(value as YearlyDay, lang);
    case 'rounding':
      return phrase(lang, 'terms:units.rounding', { count: (value as Rounding).decimals });
    case 'threshold':
      return phrase(lang, 'terms:units.points', { count: value as number });
    default:
      return phrase(lang, `terms:units.${unit}`, { count: value as number });
  }
}

function shareInWords({ rule, numerator, denominator, of }: Share, lang: Lang): string {
  const isHalf = numerator * 2 === denominator;
  const whole = phrase(lang, `terms:share.of.${of}`);
  return phrase(lang, `terms:share.${rule}${isHalf ? '-half' : ''}`, { numerator, denominator, of: whole });
}

function yearlyDayInWords({ month, day, yearsBefore }: YearlyDay, lang: Lang): string {
  const locale = lang === 'en' ? 'en-GB' : 'uk-UA';
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const text = format.format(new Date(Date.UTC(2020, month - 1, day)));
  return phrase(lang, `terms:day-of-year.${yearsBefore}`, { day: text });
}
