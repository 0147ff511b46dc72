import { Controller, Get, Param } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { DOCX } from '#libs/documents';
import { Public, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import {
  AskedList,
  Ctx,
  defineList,
  download,
  Listed,
  page,
  ParseId,
  choicesOf,
  type Result,
} from '#libs/platform/http';
import { RESULTS } from '../model/conclusion.lifecycle.js';
import { differenceOf, totalsOf } from '../model/lines.js';
import { monitoringPaths } from '../paths.js';
import { ConclusionFiles } from '../queries/conclusion-file.js';
import { PublishedProjects, type PublishedProject } from '../queries/published-projects.js';
import { RESULT_TONES } from './report-words.js';

const M = 'monitoring:list.';

/** Funded projects of a competition for everybody. */
export const publishedProjectsList = defineList<PublishedProject>({
  name: 'published-projects',
  title: `${M}published`,
  search: { label: `${M}search`, in: ['title', 'organisationName', 'edrpou', 'settlement'] },
  filters: [
    {
      ...{ name: 'outcome', label: `${M}outcome`, any: `${M}anyStage` },
      choices: choicesOf(['running', ...RESULTS], 'monitoring:result.'),
    },
  ],
  columns: [
    { key: 'title', phrase: `${M}project`, isHeading: true, href: ({ id }) => monitoringPaths.published(id) },
    { key: 'organisationName', phrase: `${M}organisation`, under: 'title' },
    { key: 'edrpou', phrase: `${M}edrpou`, under: 'title' },
    { key: 'settlement', phrase: `${M}settlement`, under: 'title' },
    { key: 'sumKop', phrase: `${M}sum`, kind: 'money' },
    { key: 'paidKop', phrase: `${M}paid`, kind: 'money' },
    { key: 'toReturnKop', phrase: `${M}toReturn`, kind: 'money' },
    {
      ...{ key: 'outcome', phrase: `${M}outcome`, kind: 'state', words: 'monitoring:result.' },
      tone: ({ outcome }) => RESULT_TONES[outcome],
    },
  ],
  order: '"organisationName" collate "uk-x-icu", id',
});

/** What became of public money, for everybody (rule 66). */
@Controller()
export class PublishedProjectsPage {
  constructor(
    private readonly projects: PublishedProjects,
    private readonly files: ConclusionFiles,
  ) {}

  @Get('competitions/:code/projects')
  @Public('rule 66: reports and conclusions on funded projects are public')
  async list(
    @Ctx() ctx: Context,
    @Param('code') code: string,
    @Listed(publishedProjectsList) asked: AskedList<PublishedProject>,
  ): Promise<Result> {
    const { competition, found, isEvaluated } = await this.projects.ofCompetition(code, asked);
    const title = (ctx.lang === 'en' && competition.titleEn) || competition.title;
    return asked.answer(
      'monitoring/published.njk',
      found,
      {
        title,
        paths: {
          ...{ results: competitionPaths.results(code) },
          evaluation: isEvaluated && monitoringPaths.publishedEvaluation(code),
        },
      },
      code,
    );
  }

  @Get('funded/:id')
  @Public('rule 66: the report and the conclusion on a funded project are public')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { project, reports, parts, conclusion, refund } = await this.projects.one(id);
    return page('monitoring/funded.njk', {
      ...{ project, reports, parts, conclusion, refund },
      today: kyivDay(ctx.now),
      tone: RESULT_TONES[conclusion?.result ?? 'running'],
      lines: parts?.lines.map((line) => ({ ...line, differenceKop: differenceOf(line) })),
      totals: parts && totalsOf(parts.lines),
      paths: {
        list: monitoringPaths.ofCompetition(project.competitionCode),
        pdf: `${monitoringPaths.published(id)}/conclusion.pdf`,
        docx: `${monitoringPaths.published(id)}/conclusion.docx`,
      },
    });
  }

  @Get('funded/:id/conclusion.pdf')
  @Public('rule 66: an approved conclusion is public')
  async pdf(@Param('id', ParseId) id: string): Promise<Result> {
    const { name, content } = await this.files.pdf(id);
    return download(content, { name: `${name}.pdf`, mediaType: 'application/pdf', inline: true });
  }

  @Get('funded/:id/conclusion.docx')
  @Public('rule 66: an approved conclusion is public')
  async docx(@Param('id', ParseId) id: string): Promise<Result> {
    const { name, content } = await this.files.docx(id);
    return download(content, { name: `${name}.docx`, mediaType: DOCX });
  }
}
