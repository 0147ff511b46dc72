import { awardPaths } from '#libs/awards';
import { evaluationPaths, NoteDefence } from '#libs/evaluation';
import { DefenceScenes, ON_THE_DAY } from '../support/defence-scene.js';
import { failure, IN_ADMISSION, ScoringWorld, type Person } from '../support/scoring-world.js';
import { rulesWith } from '../support/second-look.js';
import { Visitor } from '../support/visitor.js';

let scoring: ScoringWorld;
let scenes: DefenceScenes;

beforeAll(async () => {
  scoring = await ScoringWorld.open();
  scenes = new DefenceScenes(scoring);
});
afterAll(() => scoring.close());

const as = (person: Person, at = IN_ADMISSION) => scoring.app.ctx(person, at);
const note = () => scoring.app.get(NoteDefence);

describe('the score sheet', () => {
  it('rule 43: says whether somebody came, and what was asked', async () => {
    const scene = await scenes.published(1);
    const [slot] = (await scenes.slots(scene)) as [Slot];
    const member = scene.commission[2]!;
    await scoring.declare(member, scene);
    await note().outcome(await as(scene.chair, ON_THE_DAY), slot, 'attended');
    await note().questions(await as(scene.chair, ON_THE_DAY), await scenes.seen(slot), 'Хто поливатиме? Батьки.');
    for (const person of scene.commission.slice(0, 2)) await scoring.declare(person, scene);
    await scoring.start(scene);
    const [row] = await scoring.queue(member, scene);
    const { text } = await (await scoring.browse(member)).get(evaluationPaths.sheet(row!.assignmentId));
    expect(text).toContain('Відкритий захист: 20 листопада 2020 року, 10:00. Захист відбувся.');
    expect(text).toContain('Хто поливатиме? Батьки.');
  });
});

describe('the rating', () => {
  it('rule 43: waits until every proposal that has a time was heard, or nobody came', async () => {
    const scene = await scenes.published(2);
    await scenes.scored(scene);
    expect(await scoring.obstaclesOf(scene.id, 'rate')).toEqual(['evaluation.defence-open']);
    for (const slot of await scenes.slots(scene))
      await note().outcome(await as(scene.chair, ON_THE_DAY), slot, 'missed');
    await scoring.app.drain();
    expect(await scoring.stateOf(scene)).toBe('rated');
  });
});

describe('the day', () => {
  it('rule 43: notes who came, what was asked, and who did not come, until the minutes', async () => {
    const scene = await scenes.published(3, {}, { rule_set: rulesWith({}) });
    const { id, chair, code } = scene;
    const [first, second, third] = (await scenes.slots(scene)) as [Slot, Slot, Slot];
    expect(await failure(note().outcome(await as(chair), first, 'attended'))).toBe('evaluation.defence-not-yet');
    await note().outcome(await as(chair, ON_THE_DAY), first, 'attended');
    expect(await failure(note().outcome(await as(chair, ON_THE_DAY), first, 'missed'))).toBe(
      'evaluation.defence-saved-elsewhere',
    );
    await note().questions(await as(chair, ON_THE_DAY), await scenes.seen(first), 'Скільки людей прийде? Сорок.');
    await note().outcome(await as(chair, ON_THE_DAY), second, 'missed');
    expect(await failure(note().questions(await as(chair, ON_THE_DAY), await scenes.seen(second), 'Де Ви?'))).toBe(
      'evaluation.defence-not-heard',
    );
    const room = await (await scoring.browse(chair)).get(evaluationPaths.defenceRoom(id));
    expect(room.text).toContain('Заслухано 1, не прийшли 1, усього 3');
    expect(room.text).toContain('за умовами конкурсу: оцінюють за поданими документами');
    expect(room.text).toContain(`${third.registerCode} `);
    const agenda = await new Visitor(scoring.app).get(evaluationPaths.publicDefence(code));
    expect([agenda.text.includes('Захист відбувся'), agenda.html.includes('Сорок')]).toEqual([true, false]);
  });

  it('rule 32: is not noted by who is recused, who sees no presenters of that proposal either', async () => {
    const scene = await scenes.published(2);
    const [slot] = (await scenes.slots(scene)) as [Slot];
    const secretary = scene.commission[1]!;
    await scoring.declare(secretary, scene, { [slot.applicationId]: 'real' });
    expect(await failure(note().outcome(await as(secretary, ON_THE_DAY), slot, 'attended'))).toBe(
      'evaluation.own-conflict',
    );
    const { text } = await (
      await scoring.browse(secretary)
    ).get(evaluationPaths.defenceSlot(scene.id, slot.applicationId));
    expect(text).toContain('Ви не берете участі: конфлікт інтересів');
    const chair = await (await scoring.browse(scene.chair)).get(evaluationPaths.defenceRoom(scene.id));
    expect(chair.text).toContain(`Не беруть участі через конфлікт інтересів: ${secretary.fullName}`);
  });

  it('rule 43: moves one proposal to a free time of a day, for a reason, and a change of days leaves it there', async () => {
    const scene = await scenes.published(2);
    const [first, second] = (await scenes.slots(scene)) as [Slot, Slot];
    const move = async (startsAt: Date, reason = 'Запізнився потяг') =>
      note().move(await as(scene.chair), await scenes.seen(first), { startsAt, reason });
    expect(await failure(move(second.startsAt))).toBe('evaluation.defence-time-taken');
    expect(await failure(move(new Date('2020-11-23T08:00:00Z')))).toBe('evaluation.defence-no-such-day');
    const late = new Date('2020-11-20T13:00:00Z');
    await move(late);
    expect(await scoring.lettersTo(scenes.applicantOf(scene, first), 'evaluation.defence-moved')).toBe(1);
    expect(await scoring.lettersTo(scenes.applicantOf(scene, second), 'evaluation.defence-moved')).toBe(0);
    await scenes.changeDay(scene, { startsAt: new Date('2020-11-20T09:00:00Z') }, 'Пізніше');
    const slots = await scenes.slots(scene);
    expect(slots.map(({ applicationId, startsAt }) => [applicationId, startsAt])).toEqual([
      [second.applicationId, new Date('2020-11-20T09:15:00Z')],
      [first.applicationId, late],
    ]);
  });

  it('rule 52: goes into the minutes of the commission, without names, and is then closed', async () => {
    const scene = await scenes.published(2, {}, { rule_set: rulesWith({ commissionMinMembers: 3 }) });
    const [first, second] = (await scenes.slots(scene)) as [Slot, Slot];
    await note().outcome(await as(scene.chair, ON_THE_DAY), first, 'attended');
    await note().questions(
      await as(scene.chair, ON_THE_DAY),
      await scenes.seen(first),
      'Хто навчатиме? Двоє тренерів.',
    );
    await note().outcome(await as(scene.chair, ON_THE_DAY), second, 'missed');
    const minutes = await scenes.minutesOf(scene);
    expect(minutes).toContain(
      'представник організації був присутній. Запитання й відповіді: Хто навчатиме? Двоє тренерів.',
    );
    expect(minutes).toContain('представник організації не прийшов');
    expect(
      (await (await scoring.browse(scene.chair)).get(evaluationPaths.defenceSlot(scene.id, first.applicationId))).text,
    ).toContain('Це вже увійшло до протоколу');
    const applicant = await scoring.browse(scenes.applicantOf(scene, second));
    expect((await applicant.get(awardPaths.passport(second.applicationId))).text).toContain(
      'на відкритий захист представник не прийшов',
    );
  }, 120_000);
});

type Slot = Awaited<ReturnType<DefenceScenes['slots']>>[number];
