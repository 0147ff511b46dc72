import { Injectable } from '@nestjs/common';
import type { Context, Lang } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { SLOT_GROUPS, SLOT_KEYS, slotWording, type RuleSet, type Slot, type SlotWording } from '#libs/terms';
import { planPaths } from '#libs/measures';
import type { ActRow } from '../model/act.js';
import type { CorrectionRow } from '../model/correction.js';
import { formOrderOf } from '../model/form/form-problems.js';
import { maxSum } from '../model/criterion.js';
import { phaseAt, PHASE_TONES, type Phase } from '../model/phase.js';
import { TIE_LOT } from '../model/deciders.js';
import type { CompetitionSettings } from '../model/settings.js';
import { timeline, type CalendarStep } from '../model/timeline.js';
import { decidersInWords } from './deciders-in-words.js';
import { formVersions } from './form-versions.js';
import { modelAnswers } from './model-proposal.js';
import { correctionsOf } from './read-corrections.js';
import { confirmedActs } from './read-acts.js';
import { competitionByCode, competitionSettings } from './read-competition.js';

export interface Announcement {
  competition: CompetitionSettings;
  /** Confirmed acts that stopped or changed it, newest first. */
  acts: ActRow[];
  /** What was mended, newest first. */
  corrections: CorrectionRow[];
  phase: Phase;
  tone: string;
  /** In the language of the reader where there is a translation. */
  title: string;
  purpose: string | null;
  organiser: { name: string; shortName: string; city: string; workingHours: string };
  /** The second authority, when a joint order names one. */
  coOrganiser: Announcement['organiser'] | null;
  measure: { number: string; title: string; path: string } | null;
  calendar: CalendarStep[];
  /** The order that approves the form as it is filled in now (rule 20). */
  formOrder: { number: string; on: string } | null;
  hasExample: boolean;
  maxPoints: number;
  tieSteps: string[];
  /** Who decides what, a sentence each. */
  deciders: string[];
  rules: {
    title: string;
    act: string | null;
    groups: { name: string; slots: SlotWording[] }[];
    unconfirmed: number;
    adopted: number;
  };
}

/** Everything an announcement says (rule 18), for the public page and its preview. */
@Injectable()
export class AnnouncementOf {
  constructor(private readonly db: Database) {}

  /** @throws NotFound for a draft or an unknown code */
  async byCode(ctx: Context, code: string): Promise<Announcement> {
    const { id } = await competitionByCode(this.db, code);
    return this.of(ctx, await competitionSettings(this.db, id));
  }

  async of(ctx: Context, competition: CompetitionSettings): Promise<Announcement> {
    const { lang, now } = ctx;
    const phase = phaseAt(competition, now);
    const inEnglish = lang === 'en';
    return {
      competition,
      acts: await confirmedActs(this.db, competition.id),
      corrections: await correctionsOf(this.db, competition.id),
      phase,
      tone: PHASE_TONES[phase],
      title: (inEnglish && competition.titleEn) || competition.title,
      purpose: (inEnglish && competition.purposeEn) || competition.purpose,
      organiser: await organiserOf(this.db, competition.organiserId),
      coOrganiser: competition.coOrganiserId ? await organiserOf(this.db, competition.coOrganiserId) : null,
      measure: competition.measureId ? await measureOf(this.db, competition.measureId, lang) : null,
      calendar: timeline(competition, now),
      formOrder: await formOrder(this.db, competition),
      hasExample: (await modelAnswers(this.db, competition.id)).size > 0,
      maxPoints: maxSum(competition.criteria),
      tieSteps: competition.tieOrder.map((step) => tieStepText(step, competition.criteria, lang)),
      deciders: decidersInWords(competition, lang),
      rules: rulesInWords(competition.ruleSet, lang),
    };
  }
}

async function formOrder(reader: Reader, competition: CompetitionSettings): Promise<Announcement['formOrder']> {
  const { orderNumber: number, orderOn: on } = (await formVersions(reader, competition.id)).at(-1) ?? {};
  return number && on ? { number, on } : formOrderOf(competition);
}

/** «вищий бал за критерієм …», «раніше подана пропозиція». */
export function tieStepText(step: string, criteria: readonly { key: string; title: string }[], lang: Lang): string {
  if (step === 'submitted-earlier' || step === TIE_LOT) return phrase(lang, `competitions:tie.${step}`);
  const criterion = criteria.find(({ key }) => `criterion:${key}` === step);
  return phrase(lang, 'competitions:tie.criterion', { title: criterion?.title ?? step });
}

/** The rule set with sources and «не підтверджено» marks (rule 3), group by group. */
export function rulesInWords(ruleSet: RuleSet | null, lang: Lang): Announcement['rules'] {
  const slots = slotsInOrder(ruleSet).map((slot) => slotWording(slot, lang));
  const groups = SLOT_GROUPS.map((group) => ({
    name: phrase(lang, `terms:groups.${group}`),
    slots: slots.filter((slot) => slot.group === group),
  }));
  return {
    title: ruleSet?.title?.[lang] ?? ruleSet?.key ?? '',
    act: ruleSet?.act ?? null,
    groups: groups.filter((group) => group.slots.length > 0),
    adopted: slots.filter((slot) => slot.adoption !== null).length,
    unconfirmed: slots.filter((slot) => slot.mark !== null).length,
  };
}

/** jsonb does not keep the order of keys. */
const slotsInOrder = (ruleSet: RuleSet | null): Slot[] =>
  SLOT_KEYS.map((key) => ruleSet?.slots?.[key]).filter((slot) => slot !== undefined);

async function organiserOf(reader: Reader, id: string): Promise<Announcement['organiser']> {
  const found = await reader.one<Announcement['organiser']>(
    `select name, short_name as "shortName", city, working_hours as "workingHours" from identity.v_organiser where id = $1`,
    [id],
  );
  return found!;
}

/** Null for an unknown id. */
export async function measureOf(reader: Reader, id: string, lang: Lang): Promise<Announcement['measure']> {
  const found = await reader.one<{ number: string; title: string; titleEn: string | null; slug: string; year: number }>(
    `select number, title, title_en as "titleEn", organiser_slug as slug, year from measures.v_measure where id = $1`,
    [id],
  );
  if (!found) return null;
  const title = (lang === 'en' && found.titleEn) || found.title;
  return { number: found.number, title, path: planPaths.measure(found.slug, found.year, found.number) };
}
