import { Controller, Get, Param } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { paperPaths } from '#libs/documents';
import { Public } from '#libs/platform/access';
import { type AskedList, Listed, type Result } from '#libs/platform/http';
import type { AdmissionOrder } from '../model/admission-order.js';
import { AdmissionDecisionsQuery, type AdmissionDecision } from '../queries/admission-decisions.js';
import { admissionDecisionsList } from './admission-decisions.list.js';

/** The public list: who was admitted, who was refused and why. */
@Controller()
export class AdmissionDecisionsPage {
  constructor(private readonly decisions: AdmissionDecisionsQuery) {}

  @Get('competitions/:code/admission')
  @Public('decisions about admission are published with their reasons')
  async show(
    @Param('code') code: string,
    @Listed(admissionDecisionsList) asked: AskedList<AdmissionDecision>,
  ): Promise<Result> {
    const { found, orders, ...counts } = await this.decisions.execute(code, asked);
    const paths = { competition: competitionPaths.show(code), corrected: competitionPaths.corrections(code) };
    const model = { ...counts, paths, orders: orders.map(paperOf) };
    return asked.answer('applications/admission-decisions.njk', found, model, code);
  }
}

const paperOf = (order: AdmissionOrder) => ({
  ...order,
  path: paperPaths.file('admission-order', order.id, order.documentId!),
});
