import { Injectable } from '@nestjs/common';
import { shareCompetition, type CompetitionRow } from '#libs/competitions';
import { StoreDocument } from '#libs/documents';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { constraintMeans, newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { rulingPolicy } from '../access/ruling.policy.js';
import { codesIn, FILE_KINDS, FILE_MAX_MB, NAMED_MAX, RULINGS_MAX, type NewRuling } from '../model/ruling.js';
import { rulingRegistered } from '../model/ruling.facts.js';
import { rulingPaths } from '../paths.js';
import { standingStays } from '../queries/standing-stays.js';

export interface RulingFile {
  name: string;
  content: Buffer;
}
export interface RulingFiles {
  scan: RulingFile | undefined;
  /** Without personal data. */
  copy: RulingFile | undefined;
}

constraintMeans('uq_ruling_once', 'caseNumber', 'rulings.known');
constraintMeans('uq_ruling_lifted_once', 'liftsId', 'rulings.lifted-already');

/** The officer writes down what a court has ruled; it changes nothing until the director confirms it. */
@Injectable()
export class RegisterRuling {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: StoreDocument,
    private readonly notices: Notices,
  ) {}

  /** @returns the id of the ruling. @throws InvalidInput */
  execute(ctx: Context, competitionId: string, ruling: NewRuling, files: RulingFiles): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await shareCompetition(tx, competitionId);
      demand(rulingPolicy, 'see', tx.actor, competition);
      demand(rulingPolicy, 'register', tx.actor, competition);
      if (competition.code === null) throw new Conflict('rulings.not-announced');
      await demandWhole(tx, competitionId, ruling, files);
      const named = ruling.kind === 'stay' && !ruling.isWhole ? await proposalsOf(tx, competitionId, ruling.codes) : [];
      return this.insert(tx, competition, ruling, named, files);
    });
  }

  private async insert(
    tx: Tx,
    competition: CompetitionRow,
    ruling: NewRuling,
    named: readonly string[],
    { scan, copy }: RulingFiles,
  ): Promise<string> {
    const id = newId();
    const paper = await this.store(tx, id, scan!, 'scan');
    const published = copy && (await this.store(tx, id, copy, 'copy'));
    await tx.change(
      `insert into rulings.ruling (id, organiser_id, competition_id, kind, court, case_number, ruled_on, in_force_on,
              words, is_whole, lifts_id, scan_id, copy_id, prepared_by, prepared_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[id, competition.organiserId, competition.id, ruling.kind, ruling.court, ruling.caseNumber],
        ...[ruling.ruledOn, ruling.inForceOn, ruling.words, named.length === 0],
        ...[ruling.kind === 'lift' ? ruling.liftsId : null, paper.id, published?.id ?? null],
        ...[tx.actor.personId, tx.now],
      ],
    );
    await tx.change('insert into rulings.named (ruling_id, application_id) select $1, unnest($2::uuid[])', [id, named]);
    const { kind, court, caseNumber, ruledOn } = ruling;
    tx.record(rulingRegistered, {
      ...{ subjectId: id, scopeId: competition.id },
      particulars: { kind, court, caseNumber, ruledOn, named, scanSha256: paper.sha256 },
      personal: { words: ruling.words },
    });
    for (const to of await peopleWithRole(tx, competition.organiserId, ['director']))
      await this.notices.queue(tx, {
        ...{ to, kind: 'work', organiserId: competition.organiserId, template: 'rulings.registered' },
        ...{ data: { court, caseNumber, title: competition.title }, path: rulingPaths.all(competition.id) },
      });
    return id;
  }

  private store(tx: Tx, ownerId: string, { name, content }: RulingFile, field: string) {
    return this.documents.within(tx, {
      ...{ ownerKind: 'court-ruling', ownerId, name, content, field },
      ...{ kinds: FILE_KINDS, maxBytes: FILE_MAX_MB * 1024 * 1024 },
    });
  }
}

async function demandWhole(
  tx: Tx,
  competitionId: string,
  { kind, ruledOn, inForceOn, liftsId }: NewRuling,
  { scan }: RulingFiles,
): Promise<void> {
  const today = kyivDay(tx.now);
  if (ruledOn > today) throw invalidField('ruledOn', 'rulings.in-future');
  if (inForceOn > today) throw invalidField('inForceOn', 'rulings.in-future');
  if (inForceOn < ruledOn) throw invalidField('inForceOn', 'rulings.before-ruled');
  if (!scan) throw invalidField('scan', 'rulings.scan-missing');
  if (kind === 'lift' && !(await standingStays(tx, competitionId)).some(({ id }) => id === liftsId))
    throw invalidField('liftsId', 'rulings.choose-stay');
  const known = await tx.one<{ count: number }>(
    'select count(*)::int as count from rulings.ruling where competition_id = $1',
    [competitionId],
  );
  if (known!.count >= RULINGS_MAX) throw invalidField('kind', 'rulings.too-many', { max: RULINGS_MAX });
}

/** The submitted proposals with these register codes. @throws InvalidInput when one is unknown */
async function proposalsOf(tx: Tx, competitionId: string, typed: string | null): Promise<string[]> {
  const codes = codesIn(typed);
  if (codes.length === 0) throw invalidField('codes', 'rulings.codes-missing');
  if (codes.length > NAMED_MAX) throw invalidField('codes', 'rulings.codes-many', { max: NAMED_MAX });
  const rows = await tx.rows<{ id: string; code: string }>(
    `select id, register_code as code from applications.v_application
      where competition_id = $1 and register_code = any($2)`,
    [competitionId, codes],
  );
  const unknown = codes.filter((code) => !rows.some((row) => row.code === code));
  if (unknown.length > 0) throw invalidField('codes', 'rulings.codes-unknown', { codes: unknown.join(', ') });
  return rows.map(({ id }) => id);
}
