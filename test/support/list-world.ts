import type { Actor, Grant } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { catalogue } from '#libs/words';
import type { TestApp } from './app.js';
import { browserOf } from './commission.js';
import { DecidedScenes } from './decided-scenes.js';
import { EventListScenes } from './event-list-scenes.js';
import type { ListScene } from './list-check.js';
import { NoticeScenes } from './notice-scenes.js';
import { PlanListScenes } from './plan-list-scenes.js';
import { complaintScenes } from './complaint-list-scenes.js';
import { projectScenes } from './project-scenes.js';
import { RegisterScenes } from './register-scenes.js';
import type { Visitor } from './visitor.js';
import type { World } from './world.js';

/** Begins everything that must not come out of any list. */
const SECRET = 'Таємниця';
const PHONE = '+380671112233';
const DECIDED_AT = new Date('2020-11-12T10:00:00Z');

type Person = Actor & { personId: string };

/** Two authorities with competitions and proposals, and for every list a person who looks at it. */
export class ListWorld {
  private organiserId: string;
  private organisationId: string;
  private competitionId: string;
  private foreignId: string;
  private neighbourId: string;
  private member: Person;
  /** A key among the editable texts that no other one holds. */
  private text: string;
  /** What belongs to the second authority or is a draft. */
  private readonly foreign = [`${SECRET} чернетки`, `${SECRET} пропозиції`];

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  async scenes(): Promise<Record<string, ListScene>> {
    await this.build();
    const work = `/organiser/competitions/${this.competitionId}`;
    const officer = await this.visitor([this.staff()]);
    const member = await browserOf(this.app, this.member);
    const search = { typed: 'мiська сiм`я', count: 1 };
    const proposals = { visitor: officer, search, secrets: this.foreign };
    const decided = new DecidedScenes(this.app, this.world, this.foreign);
    const scenes: Record<string, ListScene> = {
      proposals: { ...proposals, path: `${work}/proposals`, count: 4 },
      admission: { ...proposals, path: `${work}/admission`, count: 3 },
      flaws: {
        ...{ path: `${work}/flaws`, visitor: officer, count: 6 },
        ...{ search: { typed: 'КОНТРОЛЬНА цифра', count: 3 }, secrets: this.foreign },
      },
      envelopes: {
        ...{ path: `${work}/envelopes`, visitor: officer, count: 2 },
        ...{ search: { typed: 'ГО свiтло', count: 1 }, secrets: [...this.foreign, `${SECRET} конверта`] },
      },
      'admission-decisions': {
        path: `/competitions/${await this.codeOf(this.competitionId)}/admission`,
        ...{ visitor: await this.visitor([]), count: 2, search: { typed: 'БIБЛIОТЕКИ село', count: 1 } },
        secrets: [...this.foreign, 'Міська сім’я', 'Чисте довкілля'],
      },
      'my-applications': {
        path: '/applications',
        visitor: await this.visitor([{ role: 'applicant', scopeKind: 'organisation', scopeId: this.organisationId }]),
        ...{ count: 5, search },
        secrets: [`${SECRET} пропозиції`],
      },
      'public-competitions': {
        path: '/competitions',
        ...{ visitor: await this.visitor([]), count: 7, search: { typed: 'конкурс сусiдiв', count: 1 } },
        secrets: [`${SECRET} чернетки конкурсу`],
      },
      'organiser-competitions': {
        path: '/organiser/competitions',
        ...{ visitor: officer, count: 2, search: { typed: 'чернеток', count: 1 } },
        secrets: ['Конкурс сусідів', `${SECRET} чернетки конкурсу`],
      },
      people: {
        path: '/admin/people',
        visitor: await this.visitor([{ role: 'administrator', scopeKind: 'system', scopeId: null }]),
        count: 0,
        ...{ search: { typed: "дем'янeнко олена", count: 1 }, secrets: [PHONE] },
      },
      claims: {
        ...{ path: '/claims', visitor: officer, count: 2 },
        ...{ search: { typed: "лук'янчук", count: 1 }, secrets: [`${SECRET} заявник`] },
      },
      organisations: {
        path: '/admin/organisations',
        visitor: await this.visitor([{ role: 'administrator', scopeKind: 'system', scopeId: null }]),
        ...{ count: 0, search: { typed: '«дoпoмoга»', count: 1 }, secrets: [PHONE] },
      },
      organisers: {
        path: '/admin/organisers',
        visitor: await this.visitor([{ role: 'administrator', scopeKind: 'system', scopeId: null }]),
        count: 0,
        ...{ search: { typed: 'сусiд', count: 1 }, secrets: [PHONE] },
      },
      'scoring-progress': {
        ...{ path: `${work}/scoring`, visitor: officer, count: 2 },
        ...{ search: { typed: 'член пiдгорний', count: 1 }, secrets: ['Чужий Член'] },
      },
      'scoring-queue': {
        ...{ path: `/scoring/${this.competitionId}`, visitor: member, count: 1 },
        ...{ search: { typed: 'бібліотек', count: 1 }, secrets: [...this.foreign, 'Міська сім’я'] },
      },
      conflicts: {
        ...{ path: `/conflicts/${this.competitionId}`, visitor: member, count: 3, search },
        secrets: [...this.foreign, `${SECRET} іншого члена`],
      },
      texts: {
        path: '/words?scope=site',
        visitor: await this.visitor([{ role: 'administrator', scopeKind: 'system', scopeId: null }]),
        ...{ count: catalogue().size, search: { typed: this.text, count: 1 }, secrets: ['Чужий Редактор'] },
      },
      inquiries: {
        ...{ path: `${work}/inquiries`, visitor: officer, count: 3 },
        ...{ search: { typed: 'ноутбукi', count: 1 }, secrets: [`${SECRET} сусідів`] },
      },
      answers: {
        path: `/competitions/${await this.codeOf(this.competitionId)}/questions`,
        ...{ visitor: await this.visitor([]), count: 2, search: { typed: 'ТЕХНІКУ', count: 1 } },
        secrets: [`${SECRET} слова`, `${SECRET} відмова`, `${SECRET} сусідів`, PHONE],
      },
      ...(await new PlanListScenes(this.app, this.world).scenes(officer, this.organiserId, this.neighbourId)),
      ...(await decided.scenes()),
      ...(await decided.ofExperts()),
      ...(await projectScenes(this.app, this.world, this.foreign)),
      ...(await complaintScenes(this.app, this.world, this.foreign)),
      ...(await decided.contracts()),
      ...(await new EventListScenes(this.app, this.world).scenes()),
      ...(await new NoticeScenes(this.app, this.world).scenes()),
      ...(await new RegisterScenes(this.app, this.world).scenes(
        await this.at(this.competitionId),
        await this.at(this.foreignId),
      )),
    };
    scenes.people!.count = await this.countOf('identity.person');
    scenes.organisations!.count = await this.countOf('identity.organisation');
    scenes.organisers!.count = await this.countOf('identity.organiser');
    return scenes;
  }

  private async build(): Promise<void> {
    this.organiserId = (await this.world.organiser({ contact_phone: PHONE })).id;
    const neighbour = await this.world.organiser({ name: 'Сусідній департамент', short_name: 'Сусіди' });
    this.organisationId = (await this.world.organisation({ name: 'Товариство «Допомога»' })).id;
    this.competitionId = (await this.world.competition(this.organiserId, { state: 'admission' })).id;
    await this.world.competition(this.organiserId, { state: 'draft', title: 'Конкурс чернеток', published_at: null });
    const titles = ['Міська сім’я', 'Бібліотека їде в село', '=HYPERLINK("http://x")', 'Чисте довкілля'];
    const states = ['submitted', 'admitted', 'refused', 'withdrawn'];
    const ids = [];
    for (const [index, title] of titles.entries())
      ids.push(
        await this.proposal(this.competitionId, { title, state: states[index], requested_kop: 900_000 * (index + 1) }),
      );
    await this.draftAndForeign(neighbour.id);
    for (const sender of ['ГО «Світло», м. Кремінна', 'Спілка майстрів'])
      await this.envelope(this.competitionId, sender);
    await this.commission(ids);
    await this.wording(neighbour.id);
    this.neighbourId = neighbour.id;
    await this.world.person([], { family_name: 'Дем’яненко', given_name: 'Олена', phone: PHONE });
    await this.claim(this.organisationId, 'Лук’янчук');
    await this.claim(this.organisationId, 'Гнатенко');
  }

  /** Two answered, one refused; the neighbours have one of their own. */
  private async inquiries(foreignId: string): Promise<void> {
    const { personId } = await this.world.person();
    const ask = (competition_id: string, words: string, values: Record<string, unknown>) =>
      this.world.insert('announcements.inquiry', {
        ...{ id: newId(), competition_id, channel: 'page', asked_at: DECIDED_AT, words: `${words} ${PHONE}` },
        ...{ closed_by: personId, closed_at: DECIDED_AT, ...values },
      });
    const answered = { state: 'answered', answer: 'Так' };
    await ask(this.competitionId, `${SECRET} слова`, { ...answered, number: 1, wording: 'Чи можна купити техніку?' });
    await ask(this.competitionId, 'Про ноутбуки', { ...answered, number: 2, wording: 'Чи є зразок?', channel: 'page' });
    await ask(this.competitionId, 'Про гараж', { state: 'refused', refusal_reason: `${SECRET} відмова` });
    await ask(foreignId, `${SECRET} сусідів`, { ...answered, number: 1, wording: `${SECRET} сусідів` });
  }

  private async draftAndForeign(neighbourId: string): Promise<void> {
    await this.proposal(this.competitionId, { title: `${SECRET} чернетки`, state: 'draft' });
    const values = { state: 'draft', title: `${SECRET} чернетки конкурсу`, published_at: null };
    await this.world.competition(neighbourId, values);
    const foreign = await this.world.competition(neighbourId, { state: 'admission', title: 'Конкурс сусідів' });
    const { id } = await this.world.organisation();
    await this.world.application(foreign.id, id, { title: `${SECRET} пропозиції` });
    await this.envelope(foreign.id, `${SECRET} конверта`);
    this.foreignId = foreign.id;
    await this.inquiries(foreign.id);
    await this.claim(id, `${SECRET} заявник`);
    await this.seat(foreign.id, 'Чужий Член');
  }

  private async envelope(competition_id: string, sender: string): Promise<void> {
    const { personId } = await this.world.person();
    const id = newId();
    await this.world.insert('applications.envelope', {
      ...{ id, competition_id, register_code: id, state: 'sealed', incoming_number: id, channel: 'post', sender },
      ...{ received_at: DECIDED_AT, registered_by: personId, registered_at: DECIDED_AT },
    });
  }

  private async claim(organisationId: string, family_name: string): Promise<void> {
    const { personId } = await this.world.person([], { family_name });
    await this.world.insert('identity.claim', {
      ...{ id: newId(), edrpou: '32855961', organisation_id: organisationId, person_id: personId },
      ...{ purpose: 'new-head', state: 'claimed', claimed_at: DECIDED_AT },
    });
  }

  /** Two members; the first has one sheet to write, the second declared a conflict. */
  private async commission([first, second]: string[]): Promise<void> {
    this.member = await this.seat(this.competitionId, 'Підгорний Член');
    const other = await this.seat(this.competitionId, 'Інший Член');
    await this.world.insert('evaluation.assignment', {
      ...{ id: newId(), competition_id: this.competitionId, application_id: second },
      ...{ person_id: this.member.personId, position: 1, assigned_at: DECIDED_AT },
    });
    await this.world.insert('evaluation.assignment', {
      ...{ id: newId(), competition_id: this.competitionId, application_id: first },
      ...{ person_id: other.personId, position: 1, assigned_at: DECIDED_AT },
    });
    await this.world.insert('evaluation.conflict_declaration', {
      ...{ competition_id: this.competitionId, application_id: first, person_id: other.personId },
      ...{ kind: 'real', reason: `${SECRET} іншого члена`, declared_at: DECIDED_AT },
    });
  }

  /** One text of the site was worded anew, and one of the second authority by somebody else. */
  private async wording(neighbourId: string): Promise<void> {
    const keys = [...catalogue().keys()].sort((a, b) => b.length - a.length);
    this.text = keys.find((key) => keys.every((other) => other === key || !other.includes(key)))!;
    for (const [authority_id, family_name] of [
      [null, 'Тутешній'],
      [neighbourId, 'Чужий'],
    ] as const) {
      const { personId } = await this.world.person([], { family_name, given_name: 'Редактор' });
      await this.world.insert('words.version', {
        ...{ id: newId(), authority_id, text_key: this.text, number: 1, changed_by: personId, changed_at: DECIDED_AT },
        wording: JSON.stringify({ uk: { text: 'Нові слова' } }),
      });
    }
  }

  private seat(scopeId: string, name: string): Promise<Person> {
    const [family_name, given_name] = name.split(' ');
    const grant: Grant = { role: 'commission-member', scopeKind: 'competition', scopeId };
    return this.world.person([grant], { family_name, given_name });
  }

  /** All of one organisation, so that its people see all of them. */
  private proposal(competitionId: string, values: Record<string, unknown>): Promise<string> {
    const decided = values.state === 'refused' || values.state === 'admitted';
    return this.world.application(competitionId, this.organisationId, {
      ...values,
      ...(values.state === 'refused' && { decision_reason: 'Немає статуту' }),
      ...(decided && { decided_at: DECIDED_AT }),
    });
  }

  private staff = (): Grant => ({ role: 'officer', scopeKind: 'organiser', scopeId: this.organiserId });

  private async visitor(grants: Grant[]): Promise<Visitor> {
    return browserOf(this.app, await this.world.person(grants));
  }

  private async at(id: string): Promise<{ id: string; organiserId: string; code: string }> {
    const [row] = await this.world.rows<{ organiserId: string; code: string }>(
      'select organiser_id as "organiserId", code from competitions.competition where id = $1',
      [id],
    );
    return { id, ...row! };
  }

  private async codeOf(id: string): Promise<string> {
    return (
      await this.world.rows<{ code: string }>('select code from competitions.competition where id = $1', [id])
    )[0]!.code;
  }

  private async countOf(table: string): Promise<number> {
    return (await this.world.rows<{ count: number }>(`select count(*)::int as count from ${table}`))[0]!.count;
  }
}
