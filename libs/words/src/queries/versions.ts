import type { Reader } from '#libs/platform/database';
import type { Scope, Wording } from '../model/editable-text.js';

const VERSIONS_SHOWN = 20;

export interface Version {
  number: number;
  wording: Wording;
  changedByName: string;
  changedAt: Date;
}

/** The versions of a text, the newest first. */
export function versionsOf(reader: Reader, scope: Scope, key: string): Promise<Version[]> {
  return reader.rows<Version>(
    `select v.number, v.wording, p.full_name as "changedByName", v.changed_at as "changedAt"
       from words.version v join identity.v_person p on p.id = v.changed_by
      where v.authority_id is not distinct from $1 and v.text_key = $2
      order by v.number desc limit ${VERSIONS_SHOWN}`,
    [scope, key],
  );
}

/** The last version of every edited text of a scope. */
export function lastVersions(reader: Reader, scope: Scope): Promise<(Version & { key: string })[]> {
  return reader.rows(
    `select distinct on (v.text_key) v.text_key as key, v.number, v.wording, p.full_name as "changedByName",
            v.changed_at as "changedAt"
       from words.version v join identity.v_person p on p.id = v.changed_by
      where v.authority_id is not distinct from $1 order by v.text_key, v.number desc`,
    [scope],
  );
}
