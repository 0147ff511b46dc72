import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { Allow, holds, type Context } from '#libs/platform/access';
import {
  Ctx,
  download,
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
import { contractsPolicy } from '../access/contract.policy.js';
import { contractPaths } from '../paths.js';
import type { ContractListRow } from '../queries/contract-rows.js';
import { ContractsArchive } from '../queries/contracts-archive.js';
import { ContractsOfAuthority } from '../queries/contracts-of-authority.js';
import { DraftContracts } from '../use-cases/draft-contracts.js';
import { DraftForm } from './contract.forms.js';
import { authorityContractsList, contractsList } from './contracts.list.js';

const ZIP = 'application/zip';

/** The contracts of an authority, and those of one competition with the way to draft them. */
@Controller()
export class ContractsPage {
  constructor(
    private readonly contracts: ContractsOfAuthority,
    private readonly archive: ContractsArchive,
    private readonly draft: DraftContracts,
  ) {}

  @Get('organiser/contracts')
  @Allow('officer', 'director', 'accountant', 'monitor')
  async all(@Ctx() ctx: Context, @Listed(authorityContractsList) asked: AskedList<ContractListRow>): Promise<Result> {
    return asked.answer('contracts/contracts.njk', await this.contracts.all(ctx, asked), {
      templates: holds(ctx.actor, ['officer', 'director']) ? contractPaths.templates : null,
    });
  }

  @Get('organiser/competitions/:id/contracts')
  @Allow('officer', 'director', 'accountant', 'monitor')
  async ofCompetition(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(contractsList) asked: AskedList<ContractListRow>,
  ): Promise<Result> {
    const { competition, totals, found } = await this.contracts.ofCompetition(ctx, id, asked);
    const mayWrite = contractsPolicy.write.allows(ctx.actor, competition);
    const maySign = contractsPolicy.sign.allows(ctx.actor, competition);
    return asked.answer(
      'contracts/competition.njk',
      found,
      {
        ...{ competition, totals },
        paths: {
          overview: competitionPaths.overview(id),
          published: contractPaths.published(competition.code!),
          zip: totals.signed > 0 ? contractPaths.zip(id) : null,
          draft: mayWrite ? contractPaths.draft(id) : null,
          offer: mayWrite ? contractPaths.together(id, 'offer') : null,
          force: mayWrite ? contractPaths.together(id, 'put-in-force') : null,
          sign: maySign ? contractPaths.together(id, 'sign') : null,
        },
      },
      competition.code,
    );
  }

  @Get('organiser/competitions/:id/contracts/draft')
  @Allow('officer')
  async showDraft(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const competition = await this.contracts.competition(ctx, id);
    return page('contracts/draft.njk', {
      ...{ competition, form, totals: await this.contracts.totals(id) },
      kpkvk: /\b\d{7}\b/.exec(competition.budgetProgramme ?? '')?.[0] ?? '',
      place: competition.place?.split(/[,;]/)[0] ?? '',
      paths: { self: contractPaths.draft(id), back: contractPaths.ofCompetition(id) },
    });
  }

  @Post('organiser/competitions/:id/contracts/draft')
  @Allow('officer')
  saveDraft(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: DraftForm },
      act: (terms) => this.draft.execute(ctx, id, terms),
      next: () => seeOther(contractPaths.ofCompetition(id)),
      again: (form) => this.showDraft(ctx, id, form),
    });
  }

  @Get('organiser/competitions/:id/contracts/files.zip')
  @Allow('officer', 'director', 'accountant', 'monitor')
  async zip(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { name, content } = await this.archive.execute(ctx, id);
    return download(content, { name, mediaType: ZIP });
  }
}
