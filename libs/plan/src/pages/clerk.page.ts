import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DOCX } from '#libs/documents';
import { Public, type Context } from '#libs/platform/access';
import {
  Ctx,
  download,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { planWorkPaths } from '../paths.js';
import { ClerkSheet } from '../queries/clerk-sheet.js';
import { SaveAnswers } from '../use-cases/save-answers.js';
import { answersLetter } from './answers-letter.js';
import { AnswersForm, typedAnswers } from './answers.forms.js';
import { sheetView } from './sheet-view.js';

const WHY = 'the address itself is the secret of whoever got the letter';
const DONE: readonly string[] = ['saved', 'sent'];

/** The clerk of a community or a district answers everything of her quarter on one page, without an account. */
@Controller('plan-answers/:token')
export class ClerkPage {
  constructor(
    private readonly sheet: ClerkSheet,
    private readonly save: SaveAnswers,
  ) {}

  @Get()
  @Public(WHY)
  async show(
    @Ctx() ctx: Context,
    @Param('token') token: string,
    @Query('done') done?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    const view = sheetView(await this.sheet.execute(token), ctx.lang, form);
    const notice = DONE.includes(String(done)) ? phrase(ctx.lang, `plan:clerk.done.${String(done)}`) : null;
    const paths = { here: planWorkPaths.clerk(token), letter: planWorkPaths.clerkLetter(token) };
    return page('plan/clerk.njk', { ...view, notice, paths });
  }

  @Post()
  @Public(WHY)
  async answer(@Ctx() ctx: Context, @Param('token') token: string, @Body() body: FormBody): Promise<Result> {
    const { lines } = await this.sheet.execute(token);
    const forms = new Map(lines.map(({ sliceId, form }) => [sliceId, form]));
    return handleForm({
      body,
      shape: AnswersForm,
      act: async (input) => {
        await this.save.byLink(ctx, token, typedAnswers(input, forms), input.act !== 'save');
        return input.act;
      },
      next: (act) => seeOther(`${planWorkPaths.clerk(token)}?done=${act === 'save' ? 'saved' : 'sent'}`),
      again: (form) => this.show(ctx, token, undefined, form),
    });
  }

  /** For her head to sign: the same answers as a letter. */
  @Get('letter')
  @Public(WHY)
  async letter(@Param('token') token: string): Promise<Result> {
    const sheet = await this.sheet.execute(token);
    const name = phrase('uk', 'plan:letter.file', { quarter: sheet.quarter, year: sheet.plan.year });
    return download(await answersLetter(sheet), { name: `${name}.docx`, mediaType: DOCX });
  }
}
