import { Injectable } from '@nestjs/common';
import { findDocuments, type StoredDocument } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AskedList } from '#libs/platform/http';
import { Ports } from '#libs/platform/ports';
import type { NoticeKind } from '../model/notice-kinds.js';
import { AttachmentDoor } from '../ports/attachment-door.port.js';

export interface NoticeLine {
  id: string;
  subject: string;
  kind: NoticeKind;
  queuedAt: Date;
  openedAt: Date | null;
  /** `unread` or `read`. */
  reading: 'unread' | 'read';
}

export interface MyNotice extends NoticeLine {
  body: string;
  /** Page that it leads to, without the language prefix. */
  path: string | null;
  documentIds: string[];
}

/** What lies in a cabinet: everything told to this person, but no tokens and no daily letters. */
const MINE = `to_person_id = $1 and not holds_secret and kind <> 'digest'`;
const LINE = `id, subject, kind, queued_at as "queuedAt", opened_at as "openedAt",
  case when opened_at is null then 'unread' else 'read' end as reading`;

/** The notices of the actor, across all roles. */
@Injectable()
export class MyNotices {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  list(ctx: Context, asked: AskedList<NoticeLine>) {
    return asked.find(this.db, `select ${LINE}, body from notifications.message where ${MINE}`, [ctx.actor.personId]);
  }

  /** @throws NotFound for what is somebody else's */
  async one(ctx: Context, id: string): Promise<MyNotice> {
    const notice = await this.db.one<MyNotice>(
      `select ${LINE}, body, path, document_ids as "documentIds" from notifications.message where ${MINE} and id = $2`,
      [ctx.actor.personId, id],
    );
    if (!notice) throw new NotFound();
    return notice;
  }

  /** The attached files that the policy of their owner opens to the actor. */
  async files(ctx: Context, { documentIds }: MyNotice): Promise<StoredDocument[]> {
    if (documentIds.length === 0) return [];
    const doors = this.ports.all(AttachmentDoor);
    const open: StoredDocument[] = [];
    for (const document of await findDocuments(this.db, documentIds)) {
      const door = doors.find(({ ownerKind }) => ownerKind === document.ownerKind);
      if (await door?.opens(ctx, this.db, document.ownerId)) open.push(document);
    }
    return open;
  }
}
