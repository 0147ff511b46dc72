import { Controller, Get, Param } from '@nestjs/common';
import { DOCX } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, download, ParseId, type Result } from '#libs/platform/http';
import { ContractFiles } from '../queries/contract-file.js';

/** The contract as a file, for both sides. */
@Controller('contracts/:id')
export class ContractFilesPage {
  constructor(private readonly files: ContractFiles) {}

  @Get('contract.pdf')
  @Allow('officer', 'director', 'accountant', 'monitor', 'applicant')
  async pdf(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { name, content } = await this.files.pdf(ctx, id);
    return download(content, { name: `${name}.pdf`, mediaType: 'application/pdf', inline: true });
  }

  @Get('contract.docx')
  @Allow('officer', 'director', 'accountant', 'monitor', 'applicant')
  async docx(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { name, content } = await this.files.docx(ctx, id);
    return download(content, { name: `${name}.docx`, mediaType: DOCX });
  }
}
