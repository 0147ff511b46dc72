import { Controller, Get, Param } from '@nestjs/common';
import {
  competitionByCode,
  competitionPaths,
  competitionSettings,
  inLang,
  type CompetitionSettings,
  type Question,
} from '#libs/competitions';
import { Public, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ctx, page, type Result } from '#libs/platform/http';
import { ownShareNeededKop } from '../model/budget.js';
import { FILE_MAX_MB } from '../model/limits.js';
import { applicationPaths } from '../paths.js';

/** What to have at hand before writing, made of the settings of the competition; for everybody, and to be printed. */
@Controller()
export class PreparationPage {
  constructor(private readonly db: Database) {}

  @Get('competitions/:code/preparation')
  @Public('what an announcement asks for is public information (Law 2939-VI, art. 15)')
  async show(@Ctx() ctx: Context, @Param('code') code: string): Promise<Result> {
    const { id } = await competitionByCode(this.db, code);
    const competition = await competitionSettings(this.db, id);
    const asked = (questions: readonly Question[]) => questions.map((one) => line(one, ctx));
    const { sections } = competition.form;
    return page('applications/preparation.njk', {
      competition,
      minMonths: competition.ruleSet?.slots.minRegistrationAgeMonths?.value ?? null,
      files: asked(sections.flatMap(({ part, questions }) => (part === 'files' ? questions : []))),
      sections: sections
        .filter(({ part, questions }) => !part && questions.length > 0)
        .map(({ title, questions }) => ({ title: inLang(title, ctx.lang), questions: asked(questions) })),
      example: exampleKop(competition),
      paths: { competition: competitionPaths.show(code), start: applicationPaths.start(id) },
    });
  }
}

function line(question: Question, { lang }: Context) {
  const { title, hint, required, condition, maxLength, maxWords, formats, maxMb, kind } = question;
  return {
    ...{
      title: inLang(title, lang),
      hint: inLang(hint, lang),
      isRequired: required,
      isConditional: Boolean(condition),
    },
    ...{ kind, maxLength, maxWords, formats: formats ?? [], maxMb: maxMb ?? FILE_MAX_MB },
  };
}

/** The own share beside the largest sum that may be asked, so that a percentage is a sum too. */
function exampleKop({ capKop, ownShareHundredths }: CompetitionSettings): number | null {
  return capKop && ownShareHundredths ? ownShareNeededKop(capKop, ownShareHundredths) : null;
}
