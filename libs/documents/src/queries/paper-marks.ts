import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { paperPolicy } from '../access/paper.policy.js';
import {
  strongest,
  type Paper,
  type PaperMark,
  type PaperNote,
  type PaperSignature,
  type WithdrawnFile,
} from '../model/paper.js';
import { paperPaths } from '../paths.js';
import { PaperNotes } from '../ports/paper-notes.port.js';
import { FindPaper } from './find-paper.js';

type Owned<Row> = Row & { ownerId: string };

/** How binding papers are signed, registered and published: the same for every lib that shows one. */
@Injectable()
export class PaperMarks {
  constructor(
    private readonly db: Database,
    private readonly find: FindPaper,
    private readonly ports: Ports,
  ) {}

  /** Owner id → mark, of those that exist and that this actor may see. */
  async of(ctx: Context, ownerKind: string, ownerIds: readonly string[]): Promise<Map<string, PaperMark>> {
    if (ownerIds.length === 0) return new Map();
    const papers = await this.find.all(ctx, this.db, ownerKind, ownerIds);
    const seen = papers.filter((paper) => paperPolicy.see.allows(ctx.actor, paper));
    const ids = seen.map(({ ownerId }) => ownerId);
    const [signatures, registrations, withdrawn] = [
      await this.signatures(ownerKind, ids),
      await this.registrations(ownerKind, ids),
      await this.withdrawn(ownerKind, ids),
    ];
    const notes = await this.notes(ctx, seen);
    const own = <Row>(rows: Owned<Row>[], paper: Paper) => rows.filter(({ ownerId }) => ownerId === paper.ownerId);
    return new Map(
      seen.map((paper) => [
        paper.ownerId,
        markOf(ctx, paper, {
          signatures: own(signatures, paper),
          registration: own(registrations, paper)[0] ?? null,
          withdrawn: own(withdrawn, paper),
          notes: notes.get(paper.ownerId) ?? [],
        }),
      ]),
    );
  }

  /** Of one paper; null when there is none to see. */
  async ofOne(ctx: Context, ownerKind: string, ownerId: string): Promise<PaperMark | null> {
    return (await this.of(ctx, ownerKind, [ownerId])).get(ownerId) ?? null;
  }

  private async notes(ctx: Context, papers: Paper[]): Promise<Map<string, PaperNote[]>> {
    const found = new Map<string, PaperNote[]>();
    for (const port of this.ports.all(PaperNotes))
      for (const [id, notes] of await port.notes(this.db, papers, ctx.lang))
        found.set(id, [...(found.get(id) ?? []), ...notes]);
    return found;
  }

  /** A signature whose file was withdrawn without a copy in its place still tells how the paper is signed. */
  private signatures(ownerKind: string, ids: string[]): Promise<Owned<PaperSignature>[]> {
    return this.db.rows(
      `select s.owner_id as "ownerId", s.form, s.is_verified as "isVerified", s.document_id as "documentId", d.name, d.sha256
         from documents.paper_signature s join documents.document d on d.id = s.document_id
        where s.owner_kind = $1 and s.owner_id = any($2) order by s.id`,
      [ownerKind, ids],
    );
  }

  private registrations(ownerKind: string, ids: string[]): Promise<Owned<{ number: string; on: string }>[]> {
    return this.db.rows(
      `select distinct on (owner_id) owner_id as "ownerId", number, registered_on::text as "on"
         from documents.paper_registration where owner_kind = $1 and owner_id = any($2) order by owner_id, id desc`,
      [ownerKind, ids],
    );
  }

  private withdrawn(ownerKind: string, ids: string[]): Promise<Owned<WithdrawnFile>[]> {
    return this.db.rows(
      `select d.owner_id as "ownerId", d.name, w.reason, w.withdrawn_at as "withdrawnAt", w.fate,
              w.replacement_id is not null as "isReplaced"
         from documents.withdrawal w join documents.document d on d.id = w.document_id
        where d.owner_kind = $1 and d.owner_id = any($2) order by w.withdrawn_at, d.id`,
      [ownerKind, ids],
    );
  }
}

function markOf(
  ctx: Context,
  { ownerKind, ownerId, number, ...paper }: Paper,
  found: { signatures: PaperSignature[] } & Pick<PaperMark, 'registration' | 'withdrawn' | 'notes'>,
): PaperMark {
  const mayManage = paperPolicy.manage.allows(ctx.actor, { ownerKind, ownerId, number, ...paper });
  return {
    ...found,
    form: strongest(found.signatures),
    isVerified: found.signatures.some(({ isVerified }) => isVerified),
    number,
    signatures: found.signatures.map((one) => ({ ...one, href: paperPaths.file(ownerKind, ownerId, one.documentId) })),
    manage: mayManage ? paperPaths.manage(ownerKind, ownerId) : null,
  };
}
