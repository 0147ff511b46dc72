import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { translator } from '#libs/platform/phrases';
import { download, page, type PageModel, type Result } from '../results.js';
import { findRows, LIST_COUNT_MAX, type Slice } from './find-rows.js';
import { csvOf, xlsxOf } from './list-files.js';
import { LIST_ROWS_MAX, listModel, type Found } from './list-model.js';
import { readQuestion, type ListQuestion } from './list-question.js';
import type { Column, ListShape, Words } from './list-shape.js';
import { pickRows } from './pick-rows.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NAME_MAX = 150;

/** One list as it was asked for: which rows (`find` or `pick`), and as what they are answered (`answer`). */
export class AskedList<Row> {
  readonly words: Words;

  constructor(
    private readonly shape: ListShape<Row>,
    readonly question: ListQuestion,
    /** Of this list, without language and query. */
    private readonly path: string,
    private readonly ctx: Context,
  ) {
    this.words = { t: translator(ctx.lang), lang: ctx.lang };
  }

  /** The list as nobody has narrowed it: for a form on its page that comes back with faults. */
  static whole<Row>(shape: ListShape<Row>, path: string, ctx: Context): AskedList<Row> {
    return new AskedList(shape, readQuestion(shape as ListShape<never>, {}), path, ctx);
  }

  /** With columns that only this one has, such as the criteria of a competition. */
  withColumns(columns: readonly Column<Row>[]): AskedList<Row> {
    const shape = { ...this.shape, columns: [...this.shape.columns, ...columns] };
    return new AskedList(shape, this.question, this.path, this.ctx);
  }

  /**
   * `select`: a whole select with $1… = params, already limited to what the actor may see, without order.
   * `bare`: as many rows with the same params, from fewer tables: a list that nobody has narrowed is counted by it.
   */
  find<Raw = Row>(
    reader: Reader,
    select: string,
    params: readonly unknown[] = [],
    bare: string | null = null,
  ): Promise<Found<Raw>> {
    const shape = this.shape as unknown as ListShape<Raw>;
    return this.onPage((slice) => findRows(reader, shape, this.question, { select, params, bare }, slice));
  }

  /** Rows in hand, in their first order. */
  pick(reader: Reader, rows: readonly Row[]): Promise<Found<Row>> {
    return this.onPage((slice) => pickRows(reader, this.shape, this.question, rows, this.words, slice));
  }

  /** The page, with `list` in its model, or the file that was asked for. `subject`: what the list is of, for its name. */
  async answer(template: string, found: Found<Row>, model: PageModel = {}, subject?: string | null): Promise<Result> {
    const { as } = this.question;
    if (as !== 'page' && found.total > LIST_ROWS_MAX) {
      throw new Conflict('platform.list-too-long', { max: LIST_ROWS_MAX });
    }
    if (as === 'csv') {
      const content = Buffer.from(csvOf(this.shape, found.rows, this.words));
      return download(content, { name: this.fileName(subject), mediaType: 'text/csv; charset=utf-8' });
    }
    if (as === 'xlsx') {
      const content = await xlsxOf(this.shape, found.rows, this.words);
      return download(content, { name: this.fileName(subject), mediaType: XLSX });
    }
    const list = listModel(this.shape, this.question, found, this.path, this.words);
    return page(template, { ...model, list });
  }

  /** A page that lies beyond the end, or beyond what is counted, is the first one. A file is read one row too far. */
  private async onPage<One>(read: (slice: Slice) => Promise<{ rows: One[]; total: number }>): Promise<Found<One>> {
    if (this.question.as !== 'page') return { ...(await read({ limit: LIST_ROWS_MAX + 1, offset: 0 })), page: 1 };
    const limit = this.shape.pageSize ?? 25;
    const page = this.question.page * limit <= LIST_COUNT_MAX ? this.question.page : 1;
    const found = await read({ limit, offset: (page - 1) * limit });
    if (found.rows.length > 0 || page === 1) return { ...found, page };
    return { ...(await read({ limit, offset: 0 })), page: 1 };
  }

  private fileName(subject?: string | null): string {
    const name = [this.words.t(this.shape.title), subject].filter(Boolean).join(' ').slice(0, NAME_MAX);
    return `${name.replace(/[/\\:*?"<>|]/g, '-')} ${kyivDay(this.ctx.now)}.${this.question.as}`;
  }
}

/** A list for a query whose rows are prepared further by the page. */
export type RowFinder = Pick<AskedList<never>, 'find'>;
