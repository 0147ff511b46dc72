import { Injectable } from '@nestjs/common';
import { StartApplication, SubmitApplication, applicationById } from '#libs/applications';
import { competitionSettings, type CompetitionSettings } from '#libs/competitions';
import { Database } from '#libs/platform/database';
import type { Season } from '../compose/season.js';
import { organisations } from './season-data.js';
import { Stage } from './stage.js';
import type { DemoProposal } from './world-data.js';
import { WriteProposal } from './write-proposal.js';

/** A draft is begun in the hour before it is submitted. */
const WRITING_MS = 3_600_000;
/** When an unfinished draft was last touched: so long before the end of what is told. */
const DRAFT_BEFORE_END_MS = 20 * WRITING_MS;

type Ids = Record<string, string>;

/** What an organisation does at an instant: begins a draft, or sends it. */
interface Act {
  at: Date;
  proposal: DemoProposal;
  kind: 'start' | 'submit';
}

/** Organisations write and submit their proposals, each at its own minute. */
@Injectable()
export class PlayProposals {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly start: StartApplication,
    private readonly writing: WriteProposal,
    private readonly submit: SubmitApplication,
  ) {}

  /**
   * Ids of the submitted proposals by key. Beginnings and submissions come in the order of their time; what is written
   * between them is written by several people at once.
   */
  async play(competitionId: string, season: Season, organisationIds: Ids): Promise<Ids> {
    const settings = await competitionSettings(this.db, competitionId);
    const ids: Ids = {};
    const written = new Map<string, Promise<void>>();
    for (const { at, proposal, kind } of actsOf(season)) {
      if (kind === 'start') {
        const id = await this.begin(proposal, settings, organisationIds[proposal.organisation]!, at);
        ids[proposal.key] = id;
        written.set(proposal.key, this.write(id, proposal, season, settings, at));
        if (written.size % SHEAF === 0) await Promise.all(written.values());
      } else {
        await written.get(proposal.key);
        await this.send(ids[proposal.key]!, proposal, at);
      }
    }
    await Promise.all(written.values());
    return Object.fromEntries(season.proposals.filter((one) => one.submitAt).map(({ key }) => [key, ids[key]!]));
  }

  private async begin(
    proposal: DemoProposal,
    { id }: CompetitionSettings,
    organisationId: string,
    at: Date,
  ): Promise<string> {
    return this.start.execute(await this.stage.as(authorOf(proposal), at), id, organisationId);
  }

  private async write(
    id: string,
    proposal: DemoProposal,
    { content }: Season,
    settings: CompetitionSettings,
    at: Date,
  ): Promise<void> {
    const index = content.priorities.findIndex(({ key }) => key === proposal.priority);
    const author = await this.stage.as(authorOf(proposal), at);
    await this.writing.write(author, id, proposal, settings, settings.priorities[index]!.id);
  }

  private async send(id: string, proposal: DemoProposal, at: Date): Promise<void> {
    const { version } = await applicationById(this.db, id);
    await this.submit.execute(await this.stage.as(authorOf(proposal), at), id, version);
  }
}

/** So many are written at once at most. */
const SHEAF = 4;

const authorOf = ({ organisation }: DemoProposal): string =>
  organisations.find(({ key }) => key === organisation)!.people[0]!.email;

function actsOf({ proposals, content, receivedUntil }: Season): Act[] {
  const unsent = new Date(Date.parse(receivedUntil) - DRAFT_BEFORE_END_MS);
  const opens = Date.parse(content.calendar.opensAt);
  const acts = proposals.flatMap((proposal): Act[] => {
    const at = proposal.submitAt ? new Date(proposal.submitAt) : unsent;
    const startAt = new Date(Math.max(at.getTime() - WRITING_MS, opens));
    const start: Act = { at: startAt, proposal, kind: 'start' };
    return proposal.submitAt ? [start, { at, proposal, kind: 'submit' }] : [start];
  });
  return acts.sort((a, b) => a.at.getTime() - b.at.getTime());
}
