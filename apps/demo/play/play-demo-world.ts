import { Injectable } from '@nestjs/common';
import { AdvanceCompetition } from '#libs/competitions';
import { DemoClock, kyivInstant } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { PlayAdmission } from './play-admission.js';
import { PlayAnnouncement } from './play-announcement.js';
import { PlayAward } from './play-award.js';
import { PlayPeople } from './play-people.js';
import { PlayProposals } from './play-proposals.js';
import { PlayScoring } from './play-scoring.js';
import { Stage } from './stage.js';
import { worldData } from './world-data.js';

/** The story begins before the competition of measure 1.1 is announced. */
const BEGINNING = kyivInstant('2020-09-28', '09:00');

/**
 * Plays the demo world through the real use cases: the competition of measure 1.1 from draft to signed order, and the
 * one of measure 3.2 up to its open reception, where a visitor takes over.
 */
@Injectable()
export class PlayDemoWorld {
  constructor(
    private readonly db: Database,
    private readonly clock: DemoClock,
    private readonly stage: Stage,
    private readonly people: PlayPeople,
    private readonly announcement: PlayAnnouncement,
    private readonly proposals: PlayProposals,
    private readonly admission: PlayAdmission,
    private readonly scoring: PlayScoring,
    private readonly award: PlayAward,
    private readonly advance: AdvanceCompetition,
  ) {}

  async isPlayed(): Promise<boolean> {
    return (await this.db.one('select id from identity.organiser limit 1')) !== undefined;
  }

  async play(say: (line: string) => void): Promise<void> {
    await this.clock.set(BEGINNING);
    say('authorities, staff, the plan of measures');
    const organisers = await this.people.authorities();
    const organisations = await this.people.organisations();
    say('two competitions are announced');
    const competition = await this.announce('masscom', organisers.masscom!, worldData.competition);
    const social = await this.announceLater('social', organisers.social!);
    say('organisations submit their proposals');
    const proposals = await this.proposals.play(competition, organisations, {
      from: worldData.social.calendar.announcedOn,
      happens: () => this.announcement.publish(emailOf('officer', 'social'), social, worldData.social),
    });
    await this.decide(competition, proposals, say);
  }

  private async announce(key: string, organiserId: string, content: typeof worldData.competition): Promise<string> {
    const officer = emailOf('officer', key);
    const id = await this.announcement.draft(await this.stage.as(officer), organiserId, content);
    await this.announcement.commission(await this.stage.as(officer), id);
    await this.people.passwords();
    await this.announcement.publish(officer, id, content);
    return id;
  }

  /** Its announcement falls into the reception of the other competition. */
  private async announceLater(key: string, organiserId: string): Promise<string> {
    const officer = emailOf('officer', key);
    const id = await this.announcement.draft(await this.stage.as(officer), organiserId, worldData.social);
    await this.announcement.commission(await this.stage.as(officer), id);
    return id;
  }

  private async decide(
    competition: string,
    proposals: Record<string, string>,
    say: (line: string) => void,
  ): Promise<void> {
    const [officer, director] = [emailOf('officer', 'masscom'), emailOf('director', 'masscom')];
    say('the commission admits, scores and decides');
    await this.admission.play(officer, competition, proposals);
    await this.scoring.declareAll(competition, proposals);
    await this.stage.at(`${worldData.competition.calendar.scoringFrom}T10:00:00+02:00`);
    await this.advance.execute(await this.stage.as(officer), competition, 'start-scoring');
    await this.stage.atKyiv('2020-11-20', '19:30');
    await this.scoring.scoreAll(competition, proposals);
    await this.stage.atKyiv('2020-11-23', '09:00');
    await this.award.play(officer, director, competition, proposals);
    await this.stage.atKyiv('2020-11-25', '16:00');
  }
}

const emailOf = (role: string, organiser: string): string =>
  worldData.people.staff.find((person) => person.role === role && person.organiser === organiser)!.email;
