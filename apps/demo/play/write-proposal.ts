import { Injectable } from '@nestjs/common';
import { AttachFile, SaveAbout, SaveActivities, SaveAnswers, SaveBudget, SaveIndicators } from '#libs/applications';
import type { CompetitionSettings } from '#libs/competitions';
import { renderPdf } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import type { DemoProposal } from './world-data.js';

/** Fills in the parts of a proposal, as its author would page by page. */
@Injectable()
export class WriteProposal {
  /** One little PDF of each kind: the same paper of every organisation. */
  private readonly samples = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly about: SaveAbout,
    private readonly answers: SaveAnswers,
    private readonly activities: SaveActivities,
    private readonly budget: SaveBudget,
    private readonly indicators: SaveIndicators,
    private readonly files: AttachFile,
  ) {}

  async write(
    author: Context,
    id: string,
    proposal: DemoProposal,
    { form }: CompetitionSettings,
    priorityId: string,
  ): Promise<void> {
    const { title, startOn, endOn } = proposal;
    await this.about.execute(author, id, 0, { title, priorityId, startOn, endOn });
    for (const { key } of form.sections.filter(({ part }) => part === undefined))
      await this.answers.execute(author, id, { section: key, version: 0, typed: proposal.answers });
    await this.activities.execute(author, id, 0, proposal.activities);
    await this.budget.execute(author, id, 0, proposal.budget);
    await this.indicators.execute(author, id, 0, proposal.indicators);
    for (const { name, kind } of proposal.files)
      await this.files.execute(author, id, {
        name: name.replace(/\.[a-z]+$/, '.pdf'),
        purpose: kind,
        content: await this.sample(kind),
      });
  }

  private sample(kind: string): Promise<Buffer> {
    const made = this.samples.get(kind) ?? renderSample(TITLES[kind] ?? 'Додаток');
    this.samples.set(kind, made);
    return made;
  }
}

const TITLES: Record<string, string> = { statute: 'Статут', letter: 'Лист підтримки' };

function renderSample(title: string): Promise<Buffer> {
  const text = 'Зразок документа демонстраційного світу.';
  return renderPdf({ title, language: 'uk', blocks: [{ kind: 'paragraph', text }] });
}
