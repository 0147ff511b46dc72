import { questionsOf, type BudgetRules, type ProposalForm, type Question, type TargetGroup } from '#libs/competitions';
import { fits, isAnswered, type Answers } from './answers.js';
import type { DraftProposal } from './draft-proposal.js';
import type { BudgetLine } from './frozen-proposal.js';

/** What a competition asks, as far as an earlier proposal may be carried over into it. */
export interface CarrySide {
  form: ProposalForm;
  priorities: readonly { id: string; title: string }[];
  targetGroups: readonly TargetGroup[];
  budgetRules: BudgetRules;
}

/** Something of the earlier proposal that has no place in the new one; `name` says which, where there are several. */
export interface NotCarried {
  what: 'question' | 'priority' | 'days' | 'months' | 'reach' | 'cost-group' | 'budget' | 'files';
  name?: string;
}

export interface CarriedOver {
  draft: Omit<DraftProposal, 'files' | 'startOn' | 'endOn'>;
  notCarried: NotCarried[];
}

/**
 * A proposal of an earlier competition as the beginning of a new one: what both forms ask in the same words. Days belong
 * to another year and files were signed for it; they are named and not carried.
 */
export function carryOver(earlier: DraftProposal, from: CarrySide, to: CarrySide): CarriedOver {
  const lost: NotCarried[] = [];
  const draft = {
    title: earlier.title,
    priorityId: priorityOf(earlier, from, to, lost),
    reach: reachOf(earlier, from, to, lost),
    answers: answersOf(earlier, from, to, lost),
    activities: earlier.activities.map((one) => ({ ...one, month: null })),
    lines: earlier.lines.map((line) => lineOf(line, from, to, lost)),
    indicators: earlier.indicators,
  };
  if (earlier.startOn || earlier.endOn) lost.push({ what: 'days' });
  if (earlier.activities.some(({ month }) => month)) lost.push({ what: 'months' });
  lost.push(...earlier.files.map(({ name }) => ({ what: 'files' as const, name })));
  return { draft, notCarried: lost };
}

const sameWords = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function priorityOf({ priorityId }: DraftProposal, from: CarrySide, to: CarrySide, lost: NotCarried[]): string | null {
  const before = from.priorities.find(({ id }) => id === priorityId);
  if (!before) return null;
  const now = to.priorities.find(({ title }) => sameWords(title, before.title));
  if (!now) lost.push({ what: 'priority', name: before.title });
  return now?.id ?? null;
}

function reachOf({ reach }: DraftProposal, from: CarrySide, to: CarrySide, lost: NotCarried[]): DraftProposal['reach'] {
  return reach.flatMap(({ key, people }) => {
    const before = from.targetGroups.find((group) => group.key === key);
    const now = before && to.targetGroups.find(({ title }) => sameWords(title, before.title));
    if (before && !now) lost.push({ what: 'reach', name: before.title });
    return now ? [{ key: now.key, people }] : [];
  });
}

function answersOf({ answers }: DraftProposal, from: CarrySide, to: CarrySide, lost: NotCarried[]): Answers {
  const asked = questionsOf(to.form).filter(({ kind }) => kind !== 'file');
  const given = questionsOf(from.form).filter(({ kind, key }) => kind !== 'file' && isAnswered(answers[key]));
  const carried: Answers = {};
  for (const before of given) {
    const now = asked.find((one) => isSameQuestion(before, one));
    if (now && fits(now, answers[before.key])) carried[now.key] = answers[before.key]!;
    else lost.push({ what: 'question', name: before.title.uk });
  }
  return carried;
}

/** By its words and not by its key: keys of two forms may coincide by chance. */
function isSameQuestion(before: Question, now: Question): boolean {
  const columns = ({ columns = [] }: Question) => columns.map(({ key, kind }) => `${key} ${kind}`).join();
  return before.kind === now.kind && sameWords(before.title.uk, now.title.uk) && columns(before) === columns(now);
}

function lineOf(line: BudgetLine, from: CarrySide, { budgetRules }: CarrySide, lost: NotCarried[]): BudgetLine {
  const { isByMonths, hasOtherSources } = budgetRules;
  const isCountedOtherwise = (line.months !== 1 && !isByMonths) || (line.otherKop > 0 && !hasOtherSources);
  if (isCountedOtherwise) lost.push({ what: 'budget', name: line.title });
  const counted = { months: isByMonths ? line.months : 1, otherKop: hasOtherSources ? line.otherKop : 0 };
  return { ...line, ...counted, ...groupOf(line, from, budgetRules, lost) };
}

/** Named once, however many lines were in the group. */
function groupOf(line: BudgetLine, from: CarrySide, { groups }: BudgetRules, lost: NotCarried[]) {
  const category = from.budgetRules.groups.find(({ key }) => key === line.group)?.title ?? line.category;
  const now = groups.find(({ title }) => sameWords(title, category));
  if (now) return { group: now.key, category: '' };
  const isNew = !lost.some(({ what, name }) => what === 'cost-group' && name === category);
  if (groups.length > 0 && category !== '' && isNew) lost.push({ what: 'cost-group', name: category });
  return { group: '', category };
}
