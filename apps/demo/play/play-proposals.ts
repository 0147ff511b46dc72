import { Injectable } from '@nestjs/common';
import {
  AttachFile,
  SaveAbout,
  SaveActivities,
  SaveAnswers,
  SaveBudget,
  SaveIndicators,
  StartApplication,
  SubmitApplication,
  applicationById,
} from '#libs/applications';
import { competitionSettings, type CompetitionSettings } from '#libs/competitions';
import { renderPdf } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Stage } from './stage.js';
import { worldData, type DemoProposal } from './world-data.js';

/** A draft is written in the hour before it is submitted. */
const WRITING_MS = 3_600_000;
/** When an unfinished draft was last touched. */
const DRAFT_AT = '2020-11-04T21:15:00+02:00';

/** Organisations write and submit their proposals, each at its own minute. */
@Injectable()
export class PlayProposals {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly start: StartApplication,
    private readonly about: SaveAbout,
    private readonly answers: SaveAnswers,
    private readonly activities: SaveActivities,
    private readonly budget: SaveBudget,
    private readonly indicators: SaveIndicators,
    private readonly files: AttachFile,
    private readonly submit: SubmitApplication,
  ) {}

  /**
   * Ids of the submitted proposals by key. `meanwhile` happens once, as soon as the story has passed its day.
   */
  async play(
    competitionId: string,
    organisations: Record<string, string>,
    meanwhile: { from: string; happens: () => Promise<void> },
  ): Promise<Record<string, string>> {
    const settings = await competitionSettings(this.db, competitionId);
    const inTime = [...worldData.proposals].sort(
      (a, b) => Date.parse(a.submitAt ?? DRAFT_AT) - Date.parse(b.submitAt ?? DRAFT_AT),
    );
    const ids: Record<string, string> = {};
    let isDone = false;
    for (const proposal of inTime) {
      if (!isDone && (proposal.submitAt ?? DRAFT_AT).slice(0, 10) > meanwhile.from) {
        await meanwhile.happens();
        isDone = true;
      }
      const id = await this.one(proposal, settings, organisations[proposal.organisation]!);
      if (proposal.submitAt) ids[proposal.key] = id;
    }
    return ids;
  }

  private async one(proposal: DemoProposal, settings: CompetitionSettings, organisationId: string): Promise<string> {
    const { people } = worldData.organisations.find(({ key }) => key === proposal.organisation)!;
    const submitAt = proposal.submitAt ? new Date(proposal.submitAt) : null;
    await this.stage.at(submitAt ? new Date(submitAt.getTime() - WRITING_MS) : DRAFT_AT);
    const author = await this.stage.as(people[0]!.email);
    const id = await this.start.execute(author, settings.id, organisationId);
    await this.write(author, id, proposal, settings);
    if (!submitAt) return id;
    await this.stage.at(submitAt);
    const { version } = await applicationById(this.db, id);
    await this.submit.execute(await this.stage.as(people[0]!.email), id, version);
    return id;
  }

  private async write(
    author: Context,
    id: string,
    proposal: DemoProposal,
    settings: CompetitionSettings,
  ): Promise<void> {
    const index = worldData.competition.priorities.findIndex(({ key }) => key === proposal.priority);
    const priorityId = settings.priorities[index]!.id;
    const { title, startOn, endOn } = proposal;
    await this.about.execute(author, id, 0, { title, priorityId, startOn, endOn });
    for (const { key } of settings.form.sections)
      await this.answers.execute(author, id, { section: key, version: 0, typed: proposal.answers });
    await this.activities.execute(author, id, 0, proposal.activities);
    await this.budget.execute(author, id, 0, proposal.budget);
    await this.indicators.execute(author, id, 0, proposal.indicators);
    for (const { name, kind } of proposal.files)
      await this.files.execute(author, id, {
        name: name.replace(/\.[a-z]+$/, '.pdf'),
        purpose: kind as 'other',
        content: await sample(name),
      });
  }
}

/** A real little PDF in place of a statute or a letter. */
function sample(name: string): Promise<Buffer> {
  const text = 'Зразок документа демонстраційного світу.';
  return renderPdf({ title: name.replace(/\.[a-z]+$/, ''), language: 'uk', blocks: [{ kind: 'paragraph', text }] });
}
