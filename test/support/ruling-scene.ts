import { ConfirmRuling, RegisterRuling, type NewRuling } from '#libs/rulings';
import type { TestApp } from './app.js';
import type { AwardScene } from './award-scene.js';
import { IN_WINTER } from './contract-scene.js';

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export const STAY: NewRuling = {
  ...{ kind: 'stay', court: 'Луганський окружний адміністративний суд', caseNumber: '360/17/21', isWhole: true },
  ...{ ruledOn: '2021-01-29', inForceOn: '2021-01-29', codes: null, liftsId: null },
  words: 'Зупинити розподіл коштів. Телефон позивача +380501112233.',
};

/** Takes rulings of courts about a competition through the two people. */
export class RulingScenes {
  constructor(private readonly app: TestApp) {}

  async registered(of: AwardScene, ruling: Partial<NewRuling> = {}, copy = false): Promise<string> {
    const scan = { name: 'ухвала.pdf', content: PDF };
    return this.app.get(RegisterRuling).execute(
      await this.app.ctx(of.officer, IN_WINTER),
      of.id,
      { ...STAY, ...ruling },
      {
        scan,
        copy: copy ? { name: 'копія.pdf', content: PDF } : undefined,
      },
    );
  }

  async confirm(of: AwardScene, id: string): Promise<void> {
    await this.app.get(ConfirmRuling).confirm(await this.app.ctx(of.director, IN_WINTER), of.id, id);
  }

  async stayed(of: AwardScene, ruling: Partial<NewRuling> = {}, copy = false): Promise<string> {
    const id = await this.registered(of, ruling, copy);
    await this.confirm(of, id);
    return id;
  }

  async lifted(of: AwardScene, liftsId: string): Promise<void> {
    await this.stayed(of, {
      kind: 'lift',
      liftsId,
      caseNumber: '360/17/21',
      ruledOn: '2021-02-01',
      inForceOn: '2021-02-01',
    });
  }
}
