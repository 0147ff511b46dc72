import { Injectable } from '@nestjs/common';
import { PaperOwners, renderPdf, type Paper, type PdfModel } from '#libs/documents';
import { demand, type Context, type Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { contractPolicy } from '../access/contract.policy.js';
import { contractPaths } from '../paths.js';

interface Row {
  id: string;
  contractId: string;
  competitionId: string;
  organiserId: string;
  coOrganiserId: string | null;
  organisationId: string;
  kind: string;
  number: string;
  paper: PdfModel;
}

const TABLES = { acts: 'act', amendments: 'amendment' } as const;
export type PaperTable = keyof typeof TABLES;

const rowsOf = (reader: Reader, table: PaperTable, ids: readonly string[]): Promise<Row[]> =>
  reader.rows(
    `select a.id, a.contract_id as "contractId", c.competition_id as "competitionId", c.organiser_id as "organiserId",
            k.co_organiser_id as "coOrganiserId", c.organisation_id as "organisationId", a.kind, a.number::text as number,
            a.paper
       from contracts.${TABLES[table]} a
       join contracts.contract c on c.id = a.contract_id
       join competitions.v_competition k on k.id = c.competition_id
      where a.id = any($1)`,
    [ids],
  );

/** An act or an amendment as a file, for both sides. @throws NotFound */
export async function paperFile(ctx: Context, reader: Reader, table: PaperTable, id: string) {
  const [row] = await rowsOf(reader, table, [id]);
  if (!row) throw new NotFound();
  demand(contractPolicy, 'see', ctx.actor, row);
  const paper = { ...row.paper, issuedAt: new Date(row.paper.issuedAt!) };
  return {
    name: `${paper.title.slice(0, 80)} ${row.number.replaceAll('/', '-')}.pdf`,
    content: await renderPdf(paper),
  };
}

const papersOf = async (reader: Reader, table: PaperTable, ownerKind: string, ids: readonly string[], lang: Lang) =>
  (await rowsOf(reader, table, ids)).map(({ id, contractId, competitionId, kind, number, ...row }): Paper => ({
    ...{ ownerKind, ownerId: id, organiserId: row.organiserId, coOrganiserId: row.coOrganiserId },
    ...{ organisationId: row.organisationId, scopeId: competitionId, number, isPublic: false, readers: [] },
    title: phrase(lang, `contracts:papers.${kind}`, { number }),
    path: contractPaths.show(contractId),
  }));

/** An act that stops, resumes or ends a contract binds. */
@Implements(PaperOwners)
@Injectable()
export class ActPapers implements PaperOwners {
  readonly ownerKind = 'contract-act';

  papers(reader: Reader, ownerIds: readonly string[], lang: Lang): Promise<Paper[]> {
    return papersOf(reader, 'acts', this.ownerKind, ownerIds, lang);
  }
}

/** So does what changes it. */
@Implements(PaperOwners)
@Injectable()
export class AmendmentPapers implements PaperOwners {
  readonly ownerKind = 'contract-amendment';

  papers(reader: Reader, ownerIds: readonly string[], lang: Lang): Promise<Paper[]> {
    return papersOf(reader, 'amendments', this.ownerKind, ownerIds, lang);
  }
}
