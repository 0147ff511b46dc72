/** How one letter of a notice fared. `state` as in the table of messages. */
export interface LetterFate {
  state: string;
  sentAt: Date | null;
  /** When its addressee opened it in the cabinet. */
  openedAt: Date | null;
  isReturned: boolean;
}

/** One notice to one organisation: the letters to its people, and the telephone call that reached somebody. */
export interface ServedNotice {
  letters: readonly LetterFate[];
  toldAt: Date | null;
}

export type ClockStart =
  | { runs: true; from: Date; because: 'sent' | 'opened' | 'told' }
  | { runs: false; because: 'returned' | 'refused' | 'not-sent' };

/**
 * From which instant a term runs: the first at which the organisation was told by a letter that is not known as
 * undelivered, by opening the notice in the cabinet, or by telephone. A letter that came back or was refused starts
 * nothing, whenever that became known.
 */
export function clockStart({ letters, toldAt }: ServedNotice): ClockStart {
  const starts = [
    ...letters.map((letter) => ({ from: sentAndNotReturned(letter), because: 'sent' as const })),
    ...letters.map(({ openedAt }) => ({ from: openedAt, because: 'opened' as const })),
    { from: toldAt, because: 'told' as const },
  ].flatMap(({ from, because }) => (from ? [{ from, because }] : []));
  const [first] = starts.sort((a, b) => a.from.getTime() - b.from.getTime());
  return first ? { runs: true, ...first } : { runs: false, because: whyNot(letters) };
}

const sentAndNotReturned = ({ state, sentAt, isReturned }: LetterFate): Date | null =>
  state === 'sent' && !isReturned ? sentAt : null;

function whyNot(letters: readonly LetterFate[]): 'returned' | 'refused' | 'not-sent' {
  if (letters.some(({ isReturned }) => isReturned)) return 'returned';
  return letters.some(({ state }) => state === 'refused') ? 'refused' : 'not-sent';
}
