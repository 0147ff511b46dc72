import { Injectable } from '@nestjs/common';
import type { ClassConstructor } from 'class-transformer';
import { inLang, sectionOf } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  autosave,
  handleForm,
  isAutosave,
  page,
  seeOther,
  type Autosaved,
  type FailedForm,
  type FormBody,
  type PageModel,
  type Result,
} from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import type { Part } from '../model/parts.js';
import { applicationPaths } from '../paths.js';
import { ReadApplicationForWriting, type ApplicationForWriting } from '../queries/application-for-writing.js';
import { lastEditOf } from '../queries/last-edit.js';
import { versionOf, type SavedPart } from '../use-cases/edit-part.js';
import { fieldErrorOf } from '../model/problem-in-words.js';
import { pathAfter } from './part-links.js';

/** `check`: come from the list of what is missing; `add`: one more empty row. */
export interface PartQuery {
  check?: unknown;
  add?: unknown;
}

interface Visit {
  query: PartQuery;
  form?: FailedForm;
}

/** One save of a page: `next` is where its buttons lead, `again` the page with what has to be mended. */
export interface PartSave<Shape extends object, Saved extends SavedPart> {
  body: FormBody;
  shape: ClassConstructor<Shape>;
  act: (input: Shape) => Promise<Saved>;
  next: (saved: Saved) => Result;
  again: (form: FailedForm) => Promise<Result>;
}

/** Somebody saved the page since it was opened: both texts are to be shown. */
export const isStale = (form?: FailedForm): boolean =>
  form?.errors.some(({ code }) => code === 'applications.stale') ?? false;

/** What all pages of the form have in common: whose it is, what was typed, what is still missing, where to go on. */
@Injectable()
export class PartPage {
  constructor(
    private readonly read: ReadApplicationForWriting,
    private readonly db: Database,
  ) {}

  async show(
    ctx: Context,
    id: string,
    part: Part,
    { query, form }: Visit,
    model: (view: ApplicationForWriting) => PageModel & { template: string },
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    // Outside the reception, or for who may only view, the form is closed; a failed submit still comes back as typed.
    const isClosed = view.closedBecause !== null || !view.may.write;
    const isShut = isClosed || (view.partsOpen !== null && !view.partsOpen.includes(part));
    if (isShut && !form) return seeOther(applicationPaths.show(id));
    const { template, ...own } = model(view);
    const missing = query.check && !form ? missingOn(view, part, ctx.lang) : undefined;
    // Rows of a file without a fault come to be looked at, not to be mended.
    const status = form?.errors.length ? 422 : 200;
    return page(
      template,
      {
        ...{ view, part, paths: applicationPaths, form: form ?? missing, hasNewRow: Boolean(query.add) },
        ...{ version: versionToShow(view, part, form), isStale: isStale(form) },
        partTitle: titleOf(view, part, ctx.lang),
        edit: await lastEditOf(this.db, ctx, view.application, part),
        ...own,
      },
      status,
    );
  }

  /** From a button, or from the script that saves while somebody writes. */
  save<Shape extends object, Saved extends SavedPart>(
    ctx: Context,
    step: PartSave<Shape, Saved>,
  ): Promise<Result | Autosaved> {
    return isAutosave(step.body) ? autosave(ctx, { ...step, stale: 'applications.stale' }) : handleForm(step);
  }

  async next(ctx: Context, id: string, part: Part, button: 'next' | 'save'): Promise<Result> {
    if (button === 'save') return seeOther(`${applicationPaths.show(id)}?saved=1`);
    const { settings } = await this.read.execute(ctx, id);
    return seeOther(pathAfter(id, part, settings.form));
  }
}

/** The words by which a page of the form is named outside it. */
function titleOf({ settings }: ApplicationForWriting, part: Part, lang: Context['lang']): string {
  const section = sectionOf(settings.form, part.replace('answers/', ''));
  return section ? inLang(section.title, lang) : phrase(lang, `applications:part.${part}`);
}

/** A page to be mended keeps the version it began from: who saves it in between is not overwritten. Both texts seen: the new one. */
function versionToShow({ application }: ApplicationForWriting, part: Part, form?: FailedForm): unknown {
  return form?.values && !isStale(form) ? form.values.version : versionOf(application, part);
}

function missingOn({ problems }: ApplicationForWriting, part: Part, lang: Context['lang']): FailedForm | undefined {
  const errors = problems.filter((problem) => problem.part === part).map((problem) => fieldErrorOf(problem, lang));
  return errors.length > 0 ? { errors, values: undefined as never } : undefined;
}
