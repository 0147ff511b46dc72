import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { InvalidInput, NotFound } from '#libs/platform/errors';
import {
  competitionSettings,
  sectionOf,
  shownQuestions,
  type FormSection,
  type ProposalForm,
} from '#libs/competitions';
import { isAnswered, type Answers } from '../model/answers.js';
import { isSame } from '#libs/platform/canonical-json';
import { answersPart } from '../model/parts.js';
import { readAnswer } from '../model/read-answer.js';
import { sectionAsTyped } from '../queries/section-as-typed.js';
import { beginEdit, endEdit, type SavedPart } from './edit-part.js';

/** `typed`: question key -> what was typed. Questions of other sections are left as they are. */
export interface TypedAnswers {
  section: string;
  version: number;
  typed: Record<string, unknown>;
}

/** `asks`: the key of a question of the section that is asked only now, after these answers; null when there is none. */
export interface SavedAnswers extends SavedPart {
  asks: string | null;
}

/** The answers of one section, kept also when they are incomplete; what cannot be read is sent back. */
@Injectable()
export class SaveAnswers {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, id: string, edit: TypedAnswers): Promise<SavedAnswers> {
    return this.uow.run(ctx, async (tx) => {
      const part = answersPart(edit.section);
      const application = await beginEdit(tx, id, part, edit.version);
      const { form } = await competitionSettings(tx, application.competitionId);
      const section = await sectionAsTyped(tx, application, form, edit.section);
      if (!section) throw new NotFound();
      const answers = answersOf(form, section, application.answers, edit.typed);
      const asks = newlyAsked(form, edit.section, application.answers, answers);
      if (isSame(answers, application.answers)) return { version: edit.version, asks };
      return { ...(await endEdit(tx, application, part, { answers: JSON.stringify(answers) })), asks };
    });
  }
}

/**
 * Answers to questions that are hidden now are kept as they were, unless something that can be read was typed there.
 * @throws InvalidInput with every answer that cannot be kept
 */
function answersOf(form: ProposalForm, section: FormSection, before: Answers, typed: Record<string, unknown>): Answers {
  const read = section.questions.map((one) => ({ key: one.key, ...readAnswer(one, typed[one.key]) }));
  const next = { ...before, ...Object.fromEntries(read.map(({ key, value }) => [key, value])) };
  const shown = shownQuestions(form, next);
  const errors = read.filter(({ key }) => shown.has(key)).flatMap((one) => one.errors);
  if (errors.length > 0) throw new InvalidInput(errors);
  const kept = read.filter(({ key, errors: wrong }) => !shown.has(key) && (wrong.length > 0 || !(key in typed)));
  return { ...next, ...Object.fromEntries(kept.map(({ key }) => [key, before[key] ?? ''])) };
}

function newlyAsked(form: ProposalForm, key: string, before: Answers, after: Answers): string | null {
  const [earlier, now] = [shownQuestions(form, before), shownQuestions(form, after)];
  const fresh = sectionOf(form, key)?.questions.find(
    (one) => now.has(one.key) && !earlier.has(one.key) && !isAnswered(after[one.key]),
  );
  return fresh?.key ?? null;
}
