import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  OneOfField,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { chooseRuleSet, presetRuleSet, presetRuleSets, RULE_SET_KEYS, type RuleSetKey } from '#libs/terms';
import { competitionPaths } from '../paths.js';
import { rulesInWords } from '../queries/announcement.js';
import { CompetitionForEdit } from '../queries/competition-for-edit.js';
import { SaveSettings } from '../use-cases/save-settings.js';
import { VersionedForm } from './settings.forms.js';

class RuleSetForm extends VersionedForm {
  @OneOfField(RULE_SET_KEYS)
  ruleSetKey: RuleSetKey;
}

/** What the page may say was done. */
const DONE: readonly string[] = ['saved', 'adopted', 'confirmed'];

/** The rule set of a draft: which one, and every value with its source and whether it is confirmed (rule 3). */
@Controller()
export class RulesPage {
  constructor(
    private readonly read: CompetitionForEdit,
    private readonly save: SaveSettings,
  ) {}

  @Get('organiser/competitions/:id/settings/rules')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { competition, problems } = await this.read.execute(ctx, id, 'rules');
    const offered = competition.announcedOn ? chooseRuleSet(competition.announcedOn) : null;
    const rules = rulesInWords(competition.ruleSet, ctx.lang);
    return page('competitions/rules.njk', {
      competition,
      problems,
      ruleSets: presetRuleSets().map(({ key, title }) => ({ value: key, text: title[ctx.lang] })),
      offered: offered && offered.key !== competition.ruleSetKey ? offered.title[ctx.lang] : null,
      rules: {
        ...rules,
        groups: rules.groups.map((group) => ({
          ...group,
          slots: group.slots.map((slot) => ({ ...slot, href: competitionPaths.slot(id, slot.key) })),
        })),
      },
      notice: DONE.includes(done ?? '')
        ? phrase(ctx.lang, `competitions:rules.done.${done}`, { count: rules.adopted })
        : null,
      settle: competitionPaths.settle(id),
      action: competitionPaths.section(id, 'rules'),
      back: competitionPaths.overview(id),
      form,
    });
  }

  @Post('organiser/competitions/:id/settings/rules')
  @Allow('officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: RuleSetForm,
      act: ({ version, ruleSetKey }) => this.save.execute(ctx, id, version, { ruleSet: presetRuleSet(ruleSetKey) }),
      next: () => seeOther(`${competitionPaths.section(id, 'rules')}?done=saved`),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }
}
