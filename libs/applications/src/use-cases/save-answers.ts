import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { InvalidInput, NotFound, type FieldError } from '#libs/platform/errors';
import { competitionSettings, type FormSection, type Question } from '#libs/competitions';
import { isSame } from '../model/canonical-json.js';
import { answersPart } from '../model/parts.js';
import { beginEdit, endEdit } from './edit-part.js';

/** The answers of one section, kept also when they are incomplete; a text that is too long is sent back. */
@Injectable()
export class SaveAnswers {
  constructor(private readonly uow: UnitOfWork) {}

  /** `typed`: question key -> text. Questions of other sections are left as they are. */
  execute(
    ctx: Context,
    id: string,
    edit: { section: string; version: number; typed: Record<string, string> },
  ): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const part = answersPart(edit.section);
      const application = await beginEdit(tx, id, part, edit.version);
      const { form } = await competitionSettings(tx, application.competitionId);
      const section = form.sections.find(({ key }) => key === edit.section);
      if (!section) throw new NotFound();
      const answers = { ...application.answers, ...answersOf(section, edit.typed) };
      if (isSame(answers, application.answers)) return;
      await endEdit(tx, application, part, { answers: JSON.stringify(answers) });
    });
  }
}

/** @throws InvalidInput with every answer that cannot be kept */
function answersOf(section: FormSection, typed: Record<string, string>): Record<string, string> {
  const problems = section.questions.flatMap((question) => problemOf(question, typed[question.key] ?? ''));
  if (problems.length > 0) throw new InvalidInput(problems);
  return Object.fromEntries(section.questions.map(({ key }) => [key, typed[key] ?? '']));
}

function problemOf({ key, kind, maxLength, options }: Question, text: string): FieldError[] {
  const field = `answers[${key}]`;
  if (kind !== 'choice')
    return text.length > maxLength ? [{ field, code: 'platform.too-long', data: { max: maxLength } }] : [];
  const isKnown = text === '' || options?.some(({ value }) => value === text);
  return isKnown ? [] : [{ field, code: 'platform.choose' }];
}
