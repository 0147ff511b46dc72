import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** One thing that waits for this person. */
export interface DeskItem {
  /** In the language of `ctx`. */
  title: string;
  /** Path without the language prefix. */
  href: string;
  dueAt: Date | null;
  /** What it belongs to: the competition, say. */
  context?: string;
  /** The role in which it waits. */
  role?: string;
}

/** What an upper lib has waiting for a person, across all roles; only for `ctx.actor`. */
@Port('many')
export abstract class DeskSource {
  abstract items(ctx: Context, reader: Reader): Promise<DeskItem[]>;
}
