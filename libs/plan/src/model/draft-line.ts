import { shortDate } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import { STATUTE_STATES } from './answer-form.js';
import type { ReportLine } from './report.js';

type Drafted = Pick<ReportLine, 'evidence' | 'totals' | 'bodies' | 'form'>;
const t = (key: string, data = {}) => phrase('uk', `plan:draft.${key}`, data);

/** «Стан виконання» as the facts tell it: dated sentences, totals of answers, who has answered. People edit it after. */
export function draftLine({ evidence, totals, bodies, form }: Drafted): string {
  const dated = evidence.map(({ happenedOn, words }) => `${shortDate(happenedOn)} — ${words.replace(/[.\s]+$/u, '')}.`);
  const sentences = [...dated, ...answersInWords(totals, form), ...bodiesInWords(bodies)];
  return sentences.length > 0 ? sentences.join('\n') : t('nothing');
}

function answersInWords(totals: Drafted['totals'], form: Drafted['form']): string[] {
  if (totals.held === 0) return [];
  const { events, people, organisations, consultations, proposals, accepted } = totals;
  const said: string[] = [];
  if (form === 'consultations' && consultations > 0)
    said.push(t('consultations', { count: consultations, proposals, accepted }));
  if (form === 'statutes') {
    const states = STATUTE_STATES.filter((state) => totals.statutes[state]);
    const list = states
      .map((state) => `${phrase('uk', `plan:statute.${state}`)} — ${totals.statutes[state]}`)
      .join(', ');
    if (list) said.push(t('statutes', { list }));
  }
  const figures = Object.entries({ events, people, organisations }).filter(([, value]) => value > 0);
  const list = figures.map(([key, value]) => `${phrase('uk', `plan:answer.${key}`).toLowerCase()} — ${value}`);
  if (form === 'plain' && list.length > 0) said.push(t('figures', { list: list.join(', ') }));
  return said;
}

function bodiesInWords({ bound, accepted, byConsent, consented, notBound, hindered }: Drafted['bodies']): string[] {
  const said: string[] = [];
  if (byConsent > 0) said.push(t('consent', { consented, of: byConsent }));
  if (bound > 0) said.push(t('answered', { accepted, of: bound }));
  if (notBound.length > 0) said.push(t('notBound', { names: notBound.join(', ') }));
  if (hindered.length > 0) said.push(t('hindered', { names: hindered.join(', ') }));
  return said;
}
