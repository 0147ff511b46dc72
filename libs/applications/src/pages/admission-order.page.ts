import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ORDER_NUMBER, ORDER_NUMBER_MAX, paperPaths, PaperMarks } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  TextField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { RETURN_REASON_MAX } from '../model/admission-order.js';
import { applicationPaths } from '../paths.js';
import { AdmissionOrderForPage } from '../queries/admission-order-for-page.js';
import { PrepareAdmissionOrder } from '../use-cases/prepare-admission-order.js';
import { ReturnAdmissionOrder } from '../use-cases/return-admission-order.js';
import { SignAdmissionOrder } from '../use-cases/sign-admission-order.js';

class NoFields {}

class SignatureForm {
  @TextField({
    max: ORDER_NUMBER_MAX,
    code: 'applications.admission-order-number-missing',
    pattern: ORDER_NUMBER,
    patternCode: 'applications.admission-order-number',
  })
  number: string;
}

class ReturnForm {
  @TextField({ max: RETURN_REASON_MAX, code: 'applications.admission-return-reason' })
  reason: string;
}

/** Where the authority admits: the officer hands the verdicts over, the director signs the order or gives it back. */
@Controller()
export class AdmissionOrderPage {
  constructor(
    private readonly read: AdmissionOrderForPage,
    private readonly marks: PaperMarks,
    private readonly prepareOrder: PrepareAdmissionOrder,
    private readonly signOrder: SignAdmissionOrder,
    private readonly returnOrder: ReturnAdmissionOrder,
  ) {}

  @Get('organiser/competitions/:id/admission/order')
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const marks = await this.marks.of(
      ctx,
      'admission-order',
      view.signed.map((order) => order.id),
    );
    const { prepared } = view;
    return page('applications/admission-order.njk', {
      ...view,
      signed: view.signed.map((order) => ({
        ...order,
        mark: marks.get(order.id),
        paper: paperPaths.file('admission-order', order.id, order.documentId!),
      })),
      limits: { reason: RETURN_REASON_MAX },
      paths: {
        here: applicationPaths.admissionOrder(id),
        list: applicationPaths.admission(id),
        sign: prepared && applicationPaths.signAdmissionOrder(id, prepared.id),
        giveBack: prepared && applicationPaths.returnAdmissionOrder(id, prepared.id),
      },
      form,
    });
  }

  @Post('organiser/competitions/:id/admission/order')
  @Allow('officer')
  prepare(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.prepareOrder.execute(ctx, id),
      next: () => seeOther(applicationPaths.admissionOrder(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post('organiser/competitions/:id/admission/order/:orderId/signature')
  @Allow('director')
  sign(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('orderId', ParseId) orderId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: SignatureForm,
      act: ({ number }) => this.signOrder.execute(ctx, id, orderId, number),
      next: () => seeOther(applicationPaths.admissionOrder(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post('organiser/competitions/:id/admission/order/:orderId/return')
  @Allow('officer', 'director')
  giveBack(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('orderId', ParseId) orderId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: ReturnForm,
      act: ({ reason }) => this.returnOrder.execute(ctx, id, orderId, reason),
      next: () => seeOther(applicationPaths.admissionOrder(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
