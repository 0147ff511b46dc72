import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { NotFound } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  Listed,
  page,
  ParseId,
  seeOther,
  type AskedList,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { spacedIban } from '../model/iban.js';
import { contractPaths } from '../paths.js';
import { Payments, type PaymentListRow } from '../queries/payments.js';
import { ApprovePayment, CancelPayment, NotePayment } from '../use-cases/settle-payment.js';
import { NoForm } from './contract.forms.js';
import { MadeForm, ReasonForm } from './payment.forms.js';
import { PAYMENT_TONES, paymentsList } from './payments.list.js';

/** The payments of an authority, and one of them: approve it, note that it was made, or cancel it. */
@Controller('organiser/payments')
export class PaymentsPage {
  constructor(
    private readonly payments: Payments,
    private readonly approve: ApprovePayment,
    private readonly note: NotePayment,
    private readonly cancel: CancelPayment,
  ) {}

  @Get()
  @Allow('officer', 'director', 'accountant', 'monitor')
  async list(@Ctx() ctx: Context, @Listed(paymentsList) asked: AskedList<PaymentListRow>): Promise<Result> {
    return asked.answer('contracts/payments.njk', await this.payments.list(ctx, asked), {
      statements: contractPaths.statements,
    });
  }

  @Get(':id')
  @Allow('officer', 'director', 'accountant', 'monitor')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { payment, steps } = await this.payments.one(ctx, id);
    return page('contracts/payment.njk', {
      ...{ payment, steps, form, today: kyivDay(ctx.now) },
      iban: spacedIban(payment.iban),
      tone: PAYMENT_TONES[payment.state],
      paths: { contract: contractPaths.show(payment.contractId), act: `${contractPaths.payment(id)}/` },
    });
  }

  @Post(':id/:act')
  @Allow('officer', 'director', 'accountant')
  act(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('act') act: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const step = {
      body,
      next: () => seeOther(contractPaths.payment(id)),
      again: (form: FailedForm) => this.show(ctx, id, form),
    };
    switch (act) {
      case 'approve':
        return handleForm({ ...step, shape: NoForm, act: () => this.approve.execute(ctx, id) });
      case 'note':
        return handleForm({ ...step, shape: MadeForm, act: (made) => this.note.execute(ctx, id, made) });
      case 'cancel':
        return handleForm({ ...step, shape: ReasonForm, act: ({ reason }) => this.cancel.execute(ctx, id, reason) });
      default:
        throw new NotFound();
    }
  }
}
