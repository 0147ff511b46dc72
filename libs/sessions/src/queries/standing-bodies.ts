import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { StoppedBodies } from '../ports/stopped-bodies.port.js';

/** Whether bodies may act: an act may have stopped what they decide about. */
@Injectable()
export class StandingBodies {
  constructor(private readonly ports: Ports) {}

  /** @throws Conflict with the reason; everything but calling a session off asks first */
  async demand(tx: Tx, { scopeId }: { scopeId: string }): Promise<void> {
    const reason = (await this.stopped(tx, [scopeId])).get(scopeId);
    if (reason) throw new Conflict(reason);
  }

  /** Scope id → the code of the reason. */
  async stopped(reader: Reader, scopeIds: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const port of this.ports.all(StoppedBodies))
      for (const [id, reason] of await port.among(reader, scopeIds)) found.set(id, reason);
    return found;
  }
}
