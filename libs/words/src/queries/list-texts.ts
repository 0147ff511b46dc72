import { Injectable } from '@nestjs/common';
import { demand, type Context, type Lang } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { wordsPolicy } from '../access/words.policy.js';
import { catalogue } from '../model/catalogue.js';
import type { EditableText, Scope, TextKind } from '../model/editable-text.js';
import { nameOf } from '../model/name-of-text.js';
import { lastVersions, type Version } from './versions.js';

export interface TextLine {
  key: string;
  kind: TextKind;
  lib: string;
  name: string;
  /** The last change; null while nobody has touched it. */
  changed: Version | null;
  isShipped: boolean;
}

/** The texts that a scope may word, in the reader's language: letters, hints, pages; what was edited is marked. */
@Injectable()
export class ListTexts {
  constructor(private readonly db: Database) {}

  async list(ctx: Context, scope: Scope): Promise<TextLine[]> {
    demand(wordsPolicy, 'see', ctx.actor, { scope });
    const changes = new Map((await lastVersions(this.db, scope)).map((version) => [version.key, version]));
    return [...catalogue().values()]
      .filter((text) => scope === null || text.isOfAuthority)
      .map((text) => lineOf(text, changes.get(text.key) ?? null, ctx.lang));
  }
}

function lineOf(text: EditableText, changed: Version | null, lang: Lang): TextLine {
  const { key, kind, lib } = text;
  const isShipped = !changed || Object.keys(changed.wording).length === 0;
  return { key, kind, lib, name: nameOf(text, lang), changed, isShipped };
}
