import { Controller, Delete, Head, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, ParseId, type PortalRequest } from '#libs/platform/http';
import { Tus } from '../uploads/tus.js';

/** Files that arrive in pieces and survive a cut line: addresses of the protocol tus 1.0, for our own script. */
@Controller('uploads')
export class UploadsPage {
  constructor(private readonly tus: Tus) {}

  @Post()
  @Allow('applicant', 'officer')
  begin(@Ctx() ctx: Context, @Req() request: PortalRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.serve(ctx, request, reply);
  }

  /** How far has it come? */
  @Head(':id')
  @Allow('applicant', 'officer')
  async ask(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Req() request: PortalRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.tus.finishWhole(ctx, id);
    return this.serve(ctx, request, reply);
  }

  @Patch(':id')
  @Allow('applicant', 'officer')
  goOn(
    @Ctx() ctx: Context,
    @Param('id', ParseId) _id: string,
    @Req() request: PortalRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.serve(ctx, request, reply);
  }

  @Delete(':id')
  @Allow('applicant', 'officer')
  giveUp(
    @Ctx() ctx: Context,
    @Param('id', ParseId) _id: string,
    @Req() request: PortalRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.serve(ctx, request, reply);
  }

  /** The protocol answers by itself; the headers that protect every answer go along. */
  private async serve(ctx: Context, request: PortalRequest, reply: FastifyReply): Promise<void> {
    for (const [name, value] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value as string);
    reply.hijack();
    await this.tus.serve(ctx, request.raw, reply.raw);
  }
}
