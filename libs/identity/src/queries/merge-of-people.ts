import { Injectable } from '@nestjs/common';
import { countNotices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { peoplePolicy } from '../access/people.policy.js';
import { OrganisationWork } from '../ports/organisation-work.port.js';
import { Confirmers, type ConfirmersOf } from './confirmers.js';
import { mergeObstacle } from './merge-obstacle.js';
import { PowersOfPerson, type Power } from './my-powers.js';

/** What passes from one account to another of the same person. */
export interface PeopleMergePreview {
  intoId: string;
  fullName: string;
  email: string;
  powers: Power[];
  noticeCount: number;
  /** Drafts and submitted proposals, not decided yet, of the organisations for which the account acts. */
  proposalCount: number;
  /** Why it cannot be done now: a code of an error, or null. */
  obstacle: string | null;
  confirmers: ConfirmersOf;
}

/** For the administrator who merges: the account that stays, and what it will get. */
@Injectable()
export class MergeOfPeople {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
    private readonly confirmers: Confirmers,
    private readonly powers: PowersOfPerson,
  ) {}

  /** @throws InvalidInput at the e-mail when there is no such other account */
  async idOf(ctx: Context, fromId: string, email: string): Promise<string> {
    const into = await this.accountOf(ctx, fromId, email);
    if (!into) throw invalidField('email', 'identity.merge-unknown-person');
    return into.intoId;
  }

  /** Null when there is no such other account. */
  async preview(ctx: Context, fromId: string, email: string): Promise<PeopleMergePreview | null> {
    const into = await this.accountOf(ctx, fromId, email);
    if (!into) return null;
    const powers = (await this.powers.of(fromId)).filter(({ endedOn }) => endedOn === null);
    const organisations = powers.filter(({ role }) => role === 'applicant').map(({ scopeId }) => scopeId!);
    const isOwn = [fromId, into.intoId].includes(ctx.actor.personId!);
    return {
      ...into,
      powers,
      noticeCount: await countNotices(this.db, fromId),
      proposalCount: await this.ports.one(OrganisationWork).countOpenProposals(this.db, organisations),
      obstacle: isOwn ? 'identity.merge-own' : await mergeObstacle(this.db, fromId, into.intoId),
      confirmers: await this.confirmers.of(ctx.actor.personId!, [fromId, into.intoId]),
    };
  }

  private accountOf(
    ctx: Context,
    fromId: string,
    email: string,
  ): Promise<Pick<PeopleMergePreview, 'intoId' | 'fullName' | 'email'> | undefined> {
    demand(peoplePolicy, 'merge', ctx.actor, null);
    return this.db.one(
      `select id as "intoId", concat_ws(' ', family_name, given_name, patronymic) as "fullName", email
         from identity.person where lower(email) = lower($1) and id <> $2 and merged_into is null`,
      [email.trim(), fromId],
    );
  }
}
