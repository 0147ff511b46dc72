import { ConfirmAct, PrepareAct, type ActKind, type NewAct } from '#libs/competitions';
import type { Actor } from '#libs/platform/access';
import { hashPassword } from '#libs/identity';
import { freezeRuleSet, presetRuleSet } from '#libs/terms';
import { PASSWORD, signIn } from './accounts.js';
import type { TestApp } from './app.js';
import { A_DAY, applicant, receivingCompetition } from './proposals.js';
import { Visitor } from './visitor.js';
import type { World } from './world.js';

export const REASON = 'Кошти програми перерозподілено рішенням ради';

type Person = Actor & { personId: string };

export interface ActScene {
  id: string;
  code: string;
  organiserId: string;
  competition: { id: string; priorityId: string };
  officer: Person;
  director: Person;
  chair: Person;
  expert: Person;
  who: { organisationId: string; actor: Person };
}

/** A competition that receives proposals, with its people; `staff` are values of each of them but the applicant. */
export async function actScene(
  world: World,
  staff: Record<string, unknown> = {},
  values: Record<string, unknown> = {},
): Promise<ActScene> {
  const { id: organiserId } = await world.organiser();
  const { ruleSet, sha256 } = freezeRuleSet(presetRuleSet('1049-2020'));
  const rules = { rule_set: JSON.stringify(ruleSet), rule_set_sha256: sha256 };
  const competition = await receivingCompetition(world, organiserId, { ...rules, ...values });
  const [row] = await world.rows<{ code: string }>('select code from competitions.competition where id = $1', [
    competition.id,
  ]);
  const works = (role: string) => world.person([{ role, scopeKind: 'organiser', scopeId: organiserId }], staff);
  const sits = (role: string) => world.person([{ role, scopeKind: 'competition', scopeId: competition.id }], staff);
  return {
    ...{ id: competition.id, code: row!.code, organiserId, competition },
    officer: await works('officer'),
    director: await works('director'),
    chair: await sits('commission-chair'),
    expert: await sits('expert'),
    who: await applicant(world),
  };
}

/** The two steps of an act on such a competition. */
export class ActScenes {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  async open(values: Record<string, unknown> = {}): Promise<ActScene> {
    return actScene(this.world, { password_hash: await this.password() }, values);
  }

  async director(of: ActScene): Promise<Person> {
    const password = { password_hash: await this.password() };
    return this.world.person([{ role: 'director', scopeKind: 'organiser', scopeId: of.organiserId }], password);
  }

  async prepare(of: ActScene, kind: ActKind, change: Partial<NewAct> = {}, at = A_DAY): Promise<string> {
    const act = { kind, number: '17-од', actOn: '2020-10-19', reason: REASON, potKop: null, closesAt: null };
    const ctx = await this.app.ctx(of.officer, at);
    return this.app.get(PrepareAct).execute(ctx, of.id, { ...act, document: null, ...change });
  }

  async confirm(of: ActScene, actId: string, at = A_DAY, by: Actor = of.director): Promise<void> {
    await this.app.get(ConfirmAct).execute(await this.app.ctx(by, at), of.id, actId);
  }

  async act(of: ActScene, kind: ActKind, change: Partial<NewAct> = {}, at = A_DAY): Promise<void> {
    await this.confirm(of, await this.prepare(of, kind, change, at), at);
  }

  /** To whom letters of this kind went. */
  async letters(template: string): Promise<string[]> {
    const sql = 'select to_address as to from notifications.message where template = $1 order by to_address';
    return (await this.world.rows<{ to: string }>(sql, [template])).map(({ to }) => to);
  }

  facts(of: { id: string }, name: string): Promise<{ seq: string; particulars: Record<string, unknown> }[]> {
    return this.world.rows(
      `select seq, body::json -> 'particulars' as particulars from facts.fact where scope_id = $1 and name = $2 order by seq`,
      [of.id, name],
    );
  }

  async signedIn(person: Actor): Promise<Visitor> {
    const visitor = new Visitor(this.app);
    await signIn(visitor, person.email);
    return visitor;
  }

  private password(): Promise<string> {
    return (this.passwordHash ??= hashPassword(PASSWORD));
  }

  private passwordHash: Promise<string> | undefined;
}
