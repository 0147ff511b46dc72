import type { Context } from '#libs/platform/access';
import { Port } from '#libs/platform/ports';

/** A line beside a refusal, and what the person can do about it. */
export interface RefusalNote {
  text: string;
  /** A path without the language prefix. */
  way: { href: string; text: string };
}

/** Port: why a signed-in person may miss a power today. Asked only when something was refused. */
@Port('many')
export abstract class RefusalNotes {
  abstract of(ctx: Context): Promise<RefusalNote[]>;
}
