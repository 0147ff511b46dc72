import { Injectable } from '@nestjs/common';
import {
  AdoptSlots,
  AdvanceCompetition,
  CreateCompetition,
  SaveSettings,
  competitionById,
  type SettingsChange,
} from '#libs/competitions';
import { AppointCommissionMember } from '#libs/evaluation';
import { ListMeasures } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { kyivInstant } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { unsettledSlots } from '#libs/terms';
import type { Season } from '../compose/season.js';
import { Stage } from './stage.js';
import type { DemoCompetition } from './world-data.js';

/** An officer sets up a competition, appoints its commission, and announces it. */
@Injectable()
export class PlayAnnouncement {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly measures: ListMeasures,
    private readonly create: CreateCompetition,
    private readonly save: SaveSettings,
    private readonly adopt: AdoptSlots,
    private readonly appoint: AppointCommissionMember,
    private readonly advance: AdvanceCompetition,
  ) {}

  /** A draft with everything filled in; returns its id. */
  async draft(officer: Context, organiserId: string, content: DemoCompetition): Promise<string> {
    const measure = (await this.measures.execute(this.db)).find(({ number }) => number === content.measureNumber);
    const id = await this.create.execute(officer, {
      organiserId,
      measureId: measure!.id,
      title: content.title.uk,
      announcedOn: content.calendar.announcedOn,
      budgetYear: content.budgetYear ?? null,
    });
    const { version } = await competitionById(this.db, id);
    await this.save.execute(officer, id, version, settingsOf(content));
    return id;
  }

  /** The whole commission, by one order. */
  async commission(officer: Context, competitionId: string, { commission, commissionOrder }: Season): Promise<void> {
    for (const member of commission) {
      const { commissionRole, email, familyName, givenName, patronymic, position, isCsoRepresentative } = member;
      await this.appoint.execute(officer, competitionId, {
        ...{ email, familyName, givenName, patronymic, position, isCsoRepresentative },
        ...commissionOrder,
        role: `commission-${commissionRole}`,
      });
    }
  }

  async publish(officerEmail: string, competitionId: string, content: DemoCompetition): Promise<void> {
    await this.stage.atKyiv(content.calendar.announcedOn, '09:00');
    const officer = await this.stage.as(officerEmail);
    await this.adoptAll(officer, competitionId);
    await this.advance.execute(officer, competitionId, 'publish');
  }

  /** The order of the competition adopts whatever no act confirms (rule 3). */
  private async adoptAll(officer: Context, competitionId: string): Promise<void> {
    const { version, ruleSet, orderNumber, orderOn } = await competitionById(this.db, competitionId);
    const order = { number: orderNumber!, on: orderOn! };
    await this.adopt.execute(officer, competitionId, version, unsettledSlots(ruleSet!), order);
  }
}

function settingsOf(content: DemoCompetition): SettingsChange {
  const { opensAt, closesAt, scoringFrom, scoringUntil, ...days } = content.calendar;
  return {
    titleEn: content.title.en,
    purpose: content.purpose.uk,
    purposeEn: content.purpose.en,
    budgetProgramme: content.budgetProgramme,
    potKop: content.potKop,
    capKop: content.capKop,
    ownShareHundredths: content.ownSharePercent * 100,
    applicationsPerOrganisationMax: content.maxApplicationsPerOrganisation,
    supportedActivities: content.supportedActivities,
    priorities: content.priorities.map(({ title, description }) => ({ title, description })),
    criteria: content.criteria,
    passingHundredths: content.passingPoints * 100,
    tieOrder: content.tieOrder,
    ...days,
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
    scoringFrom: kyivInstant(scoringFrom, '09:00'),
    scoringUntil: kyivInstant(scoringUntil, '18:00'),
    lateAnnouncementReason: content.lateAnnouncementReason,
    place: content.place,
    contactName: content.contactName,
    contactPhone: content.contactPhone,
    contactEmail: content.contactEmail,
    coOrganiserId: content.coOrganiserId,
    jointOrderNumber: content.jointOrderNumber,
    jointOrderOn: content.jointOrderOn,
    orderNumber: content.orderNumber ?? '45',
    orderOn: content.orderOn ?? content.calendar.announcedOn,
  };
}
