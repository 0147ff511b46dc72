import { secondLookOf, secondScoreDaysOf, type CompetitionSettings } from '#libs/competitions';
import { ratingOrder } from '#libs/evaluation';
import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import type { Outcome } from '../model/allocate.js';
import type { Refusal } from '../model/allocation.js';
import {
  FORMAT,
  type AdmissionLine,
  type ContentLine,
  type DrawLine,
  type ExtraLine,
  type Part,
  type RatingLine,
  type RulesLine,
  type SealLine,
  type SheetLine,
} from '../model/result-file/lines.js';
import { chosenWay } from './chosen-way.js';
import { partialConsentDays } from '../model/partial-award.js';
import { pseudonym } from '../model/result-file/pseudonym.js';

/** What the lines of one part are made of. */
export interface ResultSource {
  competition: CompetitionSettings;
  organiserEdrpou: string;
  salt: Buffer;
}

/** The lines of a part as the database has them now, in the order of the format. Nothing of it is personal data. */
export const linesOfPart: Record<Part, (reader: Reader, source: ResultSource) => Promise<ContentLine[]>> = {
  closing: async (reader, source) => [rules(source), ...(await proposals(reader, source.competition.id))],
  scoring: async (reader, source) => [
    ...(await admissions(reader, source.competition.id)),
    ...(await pairs(reader, source, 'assignment')),
    ...(await pairs(reader, source, 'recusal')),
    ...(await seals(reader, source, 'seal')),
    ...(await seals(reader, source, 'reseal')),
  ],
  decision: async (reader, source) => [
    ...(await openedSheets(reader, source, 'sheet')),
    ...(await openedSheets(reader, source, 'revision')),
    ...(await extras(reader, source)),
    ...(await draws(reader, source.competition.id)),
    ...(await rating(reader, source)),
    ...(await acts(reader, source.competition.id)),
    await budget(reader, source),
    ...(await awards(reader, source.competition.id)),
    ...(await order(reader, source.competition.id)),
  ],
};

async function budget(reader: Reader, source: ResultSource): Promise<ContentLine> {
  const chosen = await chosenWay(reader, source.competition.id);
  const money = { potKop: source.competition.potKop!, capKop: capOf(source) };
  return { type: 'budget', ...money, ...(chosen && { way: chosen.way }) };
}

const capOf = ({ competition }: ResultSource): number => competition.capKop ?? competition.potKop!;

function rules(source: ResultSource): ContentLine {
  const { competition } = source;
  return {
    ...{ type: 'rules', format: FORMAT, competition: competition.code!, organiser: source.organiserEdrpou },
    ...{ title: competition.title, ruleSetSha256: competition.ruleSetSha256! },
    criteria: competition.criteria.map(({ key, title, maxPoints }) => ({ key, title, maxPoints })),
    ...{ passingHundredths: competition.passingHundredths ?? 0, tieOrder: competition.tieOrder },
    ...secondLook(competition),
    ...(secondScoreDaysOf(competition) === null ? {} : { secondScore: true as const }),
    ...{ potKop: competition.potKop!, capKop: capOf(source), closesAt: competition.closesAt!.toISOString() },
    ...(partialConsentDays(competition) === null ? {} : { partialAward: true as const }),
  };
}

/** Said only where the conditions name it: files of other competitions stay what they were. */
function secondLook(competition: CompetitionSettings): Pick<RulesLine, 'secondLook'> {
  const look = secondLookOf(competition);
  if (!look?.extraSheet) return {};
  return { secondLook: { widePoints: look.widePoints, nearPoints: look.nearPoints } };
}

async function proposals(reader: Reader, competitionId: string): Promise<ContentLine[]> {
  const rows = await reader.rows<{ code: string; submittedAt: Date; sha256: string }>(
    `select register_code as code, submitted_at as "submittedAt", sha256 from applications.v_receipt
      where competition_id = $1 order by register_code collate "C"`,
    [competitionId],
  );
  return rows.map(({ code, submittedAt, sha256 }) => ({
    ...{ type: 'proposal', code, submittedAt: submittedAt.toISOString(), sha256 },
  }));
}

async function admissions(reader: Reader, competitionId: string): Promise<ContentLine[]> {
  const rows = await reader.rows<Pick<AdmissionLine, 'code' | 'decision'> & { requestedKop: string }>(
    `select register_code as code, state as decision, requested_kop as "requestedKop" from applications.v_application
      where competition_id = $1 and state in ('admitted', 'refused') order by register_code collate "C"`,
    [competitionId],
  );
  return rows.map((row) => ({ type: 'admission', ...row, requestedKop: toSafeInteger(row.requestedKop) }));
}

const VIEWS = { assignment: 'evaluation.v_scoring_pair', recusal: 'evaluation.v_recusal' };

async function pairs(reader: Reader, source: ResultSource, type: keyof typeof VIEWS): Promise<ContentLine[]> {
  const rows = await reader.rows<{ code: string; personId: string }>(
    `select distinct v.register_code as code, p.person_id as "personId"
       from ${VIEWS[type]} p
       join applications.v_application v on v.id = p.application_id and v.state = 'admitted'
      where p.competition_id = $1`,
    [source.competition.id],
  );
  return underPseudonyms(rows, source).map(({ code, expert }) => ({ type, code, expert }));
}

/** Who was the one more expert, and why the proposal got one. */
async function extras(reader: Reader, source: ResultSource): Promise<ContentLine[]> {
  const rows = await reader.rows<{ code: string; personId: string; cause: ExtraLine['cause'] }>(
    `select v.register_code as code, p.person_id as "personId", p.cause
       from evaluation.v_extra_sheet p
       join applications.v_application v on v.id = p.application_id and v.state = 'admitted'
      where p.competition_id = $1`,
    [source.competition.id],
  );
  return underPseudonyms(rows, source).map(({ code, expert, cause }) => ({ type: 'extra', code, expert, cause }));
}

async function draws(reader: Reader, competitionId: string): Promise<ContentLine[]> {
  const rows = await reader.rows<Omit<DrawLine, 'type'>>(
    `select codes, salt, parties, is_void as "isVoid" from evaluation.v_draw where competition_id = $1 order by round`,
    [competitionId],
  );
  return rows.map((row) => ({ type: 'draw', ...row, parties: row.parties ?? [] }));
}

interface StoredSheet {
  code: string;
  personId: string;
  sha256: string;
  salt: string;
  text: string;
}

const SEALED = { seal: 'evaluation.v_sealed_sheet', reseal: 'evaluation.v_sealed_revision' };

async function seals(reader: Reader, source: ResultSource, type: SealLine['type']): Promise<ContentLine[]> {
  const rows = await sealed(reader, source, type);
  return rows.map(({ code, expert, sha256 }) => ({ type, code, expert, sha256 }));
}

async function openedSheets(reader: Reader, source: ResultSource, type: SheetLine['type']): Promise<ContentLine[]> {
  const rows = await sealed(reader, source, type === 'sheet' ? 'seal' : 'reseal');
  return rows.map(({ code, expert, salt, text }) => ({ type, code, expert, salt, text }));
}

/** First sheets, or those amended after the defence. */
async function sealed(
  reader: Reader,
  source: ResultSource,
  type: SealLine['type'],
): Promise<(StoredSheet & { expert: string })[]> {
  const rows = await reader.rows<StoredSheet>(
    `select v.register_code as code, s.person_id as "personId", s.sha256, s.salt, s.text
       from ${SEALED[type]} s
       join applications.v_application v on v.id = s.application_id and v.state = 'admitted'
      where s.competition_id = $1`,
    [source.competition.id],
  );
  return underPseudonyms(rows, source);
}

/** In the order of proposals, then of pseudonyms: the order of the people must not be seen. */
function underPseudonyms<Row extends { code: string; personId: string }>(
  rows: readonly Row[],
  { salt }: ResultSource,
): (Row & { expert: string })[] {
  const key = (row: { code: string; expert: string }) => `${row.code} ${row.expert}`;
  return rows
    .map((row) => ({ ...row, expert: pseudonym(salt, row.personId) }))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The stored rating in its full order: also of those below the passing score, which have no places. */
async function rating(reader: Reader, { competition }: ResultSource): Promise<ContentLine[]> {
  const rows = await reader.rows<Omit<RatingLine, 'type' | 'pointsSum'> & { pointsSum: string }>(
    `select v.register_code as code, r.place, r.points_sum as "pointsSum", r.sheets_count as sheets, r.tie_step as "tieStep"
       from evaluation.v_rating r join applications.v_application v on v.id = r.application_id
      where r.competition_id = $1`,
    [competition.id],
  );
  const order = new Map((await ratingOrder(reader, competition)).map((code, index) => [code, index]));
  return rows
    .map((row): RatingLine => ({ type: 'rating', ...row, pointsSum: toSafeInteger(row.pointsSum) }))
    .sort((a, b) => order.get(a.code)! - order.get(b.code)!);
}

/** What acts changed after the announcement, as the chain of the competition has it. */
async function acts(reader: Reader, competitionId: string): Promise<ContentLine[]> {
  const rows = await reader.rows<{ kind: string; seq: string }>(
    `select name as kind, seq from facts.fact
      where scope_id = $1 and seq is not null and name = any($2) order by seq`,
    [competitionId, ACTS],
  );
  return rows.map(({ kind, seq }) => ({ type: 'act', kind, seq: Number(seq) }));
}

const ACTS = ['pot-changed', 'reception-extended', 'suspended', 'resumed'].map((name) => `competitions.${name}`);

async function awards(reader: Reader, competitionId: string): Promise<ContentLine[]> {
  const rows = await reader.rows<{ code: string; outcome: Outcome; amountKop: string; reason: Refusal | null }>(
    `select v.register_code as code, l.outcome, l.amount_kop as "amountKop", l.reason
       from awards.allocation_line l join applications.v_application v on v.id = l.application_id
      where l.competition_id = $1 order by l.place nulls last, v.register_code collate "C"`,
    [competitionId],
  );
  return rows.map((row) => ({ type: 'award', ...row, amountKop: toSafeInteger(row.amountKop) }));
}

async function order(reader: Reader, competitionId: string): Promise<ContentLine[]> {
  return (
    await reader.rows<{ number: string; signedOn: string }>(
      `select number, signed_on::text as "signedOn" from awards.award_order where competition_id = $1 and kind = 'results'`,
      [competitionId],
    )
  ).map((row) => ({ type: 'order', ...row }));
}
