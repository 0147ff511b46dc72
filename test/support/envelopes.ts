import {
  BeginTyping,
  CheckTyped,
  HandOverTyped,
  RegisterEnvelope,
  SaveAbout,
  SaveActivities,
  SaveAnswers,
  SaveBudget,
  SaveIndicators,
  applicationById,
  type NewEnvelope,
} from '#libs/applications';
import type { Actor } from '#libs/platform/access';
import type { TestApp } from './app.js';
import { PDF, WHOLE, applicant, receivingCompetition } from './proposals.js';
import type { World } from './world.js';

type Person = Actor & { personId: string };

/** A weekday of the reception, and the morning after its end. */
export const ON_A_DAY = new Date('2020-10-21T08:30:00Z');
export const AFTERWARDS = new Date('2020-11-06T08:00:00Z');

let numbers = 0;

export const envelope = (values: Partial<NewEnvelope> = {}): NewEnvelope => ({
  ...{ incomingNumber: `${(numbers += 1)}/01-20`, receivedAt: ON_A_DAY, channel: 'in-person', postmarkOn: null },
  ...{ sender: 'ГО «Світло», м. Кремінна', email: null },
  ...values,
});

/** An authority with two officers, its competition that receives proposals, and an organisation without an account here. */
export class PaperScene {
  private constructor(
    readonly app: TestApp,
    readonly world: World,
    readonly competitionId: string,
    readonly priorityId: string,
    readonly organiserId: string,
    readonly typist: Person,
    readonly checker: Person,
  ) {}

  static async open(app: TestApp, world: World, values: Record<string, unknown> = {}): Promise<PaperScene> {
    const organiser = await world.organiser();
    const { id, priorityId } = await receivingCompetition(world, organiser.id, values);
    const officer = () => world.person([{ role: 'officer', scopeKind: 'organiser', scopeId: organiser.id }]);
    return new PaperScene(app, world, id, priorityId, organiser.id, await officer(), await officer());
  }

  /** A code that an organisation has here. */
  async edrpou(): Promise<string> {
    const { organisationId } = await applicant(this.world);
    const [row] = await this.world.rows<{ edrpou: string }>('select edrpou from identity.organisation where id = $1', [
      organisationId,
    ]);
    return row!.edrpou;
  }

  async register(values: Partial<NewEnvelope> = {}, at = AFTERWARDS): Promise<string> {
    const scan = { name: 'конверт.pdf', content: PDF };
    const ctx = await this.app.ctx(this.typist, at);
    return this.app.get(RegisterEnvelope).execute(ctx, this.competitionId, envelope(values), scan);
  }

  async openProposals(): Promise<void> {
    await this.world.rows(`update competitions.competition set state = 'admission' where id = $1`, [
      this.competitionId,
    ]);
  }

  async begin(id: string, edrpou?: string, by = this.typist): Promise<string> {
    const code = edrpou ?? (await this.edrpou());
    const ctx = await this.app.ctx(by, AFTERWARDS);
    return this.app.get(BeginTyping).execute(ctx, this.competitionId, id, { version: 1, edrpou: code });
  }

  /** Types everything that `WHOLE` says, into the ordinary form. */
  async type(applicationId: string, by = this.typist): Promise<void> {
    const ctx = await this.app.ctx(by, AFTERWARDS);
    await this.app.get(SaveAbout).execute(ctx, applicationId, 0, { ...WHOLE.about, priorityId: this.priorityId });
    await this.app.get(SaveAnswers).execute(ctx, applicationId, { section: 'need', version: 0, typed: WHOLE.answers });
    await this.app.get(SaveActivities).execute(ctx, applicationId, 0, WHOLE.activities);
    await this.app.get(SaveBudget).execute(ctx, applicationId, 0, WHOLE.lines);
    await this.app.get(SaveIndicators).execute(ctx, applicationId, 0, WHOLE.indicators);
  }

  async handOver(id: string, by = this.typist): Promise<void> {
    const ctx = await this.app.ctx(by, AFTERWARDS);
    await this.app.get(HandOverTyped).execute(ctx, this.competitionId, id, await this.versionOf(id));
  }

  async accept(id: string, by = this.checker): Promise<void> {
    const { applicationId } = await this.rowOf(id);
    const ctx = await this.app.ctx(by, AFTERWARDS);
    const { version: applicationVersion } = await applicationById(this.app.db, applicationId!);
    const seen = { version: await this.versionOf(id), applicationVersion };
    await this.app.get(CheckTyped).accept(ctx, this.competitionId, id, seen);
  }

  /** From the door to a proposal; @returns the id of the application. */
  async accepted(values: Partial<NewEnvelope> = {}): Promise<string> {
    const id = await this.register(values);
    await this.openProposals();
    const applicationId = await this.begin(id);
    await this.type(applicationId);
    await this.handOver(id);
    await this.accept(id);
    return applicationId;
  }

  async versionOf(id: string): Promise<number> {
    return (await this.rowOf(id)).version;
  }

  async rowOf(id: string) {
    const [row] = await this.world.rows<{
      state: string;
      version: number;
      registerCode: string;
      applicationId: string | null;
      receiptDocumentId: string | null;
      scanDocumentId: string;
    }>(
      `select state, version, register_code as "registerCode", application_id as "applicationId",
              receipt_document_id as "receiptDocumentId", scan_document_id as "scanDocumentId"
         from applications.envelope where id = $1`,
      [id],
    );
    return row!;
  }
}
