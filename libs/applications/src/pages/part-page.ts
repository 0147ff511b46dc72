import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { page, seeOther, type FailedForm, type PageModel, type Result } from '#libs/platform/http';
import type { Part } from '../model/parts.js';
import { applicationPaths } from '../paths.js';
import { ReadApplicationForWriting, type ApplicationForWriting } from '../queries/application-for-writing.js';
import { versionOf } from '../use-cases/edit-part.js';
import { fieldErrorOf, pathAfter } from './part-links.js';

/** `check`: come from the list of what is missing; `add`: one more empty row. */
export interface PartQuery {
  check?: unknown;
  add?: unknown;
}

interface Visit {
  query: PartQuery;
  form?: FailedForm;
}

/** What all pages of the form have in common: whose it is, what was typed, what is still missing, where to go on. */
@Injectable()
export class PartPage {
  constructor(private readonly read: ReadApplicationForWriting) {}

  async show(
    ctx: Context,
    id: string,
    part: Part,
    { query, form }: Visit,
    model: (view: ApplicationForWriting) => PageModel & { template: string },
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    // Outside the reception the form is closed; a failed submit still comes back with everything typed.
    const isShut = view.closedBecause !== null || (view.partsOpen !== null && !view.partsOpen.includes(part));
    if (isShut && !form) return seeOther(applicationPaths.show(id));
    const { template, ...own } = model(view);
    const missing = query.check && !form ? missingOn(view, part, ctx.lang) : undefined;
    const status = form ? 422 : 200;
    return page(
      template,
      {
        ...{ view, part, paths: applicationPaths, form: form ?? missing, hasNewRow: Boolean(query.add) },
        version: versionOf(view.application, part),
        ...own,
      },
      status,
    );
  }

  async next(ctx: Context, id: string, part: Part, button: 'next' | 'save'): Promise<Result> {
    if (button === 'save') return seeOther(`${applicationPaths.show(id)}?saved=1`);
    const { settings } = await this.read.execute(ctx, id);
    return seeOther(pathAfter(id, part, settings.form));
  }
}

function missingOn({ problems }: ApplicationForWriting, part: Part, lang: Context['lang']): FailedForm | undefined {
  const errors = problems.filter((problem) => problem.part === part).map((problem) => fieldErrorOf(problem, lang));
  return errors.length > 0 ? { errors, values: undefined as never } : undefined;
}
