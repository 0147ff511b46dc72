import { Injectable } from '@nestjs/common';
import { NamePresenters, NoteDefence, PlanDefence, PublishDefence } from '#libs/evaluation';
import { kyivInstant } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { Stage } from './stage.js';

/** The days of the defence, the last one after the end of the story: a visitor holds it. */
export interface DefenceStory {
  days: readonly (readonly [day: string, from: string, until: string])[];
  place: string;
  onlineUrl: string;
  /** In the order of the first day: what was asked and answered; null = nobody came. */
  heard: readonly (string | null)[];
}

interface Slot {
  applicationId: string;
  startsAt: Date;
  email: string;
  headName: string;
  version: number;
}

const FRAME = { isOnlinePublic: true, minutesEach: 20, pauseAfter: 3, pauseMinutes: 15 };
/** Every third organisation has not named anybody yet. */
const SILENT = 3;

/** The officer plans the defence by lot and publishes its agenda; organisations name who presents; the first day is held. */
@Injectable()
export class PlayDefence {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly planning: PlanDefence,
    private readonly publication: PublishDefence,
    private readonly naming: NamePresenters,
    private readonly noting: NoteDefence,
  ) {}

  async plan(officer: string, competitionId: string, { days, place, onlineUrl }: DefenceStory): Promise<void> {
    const ctx = await this.stage.as(officer);
    let version = 0;
    await this.planning.chooseOrder(ctx, competitionId, { orderBy: 'lot', ranks: new Map() }, version);
    for (const [day, from, until] of days) {
      const times = { startsAt: kyivInstant(day, from), endsAt: kyivInstant(day, until) };
      const edit = { version: (version += 1), reason: null };
      await this.planning.saveDay(ctx, competitionId, null, { ...FRAME, ...times, place, onlineUrl }, edit);
    }
    await this.publication.execute(ctx, competitionId, version + 1);
    for (const [index, slot] of (await this.slots(competitionId)).entries()) {
      if (index % SILENT === SILENT - 1) continue;
      const presenters = [{ fullName: slot.headName, capacity: 'head' as const }];
      await this.naming.execute(await this.stage.as(slot.email), slot.applicationId, presenters);
    }
  }

  /** Noted while it goes on, by the officer: of the commission somebody is recused from each second proposal. */
  async hold(officer: string, competitionId: string, { heard }: DefenceStory): Promise<void> {
    for (const [index, { applicationId, startsAt, version }] of (await this.slots(competitionId)).entries()) {
      const said = heard[index];
      if (said === undefined) return;
      const ctx = await this.stage.as(officer, startsAt);
      const edit = { competitionId, applicationId, version };
      await this.noting.outcome(ctx, edit, said === null ? 'missed' : 'attended');
      if (said !== null) await this.noting.questions(ctx, { ...edit, version: version + 1 }, said);
    }
  }

  private slots(competitionId: string): Promise<Slot[]> {
    return this.db.rows<Slot>(
      `select s.application_id as "applicationId", s.starts_at as "startsAt", s.version, o.head_name as "headName",
              (select a.email from applications.v_addressee a where a.application_id = s.application_id
                order by a.person_id limit 1) as email
         from evaluation.defence_slot s
         join applications.v_application v on v.id = s.application_id
         join identity.organisation o on o.id = v.organisation_id
        where s.competition_id = $1 order by s.starts_at`,
      [competitionId],
    );
  }
}
