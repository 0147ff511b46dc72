import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { Quarter } from '#libs/measures';
import {
  AnswersForOfficer,
  AskForAnswers,
  ChangeConsent,
  CloseInstance,
  DecideEvidence,
  DraftReport,
  ExpandClasses,
  ExpansionForOfficer,
  ImportTerritories,
  MeasureForOfficer,
  MoveReport,
  MyPlans,
  NoteMeasure,
  PlanDesk,
  SaveAnswers,
  SaveBody,
  SetLetters,
  WholeReport,
  WritePlanDraft,
  type AnswerInput,
  type BodyInput,
  type ClosingAction,
  type ConsentAction,
  type MeasureNote,
} from '#libs/plan';
import type { Context } from '#libs/platform/access';
import { kyivInstant } from '#libs/platform/clock';
import { numberFrom, pick } from '../compose/pick.js';
import { Stage } from './stage.js';

interface PlanYear {
  bodies: (Partial<BodyInput> & { key: string; classKey: string; name: string; successor?: string })[];
  declined: string[];
  silent: string[];
  /** Has not answered about the third quarter. */
  lateInThird: string;
  notes: Record<string, MeasureNote>;
  evidence: [number: string, on: string, words: string, figures: Record<string, number>][];
  closed: [number: string, ordinal: number, on: string, action: ClosingAction][];
  waiver: string;
  correction: Parameters<MoveReport['correct']>[3];
  narratives: string[];
  consultations: string[];
}

const read = (file: string) => readFileSync(new URL(`../data/${file}`, import.meta.url));
const year = JSON.parse(read('plan-year.json').toString()) as PlanYear;

const BODY: Omit<BodyInput, 'classKey' | 'name'> = {
  ...{ territoryCode: null, email: null, contactName: null, phone: null, validFrom: '2015-01-01', validUntil: null },
  ...{ successorId: null, isOwn: false, hindered: null, hinderedFrom: null, hinderedUntil: null, hinderedBasis: null },
};
const OFFICER = 'officer@masscom.example';
const DIRECTOR = 'director@masscom.example';
/** Each quarter is answered on this day. */
const ANSWERED: [Quarter, string][] = [
  [1, '2020-04-02'],
  [2, '2020-07-02'],
  [3, '2020-10-02'],
];
const STATUTES = ['intent', 'working-group', 'drafting', 'consulted', 'adopted'] as const;

/** The year of the plan: who answers, what was done, what bodies have said, the signed report of the third quarter. */
@Injectable()
export class PlayPlan {
  private planId: string;
  private readonly ids: Record<string, string> = {};

  constructor(
    private readonly stage: Stage,
    private readonly territories: ImportTerritories,
    private readonly plans: MyPlans,
    private readonly saveBody: SaveBody,
    private readonly expansion: ExpansionForOfficer,
    private readonly expand: ExpandClasses,
    private readonly measures: MeasureForOfficer,
    private readonly desk: PlanDesk,
    private readonly consent: ChangeConsent,
    private readonly note: NoteMeasure,
    private readonly evidence: DecideEvidence,
    private readonly answers: AnswersForOfficer,
    private readonly saveAnswers: SaveAnswers,
    private readonly ask: AskForAnswers,
    private readonly letters: SetLetters,
    private readonly close: CloseInstance,
    private readonly draft: DraftReport,
    private readonly move: MoveReport,
    private readonly whole: WholeReport,
    private readonly drafts: WritePlanDraft,
  ) {}

  async play(): Promise<void> {
    await this.codifier();
    this.planId = (await this.plans.execute(await this.officer('2020-01-15')))[0]!.id;
    await this.bodies();
    await this.consents();
    for (const [number, note] of Object.entries(year.notes)) await this.noteMeasure(number, note);
    for (const [number, on, words, figures] of year.evidence) await this.prove(number, on, words, figures);
    for (const [quarter, day] of ANSWERED) await this.answerAll(quarter, day);
    for (const [number, ordinal, on, action] of year.closed) await this.end(number, ordinal, on, action);
    await this.report();
    await this.confirmFacts();
    const now = await this.officer('2020-11-25');
    await this.ask.execute(now, this.planId, 4);
    await this.letters.execute(now, this.planId, true);
    await this.drafts.fromPlan(now, this.planId);
  }

  /** A few rows of the official codifier, under a title that says so. */
  private async codifier(): Promise<void> {
    const { about, rows } = JSON.parse(read('katottg-extract.json').toString()) as { about: string; rows: string[][] };
    const content = Buffer.from(rows.map((row) => row.join(';')).join('\n'));
    const extract = { name: 'katottg.csv', content, title: about, isExtract: true };
    await this.territories.execute(await this.stage.system(), extract);
  }

  private officer(day: string, time = '11:00'): Promise<Context> {
    return this.stage.as(OFFICER, kyivInstant(day, time));
  }

  private async bodies(): Promise<void> {
    const ctx = await this.officer('2020-01-20');
    for (const { key, successor, ...body } of year.bodies) {
      const successorId = successor ? this.ids[successor]! : null;
      this.ids[key] = await this.saveBody.execute(ctx, this.planId, { ...BODY, ...body, successorId });
    }
    const { hash } = await this.expansion.execute(ctx, this.planId);
    await this.expand.execute(ctx, this.planId, hash);
  }

  /** One letter asks about a measure; most say yes, one declines, one keeps silent. */
  private async consents(): Promise<void> {
    const { measures } = await this.desk.execute(await this.officer('2020-02-03'), this.planId);
    for (const { id, number, byConsent } of measures) {
      if (byConsent === 0) continue;
      const letter = { number: `06-14/${100 + numberFrom(number, 300)}`, on: '2020-02-03' };
      await this.consent.askAll(await this.officer('2020-02-03'), this.planId, id, letter);
      const { bodies } = await this.measures.execute(await this.officer('2020-02-20'), this.planId, number);
      for (const one of bodies.filter((body) => body.consent === 'asked')) await this.reply(one.id, one.bodyId);
    }
  }

  private async reply(id: string, bodyId: string): Promise<void> {
    const isOne = (keys: readonly string[]) => keys.some((key) => this.ids[key] === bodyId);
    const action: ConsentAction = isOne(year.declined) ? 'decline' : isOne(year.silent) ? 'note-silence' : 'consent';
    const letter = action === 'note-silence' ? null : { number: `02-${10 + numberFrom(bodyId, 90)}`, on: '2020-02-18' };
    await this.consent.execute(await this.officer('2020-02-20'), this.planId, id, action, letter);
  }

  private async noteMeasure(number: string, note: MeasureNote): Promise<void> {
    const ctx = await this.officer('2020-02-21');
    const { measure } = await this.measures.execute(ctx, this.planId, number);
    await this.note.execute(ctx, this.planId, measure.id, note);
  }

  private async prove(
    number: string,
    happenedOn: string,
    words: string,
    figures: Record<string, number>,
  ): Promise<void> {
    const ctx = await this.officer(happenedOn, '17:00');
    const { measure } = await this.measures.execute(ctx, this.planId, number);
    await this.evidence.write(ctx, this.planId, measure.id, { happenedOn, words, link: null, figures });
  }

  /** What bodies have written in their letters. */
  private async answerAll(quarter: Quarter, day: string): Promise<void> {
    const ctx = await this.officer(day);
    const { bodies } = await this.answers.quarter(ctx, this.planId, quarter);
    for (const { bodyId, name, standings } of bodies) {
      const isAsked = standings.some(({ standing }) => standing === 'awaited');
      if (!isAsked || (quarter === 3 && bodyId === this.ids[year.lateInThird])) continue;
      const { lines } = await this.answers.sheet(ctx, this.planId, quarter, bodyId);
      const said = lines.map(({ sliceId, number, form }) => answerTo(`${name} ${number} ${quarter}`, sliceId, form));
      const letter = { number: `03-${10 + numberFrom(`${name} ${quarter}`, 90)}`, on: day };
      await this.saveAnswers.byOfficer(ctx, this.planId, bodyId, quarter, said, { channel: 'letter', letter });
    }
  }

  private async end(number: string, ordinal: number, on: string, action: ClosingAction): Promise<void> {
    const ctx = await this.officer(on);
    const { instances } = await this.measures.execute(ctx, this.planId, number);
    const { id, version, owed } = instances[ordinal]!;
    const waiver = owed > 0 ? year.waiver : null;
    const closing = { action, reason: null, act: null, newFrom: null, newDueOn: null, waiver };
    await this.close.execute(ctx, this.planId, id, version, closing);
  }

  private async report(): Promise<void> {
    const [officer, director] = [
      await this.officer('2020-10-07'),
      await this.stage.as(DIRECTOR, kyivInstant('2020-10-08', '12:00')),
    ];
    await this.draft.execute(officer, this.planId, 3);
    const version = async () => (await this.whole.forOfficer(officer, this.planId, 3)).report!.version;
    await this.move.handOver(officer, this.planId, 3, await version());
    await this.move.check(director, this.planId, 3, await version());
    await this.move.sign(director, this.planId, 3, await version(), '06-03/3');
    await this.move.correct(await this.officer('2020-10-20'), this.planId, 3, year.correction);
  }

  /** What competitions prove is confirmed, but for the newest: it waits for a visitor. */
  private async confirmFacts(): Promise<void> {
    const ctx = await this.officer('2020-11-20');
    for (const number of ['1.1', '3.3']) {
      const { measure, evidence } = await this.measures.execute(ctx, this.planId, number);
      const suggested = evidence.filter(({ state }) => state === 'suggested').slice(0, -1);
      for (const { factId } of suggested) await this.evidence.execute(ctx, this.planId, measure.id, factId!, null);
    }
  }
}

function answerTo(key: string, sliceId: string, form: 'plain' | 'consultations' | 'statutes'): AnswerInput {
  const nothing = {
    sliceId,
    wasHeld: false,
    narrative: null,
    events: null,
    people: null,
    organisations: null,
    rows: [],
  };
  if (numberFrom(`${key} held`, 3) === 0) return nothing;
  const said = { ...nothing, wasHeld: true, narrative: pick(year.narratives, key) };
  if (form === 'statutes') {
    const state = pick(STATUTES, key);
    return { ...said, narrative: null, rows: [{ title: key.split(' ')[0]!, state, on: null, link: null }] };
  }
  if (form === 'consultations') {
    const proposals = 2 + numberFrom(`${key} proposals`, 12);
    const row = {
      title: pick(year.consultations, key),
      from: null,
      until: null,
      link: null,
      proposals,
      accepted: Math.floor(proposals / 2),
    };
    return { ...said, rows: [row] };
  }
  const events = 1 + numberFrom(`${key} events`, 3);
  return {
    ...said,
    events,
    people: events * (12 + numberFrom(`${key} people`, 20)),
    organisations: 2 + numberFrom(`${key} organisations`, 9),
  };
}
