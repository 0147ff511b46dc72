import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { competitionSettings, lockCompetition } from '#libs/competitions';
import { Config } from '#libs/platform/config';
import { newId, type Tx } from '#libs/platform/database';
import { resultPartPublished } from '../model/award.facts.js';
import { checkpoint } from '../model/result-file/checkpoint.js';
import { encode, PARTS, type Part } from '../model/result-file/lines.js';
import { signingKeyOf } from '../model/result-file/signing-key.js';
import { linesOfPart, type ResultSource } from '../queries/result-lines.js';

const SALT_BYTES = 32;

/** Publishes the next part of the result file, and those before it that are still missing. Safe to repeat. */
@Injectable()
export class PublishResultPart {
  constructor(@Inject(Config) private readonly config: Config) {}

  async within(tx: Tx, competitionId: string, upTo: Part): Promise<void> {
    const { stoppedFrom } = await lockCompetition(tx, competitionId);
    if (stoppedFrom !== null) return;
    const source = await sourceOf(tx, competitionId);
    const texts = await publishedTexts(tx, competitionId);
    for (const part of PARTS.slice(texts.length, PARTS.indexOf(upTo) + 1))
      texts.push(await this.publish(tx, source, part, texts));
  }

  /** A reception that was extended closes anew; what it closed with before stays in the database. */
  async closeAnew(tx: Tx, competitionId: string): Promise<void> {
    await lockCompetition(tx, competitionId);
    await tx.change(
      `update awards.result_part set superseded_at = $2
        where competition_id = $1 and superseded_at is null
          and not exists (select from awards.result_part later where later.competition_id = $1 and later.part <> 'closing')`,
      [competitionId, tx.now],
    );
    await this.within(tx, competitionId, 'closing');
  }

  private async publish(tx: Tx, source: ResultSource, part: Part, before: readonly string[]): Promise<string> {
    const { id } = source.competition;
    const lines = [...before.flatMap((text) => text.trimEnd().split('\n'))];
    const from = lines.length;
    lines.push(...(await linesOfPart[part](tx, source)).map(encode));
    const moment = { part, at: tx.now.toISOString(), chain: await chainHead(tx, id) };
    const close = checkpoint(lines, moment, signingKeyOf(this.config.resultSecret));
    const content = `${[...lines.slice(from), encode(close)].join('\n')}\n`;
    await tx.change(
      'insert into awards.result_part (id, competition_id, part, content, published_at) values ($1, $2, $3, $4, $5)',
      [newId(), id, part, content, tx.now],
    );
    tx.record(resultPartPublished, {
      subjectId: id,
      scopeId: id,
      particulars: { part, root: close.root, key: close.key },
    });
    return content;
  }
}

async function sourceOf(tx: Tx, competitionId: string): Promise<ResultSource> {
  const competition = await competitionSettings(tx, competitionId);
  await tx.change(
    'insert into awards.result_salt (competition_id, salt) values ($1, $2) on conflict (competition_id) do nothing',
    [competitionId, randomBytes(SALT_BYTES)],
  );
  const found = await tx.one<{ salt: Buffer; edrpou: string }>(
    `select s.salt, o.edrpou from awards.result_salt s, identity.v_organiser o
      where s.competition_id = $1 and o.id = $2`,
    [competitionId, competition.organiserId],
  );
  return { competition, organiserEdrpou: found!.edrpou, salt: found!.salt };
}

/** In the order of the parts. */
async function publishedTexts(tx: Tx, competitionId: string): Promise<string[]> {
  const rows = await tx.rows<{ content: string }>(
    `select content from awards.result_part where competition_id = $1 and superseded_at is null
      order by array_position($2, part)`,
    [competitionId, PARTS],
  );
  return rows.map(({ content }) => content);
}

/** Locked, so that the part names the head that it is chained to. */
async function chainHead(tx: Tx, competitionId: string): Promise<{ seq: number; hash: string }> {
  const head = await tx.one<{ seq: string; hash: string }>(
    'select seq, hash from facts.chain_head where scope_id = $1 for update',
    [competitionId],
  );
  return { seq: Number(head!.seq), hash: head!.hash };
}
