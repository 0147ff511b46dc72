import { Controller, Get, Param, Query } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { Public } from '#libs/platform/access';
import { page, Paging, type Result } from '#libs/platform/http';
import { applicationPaths } from '../paths.js';
import { AdmissionDecisionsQuery } from '../queries/admission-decisions.js';

const SEARCH_MAX = 100;
const DECISIONS = ['admitted', 'refused'] as const;

interface ListQuery {
  page?: unknown;
  decision?: unknown;
  q?: unknown;
}

/** The public list: who was admitted, who was refused and why. */
@Controller()
export class AdmissionDecisionsPage {
  constructor(private readonly decisions: AdmissionDecisionsQuery) {}

  @Get('competitions/:code/admission')
  @Public('decisions about admission are published with their reasons')
  async show(@Param('code') code: string, @Query() query: ListQuery): Promise<Result> {
    const paging = Paging.from(query);
    const decision = DECISIONS.find((one) => one === query.decision) ?? null;
    const search = typeof query.q === 'string' ? query.q.trim().slice(0, SEARCH_MAX) : '';
    const { found, decisions, ...list } = await this.decisions.execute(code, decision, search, paging);
    const kept = new URLSearchParams({ ...(decision && { decision }), ...(search && { q: search }), page: '' });
    const self = applicationPaths.admissionDecisions(code);
    return page('applications/admission-decisions.njk', {
      ...list,
      rows: decisions,
      choices: DECISIONS,
      query: { decision, search },
      paging: paging.of(found),
      paths: { self, pages: `${self}?${kept.toString()}`, competition: competitionPaths.show(code) },
    });
  }
}
