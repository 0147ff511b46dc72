import type { Actor, Grant } from '#libs/platform/access';
import { newId } from '#libs/platform/database';
import { PlanAwardSession, SignAwardOrder } from '#libs/awards';
import { hashPassword } from '#libs/identity';
import { CastBallots, CloseSession, OpenSession, SignMinutes, type CastBallot } from '#libs/sessions';
import { freezeRuleSet, presetRuleSet, type RuleSet, type SlotKey, type SlotValues } from '#libs/terms';
import { PASSWORD, signIn } from './accounts.js';
import type { TestApp } from './app.js';
import { Visitor } from './visitor.js';
import type { World } from './world.js';

export const UAH = 100;
const CRITERIA = ['fit', 'results', 'efficiency', 'capacity'];
/** Sums over the two sheets of a proposal: 12 of 20 points. */
const PASSING = 24;

type Person = Actor & { personId: string };
type Vote = CastBallot['vote'];

export interface RatedSketch {
  /** Sum over two sheets. */
  points: number;
  uah: number;
  tieStep?: string;
}

/** A rated competition of one authority with a pot of 100 000 and a cap of 60 000 hryvnias, and its people. */
export interface AwardScene {
  id: string;
  code: string;
  organiserId: string;
  officer: Person;
  director: Person;
  chair: Person;
  secretary: Person;
  members: Person[];
  proposals: { id: string; organisationId: string; code: string }[];
}

/** Builds rated competitions and takes them, through the use cases, to signed minutes and to the order. */
export class AwardScenes {
  /** Columns of a competition whose conditions show everybody how firmly the result stands. */
  static readonly CHECK_FOR_ALL = {
    rule_set: JSON.stringify(rulesWith({ resultCheck: 'public', partialAward: 'never' })),
  };
  /** … whose conditions allow less than the request, with consent in five working days. */
  static readonly PARTIAL = { rule_set: JSON.stringify(rulesWith({ partialAward: 'with-consent' })) };
  private passwordHash: string;

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  /** Proposals in the order of their places; those below the passing score last. `values`: columns of the competition. */
  async rated(sketches: RatedSketch[], values: Record<string, unknown> = {}): Promise<AwardScene> {
    const { id: organiserId } = await this.world.organiser();
    const { ruleSet, sha256 } = freezeRuleSet(rulesWith({ partialAward: 'never' }));
    const code = `1.1-${newId().slice(-6)}`;
    const { id } = await this.world.competition(organiserId, {
      state: 'rated',
      code,
      pot_kop: 100_000 * UAH,
      cap_kop: 60_000 * UAH,
      rule_set: JSON.stringify(ruleSet),
      rule_set_sha256: sha256,
      ...values,
    });
    const proposals = [];
    for (const [index, sketch] of sketches.entries()) proposals.push(await this.proposal(id, sketch, index + 1));
    return { id, code, organiserId, proposals, ...(await this.people(id, organiserId)) };
  }

  private async people(competitionId: string, organiserId: string) {
    const staff = (role: string): Grant => ({ role, scopeKind: 'organiser', scopeId: organiserId });
    const sits = (role: string): Grant => ({ role, scopeKind: 'competition', scopeId: competitionId });
    const director = await this.person();
    await this.world.grant(director.personId, staff('director'), { position: 'в. о. директора департаменту' });
    return {
      officer: await this.person(staff('officer')),
      director: { ...director, grants: [staff('director')] },
      chair: await this.person(sits('commission-chair')),
      secretary: await this.person(sits('commission-secretary')),
      members: [await this.person(sits('commission-member')), await this.person(sits('commission-member'))],
    };
  }

  async person(...grants: Grant[]): Promise<Person> {
    this.passwordHash ??= await hashPassword(PASSWORD);
    return this.world.person(grants, { password_hash: this.passwordHash });
  }

  private async proposal(competitionId: string, { points, uah, tieStep }: RatedSketch, place: number) {
    const organisation = await this.world.organisation({ phone: '+380509998877', address: 'вул. Прихована, 7' });
    const id = await this.world.application(competitionId, organisation.id, {
      state: 'admitted',
      requested_kop: uah * UAH,
      own_kop: 0,
      total_kop: uah * UAH,
    });
    await this.submission(id, uah);
    const sum = (index: number): number => Math.floor((points + index) / CRITERIA.length);
    const criteria = CRITERIA.map((key, at) => ({ key, title: key, sum: sum(at), count: 2, maxPoints: 5 }));
    await this.world.insert('evaluation.rating_row', {
      competition_id: competitionId,
      application_id: id,
      place: points >= PASSING ? place : null,
      points_sum: points,
      sheets_count: 2,
      is_passed: points >= PASSING,
      tie_step: tieStep ?? null,
      criteria: JSON.stringify(criteria),
      computed_at: new Date(),
    });
    const [row] = await this.world.rows<{ code: string }>(
      'select register_code as code from applications.application where id = $1',
      [id],
    );
    return { id, organisationId: organisation.id, code: row!.code };
  }

  /** What was submitted: a budget of two lines, of which the organisation brings nothing. */
  private async submission(applicationId: string, uah: number): Promise<void> {
    const line = (title: string, sumUah: number) => ({
      ...{ group: '', category: '', title, unit: '', quantity: 1, priceKop: sumUah * UAH, months: 1 },
      ...{ fundedKop: sumUah * UAH, ownKop: 0, otherKop: 0 },
    });
    const sums = { requestedKop: uah * UAH, ownKop: 0, otherKop: 0, totalKop: uah * UAH };
    const organisation = { name: 'ГО «Читальня»', edrpou: '01234567' };
    const budget = { lines: [line('Оренда', 1_000), line('Послуги', uah - 1_000)], ...sums };
    const [one] = await this.world.rows<{ title: string; created_by: string }>(
      'update applications.application set submission_number = 1 where id = $1 returning title, created_by',
      [applicationId],
    );
    await this.world.insert('applications.submission', {
      ...{ id: newId(), application_id: applicationId, number: 1, sha256: '0'.repeat(64), title: one!.title },
      ...{ submitted_at: new Date('2020-10-25T09:00:00Z'), submitted_by: one!.created_by },
      ...{ start_on: '2021-02-01', end_on: '2021-10-01' },
      ...{ requested_kop: uah * UAH, own_kop: 0, total_kop: uah * UAH },
      content: JSON.stringify({ organisation, budget }),
    });
  }

  async planned({ id, officer }: AwardScene): Promise<string> {
    const plan = { plannedAt: new Date(Date.now() + 3_600_000), place: 'кімната 305' };
    return this.app.get(PlanAwardSession).execute(await this.app.ctx(officer), id, plan);
  }

  /** Holds a session up to the first signature. */
  async voted(of: AwardScene, sessionId: string, vote: (subjectId: string) => Vote = () => 'for'): Promise<void> {
    const everyone = [of.chair, of.secretary, ...of.members];
    const ids = everyone.map(({ personId }) => personId);
    await this.app.get(OpenSession).execute(await this.app.ctx(of.secretary), sessionId, ids);
    const items = await this.world.rows<{ id: string; subject_id: string }>(
      'select id, subject_id from sessions.item where session_id = $1',
      [sessionId],
    );
    const ballots = items.map((item) => ({ itemId: item.id, vote: vote(item.subject_id), reason: 'власна думка' }));
    for (const person of everyone)
      await this.app.get(CastBallots).execute(await this.app.ctx(person), sessionId, ballots);
    await this.app.get(CloseSession).execute(await this.app.ctx(of.secretary), sessionId);
    await this.app.get(SignMinutes).execute(await this.app.ctx(of.chair), sessionId);
  }

  /** The second signature. */
  async sign(of: AwardScene, sessionId: string): Promise<void> {
    await this.app.get(SignMinutes).execute(await this.app.ctx(of.secretary), sessionId);
  }

  /** The whole way to adopted lines. */
  async adopted(of: AwardScene, vote?: (subjectId: string) => Vote): Promise<void> {
    const sessionId = await this.planned(of);
    await this.voted(of, sessionId, vote);
    await this.sign(of, sessionId);
  }

  /** How firmly the result stands, as if three people had scored enough. */
  async weighed({ id, proposals }: AwardScene): Promise<void> {
    const rows = proposals.map((proposal, index) => ({
      ...{ applicationId: proposal.id, place: index + 1, correctedPlace: index + 1, best: 1, worst: 3 },
      ...{ correctedHundredths: 1_500, spread: 2 },
    }));
    const content = { lambda: 3, residual: '0e+0', apartHundredths: 0, people: [], rows, recalculated: 1, changes: [] };
    const params = [id, JSON.stringify(content)];
    await this.world.rows('update awards.weighed_result set content = $2 where competition_id = $1', params);
  }

  async order(of: AwardScene, number = '112-од'): Promise<void> {
    await this.app.get(SignAwardOrder).execute(await this.app.ctx(of.director), of.id, number);
  }

  async signedIn(person: Pick<Actor, 'email'>): Promise<Visitor> {
    const visitor = new Visitor(this.app);
    await signIn(visitor, person.email);
    return visitor;
  }
}

/** The rules of 2020 with other values of some slots. */
export function rulesWith(values: Partial<SlotValues>): RuleSet {
  const rules = presetRuleSet('1049-2020');
  const own = Object.entries(values).map(([key, value]) => [key, { ...rules.slots[key as SlotKey], value }]);
  return { ...rules, slots: { ...rules.slots, ...Object.fromEntries(own) } };
}
