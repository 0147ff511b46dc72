import type { Lang } from '#libs/platform/access';
import { icsText, type IcsEvent } from '#libs/platform/feeds';
import { phrase } from '#libs/platform/phrases';
import { evaluationPaths } from '../paths.js';
import type { AgendaLine, PublicDefenceView } from '../queries/public-defence.js';
import { whereWords } from '../use-cases/defence-letters.js';

export interface CalendarFrame {
  lang: Lang;
  /** Of the site, without a slash at the end. */
  origin: string;
}

/** The time of each proposal. It stays in the calendar when it moves, and as cancelled when it is called off. */
export function icsOfDefence(view: PublicDefenceView, frame: CalendarFrame): string {
  const { competition, days } = view;
  return icsText({
    name: phrase(frame.lang, 'evaluation:defence.calendar', { title: competition.title }),
    events: days.flatMap((day) => day.lines.map((line) => eventOf(line, view, { ...frame, where: whereWords(day) }))),
  });
}

function eventOf(line: AgendaLine, view: PublicDefenceView, frame: CalendarFrame & { where: string }): IcsEvent {
  const { lang, origin, where } = frame;
  const { competition, changes } = view;
  const { registerCode: code, organisationName, title } = line;
  return {
    // Of the proposal, not of its time: a calendar knows it wherever it moves.
    uid: `${line.applicationId}-defence@${new URL(origin).hostname}`,
    ...{ sequence: line.sequence + changes, status: statusOf(line, view), changedAt: view.changedAt },
    ...{ at: line.startsAt, until: line.endsAt, location: where },
    summary: phrase(lang, 'evaluation:defence.event', { code, title }),
    description: [organisationName, competition.title, view.cancelReason].filter(Boolean).join('\n\n'),
    url: `${origin}${lang === 'en' ? '/en' : ''}${evaluationPaths.publicDefence(competition.code!)}`,
  };
}

function statusOf({ state }: AgendaLine, view: PublicDefenceView): IcsEvent['status'] {
  const isOff = view.state === 'cancelled' && state === 'planned';
  if (isOff || state === 'gone' || ['cancelled', 'not-held'].includes(view.competition.state)) return 'CANCELLED';
  return view.competition.state === 'suspended' ? 'TENTATIVE' : 'CONFIRMED';
}
