import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { paymentPolicy } from '../access/payment.policy.js';
import { contractPaths } from '../paths.js';
import { ContractForPage } from '../queries/contract-for-page.js';
import { paymentsOf } from '../queries/payments.js';
import { OrderPayment } from '../use-cases/order-payment.js';
import { OrderForm } from './payment.forms.js';

/** Orders the next instalment of a contract. */
@Controller()
export class OrderPaymentPage {
  constructor(
    private readonly db: Database,
    private readonly read: ContractForPage,
    private readonly order: OrderPayment,
  ) {}

  @Get('organiser/contracts/:id/payments')
  @Allow('officer', 'accountant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { contract, content } = await this.read.execute(ctx, id);
    demand(paymentPolicy, 'order', ctx.actor, contract);
    const ordered = (await paymentsOf(this.db, id)).filter(({ state }) => state !== 'cancelled');
    const taken = ordered.map(({ instalment }) => instalment);
    return page('contracts/order-payment.njk', {
      ...{ contract, content, form },
      instalments: content.parts.instalments
        .map((one, index) => ({ ...one, number: index + 1 }))
        .filter(({ number }) => !taken.includes(number)),
      paths: { self: contractPaths.pay(id), back: contractPaths.show(id) },
    });
  }

  @Post('organiser/contracts/:id/payments')
  @Allow('officer', 'accountant')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: OrderForm },
      act: (payment) => this.order.execute(ctx, id, payment),
      next: (paymentId) => seeOther(contractPaths.payment(paymentId)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
