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
    return flawsOf(proposal, lang).map(({ flaw, rule }, index) => ({
      ...{ id: `${id} ${index}`, path: applicationPaths.admissionOf(competitionId, id), registerCode },
      ...{ organisationName, phone, flaw, rule, whatToDo },
    }));
  });
}

function flawsOf({ checks, manual, flaws }: FlawedProposal, lang: Lang): { flaw: string; rule: number }[] {
  const failed = checks
    .filter(({ status }) => status === 'failed' || status === 'to-decide')
    .map((check) => checkWords(lang, check))
    .map(({ title, ground, rule }) => ({ flaw: `${title}: ${ground}`, rule }));
  const byHand = MANUAL_CHECKS.filter((item) => manual[item]?.passed === false).map((item) => ({
    flaw: `${phrase(lang, `applications:admission.checks.${item}.title`)}: ${manual[item]!.note}`,
    rule: 37,
  }));
  const ofPaper = flaws.map((problem) => ({ flaw: errorText(lang, fieldErrorOf(problem, lang)), rule: 37 }));
  return [...failed, ...byHand, ...ofPaper];
}

function stageOf({ state, mendingState, verdict }: FlawedProposal): string {
  if (state !== 'submitted') return 'decided';
  return mendingState ?? verdict ?? 'undecided';
}
