import { Injectable } from '@nestjs/common';
import { competitionSettings, type CompetitionSettings } from '#libs/competitions';
import { applicationById, type ApplicationRow } from '#libs/applications';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { passportPolicy } from '../access/award.policy.js';
import type { RatedProposal } from '../model/allocation.js';
import { outcomeNow } from '../model/outcome-now.js';
import { pseudonym } from '../model/result-file/pseudonym.js';
import { findOrder, type AwardOrder } from './find-order.js';
import { ratedProposals } from './rated-proposals.js';

/** What happened to the proposal, in the order of time. */
const PASSPORT_STEPS = [
  'competitions.announced',
  'applications.submitted',
  'competitions.reception-closed',
  'competitions.proposals-opened',
  'applications.admitted',
  'applications.refused',
  'competitions.scoring-started',
  'evaluation.defence-published',
  'evaluation.defence-noted',
  'evaluation.second-score-closed',
  'evaluation.rating-computed',
  'awards.line-adopted',
  'awards.order-signed',
] as const;

export interface PassportStep {
  name: (typeof PASSPORT_STEPS)[number];
  at: Date;
  /** Of a defence (rule 43): somebody came, or nobody did. */
  outcome: 'attended' | 'missed' | null;
}

/** A signed sheet under the pseudonym that the result file uses. */
export interface PassportSheet {
  scorer: string;
  /** By the key of the criterion. */
  points: Record<string, number>;
  sum: number;
  signedAt: Date;
  /** It was signed on paper: who entered it, and who compared it with the scan. */
  paper: { enteredBy: string; checkedBy: string } | null;
  /** As first signed, when it was amended after the defence; null when it was not. */
  first: Record<string, number> | null;
  amendedAt: Date | null;
}

/** Everything that led to the result of one proposal, without names of those who scored it. */
export interface Passport {
  competition: CompetitionSettings;
  application: ApplicationRow;
  order: AwardOrder;
  /** sha256 of the submitted version, as on the receipt. */
  sha256: string | null;
  steps: PassportStep[];
  sheets: PassportSheet[];
  /** Who was the one more expert, and the published condition that asked for it; null when nobody. */
  extra: { scorer: string; cause: string } | null;
  /** Sheets that do not count any more, by signed minutes (rule 42); without the person. */
  annulled: { sessionNumber: number; decidedAt: Date }[];
  /** How many people took no part because of a conflict of interest. */
  recused: number;
  /** Null when it was not admitted. */
  rated: RatedProposal | null;
  /** The last proposal whose award stands; null when none does. */
  lastFunded: RatedProposal | null;
  placedCount: number;
}

/** «Паспорт оцінювання»: for the organisation of the proposal and the staff, from the order on. */
@Injectable()
export class PassportOf {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, applicationId: string): Promise<Passport> {
    const application = await applicationById(this.db, applicationId);
    const competition = await competitionSettings(this.db, application.competitionId);
    demand(passportPolicy, 'see', ctx.actor, { application, competition });
    const order = await findOrder(this.db, competition.id);
    if (!order || !['admitted', 'refused'].includes(application.state)) throw new NotFound();
    const rating = await ratedProposals(this.db, competition.id);
    return {
      ...{ competition, application, order },
      sha256: await receiptOf(this.db, applicationId),
      steps: await stepsOf(this.db, [competition.id, applicationId, order.id]),
      sheets: await sheetsOf(this.db, competition.id, applicationId),
      extra: await extraOf(this.db, applicationId),
      annulled: await annulledOf(this.db, applicationId),
      recused: await recusedCount(this.db, applicationId),
      rated: rating.find((row) => row.applicationId === applicationId) ?? null,
      lastFunded: rating.filter((row) => ['funded', 'offered'].includes(outcomeNow(row))).at(-1) ?? null,
      placedCount: rating.filter(({ place }) => place !== null).length,
    };
  }
}

async function receiptOf(reader: Reader, applicationId: string): Promise<string | null> {
  const row = await reader.one<{ sha256: string }>(
    'select sha256 from applications.v_receipt where application_id = $1',
    [applicationId],
  );
  return row?.sha256 ?? null;
}

function stepsOf(reader: Reader, subjectIds: readonly string[]): Promise<PassportStep[]> {
  return reader.rows<PassportStep>(
    `select name, at, case name when 'evaluation.defence-noted' then body::json -> 'particulars' ->> 'outcome' end as outcome
       from facts.fact where subject_id = any($1) and name = any($2) order by at, id`,
    [subjectIds, PASSPORT_STEPS],
  );
}

interface SealedSheet extends Pick<PassportSheet, 'paper'> {
  personId: string;
  signedAt: Date;
  text: string;
  /** Of the amended one. */
  amendedText: string | null;
  amendedAt: Date | null;
  salt: Buffer;
}

/** In the order of the pseudonyms, which says nothing about the people. */
async function sheetsOf(reader: Reader, competitionId: string, applicationId: string): Promise<PassportSheet[]> {
  const rows = await reader.rows<SealedSheet>(
    `select s.person_id as "personId", s.signed_at as "signedAt", s.text, a.text as "amendedText",
            a.signed_at as "amendedAt", r.salt,
            case when q.person_id is not null then json_build_object('enteredBy', e.full_name, 'checkedBy', c.full_name) end as paper
       from evaluation.v_sealed_sheet s join awards.result_salt r on r.competition_id = s.competition_id
       left join evaluation.v_paper_sheet q on q.application_id = s.application_id and q.person_id = s.person_id
       left join evaluation.v_sealed_revision a on a.application_id = s.application_id and a.person_id = s.person_id
       left join identity.v_person e on e.id = q.entered_by
       left join identity.v_person c on c.id = q.checked_by
      where s.competition_id = $1 and s.application_id = $2`,
    [competitionId, applicationId],
  );
  return rows
    .map(({ personId, signedAt, text, amendedText, amendedAt, salt, paper }): PassportSheet => {
      const points = pointsIn(amendedText ?? text);
      const sum = Object.values(points).reduce((total, one) => total + one, 0);
      const first = amendedText === null ? null : pointsIn(text);
      return { scorer: pseudonym(salt, personId), points, sum, signedAt, first, amendedAt, paper };
    })
    .sort((a, b) => (a.scorer < b.scorer ? -1 : 1));
}

const annulledOf = (reader: Reader, applicationId: string): Promise<Passport['annulled']> =>
  reader.rows(
    `select session_number as "sessionNumber", decided_at as "decidedAt" from evaluation.v_annulled_sheet
      where application_id = $1 order by decided_at`,
    [applicationId],
  );
const pointsIn = (text: string) => (JSON.parse(text) as { points: Record<string, number> }).points;

async function extraOf(reader: Reader, applicationId: string): Promise<Passport['extra']> {
  const row = await reader.one<{ personId: string; cause: string; salt: Buffer }>(
    `select e.person_id as "personId", e.cause, r.salt
       from evaluation.v_extra_sheet e join awards.result_salt r on r.competition_id = e.competition_id
      where e.application_id = $1`,
    [applicationId],
  );
  return row ? { scorer: pseudonym(row.salt, row.personId), cause: row.cause } : null;
}

async function recusedCount(reader: Reader, applicationId: string): Promise<number> {
  const row = await reader.one<{ count: number }>(
    'select count(distinct person_id)::int as count from evaluation.v_recusal where application_id = $1',
    [applicationId],
  );
  return row!.count;
}
