import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { organisers } from '#libs/identity';
import { ListMeasures } from '#libs/measures';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ctx, handleForm, ParseId, seeOther, type FailedForm, type FormBody, type Result } from '#libs/platform/http';
import { LEGAL_FORMS } from '#libs/terms';
import { SCORING_MODES } from '../model/competition.js';
import type { SettingsChange } from '../model/editable-settings.js';
import { competitionPaths } from '../paths.js';
import { rulesInWords } from '../queries/announcement.js';
import { CompetitionForEdit } from '../queries/competition-for-edit.js';
import { SaveSettings } from '../use-cases/save-settings.js';
import { measureChoices } from './measure-choices.js';
import { settingsPage } from './settings-page.js';
import { PLAIN_FORMS, type PlainSection, type VersionedForm } from './settings.forms.js';

/** One section of the settings: a plain form that may be left half-done. */
@Controller()
export class PlainSettingsPage {
  constructor(
    private readonly read: CompetitionForEdit,
    private readonly save: SaveSettings,
    private readonly measures: ListMeasures,
    private readonly db: Database,
  ) {}

  @Get('organiser/competitions/:id/settings/:section')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('section') name: string,
    form?: FailedForm,
  ): Promise<Result> {
    const section = plainSection(name);
    const settings = await this.read.execute(ctx, id, section);
    return settingsPage(section, settings, form, {
      scoringModes: SCORING_MODES,
      legalForms: LEGAL_FORMS,
      slots: slotsOf(settings.competition.ruleSet, ctx),
      measures: section === 'basics' ? measureChoices(ctx, await this.measures.execute(this.db)) : [],
      coOrganisers: section === 'basics' ? await this.otherOrganisers(settings.competition.organiserId) : [],
    });
  }

  @Post('organiser/competitions/:id/settings/:section')
  @Allow('officer')
  submit(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('section') name: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const section = plainSection(name);
    return handleForm<VersionedForm, void>({
      body,
      shape: PLAIN_FORMS[section],
      act: ({ version, ...change }) => this.save.execute(ctx, id, version, change as SettingsChange),
      next: () => seeOther(competitionPaths.saved(id)),
      again: (form) => this.show(ctx, id, section, form),
    });
  }

  private async otherOrganisers(organiserId: string): Promise<{ value: string; text: string }[]> {
    const others = (await organisers(this.db)).filter(({ id }) => id !== organiserId);
    return others.map(({ id, name }) => ({ value: id, text: name }));
  }
}

function plainSection(name: string): PlainSection {
  if (!Object.hasOwn(PLAIN_FORMS, name)) throw new NotFound();
  return name as PlainSection;
}

/** What the rule set says, by the key of the slot, so that a field can show it beside itself. */
function slotsOf(ruleSet: Parameters<typeof rulesInWords>[0], ctx: Context): Record<string, unknown> {
  const slots = rulesInWords(ruleSet, ctx.lang).groups.flatMap((group) => group.slots);
  return Object.fromEntries(slots.map((slot) => [slot.key, slot]));
}
