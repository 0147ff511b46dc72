import { invalidField, type InvalidInput } from '#libs/platform/errors';
import type { ActKind, ActRow, ChangedSettings } from './act.js';
import { stageOf, type CompetitionRow, type CompetitionState } from './competition.js';
import { daysBetween, daysToGiveBack, shiftCalendar, type MovingCalendar } from './shift-calendar.js';

export type ActTerms = Pick<ActRow, 'kind' | 'potKop' | 'closesAt'>;
export type ActSettings = Partial<MovingCalendar & Pick<CompetitionRow, 'potKop'>>;

const STOPS: readonly ActKind[] = ['suspend', 'cancel', 'not-held'];

/** Settings that a confirmed act gives the competition. @throws InvalidInput at the field in the way */
export function settingsAfter(act: ActTerms, competition: CompetitionRow, now: Date): ActSettings {
  const refusal = refusalOf(act, competition, now);
  if (refusal) throw refusal;
  if (act.kind === 'change-pot') return { potKop: act.potKop };
  if (act.kind === 'extend') return movedTo(competition, competition.closesAt!, act.closesAt!, now);
  return act.kind === 'resume' ? resumed(act, competition, now) : {};
}

function refusalOf({ kind, potKop, closesAt }: ActTerms, competition: CompetitionRow, now: Date): InvalidInput | null {
  if (kind === 'change-pot') return potRefusal(potKop, competition);
  if (closesAt === null) return kind === 'extend' ? invalidField('closesAt', 'competitions.act-closes-missing') : null;
  if (kind === 'resume') return resumeRefusal(closesAt, competition, now);
  // rule 17: an extension never shortens the term, and gives time that is still ahead.
  const isLater = closesAt > competition.closesAt! && closesAt > now;
  return isLater ? null : invalidField('closesAt', 'competitions.act-closes-earlier');
}

function potRefusal(potKop: number | null, competition: CompetitionRow): InvalidInput | null {
  if (potKop === null) return invalidField('potKop', 'competitions.pot-not-positive');
  if (potKop === competition.potKop) return invalidField('potKop', 'competitions.act-pot-same');
  // rule 48: nobody may be promised more than there is.
  return potKop < (competition.capKop ?? 1) ? invalidField('potKop', 'competitions.act-pot-under-cap') : null;
}

function resumeRefusal(closesAt: Date, competition: CompetitionRow, now: Date): InvalidInput | null {
  if (!isReceptionCutOff(competition)) return invalidField('closesAt', 'competitions.act-closes-not-needed');
  const least = leastClosing(competition, now);
  return closesAt < least ? invalidField('closesAt', 'competitions.act-closes-too-early', { least }) : null;
}

/** The reception was not over when the competition was suspended. */
export function isReceptionCutOff(competition: CompetitionRow): boolean {
  const { closesAt, stoppedAt } = competition;
  return stageOf(competition) === 'announced' && stoppedAt !== null && closesAt !== null && closesAt >= stoppedAt;
}

/** Not earlier than before, and at least as much time left as at the suspension. */
export function leastClosing(competition: CompetitionRow, now: Date): Date {
  return giveBack(competition, now).closesAt!;
}

function giveBack(competition: CompetitionRow, now: Date): MovingCalendar {
  const { stoppedAt } = competition;
  const end = isReceptionCutOff(competition) ? competition.closesAt! : stoppedAt!;
  return shiftCalendar(competition, stoppedAt!, daysToGiveBack(end, stoppedAt!, now));
}

function resumed({ closesAt }: ActTerms, competition: CompetitionRow, now: Date): MovingCalendar {
  const given = giveBack(competition, now);
  return closesAt === null ? given : { ...movedTo({ ...competition, ...given }, given.closesAt!, closesAt, now) };
}

/** A later closing; what comes after it follows by as many days. */
function movedTo(competition: CompetitionRow, from: Date, to: Date, now: Date): MovingCalendar {
  const since = from < now ? from : now;
  const shifted = shiftCalendar(competition, since, daysBetween(from, to));
  return { ...shifted, opensAt: competition.opensAt, closesAt: to };
}

/** Whether the act stops the competition, so that it must remember where. */
export const stops = (kind: ActKind): boolean => STOPS.includes(kind);

/** The stage and the instant to remember; a suspended one that is cancelled keeps the stage it came to. */
export function stopOf(
  act: Pick<ActTerms, 'kind'>,
  competition: Pick<CompetitionRow, 'state' | 'stoppedFrom'>,
  now: Date,
): { stoppedFrom: CompetitionState | null; stoppedAt: Date | null } {
  return stops(act.kind)
    ? { stoppedFrom: stageOf(competition), stoppedAt: now }
    : { stoppedFrom: null, stoppedAt: null };
}

/** What really became different, before and after, as plain values. */
export function changesOf(competition: CompetitionRow, after: ActSettings): ActRow['changes'] {
  const keys = Object.keys(after) as (keyof ActSettings)[];
  const changed = keys.filter((key) => plain(after[key]) !== plain(competition[key]));
  if (changed.length === 0) return {};
  const pick = (from: ActSettings): ChangedSettings =>
    Object.fromEntries(changed.map((key) => [key, plain(from[key])]));
  return { before: pick(competition), after: pick(after) };
}

const plain = (value: unknown): string | number | null =>
  value instanceof Date ? value.toISOString() : ((value ?? null) as string | number | null);
