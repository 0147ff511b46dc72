import { DecideConflictQuestion, evaluationPaths, RaiseConflictQuestion } from '#libs/evaluation';
import { newId } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { DeclaredConflicts } from '#libs/sessions';
import {
  failure,
  IN_ADMISSION,
  IN_SCORING,
  inScope,
  ScoringWorld,
  type Person,
  type Scored,
} from '../support/scoring-world.js';

let scoring: ScoringWorld;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
});
afterAll(() => scoring.close());

interface Question {
  id: string;
  sign: string;
  state: string;
}

const questions = ({ id }: Scored, person?: Person) =>
  scoring.world.rows<Question>(
    `select id, sign, state from evaluation.conflict_question
      where competition_id = $1 and ($2::uuid is null or person_id = $2) order by sign, id`,
    [id, person?.personId ?? null],
  );

async function answer(by: Person, { id }: Scored, question: Question, verdict: 'cleared' | 'potential' | 'real') {
  const decision = { verdict, reason: 'Перевірено за реєстром' };
  const ctx = await scoring.app.ctx(by, IN_SCORING);
  return failure(scoring.app.get(DecideConflictQuestion).execute(ctx, id, question.id, decision));
}

/** Three members; the applicant of the first proposal has what `organisation` says. */
async function scene(
  organisation: Record<string, unknown> = {},
  experts = 0,
): Promise<Scored & { organisationId: string }> {
  const competition = await scoring.competition(2, { experts, k: 1, members: 3 });
  const [row] = await scoring.world.rows<{ organisation_id: string }>(
    'select organisation_id from applications.application where id = $1',
    [competition.applications[0]],
  );
  for (const [name, value] of Object.entries(organisation))
    await scoring.world.rows(`update identity.organisation set ${name} = $2 where id = $1`, [
      row!.organisation_id,
      value,
    ]);
  return { ...competition, organisationId: row!.organisation_id };
}

const nameOf = async (person: Person, changes: Record<string, string> = {}) => {
  for (const [name, value] of Object.entries(changes))
    await scoring.world.rows(`update identity.person set ${name} = $2 where id = $1`, [person.personId, value]);
};

async function browse(person: Person, path: string) {
  return (await scoring.browse(person)).get(path);
}

describe('a conflict found in data (rule 35)', () => {
  it('is a question by head, phone, own mail domain, power and earlier project; a public mailbox and shared premises are none', async () => {
    const competition = await scene({
      head_name: 'Дем’яненко Олена Іванівна',
      phone: '(050) 765-43-21',
      email: 'hello@step.ngo.example',
    });
    const [chair, secretary, member] = competition.people as [Person, Person, Person];
    await nameOf(chair, { family_name: "Дем'яненко" });
    await nameOf(secretary, { phone: '+380507654321', email: `other-${newId()}@step.ngo.example` });
    await nameOf(member, { email: `somebody-${newId()}@gmail.com` });
    await scoring.world.grant(member.personId, inScope('applicant', 'organisation', competition.organisationId));
    for (const person of competition.people) await scoring.declare(person, competition);
    expect((await questions(competition, chair)).map(({ sign }) => sign)).toEqual(['is-head']);
    expect((await questions(competition, secretary)).map(({ sign }) => sign)).toEqual(['email', 'phone']);
    expect((await questions(competition, member)).map(({ sign }) => sign)).toEqual(['acts-for']);

    const plain = await scene({
      email: `ngo-${newId()}@gmail.com`,
      address: 'м. Сєвєродонецьк, бульвар Дружби Народів, 32',
    });
    await nameOf(plain.people[0]!, { email: `me-${newId()}@gmail.com` });
    const { id: neighbour } = await scoring.world.organisation({
      address: 'м. Сєвєродонецьк, бульвар Дружби Народів, 32',
      head_name: 'Інша Особа',
      phone: '+380509990011',
    });
    await scoring.world.grant(plain.people[0]!.personId, inScope('applicant', 'organisation', neighbour));
    await scoring.world.rows(
      `update identity.organisation set head_name = 'Хтось Третій', phone = '+380501110022' where id = $1`,
      [plain.organisationId],
    );
    for (const person of plain.people) await scoring.declare(person, plain);
    expect(await questions(plain)).toEqual([]);
  });

  it('compares the links that a member declared, by ЄДРПОУ and by the name of a close person', async () => {
    const competition = await scene({ head_name: 'Ткаченко Ігор Петрович', phone: '+380509998811' });
    const [chair] = competition.people as [Person];
    const [{ edrpou }] = (await scoring.world.rows<{ edrpou: string }>(
      'select edrpou from identity.organisation where id = $1',
      [competition.organisationId],
    )) as [{ edrpou: string }];
    const browser = await scoring.browse(chair);
    await browser.get(evaluationPaths.conflicts(competition.id));
    const saved = await browser.post(evaluationPaths.conflicts(competition.id), {
      ...{
        rest: 'none',
        hasLinks: 'yes',
        organisations: `Спілка, ${edrpou}, член ради`,
        closePeople: 'ТКАЧЕНКО Ігор  Петрович',
      },
    });
    expect(saved.status).toBe(303);
    expect((await questions(competition)).map(({ sign }) => sign)).toEqual(['close-person', 'declared-link']);
    const { text } = await browse(chair, evaluationPaths.conflicts(competition.id));
    expect(text).toContain('У даних знайдено збіг.');
    expect(text).toContain(`Особа сама зазначила зв’язок із заявником: Спілка, ${edrpou}, член ради`);
  });

  it('keeps the file closed and the proposal out of the queue until the chair clears it with a reason', async () => {
    const competition = await scene({ phone: '+380671231231' });
    const [chair, , member] = competition.people as [Person, Person, Person];
    const [first] = competition.applications as [string];
    await nameOf(member, { phone: '067 123-12-31' });
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    expect([await scoring.mayRead(member, first), (await scoring.queue(member, competition)).length]).toEqual([
      false,
      1,
    ]);
    for (const person of competition.people) {
      await scoring.writeAll(person, competition);
      await scoring.sign(person, competition);
    }
    await scoring.app.drain();
    expect(await scoring.stateOf(competition)).toBe('scoring');
    const list = await browse(chair, evaluationPaths.conflictQuestions(competition.id));
    expect(list.text).toContain('Телефон особи збігається з телефоном заявника');
    const [question] = await questions(competition);
    expect(await answer(member, competition, question!, 'cleared')).toBe('evaluation.chair-answers');
    expect(await answer(chair, competition, question!, 'cleared')).toBe('done');
    expect(await answer(chair, competition, question!, 'real')).toBe('evaluation.question-answered');
    expect([await scoring.mayRead(member, first), (await scoring.queue(member, competition)).length]).toEqual([
      true,
      2,
    ]);
    await scoring.declare(member, competition, {}, IN_SCORING);
    expect((await questions(competition)).map(({ state }) => state)).toEqual(['cleared']);
  });

  it('upheld takes the work away at once, closes the file, and is not taken back by the person (rules 32, 36)', async () => {
    const competition = await scene({}, 3);
    const [expert] = competition.people as [Person];
    const [first] = competition.applications as [string];
    for (const person of competition.people) await scoring.declare(person, competition);
    await scoring.start(competition);
    await scoring.approve(competition);
    const [taken] = await scoring.world.rows<{ person_id: string }>(
      'select person_id from evaluation.assignment where application_id = $1 and ended_at is null',
      [first],
    );
    const holder = competition.people.find(({ personId }) => personId === taken!.person_id) ?? expert;
    const other = competition.people.find((one) => one !== holder)!;
    await scoring.app.get(RaiseConflictQuestion).state(await scoring.app.ctx(other, IN_SCORING), competition.id, {
      ...{ applicationId: first, personId: holder.personId, reason: 'Разом вели проєкт' },
    });
    expect(await scoring.mayRead(holder, first)).toBe(true);
    const [question] = await questions(competition);
    expect(await answer(competition.chair, competition, question!, 'real')).toBe('done');
    expect(await scoring.mayRead(holder, first)).toBe(false);
    expect(await scoring.lettersTo(holder, 'evaluation.conflict-upheld')).toBe(1);
    const back = scoring.declare(holder, competition, { [first]: 'none' }, IN_SCORING);
    expect(await failure(back)).toBe('evaluation.conflict-decided-already');
    await scoring.app.drain();
    const now = await scoring.world.rows<{ person_id: string }>(
      'select person_id from evaluation.assignment where application_id = $1 and ended_at is null',
      [first],
    );
    expect(now.map(({ person_id }) => person_id === holder.personId)).toEqual([false]);
  });

  it('about the chair is answered by the secretary, not by the chair', async () => {
    const competition = await scene({ phone: '+380631112233' });
    const [chair, secretary] = competition.people as [Person, Person];
    await nameOf(chair, { phone: '+380631112233' });
    await scoring.declare(chair, competition);
    const [question] = await questions(competition);
    // The chair does not open the page of the competition, so no link leads there.
    const { html } = await browse(chair, evaluationPaths.conflictQuestions(competition.id));
    expect(html).not.toContain(`href="/organiser/competitions/${competition.id}"`);
    expect(await answer(chair, competition, question!, 'cleared')).toBe('evaluation.question-about-you');
    expect(await answer(secretary, competition, question!, 'potential')).toBe('done');
  });
});

describe('a challenge', () => {
  const applicant = async ({ organisationId }: { organisationId: string }) =>
    scoring.world.person([inScope('applicant', 'organisation', organisationId)]);

  it('is raised once for each member within the window, and seen with the answer', async () => {
    const competition = await scene();
    const [chair, secretary] = competition.people as [Person, Person];
    const [first, second] = competition.applications as [string, string];
    const person = await applicant(competition);
    const raise = async (applicationId: string, about: Person, at = IN_ADMISSION) =>
      failure(
        scoring.app.get(RaiseConflictQuestion).challenge(await scoring.app.ctx(person, at), {
          ...{ applicationId, personId: about.personId, reason: 'Судимося з організацією, де він працює' },
        }),
      );
    const ownPage = async () => (await browse(person, `/applications/${first}`)).text;
    expect(await ownPage()).toContain('Відвід члену комісії');
    expect(await raise(second, chair)).toBe('platform.not-found');
    expect(await raise(first, secretary)).toBe('done');
    expect(await raise(first, secretary)).toBe('evaluation.challenged-already');
    expect(await scoring.lettersTo(chair, 'evaluation.conflict-questioned')).toBe(1);
    const [question] = await questions(competition);
    expect(await answer(chair, competition, question!, 'real')).toBe('done');
    const { text } = await browse(person, evaluationPaths.challenge(first));
    expect(text).toContain('задоволено: Перевірено за реєстром');
    expect(await scoring.mayRead(secretary, first)).toBe(false);
    for (const one of competition.people)
      await scoring.declare(one, competition, one === secretary ? { [first]: 'real' } : {});
    await scoring.start(competition);
    expect(await raise(first, chair, IN_SCORING)).toBe('evaluation.challenge-closed');
  });

  it('names the members of the commission and never an expert', async () => {
    const competition = await scene({}, 2);
    const person = await applicant(competition);
    const { text, status } = await browse(person, evaluationPaths.challenge(competition.applications[0]!));
    expect(status).toBe(200);
    expect(text).toContain(competition.chair.fullName);
    expect(text).not.toContain(competition.people[0]!.fullName);
    expect((await browse(person, evaluationPaths.challenge(competition.applications[1]!))).status).toBe(404);
  });
});

describe('a statement about another member (rule 33)', () => {
  it('comes from a member only, not about oneself, and is a line of the minutes', async () => {
    const competition = await scene();
    const [chair, secretary] = competition.people as [Person, Person];
    const state = async (by: Person, about: Person) =>
      failure(
        scoring.app.get(RaiseConflictQuestion).state(await scoring.app.ctx(by, IN_ADMISSION), competition.id, {
          ...{ applicationId: competition.applications[0]!, personId: about.personId, reason: 'Родич керівника' },
        }),
      );
    expect(await state(chair, chair)).toBe('evaluation.declare-your-own');
    expect(await state(competition.officer, chair)).toBe('evaluation.scorers-only');
    expect(await state(chair, secretary)).toBe('done');
    const [application] = competition.applications as [string];
    const lines = await scoring.app.get(Ports).one(DeclaredConflicts).stated(scoring.app.db, [application]);
    expect(lines.get(application)).toEqual([
      `${secretary.fullName} – Заява члена комісії: Родич керівника (Очікує на відповідь)`,
    ]);
  });
});
