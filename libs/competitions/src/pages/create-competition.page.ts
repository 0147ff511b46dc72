import { Body, Controller, Get, Post } from '@nestjs/common';
import { organisers } from '#libs/identity';
import { ListMeasures } from '#libs/measures';
import { Allow, scopesOf, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import {
  TickField,
  Ctx,
  DayField,
  handleForm,
  OneOfField,
  page,
  seeOther,
  TextField,
  WholeNumberField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { presetRuleSets, RULE_SET_KEYS, type RuleSetKey } from '#libs/terms';
import { LIMITS } from '../model/limits.js';
import { competitionPaths } from '../paths.js';
import { CreateCompetition } from '../use-cases/create-competition.js';
import { measureChoices } from './measure-choices.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const choice = { max: 36, pattern: UUID, patternCode: 'platform.choose', code: 'platform.choose' };

class NewCompetitionForm {
  @TextField(choice)
  organiserId: string;
  @TextField({ max: LIMITS.title, code: 'competitions.unnamed' })
  title: string;
  @TextField(choice)
  measureId: string;
  @DayField()
  announcedOn: string;
  @WholeNumberField({ min: LIMITS.yearFrom, max: LIMITS.yearUntil, required: false })
  budgetYear: number | null;
  @OneOfField(RULE_SET_KEYS, { required: false })
  ruleSetKey: RuleSetKey | null;
  @TickField()
  isRehearsal = false;
}

/** The few answers a competition starts with; the rule set is offered by the day of the announcement (rule 2). */
@Controller()
export class CreateCompetitionPage {
  constructor(
    private readonly create: CreateCompetition,
    private readonly measures: ListMeasures,
    private readonly db: Database,
  ) {}

  @Get('organiser/competitions/new')
  @Allow('officer')
  async show(@Ctx() ctx: Context, form?: FailedForm): Promise<Result> {
    const mine = scopesOf(ctx.actor, ['officer']);
    const authorities = (await organisers(this.db)).filter(({ id }) => mine.includes(id));
    return page('competitions/new.njk', {
      authorities: authorities.map(({ id, name }) => ({ value: id, text: name })),
      measures: measureChoices(ctx, await this.measures.execute(this.db)),
      ruleSets: presetRuleSets().map(({ key, title }) => ({ value: key, text: title[ctx.lang] })),
      today: kyivDay(ctx.now),
      copy: competitionPaths.copy,
      back: competitionPaths.ofOrganiser,
      form,
    });
  }

  @Post('organiser/competitions/new')
  @Allow('officer')
  submit(@Ctx() ctx: Context, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NewCompetitionForm,
      act: (input) => this.create.execute(ctx, input),
      next: (id) => seeOther(competitionPaths.overview(id)),
      again: (form) => this.show(ctx, form),
    });
  }
}
