import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { sessionsOf } from '#libs/sessions';
import { competitionPolicy } from '../access/competition.policy.js';
import { slipCorrected } from '../model/competition.facts.js';
import { stageOf, type CompetitionRow } from '../model/competition.js';
import {
  CORRECTABLE_FIELDS,
  FROZEN_FIELDS,
  isCorrectable,
  isFrozen,
  subjectsAt,
  type CorrectableField,
  type CorrectedSubject,
  type FrozenField,
} from '../model/correction.js';
import { EMAIL_SHAPE, PHONE_SHAPE } from '../model/contacts.js';
import { EDITABLE_COLUMNS } from '../model/editable-settings.js';
import { marked } from '../model/rehearsal.js';
import { competitionPaths } from '../paths.js';
import type { ConcernedPerson } from '../ports/concerned-people.port.js';
import { lockCompetition } from '../queries/read-competition.js';
import { TellConcerned } from './tell-concerned.js';

export interface Slip {
  /** A text of the announcement, a frozen rule (then it is refused), or another published document. */
  what: CorrectableField | FrozenField | Exclude<CorrectedSubject, 'announcement'>;
  /** Where it stands; for a text of the announcement that is known. */
  place: string;
  was: string;
  becomes: string;
  reason: string;
  actNumber: string;
  /** Kyiv day. */
  actOn: string;
  /** The proposal that it touches. */
  registerCode: string | null;
  minutesNumber: number | null;
}

interface Correction extends Omit<Slip, 'what'> {
  id: string;
  number: number;
  subject: CorrectedSubject;
  field: CorrectableField | null;
  applicationId: string | null;
}

/**
 * Mends a published slip by a numbered correction beside the original: what it said stays readable, the page marks the
 * place, those whom it touches are told. Frozen rules are not mended here (rule 1): it says which act is needed.
 */
@Injectable()
export class CorrectSlip {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tell: TellConcerned,
  ) {}

  /** Returns the number of the correction. */
  execute(ctx: Context, competitionId: string, slip: Slip): Promise<number> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(competitionPolicy, 'see', tx.actor, competition);
      demand(competitionPolicy, 'correct', tx.actor, competition);
      const people = await this.tell.people(tx, competitionId);
      const correction = await prepare(tx, competition, slip, people);
      await insert(tx, competitionId, correction);
      if (correction.field) await showCorrected(tx, competitionId, correction.field, correction.becomes);
      await this.letters(tx, competition, correction, people);
      const { number, subject, field, place, was, becomes, reason, actNumber, actOn, registerCode } = correction;
      tx.record(slipCorrected, {
        subjectId: competitionId,
        scopeId: competitionId,
        particulars: { number, subject, field, place, reason, actNumber, actOn, registerCode },
        // A slip may stand in a name or a telephone.
        personal: { was, becomes },
      });
      return number;
    });
  }

  private async letters(
    tx: Tx,
    competition: CompetitionRow,
    correction: Correction,
    people: readonly ConcernedPerson[],
  ): Promise<void> {
    const { number, place, was, becomes, reason } = correction;
    await this.tell.within(tx, touchedBy(correction, people), {
      organiserId: competition.organiserId,
      template: 'competitions.corrected',
      data: ({ language }) => ({
        competition: (language === 'en' && competition.titleEn) || competition.title,
        ...{ number, place, was: was || phrase(language, 'platform:notGiven'), becomes, reason },
      }),
      path: competitionPaths.correction(competition.code!, number),
      onceKey: `competitions.correction:${correction.id}`,
    });
  }
}

/** The announcement and the answers about it concern everybody; a slip about one proposal its applicants; minutes the commission too. */
function touchedBy({ subject, applicationId }: Correction, people: readonly ConcernedPerson[]): ConcernedPerson[] {
  if (subject === 'announcement' || subject === 'answer') return [...people];
  return people.filter((person) => {
    if (person.because === 'commission') return subject === 'minutes';
    if (person.because !== 'applicant' || person.registerCode === null) return false;
    return applicationId === null ? subject !== 'minutes' : person.applicationId === applicationId;
  });
}

async function prepare(
  tx: Tx,
  competition: CompetitionRow,
  slip: Slip,
  people: readonly ConcernedPerson[],
): Promise<Correction> {
  const { subject, field } = subjectOf(slip, competition, kyivDay(tx.now));
  const correction: Correction = {
    ...slip,
    ...{ id: newId(), subject, field, applicationId: proposalOf(slip, people) },
    number: await nextNumber(tx, competition.id),
    ...(field ? ofField(competition, field, slip) : {}),
    minutesNumber: subject === 'minutes' ? await signedMinutes(tx, competition.id, slip.minutesNumber) : null,
  };
  refuseIncomplete(correction);
  return correction;
}

/** @throws InvalidInput for a frozen rule, Conflict for what is not published yet */
function subjectOf({ what, actOn }: Slip, competition: CompetitionRow, today: string) {
  if (isFrozen(what)) throw invalidField('what', FROZEN_FIELDS[what]);
  const field = isCorrectable(what) ? what : null;
  const subject = isCorrectable(what) ? ('announcement' as const) : what;
  if (!subjectsAt(stageOf(competition)).includes(subject)) throw new Conflict('competitions.correct-not-published');
  if (actOn > today) throw invalidField('actOn', 'competitions.act-in-future');
  return { subject, field };
}

function proposalOf({ registerCode }: Slip, people: readonly ConcernedPerson[]): string | null {
  if (registerCode === null) return null;
  const found = people.find((person) => person.registerCode === registerCode);
  if (!found) throw invalidField('registerCode', 'competitions.correct-no-proposal');
  return found.applicationId;
}

function refuseIncomplete({ field, place, was, becomes }: Correction): void {
  if (place === '') throw invalidField('place', 'competitions.correct-place');
  if (was === '' && !field) throw invalidField('was', 'competitions.correct-was');
  if (becomes === was) throw invalidField('becomes', 'competitions.correct-same');
}

/** Of a text of the announcement we know where it stands and what it said; the title of a rehearsal keeps its mark. */
function ofField(competition: CompetitionRow, field: CorrectableField, slip: Slip) {
  const isTitle = field === 'title' || field === 'titleEn';
  const becomes = isTitle && competition.isRehearsal ? marked(slip.becomes, field) : slip.becomes;
  const max = CORRECTABLE_FIELDS[field];
  if (becomes.length > max) throw invalidField('becomes', 'platform.too-long', { max });
  if (field === 'contactEmail' && !EMAIL_SHAPE.test(becomes)) throw invalidField('becomes', 'competitions.email-form');
  if (field === 'contactPhone' && !PHONE_SHAPE.test(becomes)) throw invalidField('becomes', 'competitions.phone-form');
  return { place: phrase('uk', `competitions:field.${field}`), was: competition[field] ?? '', becomes };
}

async function signedMinutes(tx: Tx, competitionId: string, number: number | null): Promise<number> {
  const sessions = await sessionsOf(tx, competitionId);
  const found = sessions.find((one) => one.number === number && one.minutesDocumentId !== null);
  if (!found) throw invalidField('minutesNumber', 'competitions.correct-no-minutes');
  return found.number;
}

async function nextNumber(tx: Tx, competitionId: string): Promise<number> {
  const row = await tx.one<{ number: number }>(
    'select coalesce(max(number), 0)::int + 1 as number from competitions.correction where competition_id = $1',
    [competitionId],
  );
  return row!.number;
}

async function insert(tx: Tx, competitionId: string, one: Correction): Promise<void> {
  await tx.change(
    `insert into competitions.correction (id, competition_id, number, subject, field, place, was, becomes, reason,
       act_number, act_on, application_id, register_code, minutes_number, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[one.id, competitionId, one.number, one.subject, one.field, one.place, one.was, one.becomes, one.reason],
      ...[one.actNumber, one.actOn, one.applicationId, one.registerCode, one.minutesNumber],
      ...[tx.actor.personId, tx.now],
    ],
  );
}

/** Everywhere the corrected text is shown; the original stands in the correction. */
async function showCorrected(tx: Tx, id: string, field: CorrectableField, becomes: string): Promise<void> {
  await tx.change(
    `update competitions.competition set ${EDITABLE_COLUMNS[field]} = $2, version = version + 1 where id = $1`,
    [id, becomes],
  );
}
