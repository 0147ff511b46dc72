import { Injectable } from '@nestjs/common';
import { callsToMake, noticePaths } from '#libs/notifications';
import { scopesOf, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { DeskSource, type DeskItem } from '../ports/desk-source.port.js';

/** Organisations that an officer has to phone, since their letters did not arrive or were not opened. */
@Implements(DeskSource)
@Injectable()
export class CallsDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const organiserIds = scopesOf(ctx.actor, ['officer']);
    if (organiserIds.length === 0) return [];
    const { count, since } = await callsToMake(reader, organiserIds, ctx.now);
    if (count === 0) return [];
    return [{ title: phrase(ctx.lang, 'notifications:calls.desk', { count }), href: noticePaths.calls, dueAt: since }];
  }
}
