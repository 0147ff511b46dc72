import { Controller, Get, Query } from '@nestjs/common';
import { Allow, holds, scopesOf, type Actor, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { type AskedList, Ctx, Listed, type Result } from '#libs/platform/http';
import type { Scope } from '../model/editable-text.js';
import { wordsPaths } from '../paths.js';
import { ListTexts, type TextLine } from '../queries/list-texts.js';
import { ParseScope } from './scope-param.js';
import { textsList, type TextRow } from './texts.list.js';

/** The texts that one may word oneself: of an own authority, or of the whole site. */
@Controller('words')
export class TextsPage {
  constructor(
    private readonly texts: ListTexts,
    private readonly db: Database,
  ) {}

  @Get()
  @Allow('officer', 'director', 'administrator')
  async show(
    @Ctx() ctx: Context,
    @Listed(textsList) asked: AskedList<TextRow>,
    @Query('scope') typed?: unknown,
  ): Promise<Result> {
    const scopes = scopesOfAuthor(ctx.actor);
    const scope = typeof typed === 'string' ? new ParseScope().transform(typed) : scopes[0]!;
    const rows = (await this.texts.list(ctx, scope)).map((line) => rowOf(line, scope));
    return asked.answer('words/texts.njk', await asked.pick(this.db, rows), { scope, scopes, paths: wordsPaths });
  }
}

function rowOf(line: TextLine, scope: Scope): TextRow {
  return { ...line, path: wordsPaths.text(scope, line.key), state: line.isShipped ? 'shipped' : 'edited' };
}

/** Own authorities first, then the whole site. */
function scopesOfAuthor(actor: Actor): Scope[] {
  const own = [...new Set(scopesOf(actor, ['officer', 'director']))];
  return holds(actor, ['administrator']) ? [...own, null] : own;
}
