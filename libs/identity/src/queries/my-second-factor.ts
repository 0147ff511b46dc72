import { Inject, Injectable } from '@nestjs/common';
import { holds, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import type { Role } from '../model/roles.js';
import { openSecret } from '../model/sealed-secret.js';
import { SECOND_FACTOR_ROLES } from '../model/second-factor.js';

export interface MySecondFactor {
  state: 'off' | 'begun' | 'on';
  /** Only while it is begun: what the authenticator is to learn. */
  secret: string | null;
  codesLeft: number;
  /** The person has powers that need it in production. */
  isRequired: boolean;
  /** Powers that do not work until it is on. */
  isPowerWithheld: boolean;
}

/** How the actor's second factor stands. */
@Injectable()
export class MySecondFactorQuery {
  constructor(
    private readonly db: Database,
    @Inject(Config) private readonly config: Config,
  ) {}

  async execute(ctx: Context): Promise<MySecondFactor> {
    const personId = ctx.actor.personId!;
    const row = (await this.db.one<Row>(FACTOR, [personId]))!;
    const isOn = row.confirmedAt !== null;
    const secret = row.sealed && !isOn ? openSecret(row.sealed, personId, this.config.sessionSecret) : null;
    const isRequired = this.config.production && row.roles.some((role) => SECOND_FACTOR_ROLES.includes(role));
    return {
      state: isOn ? 'on' : secret === null ? 'off' : 'begun',
      secret,
      codesLeft: row.codesLeft,
      isRequired,
      isPowerWithheld: isRequired && !holds(ctx.actor, SECOND_FACTOR_ROLES),
    };
  }
}

interface Row {
  sealed: Buffer | null;
  confirmedAt: Date | null;
  codesLeft: number;
  roles: Role[];
}

const FACTOR = `
  select f.sealed_secret as sealed, f.confirmed_at as "confirmedAt",
         (select count(*)::int from identity.recovery_code c where c.person_id = p.id and c.used_at is null) as "codesLeft",
         array(select distinct r.role from identity.v_role r where r.person_id = p.id) as roles
    from identity.person p left join identity.second_factor f on f.person_id = p.id
   where p.id = $1`;
