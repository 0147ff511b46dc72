import { inLang, sectionOf, type ProposalForm } from '#libs/competitions';
import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import type { Flaw } from './mending.js';
import type { Part } from './parts.js';

/** The page of the form as people call it. */
export function partInWords(part: Part, form: ProposalForm, lang: Lang): string {
  const section = sectionOf(form, part.replace('answers/', ''));
  return section && part.startsWith('answers/')
    ? inLang(section.title, lang)
    : phrase(lang, `applications:part.${part}`);
}

/** «– Кошторис: …», a line for each. */
export const flawsInWords = (flaws: readonly Flaw[], form: ProposalForm, lang: Lang): string =>
  flaws.map(({ part, what }) => `– ${partInWords(part, form, lang)}: ${what}`).join('\n');
