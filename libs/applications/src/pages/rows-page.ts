import { Injectable } from '@nestjs/common';
import type { ClassConstructor } from 'class-transformer';
import type { Context } from '#libs/platform/access';
import { seeOther, type FailedForm, type FormBody, type Result, type Autosaved } from '#libs/platform/http';
import type { Part } from '../model/parts.js';
import type { SavedPart } from '../use-cases/edit-part.js';
import { pressed, withRows } from './form-rows.js';
import { PartPage } from './part-page.js';
import { pathOfPart } from './part-links.js';

/** One submit of a page whose answer is a table: save, add a row, remove a row, count again. */
export interface RowsSubmit<Shape extends object> {
  part: Part;
  /** Name of the rows in the form. */
  rows: string;
  /** Fields that have a value by themselves. */
  ignored?: readonly string[];
  body: FormBody;
  shape: ClassConstructor<Shape>;
  act: (input: Shape) => Promise<SavedPart>;
  again: (form: FailedForm) => Promise<Result>;
}

/** Every button of such a page saves: nothing typed depends on the browser, and «back» never loses a row. */
@Injectable()
export class RowsPage {
  constructor(private readonly part: PartPage) {}

  async submit<Shape extends object>(ctx: Context, id: string, step: RowsSubmit<Shape>): Promise<Result | Autosaved> {
    const button = pressed(step.body);
    const staying = button === 'add' || button === 'stay';
    const next = staying ? this.stay(id, step.part, button) : await this.part.next(ctx, id, step.part, button);
    return this.part.save(ctx, {
      body: withRows(step.body, step.rows, step.ignored),
      shape: step.shape,
      act: step.act,
      next: () => next,
      again: step.again,
    });
  }

  private stay(id: string, part: Part, button: 'add' | 'stay'): Result {
    return seeOther(button === 'add' ? `${pathOfPart(id, part)}?add=1#new` : `${pathOfPart(id, part)}#sums`);
  }
}
