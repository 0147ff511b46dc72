import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { errorText } from '#libs/platform/phrases';
import { competitionPolicy } from '../access/competition.policy.js';
import type { Fault } from '../model/form/form-faults.js';
import { formObstacles, formWarnings } from '../model/form/form-lint.js';
import { inLang, questionOf, sectionOf, type ProposalForm } from '../model/form/proposal-form.js';
import { receptionAt } from '../model/reception.js';
import type { CompetitionSettings } from '../model/settings.js';
import { formInWork } from './form-in-work.js';
import { formVersions, type FormVersion } from './form-versions.js';
import { competitionSettings } from './read-competition.js';

/** Something about the form in words, and the section or question it is about. */
export interface FormNote {
  key: string;
  text: string;
}

export interface FormForBuilding {
  competition: CompetitionSettings;
  /** The form in work; when none is, the one that is filled in. */
  form: ProposalForm;
  /** `draft`: not announced; `change`: the next version is in work; `published`: nothing in work. */
  stage: 'draft' | 'change' | 'published';
  canChange: boolean;
  obstacles: FormNote[];
  warnings: FormNote[];
  versions: FormVersion[];
}

/** The form with what is wrong with it, for the officer who builds it. */
@Injectable()
export class ReadFormForBuilding {
  constructor(private readonly db: Database) {}

  /** @throws NotFound, Forbidden once the form is frozen */
  async execute(ctx: Context, id: string): Promise<FormForBuilding> {
    const competition = await competitionSettings(this.db, id);
    demand(competitionPolicy, 'build-form', ctx.actor, competition);
    const inWork = await formInWork(this.db, competition);
    const form = inWork ?? competition.form;
    const note = (fault: Fault) => ({
      key: fault.key,
      text: noteText(ctx, { form, criteria: competition.criteria }, fault),
    });
    return {
      ...{ competition, form },
      stage: competition.state === 'draft' ? 'draft' : inWork ? 'change' : 'published',
      canChange: competition.state === 'announced' && receptionAt(competition, ctx.now) !== 'closed',
      obstacles: formObstacles(form).map(note),
      warnings: formWarnings(form, competition.criteria).map(note),
      versions: await formVersions(this.db, id),
    };
  }

  /** Competitions of the same authority whose form may be taken over, the newest first. */
  async sources(competition: CompetitionSettings): Promise<{ value: string; text: string }[]> {
    return this.db.rows(
      `select id as value, concat_ws(' · ', code, title) as text from competitions.competition
        where organiser_id = $1 and id <> $2 order by created_at desc, id limit 50`,
      [competition.organiserId, competition.id],
    );
  }
}

export function noteText(
  ctx: Context,
  { form, criteria }: Pick<CompetitionSettings, 'form' | 'criteria'>,
  { code, key, data }: Fault,
): string {
  const named = data?.criterion ? { criterion: criteria.find((one) => one.key === data.criterion)?.title } : data;
  const title = inLang(questionOf(form, key)?.title ?? sectionOf(form, key)?.title, ctx.lang);
  const text = errorText(ctx.lang, { code: `competitions.form-${code}`, data: named });
  return title ? `«${title}»: ${text}` : text;
}
