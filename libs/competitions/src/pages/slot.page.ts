import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { kyivDay, shortDate } from '#libs/platform/clock';
import { NotFound } from '#libs/platform/errors';
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
import { phrase } from '#libs/platform/phrases';
import { choicesOf, isSlotValue, SLOT_KEYS, SLOTS, slotWording, type SlotKey } from '#libs/terms';
import { isCarriedOut } from '../model/deciders.js';
import type { CompetitionSettings } from '../model/settings.js';
import { LIMITS } from '../model/limits.js';
import { competitionPaths } from '../paths.js';
import { CompetitionForEdit } from '../queries/competition-for-edit.js';
import { ChangeSlotValue } from '../use-cases/change-slot-value.js';
import { ConfirmSlot } from '../use-cases/confirm-slot.js';
import { VersionedForm } from './settings.forms.js';
import { readSlotValue } from './slot-value.js';

class ChangeForm extends VersionedForm {
  @TextField({ max: LIMITS.place, code: 'terms.source-missing' })
  source: string;
}

class ConfirmationForm extends VersionedForm {
  @TextField({ max: LIMITS.contact, code: 'terms.confirmed-by-missing' })
  by: string;
  @DayField()
  on: string;
  @TextField({ max: LIMITS.place, code: 'terms.act-link-missing' })
  link: string;
}

/** One value of the rule set of a draft: another value with its source, or a person's word for it (rule 3). */
@Controller()
export class SlotPage {
  constructor(
    private readonly read: CompetitionForEdit,
    private readonly change: ChangeSlotValue,
    private readonly confirm: ConfirmSlot,
  ) {}

  @Get('organiser/competitions/:id/rules/:key')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('key') name: string,
    form?: FailedForm,
  ): Promise<Result> {
    const key = slotKey(name);
    const { competition } = await this.read.execute(ctx, id, 'rules');
    const slot = competition.ruleSet!.slots[key];
    return page('competitions/slot.njk', {
      competition,
      slot,
      words: slotWording(slot, ctx.lang),
      ...waysOf(ctx, key),
      gap: gapOf(ctx, key, slot.value),
      // What the officer will say of it anyway: the conditions are approved by this order.
      ownSource: ownSource(ctx, competition),
      unlimited: unlimitedOf(ctx, key),
      me: ctx.actor.fullName,
      today: kyivDay(ctx.now),
      action: competitionPaths.slot(id, key),
      confirmation: competitionPaths.confirmSlot(id, key),
      settle: `${competitionPaths.settle(id)}?key=${key}`,
      back: competitionPaths.section(id, 'rules'),
      form,
    });
  }

  @Post('organiser/competitions/:id/rules/:key')
  @Allow('officer')
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('key') name: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const key = slotKey(name);
    return handleForm({
      body,
      shape: ChangeForm,
      act: ({ version, source }) =>
        this.change.execute(ctx, id, version, { key, value: readSlotValue(key, body), source }),
      next: () => seeOther(`${competitionPaths.section(id, 'rules')}?done=saved`),
      again: (form) => this.show(ctx, id, key, form),
    });
  }

  @Post('organiser/competitions/:id/rules/:key/confirmation')
  @Allow('officer')
  vouch(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('key') name: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const key = slotKey(name);
    return handleForm({
      body,
      shape: ConfirmationForm,
      act: ({ version, by, on, link }) => this.confirm.execute(ctx, id, version, [key], { by, on, link }),
      next: () => seeOther(`${competitionPaths.section(id, 'rules')}?done=confirmed`),
      again: (form) => this.show(ctx, id, key, form),
    });
  }
}

/** What a value of none means, where it is possible. */
function unlimitedOf({ lang }: Context, key: SlotKey): string | null {
  if (SLOTS[key].unit === 'threshold') return phrase(lang, 'terms:no-threshold');
  return isSlotValue(key, 'none') ? phrase(lang, 'terms:no-limit') : null;
}

/** What can be chosen, and in words what cannot: a regulation may name more than the system carries out. */
function waysOf({ lang }: Context, key: SlotKey) {
  const isYesNo = SLOTS[key].unit === 'yes-no';
  const words = (value: unknown) =>
    phrase(lang, isYesNo ? `terms:yes-no.${value as boolean}` : `terms:choices.${key}.${value as string}`);
  const all: unknown[] = isYesNo ? [true, false] : [...choicesOf(key)];
  const values = all.filter((value) => !isCarriedOut(key, value)).map((value) => `«${words(value)}»`);
  const asPosted = (value: unknown) => (isYesNo ? (value ? 'yes' : 'no') : value);
  return {
    choices: all
      .filter((value) => isCarriedOut(key, value))
      .map((value) => ({ value: asPosted(value), text: words(value) })),
    notBuilt: values.length > 0 ? phrase(lang, 'competitions:rules.notBuilt', { values: values.join(', ') }) : null,
  };
}

/** The rule names a way that the system cannot carry out: what is missing, what to set, and why. */
function gapOf({ lang }: Context, key: SlotKey, value: unknown) {
  if (value === null || isCarriedOut(key, value)) return null;
  const t = (part: string) => phrase(lang, `competitions:notBuilt.${part}`);
  return { missing: t(`${key}.missing`), todo: t(`${key}.todo`), why: t('why') };
}

function ownSource({ lang }: Context, { orderNumber, orderOn }: CompetitionSettings): string {
  return orderNumber && orderOn
    ? phrase(lang, 'competitions:notBuilt.ownSource', { number: orderNumber, date: shortDate(orderOn) })
    : '';
}

function slotKey(name: string): SlotKey {
  const key = SLOT_KEYS.find((one) => one === name);
  if (!key) throw new NotFound();
  return key;
}
