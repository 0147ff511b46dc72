import { Injectable } from '@nestjs/common';
import { COMMISSION_ROLES, peopleWithRole } from '#libs/identity';
import { Notices, type Recipient } from '#libs/notifications';
import type { Reader, Tx } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { ConcernedPeople, type ConcernedPerson } from '../ports/concerned-people.port.js';

export interface Tidings {
  /** The authority of the competition. */
  organiserId: string;
  template: string;
  /** In the language of the reader. */
  data: (to: Recipient) => Record<string, unknown>;
  path: string;
  /** What makes a second letter about the same thing impossible. */
  onceKey: string;
}

/** Tells people what happened to a competition: one letter to each person, however many reasons there are. */
@Injectable()
export class TellConcerned {
  constructor(
    private readonly ports: Ports,
    private readonly notices: Notices,
  ) {}

  /** Applicants with anything from a draft on, the commission, people with scoring to do. */
  async people(reader: Reader, competitionId: string): Promise<ConcernedPerson[]> {
    const commission = await peopleWithRole(reader, competitionId, COMMISSION_ROLES);
    const found: ConcernedPerson[] = commission.map(({ personId, email, language }) => ({
      to: { personId, email, language },
      because: 'commission',
      applicationId: null,
      registerCode: null,
    }));
    for (const port of this.ports.all(ConcernedPeople)) found.push(...(await port.people(reader, competitionId)));
    return found;
  }

  /** Returns how many were told. */
  async within(
    tx: Tx,
    people: readonly ConcernedPerson[],
    { organiserId, template, data, path, onceKey }: Tidings,
  ): Promise<number> {
    const recipients = new Map(people.map(({ to }) => [to.personId ?? to.email, to]));
    for (const [key, to] of recipients)
      await this.notices.queue(tx, {
        ...{ to, kind: 'decision', organiserId, template, path },
        data: data(to),
        onceKey: `${onceKey}:${key}`,
      });
    return recipients.size;
  }
}
