import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import type { ChangeRow } from '../queries/changes-of-event.js';
import { toldInWords, toldTurns } from '../model/told-in-words.js';

export interface ChangedLine {
  label: string;
  before: string;
  after: string;
}

export interface ChangeView {
  number: number;
  kind: ChangeRow['kind'];
  changedAt: Date;
  reason: string | null;
  lines: ChangedLine[];
}

/** «Було → тепер», each field in words. */
const changedLines = (change: ChangeRow, lang: Lang): ChangedLine[] =>
  toldTurns(change).map((field) => ({
    label: phrase(lang, `events:field.${field}`),
    before: toldInWords(field, change.before, lang),
    after: toldInWords(field, change.after, lang),
  }));

export const changeView = (change: ChangeRow, lang: Lang): ChangeView => ({
  ...{ number: change.number, kind: change.kind, changedAt: change.changedAt, reason: change.reason },
  lines: changedLines(change, lang),
});
