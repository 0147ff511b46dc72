import { Accounts } from './accounts.js';
import type { TestApp } from './app.js';
import type { Answer, Visitor } from './visitor.js';
import type { World } from './world.js';

/** People who claim, officers who decide, and what stands in the database about it. */
export class ClaimScene {
  readonly accounts: Accounts;
  private count = 0;

  constructor(
    app: TestApp,
    private readonly world: World,
  ) {
    this.accounts = new Accounts(app, world);
  }

  somebody(): Promise<Visitor> {
    return this.accounts.signedIn(`person-${(this.count += 1)}@claims.example`);
  }

  administrator(): Promise<Visitor> {
    return this.accounts.signedIn('admin@claims.example', [
      { role: 'administrator', scopeKind: 'system', scopeId: null },
    ]);
  }

  /** The latest claim of a code with this purpose. */
  async claimOf(edrpou: string, purpose = 'new-head'): Promise<string> {
    const [row] = await this.world.rows<{ id: string }>(
      `select id from identity.claim where edrpou = $1 and purpose = $2 order by claimed_at desc, id desc limit 1`,
      [edrpou, purpose],
    );
    return row!.id;
  }

  async stateOf(id: string): Promise<unknown> {
    return (await this.world.rows('select state, ground, reason from identity.claim where id = $1', [id]))[0];
  }

  async decide(visitor: Visitor, id: string, fields: Record<string, string>): Promise<Answer> {
    await visitor.get(`/claims/${id}`);
    return visitor.post(`/claims/${id}`, fields);
  }

  /** An authority with a competition in this state: its officer, and a proposal of any organisation in it. */
  async authority(state = 'admission'): Promise<{ officer: Visitor; receive: (id: string) => Promise<string> }> {
    const { id: organiserId } = await this.world.organiser();
    const { id: competitionId } = await this.world.competition(organiserId, { state });
    const officer = await this.accounts.signedIn(`officer-${(this.count += 1)}@claims.example`, [
      { role: 'officer', scopeKind: 'organiser', scopeId: organiserId },
    ]);
    return { officer, receive: (id) => this.world.application(competitionId, id) };
  }
}
