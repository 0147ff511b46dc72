import { KYIV, isDay, kyivTime } from './kyiv.js';

const LOCALES: Record<string, string> = { uk: 'uk-UA', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Each format is made once: that takes a hundred times longer than to write a day with it. */
function format(at: Date, lang: string, options: Intl.DateTimeFormatOptions, timeZone = KYIV): string {
  const key = JSON.stringify([lang, options, timeZone]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[lang] ?? LOCALES.uk, { ...options, timeZone });
  formats.set(key, known);
  return known.format(at);
}

/** «23 листопада 2026 року» / «23 November 2026»; takes an instant or a Kyiv day. */
export function longDate(value: Date | string, lang: string): string {
  const onlyDay = typeof value === 'string' && isDay(value);
  const at = onlyDay ? new Date(`${value}T12:00:00Z`) : new Date(value);
  const text = format(at, lang, { day: 'numeric', month: 'long', year: 'numeric' }, onlyDay ? 'UTC' : KYIV);
  return lang === 'en' ? text : text.replace(/\sр\.$/, '\u00a0року');
}

/** «23.11.2026» in both languages. */
export function shortDate(value: Date | string): string {
  const day = typeof value === 'string' && isDay(value) ? value : null;
  if (day) return day.split('-').reverse().join('.');
  return format(new Date(value), 'uk', { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** «23.11.2026, 14:05» (Kyiv time), for columns: never cut in two lines. */
export const shortDateTime = (at: Date, withSeconds = false): string =>
  `${shortDate(at)},\u00a0${withSeconds ? kyivTime(at) : kyivTime(at).slice(0, 5)}`;

/** «23 листопада 2026 року, 14:05» / «23 November 2026, 14:05» (Kyiv time). */
export function longDateTime(at: Date | string, lang: string, withSeconds = false): string {
  const time = format(new Date(at), lang, {
    hour: '2-digit',
    minute: '2-digit',
    second: withSeconds ? '2-digit' : undefined,
    hourCycle: 'h23',
  });
  return `${longDate(new Date(at), lang)}, ${time}`;
}
