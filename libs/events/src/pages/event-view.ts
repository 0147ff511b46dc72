import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { TOLD_FIELDS } from '../model/changes.js';
import type { ChangeRow } from '../queries/changes-of-event.js';
import { toldInWords } from '../use-cases/follow-change.js';

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
export function changedLines({ before, after }: Pick<ChangeRow, 'before' | 'after'>, lang: Lang): ChangedLine[] {
  return TOLD_FIELDS.filter((field) => field in before && before[field] !== after[field]).map((field) => ({
    label: phrase(lang, `events:field.${field}`),
    before: toldInWords(field, before, lang),
    after: toldInWords(field, after, lang),
  }));
}

export const changeView = (change: ChangeRow, lang: Lang): ChangeView => ({
  ...{ number: change.number, kind: change.kind, changedAt: change.changedAt, reason: change.reason },
  lines: changedLines(change, lang),
});
