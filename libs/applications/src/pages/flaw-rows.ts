import type { Lang } from '#libs/platform/access';
import { errorText, phrase } from '#libs/platform/phrases';
import { MANUAL_CHECKS } from '../model/admission.js';
import { applicationPaths } from '../paths.js';
import type { FlawedProposal } from '../queries/flaws-of-admission.js';
import { checkWords } from './check-words.js';
import { fieldErrorOf } from '../model/problem-in-words.js';

/** A line of the table of errors: one flaw of one proposal. */
export interface FlawLine {
  id: string;
  path: string;
  registerCode: string;
  organisationName: string;
  /** What it is about, without what is peculiar to this proposal. */
  reason: string;
  flaw: string;
  rule: number;
  whatToDo: string;
  phone: string;
}

/** What failed by the system or is for the commission to decide, what failed by hand, and what a paper lacks; with what to do about each. */
export function flawLines(competitionId: string, proposals: readonly FlawedProposal[], lang: Lang): FlawLine[] {
  return proposals.flatMap((proposal) => {
    const { id, registerCode, organisationName, phone } = proposal;
    const whatToDo = phrase(lang, `applications:flaws.todo.${stageOf(proposal)}`);
    return flawsOf(proposal, lang).map(({ reason, flaw, rule }, index) => ({
      ...{ id: `${id} ${index}`, path: applicationPaths.admissionOf(competitionId, id), registerCode },
      ...{ organisationName, phone, reason, flaw, rule, whatToDo },
    }));
  });
}

export interface FlawReason {
  reason: string;
  rule: number;
  /** In how many proposals. */
  count: number;
}

/** Which reasons occurred in how many proposals of the call, the commonest first. */
export function reasonsOf(lines: readonly FlawLine[]): FlawReason[] {
  const found = new Map<string, FlawReason & { paths: Set<string> }>();
  for (const { reason, rule, path } of lines) {
    const one = found.get(`${rule} ${reason}`) ?? { reason, rule, count: 0, paths: new Set<string>() };
    one.paths.add(path);
    found.set(`${rule} ${reason}`, one);
  }
  return [...found.values()]
    .map(({ reason, rule, paths }) => ({ reason, rule, count: paths.size }))
    .sort((a, b) => b.count - a.count || a.rule - b.rule);
}

function flawsOf({ checks, manual, flaws }: FlawedProposal, lang: Lang): Pick<FlawLine, 'reason' | 'flaw' | 'rule'>[] {
  const failed = checks
    .filter(({ status }) => status === 'failed' || status === 'to-decide')
    .map((check) => checkWords(lang, check))
    .map(({ title, ground, rule }) => ({ reason: title, flaw: `${title}: ${ground}`, rule }));
  const byHand = MANUAL_CHECKS.filter((item) => manual[item]?.passed === false).map((item) => {
    const reason = phrase(lang, `applications:admission.checks.${item}.title`);
    return { reason, flaw: `${reason}: ${manual[item]!.note}`, rule: 37 };
  });
  const ofPaper = flaws.map((problem) => ({
    reason: phrase(lang, 'applications:flaws.ofPaper'),
    ...{ flaw: errorText(lang, fieldErrorOf(problem, lang)), rule: 37 },
  }));
  return [...failed, ...byHand, ...ofPaper];
}

function stageOf({ state, mendingState, verdict }: FlawedProposal): string {
  if (state !== 'submitted') return 'decided';
  return mendingState ?? verdict ?? 'undecided';
}
