import { Injectable } from '@nestjs/common';
import { DemoClock, kyivInstant } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { PlayAnnouncement } from './play-announcement.js';
import { PlayPeople } from './play-people.js';
import { PlayProposals } from './play-proposals.js';
import { Stage } from './stage.js';
import { worldData } from './world-data.js';

/** The story begins before the competition of measure 1.1 is announced. */
const BEGINNING = kyivInstant('2020-09-28', '09:00');

/** Plays the demo world through the real use cases, from empty authorities to where a visitor takes over. */
@Injectable()
export class PlayDemoWorld {
  constructor(
    private readonly db: Database,
    private readonly clock: DemoClock,
    private readonly stage: Stage,
    private readonly people: PlayPeople,
    private readonly announcement: PlayAnnouncement,
    private readonly proposals: PlayProposals,
  ) {}

  async isPlayed(): Promise<boolean> {
    return (await this.db.one('select id from identity.organiser limit 1')) !== undefined;
  }

  async play(say: (line: string) => void): Promise<void> {
    await this.clock.set(BEGINNING);
    say('authorities, staff, the plan of measures');
    const organisers = await this.people.authorities();
    const organisations = await this.people.organisations();
    const officer = emailOf('officer', 'masscom');
    say('the competition of measure 1.1 is announced');
    const competition = await this.announcement.draft(
      await this.stage.as(officer),
      organisers.masscom!,
      worldData.competition,
    );
    await this.announcement.commission(await this.stage.as(officer), competition);
    await this.people.passwords();
    await this.announcement.publish(officer, competition, worldData.competition);
    say('organisations submit their proposals');
    await this.proposals.play(competition, organisations);
  }
}

const emailOf = (role: string, organiser: string): string =>
  worldData.people.staff.find((person) => person.role === role && person.organiser === organiser)!.email;
