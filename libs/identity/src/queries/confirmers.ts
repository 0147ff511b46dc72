import { Injectable } from '@nestjs/common';
import { Database, type Reader } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { CompetitionScopes } from '../ports/competition-scopes.port.js';

/** An authority whose officer or director may confirm. */
export interface Confirmer {
  id: string;
  shortName: string;
}

export interface ConfirmersOf {
  organisers: Confirmer[];
  hasOtherAdministrator: boolean;
}

/**
 * Who may be the second of two people where an account is at stake: a new address, a reset of the second factor, a
 * merge. Never the one who asks, never the people whose accounts these are.
 */
@Injectable()
export class Confirmers {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async of(askedBy: string, personIds: readonly string[], reader: Reader = this.db): Promise<ConfirmersOf> {
    const [hasOtherAdministrator, organisers] = [
      await hasAdministratorBesides(reader, [askedBy, ...personIds]),
      await this.organisers(reader, askedBy, personIds),
    ];
    return { organisers, hasOtherAdministrator };
  }

  /** Null: another administrator. @throws InvalidInput at `organiserId` when nobody there could confirm */
  async demand(reader: Reader, askedBy: string, personIds: readonly string[], organiserId: string | null) {
    const { organisers, hasOtherAdministrator } = await this.of(askedBy, personIds, reader);
    const isThere = organiserId === null ? hasOtherAdministrator : organisers.some(({ id }) => id === organiserId);
    if (!isThere) throw invalidField('organiserId', 'identity.confirmer');
  }

  /**
   * Staff are confirmed where they work, a commission by the organiser of its competition; other people any authority
   * may know. None for an administrator.
   */
  private async organisers(reader: Reader, askedBy: string, personIds: readonly string[]): Promise<Confirmer[]> {
    const grants = await grantsOf(reader, personIds);
    if (grants.some(({ scopeKind }) => scopeKind === 'system')) return [];
    const idsOf = (kind: string) => grants.filter(({ scopeKind }) => scopeKind === kind).map(({ scopeId }) => scopeId!);
    const scopes = await this.ports.one(CompetitionScopes).of(reader, idsOf('competition'));
    const bound = [...idsOf('organiser'), ...scopes.map(({ organiserId }) => organiserId)];
    return reader.rows<Confirmer>(
      `select o.id, o.short_name as "shortName"
         from identity.organiser o
        where exists (select from identity.v_role r where r.scope_id = o.id and r.role in ('officer', 'director')
                         and not r.person_id = any($1))
          and (cardinality($2::uuid[]) = 0 or o.id = any($2::uuid[]))
        order by o.short_name collate "uk-x-icu", o.id`,
      [[askedBy, ...personIds], bound],
    );
  }
}

async function hasAdministratorBesides(reader: Reader, personIds: readonly string[]): Promise<boolean> {
  const other = await reader.one(
    `select 1 from identity.v_role where role = 'administrator' and not person_id = any($1) limit 1`,
    [personIds],
  );
  return other !== undefined;
}

function grantsOf(
  reader: Reader,
  personIds: readonly string[],
): Promise<{ scopeKind: string; scopeId: string | null }[]> {
  return reader.rows(
    `select distinct scope_kind as "scopeKind", scope_id as "scopeId" from identity.role_grant
      where person_id = any($1) and ended_on is null`,
    [personIds],
  );
}
