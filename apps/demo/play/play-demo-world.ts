import { Injectable } from '@nestjs/common';
import { AdvanceCompetition } from '#libs/competitions';
import { DemoClock, kyivInstant } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import type { Season, Sittings } from '../compose/season.js';
import { PlayAdmission } from './play-admission.js';
import { PlayAnnouncement } from './play-announcement.js';
import { PlayAsking } from './play-asking.js';
import { PlayAward } from './play-award.js';
import { PlayComplaint } from './play-complaint.js';
import { PlayContracts } from './play-contracts.js';
import { PlayCalibration } from './play-calibration.js';
import { PlayDefence } from './play-defence.js';
import { PlayEvents } from './play-events.js';
import { PlayMonitoring } from './play-monitoring.js';
import { PlayNotices } from './play-notices.js';
import { PlayPeople } from './play-people.js';
import { PlayPlan } from './play-plan.js';
import { PlayRegisters } from './play-registers.js';
import { PlayRights } from './play-rights.js';
import { PlayProposals } from './play-proposals.js';
import { PlayScoring } from './play-scoring.js';
import { organisations, seasons } from './season-data.js';
import { PlayRefusal } from './play-refusal.js';
import { defence, refusal, sittings } from './sittings.js';
import { Stage } from './stage.js';
import { worldData, type JointOrder } from './world-data.js';

/** The story begins when the plan of the year is approved. */
const BEGINNING = kyivInstant('2019-12-23', '09:00');
/** Who is registered later comes into the system in autumn. */
const AUTUMN = '2020-09-28';
const END = ['2020-11-25', '16:00'] as const;
/** After the order of last year: filed, answered. */
const COMPLAINT = [
  ['2020-03-11', '11:20'],
  ['2020-03-13', '16:05'],
] as const;
/** Measure 3.2 is a task of both departments: they announce it by a joint order. */
const JOINT_ORDER = { jointOrderNumber: '139/97-спільний', jointOrderOn: '2020-10-22' };
/** Asks about the open call with an account; what was asked is read without the name. */
const ASKER = 'o.hnatenko@try-lopaty.example';

type Ids = Record<string, string>;

/** A competition on its way, with the ids that its acts need. */
interface Running {
  season: Season;
  id: string;
  proposals: Ids;
}

/**
 * Plays the demo world through the real use cases: last year's competition of 71 proposals and a smaller one of the
 * second authority, both decided; in autumn one decided, one being scored, and one of both authorities receiving
 * proposals, where a visitor takes over.
 */
@Injectable()
export class PlayDemoWorld {
  constructor(
    private readonly db: Database,
    private readonly clock: DemoClock,
    private readonly stage: Stage,
    private readonly people: PlayPeople,
    private readonly rights: PlayRights,
    private readonly registers: PlayRegisters,
    private readonly announcement: PlayAnnouncement,
    private readonly proposals: PlayProposals,
    private readonly admission: PlayAdmission,
    private readonly scoring: PlayScoring,
    private readonly calibration: PlayCalibration,
    private readonly defence: PlayDefence,
    private readonly award: PlayAward,
    private readonly refusal: PlayRefusal,
    private readonly complaint: PlayComplaint,
    private readonly contracts: PlayContracts,
    private readonly monitoring: PlayMonitoring,
    private readonly notices: PlayNotices,
    private readonly asking: PlayAsking,
    private readonly plan: PlayPlan,
    private readonly events: PlayEvents,
    private readonly advance: AdvanceCompetition,
  ) {}

  async isPlayed(): Promise<boolean> {
    return (await this.db.one('select id from identity.organiser limit 1')) !== undefined;
  }

  async play(say: (line: string) => void): Promise<void> {
    await this.clock.set(BEGINNING);
    say('authorities, staff, the plan of measures');
    const organisers = await this.people.authorities();
    const old = organisations.filter(({ registeredOn }) => registeredOn < '2020');
    const ids = await this.people.organisations(old);
    await this.rights.verify(old);
    const lastYear = await this.winter(organisers, ids, say);
    await this.spring(organisers, ids, say);
    await this.contracts.carryOn(lastYear);
    say('last year: reports, second payments, conclusions');
    await this.monitoring.play(lastYear, organisers.masscom!);
    await this.notices.everybodyReads();
    await this.stage.atKyiv(AUTUMN, '09:00');
    Object.assign(
      ids,
      await this.people.organisations(organisations.filter(({ registeredOn }) => registeredOn > '2020')),
    );
    await this.autumn(organisers, ids, say);
    await this.people.passwords();
  }

  /** @returns the id of last year's competition */
  private async winter(organisers: Ids, ids: Ids, say: (line: string) => void): Promise<string> {
    say('last year: 71 organisations and proposals');
    await this.stage.atKyiv('2020-01-08', '10:00');
    const running = await this.announce(seasons.masscom2020, organisers.masscom!);
    running.proposals = await this.proposals.play(running.id, running.season, ids);
    say('last year: the commission decides');
    await this.decide(running, sittings.masscom2020);
    const people = { officer: emailOf('officer', 'masscom'), director: emailOf('director', 'masscom') };
    await this.complaint.play(people, running.id, COMPLAINT);
    say('last year: contracts and first payments');
    await this.contracts.conclude(running.id, organisers.masscom!);
    return running.id;
  }

  private async spring(organisers: Ids, ids: Ids, say: (line: string) => void): Promise<void> {
    say('the second authority: its competition of the quarantine');
    await this.stage.atKyiv('2020-04-24', '10:00');
    const running = await this.announce(seasons.social2020, organisers.social!);
    running.proposals = await this.proposals.play(running.id, running.season, ids);
    await this.decide(running, sittings.social2020);
    const people = { officer: emailOf('officer', 'social'), director: emailOf('director', 'social') };
    await this.refusal.play(people, running.id, running.season, refusal, running.proposals);
  }

  private async autumn(organisers: Ids, ids: Ids, say: (line: string) => void): Promise<void> {
    say('this year: three competitions are announced');
    await this.stage.atKyiv('2020-10-01', '10:00');
    const civil = await this.announce(seasons.masscom2021, organisers.masscom!);
    const women = await this.announce(seasons.women2021, organisers.masscom!);
    await this.registers.play('masscom', organisers.masscom!, '2020-10-12');
    await this.stage.atKyiv('2020-10-23', '10:00');
    const social = await this.announce(seasons.social2021, organisers.social!, {
      coOrganiserId: organisers.masscom!,
      ...JOINT_ORDER,
    });
    await this.besideTheCall(social);
    say('this year: organisations submit their proposals');
    for (const running of [civil, women, social])
      running.proposals = await this.proposals.play(running.id, running.season, ids);
    say('this year: one decided, one being scored');
    await this.admitBoth(civil, women);
    await this.scoreBoth(civil, women);
    for (const key of ['masscom', 'social']) await this.registers.play(key, organisers[key]!, END[0]);
    say('events: trainings, an open day, a forum');
    await this.events.play(emailOf('officer', 'masscom'), organisers.masscom!);
    await this.stage.atKyiv(...END);
    say('the plan of the year: who answers, what was done, the report of the third quarter');
    await this.plan.play();
  }

  private async admitBoth(civil: Running, women: Running): Promise<void> {
    const officer = emailOf('officer', 'masscom');
    for (const [running, when] of [
      [civil, sittings.masscom2021],
      [women, sittings.women2021],
    ] as const) {
      await this.admission.play(officer, running.id, running.season, when, running.proposals);
      await this.scoring.declareAll(running.id, running.season, running.proposals);
    }
    await this.calibration.play(officer, women.id, women.season);
  }

  private async scoreBoth(civil: Running, women: Running): Promise<void> {
    const officer = emailOf('officer', 'masscom');
    for (const [{ id }, { scoringAt }] of [
      [civil, sittings.masscom2021],
      [women, sittings.women2021],
    ] as const) {
      await this.stage.atKyiv(...scoringAt);
      await this.advance.execute(await this.stage.as(officer), id, 'start-scoring');
    }
    await this.defence.plan(officer, women.id, defence);
    await this.scoreAndAward(civil, sittings.masscom2021);
    await this.scoring.scoreHalf(women.id, women.season, women.proposals);
    await this.defence.hold(officer, women.id, defence);
  }

  /** What an open call lives of: a good example, questions and their answers. */
  private async besideTheCall({ id }: Running): Promise<void> {
    const officer = emailOf('officer', 'social');
    await this.asking.example(officer, id);
    await this.asking.questions(officer, ASKER, id);
  }

  private async announce(season: Season, organiserId: string, joint: JointOrder = {}): Promise<Running> {
    const officer = emailOf('officer', season.content.organiser);
    const content = { ...season.content, ...joint };
    const id = await this.announcement.draft(await this.stage.as(officer), organiserId, content);
    await this.announcement.commission(await this.stage.as(officer), id, season);
    await this.announcement.publish(officer, id, season.content);
    return { season, id, proposals: {} };
  }

  private async decide(running: Running, when: Sittings): Promise<void> {
    const { season, id, proposals } = running;
    const officer = emailOf('officer', season.content.organiser);
    await this.admission.play(officer, id, season, when, proposals);
    await this.scoring.declareAll(id, season, proposals);
    await this.stage.atKyiv(...when.scoringAt);
    await this.advance.execute(await this.stage.as(officer), id, 'start-scoring');
    await this.scoreAndAward(running, when);
  }

  private async scoreAndAward({ season, id, proposals }: Running, when: Sittings): Promise<void> {
    const { organiser } = season.content;
    await this.stage.atKyiv(...when.sheetsAt);
    await this.scoring.scoreAll(id, season, proposals);
    await this.stage.atKyiv(...when.calledAt);
    const people = { officer: emailOf('officer', organiser), director: emailOf('director', organiser) };
    await this.award.play(people, id, season, when, proposals);
  }
}

const emailOf = (role: string, organiser: string): string =>
  worldData.people.staff.find((person) => person.role === role && person.organiser === organiser)!.email;
