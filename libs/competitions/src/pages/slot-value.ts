import type { FormBody } from '#libs/platform/http';
import { SLOTS, type SlotKey } from '#libs/terms';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const number = (value: unknown): number => (/^\d{1,6}$/.test(text(value)) ? Number(text(value)) : Number.NaN);

/** The value of a slot as its form posts it. What it may be is decided by `changeSlot`. */
export function readSlotValue(key: SlotKey, body: FormBody): unknown {
  switch (SLOTS[key].unit) {
    case 'yes-no':
      return { yes: true, no: false }[text(body.value)];
    case 'choice':
      return text(body.value);
    case 'list':
      return [body.value ?? []].flat();
    case 'share':
      return {
        rule: text(body.rule),
        numerator: number(body.numerator),
        denominator: number(body.denominator),
        of: text(body.of),
      };
    case 'day-of-year':
      return { day: number(body.day), month: number(body.month), yearsBefore: number(body.yearsBefore) };
    case 'rounding':
      return { decimals: number(body.value), mode: 'half-up', ranking: 'exact' };
    default:
      return text(body.unlimited) ? 'none' : number(body.value);
  }
}
