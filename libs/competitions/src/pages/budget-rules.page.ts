import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  ParseId,
  seeOther,
  TextField,
  TickField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import type { CostGroup } from '../model/budget-rules.js';
import { LIMITS } from '../model/limits.js';
import { competitionPaths } from '../paths.js';
import { rulesInWords } from '../queries/announcement.js';
import { CompetitionForEdit } from '../queries/competition-for-edit.js';
import { SaveSettings } from '../use-cases/save-settings.js';
import { changeRows, newRowKey, rowsIn } from './row-buttons.js';
import { settingsPage } from './settings-page.js';
import { VersionedForm } from './settings.forms.js';
import { HundredthsField } from './settings-fields.js';

class CostGroupForm {
  @TextField({ max: 40, pattern: /^group-\d{1,4}$/ })
  key: string;
  @TextField({ max: LIMITS.costGroup, code: 'competitions.cost-group-unnamed' })
  title: string;
  @TextField({ max: LIMITS.costGroup, required: false })
  titleEn: string | null;
  @HundredthsField({ max: 100, code: 'competitions.percent' })
  capHundredths: number | null;
  @TickField()
  isAdministrative = false;
}

class BudgetRulesForm extends VersionedForm {
  @Type(() => CostGroupForm)
  @ValidateNested({ each: true })
  @ArrayMaxSize(LIMITS.costGroups, { message: 'platform.wrong-form' })
  groups: CostGroupForm[] = [];
  @TickField()
  hasOtherSources = false;
  @TickField()
  isByMonths = false;
}

const ROWS = {
  name: 'groups',
  max: LIMITS.costGroups,
  blank: (rows: Record<string, unknown>[]) => ({ key: newRowKey('group', rows), title: '', capHundredths: null }),
};

/** Groups of costs with their caps (rule 24), and what a line of a budget is made of. */
@Controller()
export class BudgetRulesPage {
  constructor(
    private readonly read: CompetitionForEdit,
    private readonly save: SaveSettings,
  ) {}

  @Get('organiser/competitions/:id/settings/budget')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const settings = await this.read.execute(ctx, id, 'budget');
    const { ruleSet, budgetRules } = settings.competition;
    const slots = rulesInWords(ruleSet, ctx.lang).groups.flatMap((group) => group.slots);
    return settingsPage('budget', settings, form, {
      rows: form ? rowsIn(form.values, ROWS.name) : budgetRules.groups,
      administrativeCap: slots.find(({ key }) => key === 'adminCostCapPercent'),
    });
  }

  @Post('organiser/competitions/:id/settings/budget')
  @Allow('officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    const changed = changeRows(body, ROWS);
    if (changed) return this.show(ctx, id, { errors: [], values: changed });
    return handleForm({
      body: { ...body, groups: rowsIn(body, ROWS.name) },
      shape: BudgetRulesForm,
      act: ({ version, groups, ...columns }) =>
        this.save.execute(ctx, id, version, { budgetRules: { ...columns, groups: groups.map(costGroupOf) } }),
      next: () => seeOther(competitionPaths.saved(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}

const costGroupOf = (row: CostGroupForm): CostGroup => ({ ...row, titleEn: row.titleEn ?? '' });
