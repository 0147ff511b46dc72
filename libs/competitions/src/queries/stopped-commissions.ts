import { Injectable } from '@nestjs/common';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { StoppedBodies } from '#libs/sessions';
import { STOPPED } from '../model/phase.js';

/** The commission of a competition that an act has stopped decides nothing. */
@Implements(StoppedBodies)
@Injectable()
export class StoppedCommissions implements StoppedBodies {
  async among(reader: Reader, scopeIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await reader.rows<{ id: string; state: string }>(
      'select id, state from competitions.competition where id = any($1) and state = any($2)',
      [scopeIds, STOPPED],
    );
    return new Map(rows.map(({ id, state }) => [id, `competitions.is-${state}`]));
  }
}
