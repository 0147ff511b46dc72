import { Injectable } from '@nestjs/common';
import { AddExtract, DecideClaim } from '#libs/identity';
import { Database } from '#libs/platform/database';
import { Stage } from './stage.js';
import { worldData, type DemoOrganisation } from './world-data.js';

/** One of so many organisations has not been looked at: whoever decides sees both kinds. */
const UNVERIFIED_EVERY = 8;
/** … and of those one waits with its extract for an officer. */
const WAITING = 0;
/** A file that opens and says what it is: no register is copied. */
const EXTRACT = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n' +
    '4 0 obj<</Length 52>>stream\nBT /F 24 Tf 60 760 Td (Demo extract, not real) Tj ET\nendstream endobj\n' +
    '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** The right to act of most organisations is verified by an administrator, on an extract that its head adds. */
@Injectable()
export class PlayRights {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly addExtract: AddExtract,
    private readonly decide: DecideClaim,
  ) {}

  async verify(whom: readonly DemoOrganisation[]): Promise<void> {
    const places = new Map(whom.map((one, place) => [one.key, place]));
    await this.stage.together(whom, (one) => this.verifyOne(one, places.get(one.key)!));
  }

  private async verifyOne({ edrpou, name, headName, people }: DemoOrganisation, place: number): Promise<void> {
    const isUnverified = place % UNVERIFIED_EVERY === UNVERIFIED_EVERY - 1;
    if (isUnverified && Math.floor(place / UNVERIFIED_EVERY) !== WAITING) return;
    const claim = await this.db.one<{ id: string }>(
      `select id from identity.claim where edrpou = $1 and purpose = 'first' and state = 'claimed'`,
      [edrpou],
    );
    const words = { extractName: name, extractHead: headName };
    const extract = { name: 'vytiah.pdf', content: EXTRACT };
    await this.addExtract.execute(await this.stage.as(people[0]!.email), claim!.id, { ...words, extract });
    if (isUnverified) return;
    const decision = { decision: 'join', ground: 'extract', reason: '', ends: [], takesHead: false } as const;
    await this.decide.execute(await this.stage.as(administrator()), claim!.id, decision);
  }
}

const administrator = (): string => worldData.people.staff.find(({ role }) => role === 'administrator')!.email;
