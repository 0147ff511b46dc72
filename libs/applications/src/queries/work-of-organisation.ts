import { Injectable } from '@nestjs/common';
import { OrganisationWork, type Acquaintance, type OpenProposal } from '#libs/identity';
import type { Reader, Tx } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { OPENED_STATES } from '../access/application.policy.js';
import { applicationMoved } from '../model/application.facts.js';

const SHOWN_MAX = 100;

const IS_OPEN = `(a.state in ('draft', 'submitted') and c.state in ('announced', 'admission')
               or a.state = 'admitted' and c.state in ('admission', 'scoring', 'rated'))`;

/** The proposals of an organisation, for whoever looks after organisations and the right to act for them. */
@Implements(OrganisationWork)
@Injectable()
export class WorkOfOrganisation implements OrganisationWork {
  acquaintances(
    reader: Reader,
    organisationIds: readonly string[],
    organiserIds: readonly string[],
  ): Promise<Acquaintance[]> {
    return reader.rows(
      `select distinct a.organisation_id as "organisationId", c.organiser_id as "organiserId"
         from applications.application a join competitions.v_competition c on c.id = a.competition_id
        where a.organisation_id = any($1) and a.state in ('submitted', 'admitted', 'refused')
          and c.organiser_id = any($2) and c.stage = any($3)`,
      [organisationIds, organiserIds, OPENED_STATES],
    );
  }

  openProposals(reader: Reader, organisationId: string): Promise<OpenProposal[]> {
    return reader.rows<OpenProposal>(
      `select a.id, a.title, c.title as competition
         from applications.v_application a join competitions.v_competition c on c.id = a.competition_id
        where a.organisation_id = $1 and ${IS_OPEN}
        order by a.id limit ${SHOWN_MAX}`,
      [organisationId],
    );
  }

  openedProposals(
    reader: Reader,
    organisationId: string,
    organiserIds: readonly string[] | null,
  ): Promise<OpenProposal[]> {
    return reader.rows<OpenProposal>(
      `select a.id, a.title, c.title as competition
         from applications.v_application a join competitions.v_competition c on c.id = a.competition_id
        where a.organisation_id = $1 and a.state in ('submitted', 'admitted') and c.stage = any($3)
          and c.state <> 'decided' and ($2::uuid[] is null or c.organiser_id = any($2) or c.co_organiser_id = any($2))
        order by a.id limit ${SHOWN_MAX}`,
      [organisationId, organiserIds, OPENED_STATES],
    );
  }

  async countOpenProposals(reader: Reader, organisationIds: readonly string[]): Promise<number> {
    const row = await reader.one<{ count: number }>(
      `select count(*)::int as count
         from applications.v_application a join competitions.v_competition c on c.id = a.competition_id
        where a.organisation_id = any($1) and ${IS_OPEN}`,
      [organisationIds],
    );
    return row!.count;
  }

  async countProposals(reader: Reader, organisationId: string): Promise<number> {
    const row = await reader.one<{ count: number }>(
      'select count(*)::int as count from applications.application where organisation_id = $1',
      [organisationId],
    );
    return row!.count;
  }

  /** Each competition has it in its own chain; what was submitted stays to the byte. */
  async move(tx: Tx, fromId: string, intoId: string): Promise<void> {
    const moved = await tx.rows<{ id: string; competitionId: string }>(
      `update applications.application set organisation_id = $2 where organisation_id = $1
       returning id, competition_id as "competitionId"`,
      [fromId, intoId],
    );
    for (const { id, competitionId } of moved)
      tx.record(applicationMoved, { subjectId: id, scopeId: competitionId, particulars: { fromId, intoId } });
  }
}
