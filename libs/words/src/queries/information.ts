import { Injectable } from '@nestjs/common';
import { ConsentNotice } from '#libs/identity';
import { Database, type Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

export const INFORMATION_PAGES = ['personalData', 'accessibility', 'howItGoes', 'terms'] as const;
export type InformationPage = (typeof INFORMATION_PAGES)[number];

export const keyOfPage = (name: InformationPage): string => `words:page.${name}`;

export interface PageVersion {
  number: number;
  changedAt: Date;
  /** The shipped text is a draft: nobody has put it into the department's words. */
  isShipped: boolean;
}

/** Which version of an information page is in force; the notice is what people consent to. */
@Implements(ConsentNotice)
@Injectable()
export class InformationPages implements ConsentNotice {
  constructor(private readonly db: Database) {}

  async version(reader: Reader): Promise<number> {
    return (await this.last('personalData', reader))?.number ?? 0;
  }

  /** Undefined while nobody has edited the page. */
  last(name: InformationPage, reader: Reader = this.db): Promise<PageVersion | undefined> {
    return reader.one<PageVersion>(
      `select number, changed_at as "changedAt", wording = '{}' as "isShipped" from words.version
        where authority_id is null and text_key = $1 order by number desc limit 1`,
      [keyOfPage(name)],
    );
  }
}
