import { readFileSync } from 'node:fs';
import { answerLifecycle } from './answer.lifecycle.js';
import { consentActions, consentLifecycle, isBound } from './consent.lifecycle.js';
import { reportLifecycle } from './report.lifecycle.js';
import { instanceLifecycle, isOverdue, shownState } from './instance.lifecycle.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('a due time of a measure', () => {
  it('is done only with evidence, and with the answers that are owed or a waiver in writing', () => {
    const complete = (subject: object) => () => instanceLifecycle.next('open', 'complete', subject);
    expect(complete({})).toThrow('plan.no-evidence');
    expect(complete({ confirmedEvidence: 1, missingAnswers: 2 })).toThrow('plan.answers-missing');
    expect(complete({ confirmedEvidence: 1, missingAnswers: 2, waiver: 'Лист № 5' })()).toBe('done');
    expect(complete({ confirmedEvidence: 1, missingAnswers: 0 })()).toBe('done');
  });

  it('is moved or cancelled only by an act, and not done only with a reason', () => {
    const act = { number: '12', on: '2020-09-30' };
    expect(() => instanceLifecycle.next('open', 'move', { reason: 'Карантин' })).toThrow('plan.act-needed');
    expect(instanceLifecycle.next('open', 'move', { reason: 'Карантин', act })).toBe('moved');
    expect(instanceLifecycle.next('planned', 'cancel', { reason: 'Карантин', act })).toBe('cancelled');
    expect(() => instanceLifecycle.next('open', 'fail', {})).toThrow('plan.reason-needed');
  });

  it('rule 70: is overdue from the day after its quarter, computed and not written', () => {
    const instance = { state: 'open', from: '2020-04-01', dueOn: '2020-06-30' } as const;
    expect(isOverdue(instance, '2020-06-30')).toBe(false);
    expect(isOverdue(instance, '2020-07-01')).toBe(true);
    expect(isOverdue({ ...instance, state: 'done' }, '2020-07-01')).toBe(false);
    expect(shownState({ state: 'planned', from: '2020-04-01' }, '2020-04-01')).toBe('open');
    expect(shownState({ state: 'planned', from: '2020-04-01' }, '2020-03-31')).toBe('planned');
  });

  it('is drawn in the README', () => {
    expect(readme).toContain('```mermaid\n' + instanceLifecycle.diagram() + '\n```');
    expect(readme).toContain('```mermaid\n' + consentLifecycle.diagram() + '\n```');
    expect(readme).toContain('```mermaid\n' + answerLifecycle.diagram() + '\n```');
    expect(readme).toContain('```mermaid\n' + reportLifecycle.diagram() + '\n```');
  });
});

describe('a consent', () => {
  it('binds only who must or who said yes', () => {
    const bound = (
      ['not-needed', 'not-asked', 'asked', 'consented', 'declined', 'no-answer', 'withdrawn'] as const
    ).filter(isBound);
    expect(bound).toEqual(['not-needed', 'consented']);
  });

  it('rests on letters, and is never asked of a party that must', () => {
    expect(() => consentLifecycle.next('asked', 'consent', { letter: null })).toThrow('plan.letter-needed');
    expect(consentLifecycle.next('asked', 'note-silence', { letter: null })).toBe('no-answer');
    expect(consentActions('not-needed')).toEqual([]);
    expect(consentActions('consented')).toEqual(['withdraw']);
  });
});
