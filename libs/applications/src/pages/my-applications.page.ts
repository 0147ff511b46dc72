import { Controller, Get } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { type AskedList, Ctx, Listed, type Result } from '#libs/platform/http';
import { MyApplications, type MyApplication } from '../queries/my-applications.js';
import { myApplicationsList } from './my-applications.list.js';

/** The proposals of my organisations. */
@Controller()
export class MyApplicationsPage {
  constructor(private readonly read: MyApplications) {}

  @Get('applications')
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Listed(myApplicationsList) asked: AskedList<MyApplication>): Promise<Result> {
    return asked.answer('applications/my-applications.njk', await this.read.execute(ctx, asked));
  }
}
