import type { PdfModel } from '#libs/documents';
import { longDate, longDateTime } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import type { EnvelopeRow } from './envelope.js';

export interface EnvelopeReceipt {
  organiserName: string;
  competition: { title: string; code: string; closesAt: Date };
  envelope: EnvelopeRow;
  isLate: boolean;
  /** The record of the registration in the chain of events of the competition. */
  link: { seq: string; hash: string };
}

const t = (key: string, data = {}) => phrase('uk', `applications:envelopeReceipt.${key}`, data);
const at = (instant: Date): string => longDateTime(instant, 'uk', true);

/** The receipt for an envelope: what came, when, by what way; nothing of its content, which is sealed (rules 16, 19). */
export function envelopeReceiptModel({
  organiserName,
  competition,
  envelope,
  isLate,
  link,
}: EnvelopeReceipt): PdfModel {
  const { registerCode, incomingNumber, receivedAt, channel, postmarkOn, sender } = envelope;
  const rows: [string, string][] = [
    [t('registerCode'), registerCode],
    [t('incomingNumber'), incomingNumber],
    [t('receivedAt'), at(receivedAt)],
    [t('channel'), phrase('uk', `applications:envelope.channels.${channel}`)],
    ...(postmarkOn ? [[t('postmarkOn'), longDate(postmarkOn, 'uk')] as [string, string]] : []),
    [t('sender'), sender],
    [t('competition'), `${competition.title} (${competition.code})`],
    [t('closesAt'), at(competition.closesAt)],
    [t('registeredBy'), envelope.registeredByName],
  ];
  return {
    title: t('title'),
    language: 'uk',
    number: registerCode,
    issuedAt: envelope.registeredAt,
    headerLines: [organiserName],
    blocks: [
      { kind: 'paragraph', text: t(isLate ? 'late' : 'inTime'), bold: true },
      { kind: 'facts', rows },
      { kind: 'paragraph', text: t(isLate ? 'lateText' : 'sealed') },
      { kind: 'facts', rows: [[t('link', { seq: link.seq }), link.hash]] },
    ],
    footerText: t('footer'),
  };
}
