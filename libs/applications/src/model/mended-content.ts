import type { FrozenProposal } from './frozen-proposal.js';
import { answersPart, type Part } from './parts.js';

/** What is sent after mending (rule 38): the parts that were given back as they stand now, all others as they were submitted. */
export function mendedContent(submitted: FrozenProposal, now: FrozenProposal, parts: readonly Part[]): FrozenProposal {
  const of = (part: Part): FrozenProposal => (parts.includes(part) ? now : submitted);
  const { title, priority, startOn, endOn, reach } = of('about');
  const sectionOf = (key: string) => of(answersPart(key)).sections.find((section) => section.key === key);
  return {
    ...{ language: now.language, competition: now.competition, organisation: now.organisation },
    ...{ title, priority, startOn, endOn, ...(reach && { reach }) },
    sections: now.sections.map((section) => sectionOf(section.key) ?? section),
    activities: of('activities').activities,
    budget: of('budget').budget,
    indicators: of('indicators').indicators,
    files: of('files').files,
  };
}
