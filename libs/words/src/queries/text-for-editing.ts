import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { wordsPolicy } from '../access/words.policy.js';
import type { EditableText, Scope, Wording } from '../model/editable-text.js';
import { textOfScope } from '../model/text-of-scope.js';
import { versionsOf, type Version } from './versions.js';

export interface TextForEditing {
  text: EditableText;
  scope: Scope;
  /** The number on which an edit rests; 0 while nobody has touched the text. */
  number: number;
  /** What is in force instead of the shipped text; empty = the shipped one. */
  wording: Wording;
  versions: Version[];
}

@Injectable()
export class TextForEditingQuery {
  constructor(private readonly db: Database) {}

  /** @throws NotFound for a text that this scope does not word. */
  async execute(ctx: Context, scope: Scope, key: string): Promise<TextForEditing> {
    demand(wordsPolicy, 'see', ctx.actor, { scope });
    const text = textOfScope(scope, key);
    const versions = await versionsOf(this.db, scope, key);
    return { text, scope, number: versions[0]?.number ?? 0, wording: versions[0]?.wording ?? {}, versions };
  }
}
