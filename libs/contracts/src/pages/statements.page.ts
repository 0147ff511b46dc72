import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { organisers } from '#libs/identity';
import { Allow, holds, scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import {
  Ctx,
  handleUpload,
  Listed,
  page,
  ParseId,
  seeOther,
  type AskedList,
  type FailedForm,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { contractPaths } from '../paths.js';
import { Statements, type StatementLineRow, type StatementRow } from '../queries/statements.js';
import { TakeStatement } from '../use-cases/take-statement.js';
import { StatementForm } from './payment.forms.js';
import { statementRowsList, statementsList } from './payments.list.js';

/** Statements of the Treasury: bring one, see what agrees with our payments and what differs. */
@Controller('organiser/statements')
export class StatementsPage {
  constructor(
    private readonly db: Database,
    private readonly statements: Statements,
    private readonly take: TakeStatement,
  ) {}

  @Get()
  @Allow('officer', 'director', 'accountant', 'monitor')
  async list(@Ctx() ctx: Context, @Listed(statementsList) asked: AskedList<StatementRow>): Promise<Result> {
    return asked.answer('contracts/statements.njk', await this.statements.list(ctx, asked), {
      paths: {
        payments: contractPaths.payments,
        create: holds(ctx.actor, ['officer', 'accountant']) ? contractPaths.newStatement : null,
      },
    });
  }

  @Get('new')
  @Allow('officer', 'accountant')
  async create(@Ctx() ctx: Context, form?: FailedForm): Promise<Result> {
    const mine = scopesOf(ctx.actor, ['officer', 'accountant']);
    const authorities = (await organisers(this.db)).filter(({ id }) => mine.includes(id));
    return page('contracts/new-statement.njk', {
      ...{ form, authorities: authorities.map(({ id, name }) => ({ value: id, text: name })) },
      paths: { self: contractPaths.newStatement, back: contractPaths.statements },
    });
  }

  @Post('new')
  @Allow('officer', 'accountant')
  save(@Ctx() ctx: Context, @Req() request: PortalRequest): Promise<Result> {
    return handleUpload({
      ...{ request, shape: StatementForm },
      act: ({ organiserId }, file) => {
        if (!file) throw invalidField('file', 'contracts.statement-missing');
        return this.take.execute(ctx, organiserId, file);
      },
      next: (id) => seeOther(contractPaths.statement(id)),
      again: (form) => this.create(ctx, form),
    });
  }

  @Get(':id')
  @Allow('officer', 'director', 'accountant', 'monitor')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(statementRowsList) asked: AskedList<StatementLineRow>,
  ): Promise<Result> {
    const { statement, found, missing } = await this.statements.one(ctx, id, asked);
    return asked.answer('contracts/statement.njk', found, {
      ...{ statement, missing },
      paths: { back: contractPaths.statements, payment: contractPaths.payment('') },
    });
  }
}
