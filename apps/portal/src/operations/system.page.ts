import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, ParseId, seeOther, type Result } from '#libs/platform/http';
import { RetryDelivery } from '#libs/platform/jobs';
import { SystemState } from './system-state.js';

const PATH = '/admin/system';

/** What an administrator looks at before calling for help. */
@Controller('admin/system')
export class SystemPage {
  constructor(
    private readonly state: SystemState,
    private readonly retry: RetryDelivery,
  ) {}

  @Get()
  @Allow('administrator')
  async show(@Query('done') done: unknown): Promise<Result> {
    return page('portal/system.njk', { system: await this.state.read(), isRetried: done === 'retried' });
  }

  @Post('deliveries/:id/retry')
  @Allow('administrator')
  async again(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    await this.retry.execute(ctx, id);
    return seeOther(`${PATH}?done=retried`);
  }
}
