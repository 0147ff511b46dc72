import { addDays } from '#libs/platform/clock';

/** A quarter of a year; days of Kyiv, both of them in it. */
export interface Quarter {
  year: number;
  number: number;
  from: string;
  until: string;
}

/** Rule 67: so many days after the quarter the portal of public spending has its data (Law 183-VIII, art. 3). */
const PORTAL_DAYS = 35;
const NAME = /^(20\d\d)-([1-4])$/;

/** `2020-2` -> the second quarter of 2020; anything else null. */
export function quarterOf(name: string): Quarter | null {
  const [, year, number] = NAME.exec(name) ?? [];
  if (!year || !number) return null;
  const last = Number(number) * 3;
  const month = (value: number) => String(value).padStart(2, '0');
  const next = last === 12 ? `${Number(year) + 1}-01-01` : `${year}-${month(last + 1)}-01`;
  return {
    year: Number(year),
    number: Number(number),
    from: `${year}-${month(last - 2)}-01`,
    until: addDays(next, -1),
  };
}

export const nameOf = ({ year, number }: Quarter): string => `${year}-${number}`;

/** The last day on which the data of the quarter are due. */
export const dueOn = ({ until }: Quarter): string => addDays(until, PORTAL_DAYS);

/** The quarter that was over before this day, and how many more before it. */
export function quartersBefore(day: string, count: number): Quarter[] {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const current = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: count }, (_, back) => current - 1 - back).map((index) =>
    quarterOf(`${Math.floor(index / 4)}-${(index % 4) + 1}`)!,
  );
}
