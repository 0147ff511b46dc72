import { DayField, KyivMomentField, MoneyField, OneOfField, TextField, WholeNumberField } from '#libs/platform/http';
import { LEGAL_FORMS, type LegalForm } from '#libs/terms';
import { SCORING_MODES, type ScoringMode } from '../model/competition.js';
import { EMAIL_SHAPE, PHONE_SHAPE } from '../model/contacts.js';
import { LIMITS } from '../model/limits.js';
import { ChoicesField, HundredthsField } from './settings-fields.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every form of settings says which version it was filled from. */
export class VersionedForm {
  @WholeNumberField({ min: 1, max: 1_000_000 })
  version: number;
}

export class BasicsForm extends VersionedForm {
  @TextField({ max: LIMITS.title, code: 'competitions.unnamed' })
  title: string;
  @TextField({ max: LIMITS.title, required: false })
  titleEn: string | null;
  @TextField({ max: LIMITS.purpose, required: false })
  purpose: string | null;
  @TextField({ max: LIMITS.purpose, required: false })
  purposeEn: string | null;
  @TextField({ max: 36, pattern: UUID, patternCode: 'platform.choose', required: false })
  measureId: string | null;
  @TextField({ max: 36, pattern: UUID, patternCode: 'platform.choose', required: false })
  coOrganiserId: string | null;
  @TextField({ max: LIMITS.orderNumber, required: false })
  jointOrderNumber: string | null;
  @DayField({ required: false })
  jointOrderOn: string | null;
  @WholeNumberField({ min: LIMITS.yearFrom, max: LIMITS.yearUntil, required: false })
  budgetYear: number | null;
}

export class MoneyForm extends VersionedForm {
  @TextField({ max: LIMITS.budgetProgramme, required: false })
  budgetProgramme: string | null;
  @MoneyField({ required: false, minKop: 1 })
  potKop: number | null;
  @MoneyField({ required: false, minKop: 1 })
  capKop: number | null;
  @HundredthsField({ max: 100, code: 'competitions.percent' })
  ownShareHundredths: number | null;
}

const LinkToOtherSystem = () =>
  TextField({
    ...{ max: LIMITS.otherSystemUrl, required: false, pattern: /^https?:\/\/\S+$/ },
    patternCode: 'competitions.elsewhere-link',
  });

export class ParticipationForm extends VersionedForm {
  @ChoicesField(LEGAL_FORMS)
  admittedLegalForms: LegalForm[] = [];
  @TextField({ max: LIMITS.reason, required: false })
  charityBasis: string | null;
  @WholeNumberField({ min: 1, max: LIMITS.applicationsPerOrganisation, required: false })
  applicationsPerOrganisationMax: number | null;
  @TextField({ max: LIMITS.otherSystem, required: false })
  elsewhereName: string | null;
  @LinkToOtherSystem()
  elsewhereUrl: string | null;
}

export class CalendarForm extends VersionedForm {
  @DayField({ required: false })
  announcedOn: string | null;
  @TextField({ max: LIMITS.reason, required: false })
  lateAnnouncementReason: string | null;
  @KyivMomentField({ required: false })
  opensAt: Date | null;
  @KyivMomentField({ required: false })
  closesAt: Date | null;
  @DayField({ required: false })
  inquiriesUntil: string | null;
  @DayField({ required: false })
  admissionUntil: string | null;
  @KyivMomentField({ required: false })
  scoringFrom: Date | null;
  @KyivMomentField({ required: false })
  scoringUntil: Date | null;
  @DayField({ required: false })
  defenceOn: string | null;
  @DayField({ required: false })
  decisionUntil: string | null;
  @DayField({ required: false })
  projectsFrom: string | null;
  @DayField({ required: false })
  projectsUntil: string | null;
}

export class ScoringForm extends VersionedForm {
  @OneOfField(SCORING_MODES, { required: false })
  scoringMode: ScoringMode | null;
  @WholeNumberField({ min: 1, max: LIMITS.experts, required: false })
  expertsPerApplication: number | null;
  @TextField({ max: LIMITS.otherSystem, required: false })
  voteName: string | null;
  @LinkToOtherSystem()
  voteUrl: string | null;
}

export class ContactsForm extends VersionedForm {
  @TextField({ max: LIMITS.place, required: false })
  place: string | null;
  @TextField({ max: LIMITS.contact, required: false })
  contactName: string | null;
  @TextField({ max: LIMITS.contact, required: false, pattern: PHONE_SHAPE, patternCode: 'competitions.phone-form' })
  contactPhone: string | null;
  @TextField({ max: LIMITS.contact, required: false, pattern: EMAIL_SHAPE, patternCode: 'competitions.email-form' })
  contactEmail: string | null;
  @TextField({ max: LIMITS.orderNumber, required: false })
  orderNumber: string | null;
  @DayField({ required: false })
  orderOn: string | null;
}

/** Sections that are one plain form each; criteria, priorities and rules have pages of their own. */
export const PLAIN_FORMS = {
  basics: BasicsForm,
  money: MoneyForm,
  participation: ParticipationForm,
  calendar: CalendarForm,
  scoring: ScoringForm,
  contacts: ContactsForm,
} as const;
export type PlainSection = keyof typeof PLAIN_FORMS;
