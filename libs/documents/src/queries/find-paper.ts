import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { paperPolicy } from '../access/paper.policy.js';
import type { Paper } from '../model/paper.js';
import { PaperOwners } from '../ports/paper-owners.port.js';

/** Finds a binding paper through the lib that owns it. */
@Injectable()
export class FindPaper {
  constructor(private readonly ports: Ports) {}

  /** @throws NotFound, Forbidden */
  async execute(
    ctx: Context,
    reader: Reader,
    { ownerKind, ownerId }: Pick<Paper, 'ownerKind' | 'ownerId'>,
    action: keyof typeof paperPolicy,
  ): Promise<Paper> {
    const [paper] = await this.all(ctx, reader, ownerKind, [ownerId]);
    if (!paper) throw new NotFound();
    demand(paperPolicy, action, ctx.actor, paper);
    return paper;
  }

  async all(ctx: Context, reader: Reader, ownerKind: string, ownerIds: readonly string[]): Promise<Paper[]> {
    const owner = this.ports.all(PaperOwners).find((one) => one.ownerKind === ownerKind);
    return owner ? owner.papers(reader, ownerIds, ctx.lang) : [];
  }
}
