import { Controller, Get, Param } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { Public, type Context } from '#libs/platform/access';
import { Ctx, Listed, type AskedList, type Result } from '#libs/platform/http';
import type { ContractListRow } from '../queries/contract-rows.js';
import { PublicContracts } from '../queries/public-contracts.js';
import { publicContractsList } from './contracts.list.js';

/** The signed contracts of a competition, for everybody (rule 53). */
@Controller()
export class PublicContractsPage {
  constructor(private readonly contracts: PublicContracts) {}

  @Get('competitions/:code/contracts')
  @Public('subject, sum and dates of contracts paid from a budget are public information')
  async show(
    @Ctx() ctx: Context,
    @Param('code') code: string,
    @Listed(publicContractsList) asked: AskedList<ContractListRow>,
  ): Promise<Result> {
    const { competition, found } = await this.contracts.execute(code, asked);
    return asked.answer(
      'contracts/public.njk',
      found,
      {
        title: (ctx.lang === 'en' && competition.titleEn) || competition.title,
        paths: { results: competitionPaths.results(code) },
      },
      code,
    );
  }
}
