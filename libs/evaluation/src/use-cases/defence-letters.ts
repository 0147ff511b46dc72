import { Injectable } from '@nestjs/common';
import type { CompetitionRow } from '#libs/competitions';
import { peopleWithRole, type PersonWithRole } from '#libs/identity';
import { Notices, type Recipient } from '#libs/notifications';
import { longDateTime } from '#libs/platform/clock';
import type { Tx } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { SCORERS } from '../access/evaluation.policy.js';
import type { DefenceDay } from '../model/defence.js';
import { evaluationPaths } from '../paths.js';
import { defenceDays } from '../queries/read-defence.js';
import type { SlotChange } from './lay-out-defence.js';

type Held = Pick<CompetitionRow, 'id' | 'organiserId' | 'title'>;

/** What those concerned by a defence are told: applicants of their own time, the commission and the experts of its days. */
@Injectable()
export class DefenceLetters {
  constructor(private readonly notices: Notices) {}

  /** The agenda is there. */
  async announce(tx: Tx, competition: Held, changes: readonly SlotChange[]): Promise<void> {
    await this.tellApplicants(tx, competition, changes, null);
    await this.tellRoom(tx, competition, 'evaluation.defence-agenda', { reason: '' });
  }

  /** Something of it is another now. `days` = also the room is told. */
  async change(tx: Tx, competition: Held, changes: readonly SlotChange[], reason: string): Promise<void> {
    await this.tellApplicants(tx, competition, changes, reason);
    await this.tellRoom(tx, competition, 'evaluation.defence-agenda-changed', { reason });
  }

  /** One proposal alone has another time. */
  moved(tx: Tx, competition: Held, change: SlotChange, reason: string): Promise<void> {
    return this.tellApplicants(tx, competition, [change], reason);
  }

  async cancel(tx: Tx, competition: Held, applicationIds: readonly string[], reason: string): Promise<void> {
    for (const { to, applicationId } of await addressees(tx, applicationIds))
      await this.notices.queue(tx, {
        ...{ to, template: 'evaluation.defence-cancelled', kind: 'decision', organiserId: competition.organiserId },
        data: { title: competition.title, reason },
        path: evaluationPaths.presenters(applicationId),
      });
    await this.tellRoom(tx, competition, 'evaluation.defence-cancelled', { reason });
  }

  private async tellApplicants(
    tx: Tx,
    { id, organiserId, title }: Held,
    changes: readonly SlotChange[],
    reason: string | null,
  ): Promise<void> {
    const days = new Map((await defenceDays(tx, id)).map((day) => [day.id, day]));
    const byProposal = new Map(changes.map((change) => [change.applicationId, change]));
    for (const { to, applicationId } of await addressees(tx, [...byProposal.keys()])) {
      const { registerCode: code, startsAt, before, dayId } = byProposal.get(applicationId)!;
      const at = longDateTime(startsAt, to.language);
      const was = before && reason !== null ? longDateTime(before, to.language) : null;
      await this.notices.queue(tx, {
        ...{
          to,
          template: was ? 'evaluation.defence-moved' : 'evaluation.defence-time',
          kind: 'decision',
          organiserId,
        },
        data: { title, code, at, was, reason, place: whereWords(days.get(dayId)!) },
        path: evaluationPaths.presenters(applicationId),
      });
    }
  }

  private async tellRoom(tx: Tx, competition: Held, template: string, data: { reason: string }): Promise<void> {
    const days = await defenceDays(tx, competition.id);
    const people = await peopleWithRole(tx, competition.id, SCORERS);
    const each = new Map(people.map((person) => [person.personId, person]));
    for (const to of each.values())
      await this.notices.queue(tx, {
        ...{ to, template, kind: 'duty', organiserId: competition.organiserId },
        data: { ...data, title: competition.title, days: daysWords(days, to) },
        path: evaluationPaths.defenceRoom(competition.id),
      });
  }
}

/** Where to come, and where to join. */
export const whereWords = ({ place, onlineUrl }: Pick<DefenceDay, 'place' | 'onlineUrl'>): string =>
  [place, onlineUrl].filter(Boolean).join('; ');

const daysWords = (days: readonly DefenceDay[], { language }: PersonWithRole): string =>
  days
    .map((day) =>
      phrase(language, 'evaluation:defence.dayLine', {
        at: longDateTime(day.startsAt, language),
        where: whereWords(day),
      }),
    )
    .join('\n');

async function addressees(tx: Tx, applicationIds: readonly string[]) {
  const rows = await tx.rows<Recipient & { applicationId: string }>(
    `select application_id as "applicationId", person_id as "personId", email, language
       from applications.v_addressee where application_id = any($1) order by application_id, person_id`,
    [applicationIds],
  );
  return rows.map(({ applicationId, ...to }) => ({ applicationId, to }));
}
