import { Injectable } from '@nestjs/common';
import type { Lang } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { EditedWords, replaceEdited, type EditedPhrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { catalogue } from '../model/catalogue.js';
import type { Scope, Wording } from '../model/editable-text.js';

interface Row {
  scope: Scope;
  key: string;
  wording: Wording;
}

/** The last version of every text that was ever edited; one whose wording is empty speaks the shipped words again. */
const LAST = `
  select distinct on (authority_id, text_key) authority_id as scope, text_key as key, wording
    from words.version order by authority_id, text_key, number desc`;

/** Keeps the edited words of this process: one read after each change, none otherwise (decision 0016). */
@Implements(EditedWords)
@Injectable()
export class WordsInForce implements EditedWords {
  private read: string | null = null;

  constructor(private readonly db: Database) {}

  async keepUp(version: string, reader: Reader = this.db): Promise<void> {
    if (version === this.read) return;
    replaceEdited((await reader.rows<Row>(LAST)).flatMap(phrasesOf));
    this.read = version;
  }
}

/** A text that the program does not have any more is left out. */
function phrasesOf({ scope, key, wording }: Row): EditedPhrase[] {
  const parts = catalogue().get(key)?.parts ?? [];
  return (Object.keys(wording) as Lang[]).flatMap((lang) =>
    parts.flatMap(({ name, phraseKey }) => {
      const text = wording[lang]?.[name];
      return text ? [{ authorityId: scope, lang, key: phraseKey, text }] : [];
    }),
  );
}
