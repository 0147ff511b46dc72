import {
  SaveAbout,
  SaveActivities,
  SaveAnswers,
  SaveBudget,
  SaveIndicators,
  StartApplication,
  SubmitApplication,
  applicationById,
  type Receipt,
} from '#libs/applications';
import type { Actor } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import type { TestApp } from './app.js';
import type { World } from './world.js';

const words = (text: string) => ({ uk: text, en: text });

/** The pages that every form has, without questions about files. */
export const FIXED_SECTIONS = ['activities', 'budget', 'indicators', 'files'].map((part) => ({
  ...{ key: part, part, title: words(part), questions: [] },
}));

/** Two questions, so that a section can be half written; one kind of files. */
export const FORM = {
  sections: [
    {
      key: 'need',
      title: words('Проблема'),
      questions: [
        {
          key: 'problem',
          title: words('Яку проблему?'),
          hint: words(''),
          kind: 'long',
          maxLength: 200,
          required: true,
        },
        { key: 'partners', title: words('Хто поруч?'), hint: words(''), kind: 'short', maxLength: 50, required: false },
      ],
    },
    ...FIXED_SECTIONS.slice(0, 3),
    {
      ...FIXED_SECTIONS[3],
      questions: ['statute', 'letter', 'other'].map((key) => ({
        ...{
          key,
          title: words(key),
          hint: words(''),
          kind: 'file',
          required: false,
          formats: ['pdf', 'png', 'jpeg', 'docx'],
        },
      })),
    },
  ],
};

export const OPENED_AT = new Date('2020-10-05T06:00:00Z');
export const CLOSES_AT = new Date('2020-11-05T16:00:00Z');
/** An ordinary day of the reception. */
export const A_DAY = new Date('2020-10-20T09:00:00Z');

const RULE_SET = JSON.stringify({ key: '1049-2020', slots: { minRegistrationAgeMonths: { value: 6 } } });

/** A competition that receives proposals, with one priority. */
export async function receivingCompetition(
  world: World,
  organiserId: string,
  values: Record<string, unknown> = {},
): Promise<{ id: string; priorityId: string }> {
  const { id } = await world.competition(organiserId, { rule_set: RULE_SET, form: JSON.stringify(FORM), ...values });
  const priorityId = newId();
  await world.insert('competitions.priority', {
    ...{ id: priorityId, competition_id: id, position: 1, title: 'Молодь', description: '' },
  });
  return { id, priorityId };
}

/** An organisation with a code of the register that checks out, and a person who acts for it. */
export async function applicant(
  world: World,
  values: Record<string, unknown> = {},
): Promise<{ organisationId: string; actor: Actor & { personId: string } }> {
  const organisation = await world.organisation({ edrpou: nextEdrpou(), ...values });
  const actor = await world.person([{ role: 'applicant', scopeKind: 'organisation', scopeId: organisation.id }]);
  return { organisationId: organisation.id, actor };
}

let codes = 2_000_000;

/** Eight digits, the last one is the check digit (competition-rules §6); codes below 30 000 000. */
function nextEdrpou(): string {
  const seven = String((codes += 1));
  const weigh = (shift: number) =>
    [...seven].reduce((sum, digit, index) => sum + Number(digit) * (index + 1 + shift), 0) % 11;
  const check = weigh(0) === 10 ? weigh(2) % 10 : weigh(0);
  return `${seven}${check}`;
}

/** What a whole proposal says. */
export const WHOLE = {
  about: { title: 'Книга їде в село', startOn: '2021-02-01', endOn: '2021-11-30' },
  answers: { problem: 'Бібліотеки зачинено.', partners: '' },
  activities: [{ month: '2021-02', title: 'Закупівля книжок', place: 'м. Сватове', responsible: '' }],
  lines: [
    {
      category: '',
      title: 'Книжки',
      unit: 'шт.',
      quantity: 100,
      priceKop: 40_000,
      fundedKop: 3_000_000,
      ownKop: 1_000_000,
    },
  ],
  indicators: [
    { kind: 'quantitative' as const, title: 'Читачі', unit: 'особа', baseline: '0', planned: '60', source: 'журнал' },
    {
      kind: 'qualitative' as const,
      title: 'Батьки задоволені',
      unit: '',
      baseline: '',
      planned: 'так',
      source: 'анкета',
    },
  ],
};

/** Writes a draft that may be submitted, by the use cases. */
export async function wholeDraft(
  app: TestApp,
  competition: { id: string; priorityId: string },
  { organisationId, actor }: { organisationId: string; actor: Actor },
): Promise<string> {
  const ctx = await app.ctx(actor, A_DAY);
  const id = await app.get(StartApplication).execute(ctx, competition.id, organisationId);
  await app.get(SaveAbout).execute(ctx, id, 0, { ...WHOLE.about, priorityId: competition.priorityId });
  await app.get(SaveAnswers).execute(ctx, id, { section: 'need', version: 0, typed: WHOLE.answers });
  await app.get(SaveActivities).execute(ctx, id, 0, WHOLE.activities);
  await app.get(SaveBudget).execute(ctx, id, 0, WHOLE.lines);
  await app.get(SaveIndicators).execute(ctx, id, 0, WHOLE.indicators);
  return id;
}

/** The version of the whole form, as the check page shows it. */
export const versionOf = async (app: TestApp, id: string): Promise<number> =>
  (await applicationById(app.db, id)).version;

/** Puts the clock of the portal to an instant; real time goes on from there. */
export async function setClock(world: World, at: Date): Promise<void> {
  await world.rows(
    `insert into platform.demo_clock (offset_ms) values ($1)
     on conflict (only_row) do update set offset_ms = excluded.offset_ms`,
    [at.getTime() - Date.now()],
  );
}

/** A small file that is a PDF by its bytes. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');

export const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** One after another: builders share a connection. */
export async function several<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) made.push(await make());
  return made;
}

/** The code of what went wrong, at a field or as a whole; «done» when nothing did. */
export const codeOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: { code?: string; fields?: { code: string }[] }) => error.fields?.[0]?.code ?? error.code ?? String(error),
  );

/** An authority, its competition that receives proposals, and someone who may take part. */
export async function receptionScene(world: World, values: Record<string, unknown> = {}) {
  const organiser = await world.organiser();
  const competition = await receivingCompetition(world, organiser.id, values);
  return { organiser, competition, who: await applicant(world) };
}

/** Submits the form as it is now. */
export async function submitNow(app: TestApp, id: string, actor: Actor, at = A_DAY): Promise<Receipt> {
  return app.get(SubmitApplication).execute(await app.ctx(actor, at), id, await versionOf(app, id));
}

export async function submittedProposal(app: TestApp, world: World) {
  const scene = await receptionScene(world);
  const id = await wholeDraft(app, scene.competition, scene.who);
  return { ...scene, id, receipt: await submitNow(app, id, scene.who.actor) };
}
