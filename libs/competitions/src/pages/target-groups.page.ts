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
import type { TargetGroup } from '../model/target-groups.js';
import { competitionPaths } from '../paths.js';
import { CompetitionForEdit } from '../queries/competition-for-edit.js';
import { SaveSettings } from '../use-cases/save-settings.js';
import { changeRows, newRowKey, rowsIn } from './row-buttons.js';
import { settingsPage } from './settings-page.js';
import { VersionedForm } from './settings.forms.js';

class TargetGroupForm {
  @TextField({ max: 40, pattern: /^target-\d{1,4}$/ })
  key: string;
  @TextField({ max: LIMITS.targetGroup, code: 'competitions.target-group-unnamed' })
  title: string;
  @TextField({ max: LIMITS.targetGroup, required: false })
  titleEn: string | null;
}

class TargetGroupsForm extends VersionedForm {
  @Type(() => TargetGroupForm)
  @ValidateNested({ each: true })
  @ArrayMaxSize(LIMITS.targetGroups, { message: 'platform.wrong-form' })
  targets: TargetGroupForm[] = [];
}

const ROWS = {
  name: 'targets',
  max: LIMITS.targetGroups,
  blank: (rows: Record<string, unknown>[]) => ({ key: newRowKey('target', rows), title: '', titleEn: '' }),
};

/** For whom the competition is held; none = for everybody. */
@Controller()
export class TargetGroupsPage {
  constructor(
    private readonly read: CompetitionForEdit,
    private readonly save: SaveSettings,
  ) {}

  @Get('organiser/competitions/:id/settings/target-groups')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const settings = await this.read.execute(ctx, id, 'target-groups');
    const rows = form ? rowsIn(form.values, ROWS.name) : settings.competition.targetGroups;
    return settingsPage('target-groups', settings, form, { rows });
  }

  @Post('organiser/competitions/:id/settings/target-groups')
  @Allow('officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    const changed = changeRows(body, ROWS);
    if (changed) return this.show(ctx, id, { errors: [], values: changed });
    return handleForm({
      body: { ...body, targets: rowsIn(body, ROWS.name) },
      shape: TargetGroupsForm,
      act: ({ version, targets }) => this.save.execute(ctx, id, version, { targetGroups: targets.map(targetGroupOf) }),
      next: () => seeOther(competitionPaths.saved(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}

const targetGroupOf = ({ key, title, titleEn }: TargetGroupForm): TargetGroup => ({
  ...{ key, title, titleEn: titleEn ?? '' },
});
