import { ImportForOfficer, ApplyImport, TakeFile, type NewImport, type RegisterKind } from '#libs/registers';
import type { Actor } from '#libs/platform/access';
import type { TestApp } from './app.js';
import { browserOf } from './commission.js';
import type { ListScene } from './list-check.js';
import { Visitor } from './visitor.js';
import type { World } from './world.js';

const SECRET = 'Таємниця';
export const IMPORTED_AT = new Date('2020-10-12T09:00:00Z');

export const OFFENCES_HEAD = 'ЄДРПОУ;Назва організації;Дата порушення;Порушення;Захід впливу;Хто виявив';
export const GRANTS_HEAD = 'ЄДРПОУ;Назва організації;Рік;Назва проєкту;Хто надав;Сума, грн';
export const AWARDS_HEAD = 'ЄДРПОУ;Назва організації;Рік;Назва проєкту;Хто фінансував;Сума, грн';
export const RESULTS_HEAD = 'ЄДРПОУ;Назва організації;Назва проєкту;Голоси;Бали;Місце;Результат;Сума, грн';
export const UNDELIVERED_HEAD = 'ЄДРПОУ;Назва організації;Рік;Назва проєкту;Що не виконано';

/** An announced competition of one authority. */
interface CompetitionAt {
  id: string;
  organiserId: string;
  code: string;
}

/** Imports as an officer makes them, and the lists that show them. */
export class RegisterScenes {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  officerOf(organiserId: string): Promise<Actor & { personId: string }> {
    return this.world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: organiserId }]);
  }

  /** A preview of a CSV; returns the id of the import. */
  async take(officer: Actor, kind: RegisterKind, lines: readonly string[], values: Partial<NewImport> = {}) {
    return this.app.get(TakeFile).execute(await this.app.ctx(officer, IMPORTED_AT), {
      ...{ organiserId: officer.grants[0]!.scopeId!, kind, sourceTitle: 'Лист № 15-08', sourceOn: '2020-10-05' },
      ...{ sourceBy: 'Держаудитслужба', sourceLink: null, coversFrom: null, coversUntil: null },
      file: { name: 'дані.csv', content: Buffer.from(lines.join('\r\n')) },
      ...values,
    });
  }

  async confirm(officer: Actor, id: string, at = IMPORTED_AT): Promise<void> {
    const { hash } = await this.app.get(ImportForOfficer).execute(await this.app.ctx(officer, at), id);
    await this.app.get(ApplyImport).execute(await this.app.ctx(officer, at), id, hash);
  }

  async bring(officer: Actor, kind: RegisterKind, lines: readonly string[], values: Partial<NewImport> = {}) {
    const id = await this.take(officer, kind, lines, values);
    await this.confirm(officer, id);
    return id;
  }

  /** Two authorities; the first one has two imports, the second one its own. */
  async scenes(here: CompetitionAt, there: CompetitionAt): Promise<Record<string, ListScene>> {
    const officer = await this.officerOf((await this.world.organiser()).id);
    const lines = [
      '32855961;ГО «Міська сім’я»;05.05.2019;Нецільове використання;Попередження;Служба',
      '32855961;ГО «Міська сім’я»;06.06.2019;=HYPERLINK("http://x");Попередження;Служба',
      '32855968;ГО «Чисте довкілля»;07.07.2019;Порушення строків;Попередження;Служба',
    ];
    const id = await this.bring(officer, 'offences', [OFFENCES_HEAD, ...lines]);
    await this.take(officer, 'grants', [GRANTS_HEAD, '32855961;ГО «Сад»;2020;Сад;Фонд;100'], { sourceTitle: 'Наказ' });
    await this.foreign();
    const results = await this.results(here, there);
    const visitor = await browserOf(this.app, officer);
    const secrets = [`${SECRET} сусідів`, `${SECRET} джерела`];
    return {
      'elsewhere-results': results,
      'import-rows': {
        path: `/registers/imports/${id}`,
        ...{ visitor, count: 3, search: { typed: 'довкiлля', count: 1 }, secrets },
      },
      'register-entries': { path: '/registers', visitor, count: 2, search: { typed: 'нецiльове', count: 1 }, secrets },
      imports: { path: '/registers/imports', visitor, count: 2, search: { typed: 'лист 15', count: 1 }, secrets },
    };
  }

  /** Two rows for everybody; a preview, and the results of another competition, are nobody's business. */
  private async results(here: CompetitionAt, there: CompetitionAt): Promise<ListScene> {
    const officer = await this.officerOf(here.organiserId);
    const neighbour = await this.officerOf(there.organiserId);
    const competitionId = here.id;
    const lines = [
      '32855961;ГО «Сад»;Міська сім’я;215;17,25;1;отримала підтримку;49 500,50',
      '14282829;ГО «Ліс»;=HYPERLINK("http://x");12;8;2;без підтримки;',
    ];
    const secret = `14282829;ГО «Ліс»;${SECRET} попереднього перегляду;;;;;`;
    await this.bring(officer, 'results', [RESULTS_HEAD, ...lines], { competitionId });
    await this.take(officer, 'results', [RESULTS_HEAD, secret], { competitionId });
    const other = secret.replace('попереднього', 'іншого');
    await this.bring(neighbour, 'results', [RESULTS_HEAD, other], { competitionId: there.id });
    return {
      path: `/competitions/${here.code}/elsewhere`,
      visitor: new Visitor(this.app),
      ...{ count: 2, search: { typed: 'мiська сiм`я', count: 1 } },
      secrets: [`${SECRET} попереднього`, `${SECRET} іншого`],
    };
  }

  private async foreign(): Promise<void> {
    const officer = await this.officerOf((await this.world.organiser()).id);
    const line = `32855961;${SECRET} сусідів;05.05.2019;Нецільове використання;Попередження;Служба`;
    await this.bring(officer, 'offences', [OFFENCES_HEAD, line], { sourceTitle: `${SECRET} джерела` });
  }
}
