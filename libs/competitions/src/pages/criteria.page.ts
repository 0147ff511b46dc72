import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, handleForm, ParseId, seeOther, type FailedForm, type FormBody, type Result } from '#libs/platform/http';
import { drawsLots, TIE_LOT } from '../model/deciders.js';
import { LIMITS } from '../model/limits.js';
import type { CompetitionSettings } from '../model/settings.js';
import { competitionPaths } from '../paths.js';
import { tieStepText } from '../queries/announcement.js';
import { CompetitionForEdit } from '../queries/competition-for-edit.js';
import { SaveSettings } from '../use-cases/save-settings.js';
import { CriteriaForm, criterionKeys, newCriterionRow } from './criteria.forms.js';
import { changeRows, rowsIn } from './row-buttons.js';
import { anchorsAsText } from './settings-fields.js';

const ROWS = { name: 'criteria', max: LIMITS.criteria, blank: newCriterionRow };
import { settingsPage } from './settings-page.js';

/** Criteria as rows with scale and anchors, the passing score and the order that parts equal sums. */
@Controller()
export class CriteriaPage {
  constructor(
    private readonly read: CompetitionForEdit,
    private readonly save: SaveSettings,
  ) {}

  @Get('organiser/competitions/:id/settings/criteria')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const settings = await this.read.execute(ctx, id, 'criteria');
    const rows = form ? rowsIn(form.values, ROWS.name) : storedRows(settings.competition);
    return settingsPage('criteria', settings, form, {
      rows,
      tieSteps: tieChoices(ctx, rows, drawsLots(settings.competition)),
    });
  }

  @Post('organiser/competitions/:id/settings/criteria')
  @Allow('officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    const changed = changeRows(body, ROWS);
    if (changed) return this.show(ctx, id, { errors: [], values: changed });
    return handleForm({
      body: { ...body, criteria: rowsIn(body, ROWS.name) },
      shape: CriteriaForm,
      act: ({ version, criteria, passingHundredths, tieOrder }) =>
        this.save.execute(ctx, id, version, {
          criteria: criteria.map((one) => ({ ...one, question: one.question ?? '' })),
          passingHundredths,
          tieOrder: existingSteps(tieOrder, criterionKeys(criteria)),
        }),
      next: () => seeOther(competitionPaths.saved(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}

function storedRows({ criteria }: CompetitionSettings): Record<string, unknown>[] {
  return criteria.map((one) => ({ ...one, guidance: anchorsAsText(one.guidance) }));
}

/** A criterion that was removed takes its step in the tie order along; a step chosen twice counts once. */
function existingSteps(steps: readonly string[], keys: readonly string[]): string[] {
  const known = [TIE_LOT, 'submitted-earlier', ...keys.map((key) => `criterion:${key}`)];
  return [...new Set(steps)].filter((step) => known.includes(step));
}

/** The lot can be chosen where the rules name it. */
function tieChoices(
  ctx: Context,
  rows: readonly Record<string, unknown>[],
  hasLot: boolean,
): { value: string; text: string }[] {
  const criteria = rows.map(({ key, title }) => ({ key: String(key), title: String(title) }));
  const steps = [...criteria.map(({ key }) => `criterion:${key}`), 'submitted-earlier', ...(hasLot ? [TIE_LOT] : [])];
  return steps.map((value) => ({ value, text: tieStepText(value, criteria, ctx.lang) }));
}
