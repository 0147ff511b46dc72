import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { paperPolicy } from '../access/paper.policy.js';
import type { Paper, PaperMark } from '../model/paper.js';
import { FindPaper } from './find-paper.js';
import { PaperMarks } from './paper-marks.js';

const FILES_MAX = 200;

export interface PaperView {
  paper: Paper;
  mark: PaperMark;
  /** Files of the paper that are still there. */
  files: { id: string; name: string; size: number }[];
  canChange: boolean;
}

/** One binding paper for the staff of its organiser. */
@Injectable()
export class PaperForPage {
  constructor(
    private readonly db: Database,
    private readonly find: FindPaper,
    private readonly marks: PaperMarks,
  ) {}

  async execute(ctx: Context, owner: { ownerKind: string; ownerId: string }): Promise<PaperView> {
    const paper = await this.find.execute(ctx, this.db, owner, 'manage');
    return {
      paper,
      mark: (await this.marks.ofOne(ctx, owner.ownerKind, owner.ownerId))!,
      files: await this.db.rows(
        `select d.id, d.name, d.size::int as size from documents.document d
          where d.owner_kind = $1 and d.owner_id = $2
            and not exists (select from documents.withdrawal w where w.document_id = d.id) order by d.id limit ${FILES_MAX}`,
        [owner.ownerKind, owner.ownerId],
      ),
      canChange: paperPolicy.change.allows(ctx.actor, paper),
    };
  }
}
