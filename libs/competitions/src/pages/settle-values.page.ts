import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import {
  Ctx,
  DayField,
  handleForm,
  page,
  ParseId,
  seeOther,
  TextField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { SLOT_KEYS, slotWording, unsettledSlots, type SlotKey } from '#libs/terms';
import { LIMITS } from '../model/limits.js';
import { competitionPaths } from '../paths.js';
import { CompetitionForEdit } from '../queries/competition-for-edit.js';
import { AdoptSlots } from '../use-cases/adopt-slots.js';
import { ConfirmSlot } from '../use-cases/confirm-slot.js';
import { ChoicesField } from './settings-fields.js';
import { VersionedForm } from './settings.forms.js';

class ChosenForm extends VersionedForm {
  @ChoicesField(SLOT_KEYS)
  keys: SlotKey[] = [];
}

class AdoptionForm extends ChosenForm {
  @TextField({ max: LIMITS.orderNumber, code: 'terms.order-number-missing' })
  number: string;
  @DayField()
  on: string;
}

class ManyConfirmedForm extends ChosenForm {
  @TextField({ max: LIMITS.contact, code: 'terms.confirmed-by-missing' })
  by: string;
  @DayField()
  checkedOn: string;
  @TextField({ max: LIMITS.place, code: 'terms.act-link-missing' })
  link: string;
}

/** Values that are «не підтверджено», many at once: one order adopts what is ticked, or one act confirms it (rule 3). */
@Controller()
export class SettleValuesPage {
  constructor(
    private readonly read: CompetitionForEdit,
    private readonly adopt: AdoptSlots,
    private readonly confirm: ConfirmSlot,
  ) {}

  /** `key`: what is ticked at first: one value, or `all`. */
  @Get('organiser/competitions/:id/values')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('key') key?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { competition } = await this.read.execute(ctx, id, 'rules');
    const open = competition.ruleSet ? unsettledSlots(competition.ruleSet) : [];
    const choices = open.map((one) => {
      const { name, value, source } = slotWording(competition.ruleSet!.slots[one], ctx.lang);
      return { value: one, text: `${name}: ${value}`, hint: source };
    });
    return page('competitions/settle-values.njk', {
      ...{ competition, choices, form, me: ctx.actor.fullName, today: kyivDay(ctx.now) },
      ticked: key === 'all' ? open : open.filter((one) => one === key),
      tickAll: `${competitionPaths.settle(id)}?key=all`,
      action: competitionPaths.settle(id),
      back: competitionPaths.section(id, 'rules'),
    });
  }

  @Post('organiser/competitions/:id/values')
  @Allow('officer')
  settle(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    const done = body.how === 'confirm' ? 'confirmed' : 'adopted';
    const common = {
      body,
      next: () => seeOther(`${competitionPaths.section(id, 'rules')}?done=${done}`),
      again: (form: FailedForm) => this.show(ctx, id, undefined, form),
    };
    if (body.how !== 'confirm')
      return handleForm({
        ...{ ...common, shape: AdoptionForm },
        act: ({ version, keys, number, on }) => this.adopt.execute(ctx, id, version, keys, { number, on }),
      });
    return handleForm({
      ...{ ...common, shape: ManyConfirmedForm },
      act: ({ version, keys, by, checkedOn, link }) =>
        this.confirm.execute(ctx, id, version, keys, { by, on: checkedOn, link }),
    });
  }
}
