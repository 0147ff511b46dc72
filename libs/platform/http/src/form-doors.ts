import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { actingOnly, type AccessMark } from '#libs/platform/access';
import { mayChange } from './access.guard.js';
import { routeCensus } from './census.js';
import { withoutLanguage, type PortalRequest } from './request-context.js';

interface Door {
  address: RegExp;
  roles: readonly string[];
}

/**
 * Which forms a person who only reads could send: the question of the guard, asked before a form is drawn. Everybody
 * else sees every form; what the object allows is said by its page.
 */
@Injectable()
export class FormDoors {
  private doors: Door[] = [];

  /** Once, when every route is there. */
  learn(app: INestApplicationContext): void {
    this.doors = routeCensus(app).flatMap(({ method, path, mark }) =>
      method === 'POST' && mark?.kind === 'roles' ? [doorOf(path, mark)] : [],
    );
  }

  /** For one request: may a form with this address be sent? */
  of({ isReader, ctx }: PortalRequest): (action: string) => boolean {
    if (!isReader) return () => true;
    const actor = actingOnly(ctx.actor);
    return (action) => {
      const path = withoutLanguage(action).split('?')[0]!;
      const door = this.doors.find(({ address }) => address.test(path));
      return !door || mayChange(actor, door.roles, path);
    };
  }
}

const doorOf = (path: string, { roles }: Extract<AccessMark, { kind: 'roles' }>): Door => ({
  address: new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`),
  roles,
});
