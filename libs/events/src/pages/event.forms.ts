import { EMAIL_LENGTH_MAX, EMAIL_SHAPE } from '#libs/identity';
import { KyivMomentField, OneOfField, TextField, TickField, WholeNumberField } from '#libs/platform/http';
import type { ClassConstructor } from 'class-transformer';
import {
  EVENT_KINDS,
  FORMATS,
  KNOWN,
  LOCATION_VISIBILITIES,
  REGISTRATION_MODES,
  WAITLISTS,
  type EventContent,
} from '../model/event.js';
import type { Part } from '../model/event-columns.js';
import { LIMITS } from '../model/limits.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const WEB = /^https?:\/\/\S+$/;
const CHOICE = { max: 36, pattern: UUID, patternCode: 'platform.choose', code: 'platform.choose' };

const Line = (max: number = LIMITS.line): PropertyDecorator => TextField({ max, required: false });
const Url = (): PropertyDecorator =>
  TextField({ max: LIMITS.url, required: false, pattern: WEB, patternCode: 'events.url-form' });
const Title = (): PropertyDecorator => TextField({ max: LIMITS.title, code: 'events.unnamed' });

export class NewEventForm {
  @TextField(CHOICE) organiserId: string;
  @OneOfField(EVENT_KINDS) kind: EventContent['kind'];
  @Title() title: string;
  @TextField({ ...CHOICE, required: false }) measureId: string | null;
}

/** The event as the form was made of it. */
class Versioned {
  @WholeNumberField({ min: 1, max: 1_000_000 }) version: number;
}

class BasicsForm extends Versioned {
  @OneOfField(EVENT_KINDS) kind: EventContent['kind'];
  @TextField({ ...CHOICE, required: false }) measureId: string | null;
  @Title() title: string;
  @Line(LIMITS.title) titleEn: string | null;
  @Line(LIMITS.summary) summary: string | null;
  @Line(LIMITS.summary) summaryEn: string | null;
  @Line() coHosts: string | null;
}

class PlaceForm extends Versioned {
  @OneOfField(FORMATS) format: EventContent['format'];
  @KyivMomentField({ required: false }) startsAt: Date | null;
  @KyivMomentField({ required: false }) endsAt: Date | null;
  @Line() settlement: string | null;
  @Line() venue: string | null;
  @Line() address: string | null;
  @Line(LIMITS.reason) directions: string | null;
  @OneOfField(LOCATION_VISIBILITIES) locationVisibility: EventContent['locationVisibility'];
  @Url() onlineUrl: string | null;
}

class AccessForm extends Versioned {
  @OneOfField(KNOWN) stepFree: EventContent['stepFree'];
  @OneOfField(KNOWN) shelter: EventContent['shelter'];
  @OneOfField(KNOWN) signLanguage: EventContent['signLanguage'];
  @OneOfField(KNOWN) captions: EventContent['captions'];
  @OneOfField(KNOWN) childcare: EventContent['childcare'];
  @OneOfField(KNOWN) transport: EventContent['transport'];
}

class RegistrationForm extends Versioned {
  @OneOfField(REGISTRATION_MODES) registration: EventContent['registration'];
  @Url() registrationUrl: string | null;
  @KyivMomentField({ required: false }) registrationOpensAt: Date | null;
  @KyivMomentField({ required: false }) registrationClosesAt: Date | null;
  @WholeNumberField({ min: 1, max: LIMITS.capacity, required: false }) capacity: number | null;
  @WholeNumberField({ min: 0, max: LIMITS.capacity }) reservedSeats: number;
  @OneOfField(WAITLISTS) waitlist: EventContent['waitlist'];
  @WholeNumberField({ min: 0, max: LIMITS.cutoffHours }) cutoffHours: number;
  @TickField() takesMedia = false;
}

class DetailsForm extends Versioned {
  @Line(LIMITS.description) description: string | null;
  @Line() audience: string | null;
  @Line(LIMITS.reason) bring: string | null;
  @Line() contactName: string | null;
  @Line(LIMITS.phone) contactPhone: string | null;
  @TextField({ max: EMAIL_LENGTH_MAX, required: false, pattern: EMAIL_SHAPE, patternCode: 'events.email-form' })
  contactEmail: string | null;
}

export type PartForm = { version: number } & Partial<EventContent>;

export const PART_FORMS: Readonly<Record<Part, ClassConstructor<PartForm>>> = {
  basics: BasicsForm,
  place: PlaceForm,
  access: AccessForm,
  registration: RegistrationForm,
  details: DetailsForm,
};

class ReasonForm {
  @TextField({ max: LIMITS.reason, code: 'events.reason-missing' }) reason: string;
}

class RescheduleForm extends ReasonForm {
  @KyivMomentField() startsAt: Date;
  @KyivMomentField() endsAt: Date;
}

export class NoFields {}

export const ACT_FORMS = {
  publish: NoFields,
  postpone: ReasonForm,
  reschedule: RescheduleForm,
  cancel: ReasonForm,
  hold: NoFields,
} as const;
export type ActName = keyof typeof ACT_FORMS;
export interface ActInput {
  reason?: string;
  startsAt?: Date;
  endsAt?: Date;
}
