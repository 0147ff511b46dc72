import { Inject, Injectable } from '@nestjs/common';
import type { Context, Lang } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { newId, UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { phrase } from '#libs/platform/phrases';
import { DIGEST } from '../model/notice-kinds.js';
import { noticePaths } from '../paths.js';

/** Letters of one pass; whoever is left comes in the next one. */
const PEOPLE_MAX = 500;
/** Lines of one letter; the rest is counted. */
const LINES_MAX = 30;

const WAITING = `from notifications.message where state = 'gathered' and digest_id is null`;

interface Gathered {
  personId: string;
  address: string;
  language: Lang;
  subjects: string[];
}

/**
 * What gathered for a person goes in one letter at the hour of that person. The notices are marked as gone in the
 * transaction that queues the letter: however often a sweep is killed or repeated, each goes once.
 */
@Sweep('notifications.daily-letter')
@Injectable()
export class DailyLetter implements SweepHandler {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(Config) private readonly config: Config,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const row = await reader.one<{ dueAt: Date | null }>(
      `select min(gather_until) as "dueAt" ${WAITING} and gather_until > $1`,
      [now],
    );
    return row?.dueAt ?? null;
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const people = await tx.rows<{ personId: string }>(
        `select distinct to_person_id as "personId" ${WAITING} and gather_until <= $1 order by 1 limit ${PEOPLE_MAX}`,
        [tx.now],
      );
      for (const { personId } of people) await this.send(tx, personId);
    });
  }

  /** Another sweep may have taken these notices meanwhile: the letter is written only when there are some left. */
  private async send(tx: Tx, personId: string): Promise<void> {
    const id = newId();
    const [gathered] = await tx.rows<Gathered>(
      `with due as (
         select id, subject, to_address, language ${WAITING} and to_person_id = $1 and gather_until <= $2
          order by id for update)
       select $1::uuid as "personId", array_agg(subject order by id) as subjects,
              (array_agg(to_address order by id desc))[1] as address, (array_agg(language order by id desc))[1] as language
         from due having count(*) > 0`,
      [personId, tx.now],
    );
    if (!gathered) return;
    await this.insert(tx, id, gathered);
    await tx.change(
      `update notifications.message set digest_id = $3
        where to_person_id = $1 and state = 'gathered' and digest_id is null and gather_until <= $2`,
      [personId, tx.now, id],
    );
    tx.deliver('notifications.send-mail', id);
  }

  private async insert(tx: Tx, id: string, { personId, address, language, subjects }: Gathered): Promise<void> {
    const t = (key: string, data: Record<string, unknown>) =>
      phrase(language, `notifications:mail.digest.${key}`, data);
    const link = `${this.config.publicUrl}${language === 'en' ? '/en' : ''}${noticePaths.mine}`;
    const count = subjects.length;
    const lines = subjects.slice(0, LINES_MAX).map((subject) => `– ${subject}`);
    if (count > LINES_MAX) lines.push(t('more', { count: count - LINES_MAX }));
    await tx.change(
      `insert into notifications.message
         (id, to_person_id, to_address, language, template, subject, body, message_id, state, queued_at, kind)
       values ($1, $2, $3, $4, 'notifications.digest', $5, $6, $7, 'queued', $8, $9)`,
      [
        id,
        personId,
        address,
        language,
        t('subject', { count }),
        t('body', { lines: lines.join('\n'), link }),
        `<${id}@${new URL(this.config.publicUrl).hostname}>`,
        tx.now,
        DIGEST,
      ],
    );
  }
}
