import { Controller, Get, Query } from '@nestjs/common';
import { Allow, holds, scopesOf, type Actor, type Context } from '#libs/platform/access';
import { Ctx, Paging, page, type Result } from '#libs/platform/http';
import { TEXT_KINDS, type Scope } from '../model/editable-text.js';
import { wordsPaths } from '../paths.js';
import { ListTexts, type TextFilter } from '../queries/list-texts.js';
import { ParseScope } from './scope-param.js';

type Typed = { scope?: unknown; q?: unknown; kind?: unknown; edited?: unknown; page?: unknown };

/** The texts that one may word oneself: of an own authority, or of the whole site. */
@Controller('words')
export class TextsPage {
  constructor(private readonly texts: ListTexts) {}

  @Get()
  @Allow('officer', 'director', 'administrator')
  async show(@Ctx() ctx: Context, @Query() query: Typed): Promise<Result> {
    const scopes = scopesOfAuthor(ctx.actor);
    const scope = typeof query.scope === 'string' ? new ParseScope().transform(query.scope) : scopes[0]!;
    const filter = filterOf(query);
    const lines = await this.texts.list(ctx, scope, filter);
    const paging = Paging.from(query);
    return page('words/texts.njk', {
      ...{ scope, scopes, filter, kinds: TEXT_KINDS, paths: wordsPaths },
      lines: lines.slice(paging.offset, paging.offset + paging.size),
      paging: paging.of(lines.length),
      base: `${wordsPaths.list(scope)}&${new URLSearchParams({ q: filter.search, kind: filter.kind ?? '', ...(filter.onlyEdited && { edited: 'yes' }) }).toString()}&page=`,
    });
  }
}

/** Own authorities first, then the whole site. */
function scopesOfAuthor(actor: Actor): Scope[] {
  const own = [...new Set(scopesOf(actor, ['officer', 'director']))];
  return holds(actor, ['administrator']) ? [...own, null] : own;
}

function filterOf({ q, kind, edited }: Typed): TextFilter {
  return {
    search: typeof q === 'string' ? q.slice(0, 100) : '',
    kind: TEXT_KINDS.find((one) => one === kind) ?? null,
    onlyEdited: edited === 'yes',
  };
}
