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
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { LIMITS } from '../model/limits.js';
import { competitionPaths } from '../paths.js';
import { CompetitionForEdit } from '../queries/competition-for-edit.js';
import { SaveSettings } from '../use-cases/save-settings.js';
import { changeRows, rowsIn } from './row-buttons.js';
import { settingsPage } from './settings-page.js';
import { VersionedForm } from './settings.forms.js';
import { LinesField } from './settings-fields.js';

class PriorityForm {
  @TextField({ max: LIMITS.priorityTitle, code: 'competitions.priority-unnamed' })
  title: string;
  @TextField({ max: LIMITS.priorityDescription, required: false })
  description: string | null;
}

class PrioritiesForm extends VersionedForm {
  @Type(() => PriorityForm)
  @ValidateNested({ each: true })
  @ArrayMaxSize(LIMITS.priorities, { message: 'platform.wrong-form' })
  priorities: PriorityForm[] = [];

  @LinesField({ max: LIMITS.activities, length: LIMITS.activity })
  activities: string[] = [];
}

const ROWS = { name: 'priorities', max: LIMITS.priorities, blank: () => ({ title: '', description: '' }) };

/** Priority tasks as rows, and the kinds of activity that are supported. */
@Controller()
export class PrioritiesPage {
  constructor(
    private readonly read: CompetitionForEdit,
    private readonly save: SaveSettings,
  ) {}

  @Get('organiser/competitions/:id/settings/priorities')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const settings = await this.read.execute(ctx, id, 'priorities');
    const { priorities } = settings.competition;
    const stored = priorities.length > 0 ? priorities : [ROWS.blank()];
    return settingsPage('priorities', settings, form, { rows: form ? rowsIn(form.values, ROWS.name) : stored });
  }

  @Post('organiser/competitions/:id/settings/priorities')
  @Allow('officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    const changed = changeRows(body, ROWS);
    if (changed) return this.show(ctx, id, { errors: [], values: changed });
    return handleForm({
      body: { ...body, priorities: rowsIn(body, ROWS.name) },
      shape: PrioritiesForm,
      act: ({ version, priorities, activities }) =>
        this.save.execute(ctx, id, version, {
          priorities: priorities.map(({ title, description }) => ({ title, description: description ?? '' })),
          supportedActivities: activities,
        }),
      next: () => seeOther(competitionPaths.saved(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
