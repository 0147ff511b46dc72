import { Injectable } from '@nestjs/common';
import { actingOnly, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { DeskSource, type DeskItem } from '../ports/desk-source.port.js';

/** Everything that waits for a person, across all roles: by date, what has no date last. */
@Injectable()
export class DeskItems {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async list(ctx: Context): Promise<DeskItem[]> {
    // What waits for an officer does not wait for who only reads along.
    const acting = { ...ctx, actor: actingOnly(ctx.actor) };
    const found: DeskItem[] = [];
    for (const source of this.ports.all(DeskSource)) found.push(...(await source.items(acting, this.db)));
    return found.sort((a, b) => due(a) - due(b));
  }
}

const due = (item: DeskItem): number => item.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
