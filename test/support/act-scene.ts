import { ConfirmAct, PrepareAct, type ActKind, type NewAct } from '#libs/competitions';
import type { Actor, Grant } from '#libs/platform/access';
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

/** A competition with its people, and the two steps of an act. */
export class ActScenes {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  async open(values: Record<string, unknown> = {}): Promise<ActScene> {
    const { id: organiserId } = await this.world.organiser();
    const { ruleSet, sha256 } = freezeRuleSet(presetRuleSet('1049-2020'));
    const rules = { rule_set: JSON.stringify(ruleSet), rule_set_sha256: sha256 };
    const competition = await receivingCompetition(this.world, organiserId, { ...rules, ...values });
    const [row] = await this.world.rows<{ code: string }>('select code from competitions.competition where id = $1', [
      competition.id,
    ]);
    const staff = (role: string) => this.person({ role, scopeKind: 'organiser', scopeId: organiserId });
    const member = (role: string) => this.person({ role, scopeKind: 'competition', scopeId: competition.id });
    return {
      ...{ id: competition.id, code: row!.code, organiserId, competition },
      officer: await staff('officer'),
      director: await staff('director'),
      chair: await member('commission-chair'),
      expert: await member('expert'),
      who: await applicant(this.world),
    };
  }

  async director(of: ActScene): Promise<Person> {
    return this.person({ role: 'director', scopeKind: 'organiser', scopeId: of.organiserId });
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

  async signedIn(person: Actor): Promise<Visitor> {
    const visitor = new Visitor(this.app);
    await signIn(visitor, person.email);
    return visitor;
  }

  private async person(grant: Grant): Promise<Person> {
    return this.world.person([grant], { password_hash: await (this.passwordHash ??= hashPassword(PASSWORD)) });
  }

  private passwordHash: Promise<string> | undefined;
}
