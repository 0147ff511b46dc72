import { Controller, Get, Query } from '@nestjs/common';
import { Allow, holds, type Context } from '#libs/platform/access';
import { Ctx, Listed, page, type AskedList, type Result } from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { REGISTER_KINDS } from '../model/register.js';
import { registerPaths } from '../paths.js';
import { EntriesOfAuthority, type EntryLine } from '../queries/entries-of-authority.js';
import { ImportsOfAuthority } from '../queries/imports-of-authority.js';
import type { ImportRow } from '../queries/read-import.js';
import { entriesList } from './entries.list.js';
import { importsList } from './imports.list.js';

/** The registers of an authority: what stands in them, how it came there, and the way to bring more. */
@Controller('registers')
export class RegistersPage {
  constructor(
    private readonly entries: EntriesOfAuthority,
    private readonly imports: ImportsOfAuthority,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async list(@Ctx() ctx: Context, @Listed(entriesList) asked: AskedList<EntryLine>): Promise<Result> {
    return asked.answer('registers/entries.njk', await this.entries.execute(ctx, asked), {
      ...{ imports: registerPaths.imports, create: mayImport(ctx) },
    });
  }

  @Get('imports')
  @Allow('officer', 'director')
  async listImports(
    @Ctx() ctx: Context,
    @Listed(importsList) asked: AskedList<ImportRow>,
    @Query('done') done?: string,
  ): Promise<Result> {
    return asked.answer('registers/imports.njk', await this.imports.execute(ctx, asked), {
      ...{ entries: registerPaths.entries, create: mayImport(ctx) },
      notice: done === 'dropped' ? phrase(ctx.lang, 'registers:done.dropped') : null,
    });
  }

  @Get('imports/new')
  @Allow('officer')
  choose(): Result {
    const kinds = REGISTER_KINDS.map((kind) => ({
      ...{ kind, href: registerPaths.newImport(kind), template: registerPaths.template(kind) },
    }));
    return page('registers/choose.njk', { kinds, back: registerPaths.imports });
  }
}

const mayImport = ({ actor }: Context): string | null =>
  holds(actor, ['officer']) ? registerPaths.chooseRegister : null;
