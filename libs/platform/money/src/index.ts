import type { ValueTransformer } from 'typeorm';
import { plainNumber } from '#libs/platform/numbers';

/** Money is an integer number of kopecks everywhere; ten quadrillion kopecks still fit a safe integer. */
export const AMOUNT_MAX_KOP = 1_000_000_000_000_00;

/** bigint column <-> JS number, refused when it is not a safe integer. */
export const kopecks: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null) => (value === null ? null : toSafeInteger(value)),
};

/** Reads a bigint that PostgreSQL returned as text. */
export function toSafeInteger(value: string | number): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a safe integer: ${value}`);
  return number;
}

const AMOUNT = /^(\d+)(?:\.(\d{1,2}))?$/;
const CURRENCY = /\s*(грн\.?|₴|uah)\s*$/iu;
const plain = (text: string): string => plainNumber(text.replace(CURRENCY, '')) ?? '';

/** An amount, however large. */
export const isMoney = (text: string): boolean => AMOUNT.test(plain(text));

/**
 * «1 500,50», «1500.50», «1 500 грн» -> 150050 kopecks; null when it is not an amount of money. What may stand between
 * the digits: `plainNumber`.
 */
export function parseMoney(text: string): number | null {
  const match = AMOUNT.exec(plain(text));
  if (!match || match[1]!.length > 13) return null;
  const kop = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return kop <= AMOUNT_MAX_KOP ? kop : null;
}

const GROUPS: Record<string, { group: string; decimal: string }> = {
  uk: { group: '\u00a0', decimal: ',' },
  en: { group: ',', decimal: '.' },
};

/** 150050 -> «1 500,50» (uk) or «1,500.50» (en), without the currency. */
export function formatAmount(kop: number, lang: string): string {
  const { group, decimal } = GROUPS[lang] ?? GROUPS.uk!;
  const digits = Math.abs(kop).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
  return `${kop < 0 ? '−' : ''}${whole}${decimal}${digits.slice(-2)}`;
}

/** 150050 -> «1 500,50 грн» (uk) or «UAH 1,500.50» (en). */
export function formatMoney(kop: number, lang: string): string {
  return lang === 'en' ? `UAH\u00a0${formatAmount(kop, 'en')}` : `${formatAmount(kop, 'uk')}\u00a0грн`;
}
