import { Injectable } from '@nestjs/common';
import type { CompetitionRow } from '#libs/competitions';
import { Notices, type Recipient } from '#libs/notifications';
import type { Lang } from '#libs/platform/access';
import { longDateTime, shortDate } from '#libs/platform/clock';
import type { Tx } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import type { AdmissionBasis, Verdict } from '../model/admission.js';
import { applicationPaths } from '../paths.js';

export interface DecidedProposal {
  id: string;
  verdict: Verdict;
  reason: string;
}

interface Addressee extends Recipient {
  language: Lang;
  applicationId: string;
  organisationId: string;
  registerCode: string;
  title: string;
}

const TEMPLATES: Record<Verdict, string> = {
  admit: 'applications.admissionGranted',
  refuse: 'applications.admissionRefused',
};

/** Tells everyone who acts for the organisations what was decided about their proposals, and what comes next. */
@Injectable()
export class AdmissionLetters {
  constructor(private readonly notices: Notices) {}

  async queue(
    tx: Tx,
    competition: CompetitionRow,
    decisions: readonly DecidedProposal[],
    basis: AdmissionBasis,
  ): Promise<void> {
    const byId = new Map(decisions.map((decision) => [decision.id, decision]));
    for (const { applicationId, organisationId, registerCode, title, ...to } of await addressees(tx, [
      ...byId.keys(),
    ])) {
      const { verdict, reason } = byId.get(applicationId)!;
      await this.notices.queue(tx, {
        to,
        kind: 'decision',
        organiserId: competition.organiserId,
        template: TEMPLATES[verdict],
        data: {
          ...{
            code: registerCode,
            title,
            reason,
            decision: decisionInWords(verdict, basis, { code: registerCode, title }, to.language),
          },
          ...competitionWords(competition, to.language),
        },
        path: applicationPaths.show(applicationId),
        // The term of a complaint runs from a refusal.
        startsClock: verdict === 'refuse' ? { aboutId: applicationId, organisationId } : undefined,
      });
    }
  }
}

function addressees(tx: Tx, applicationIds: readonly string[]): Promise<Addressee[]> {
  return tx.rows(
    `select a.id as "applicationId", a.organisation_id as "organisationId", a.register_code as "registerCode", a.title, r.person_id as "personId", r.email,
            r.language
       from applications.v_application a join applications.v_addressee r on r.application_id = a.id
      where a.id = any($1) order by "registerCode", "personId"`,
    [applicationIds],
  );
}

/** «Комісія допустила …» or «Наказом № 12 від 01.11.2020 … допущено». */
function decisionInWords(
  verdict: Verdict,
  basis: AdmissionBasis,
  proposal: { code: string; title: string },
  lang: Lang,
): string {
  if (!('orderId' in basis)) return phrase(lang, `applications:admission.letter.${verdict}.minutes`, proposal);
  const order = { number: basis.number, date: shortDate(basis.signedOn) };
  return phrase(lang, `applications:admission.letter.${verdict}.order`, { ...proposal, ...order });
}

function competitionWords(competition: CompetitionRow, lang: Lang): Record<string, string> {
  const { title, titleEn, scoringUntil, contactEmail, contactPhone, ruleSet } = competition;
  const days = ruleSet?.slots.complaintDays?.value ?? null;
  const contacts = [contactEmail, contactPhone].filter(Boolean).join(', ');
  const t = (key: string, data = {}) => phrase(lang, `applications:admission.letter.${key}`, data);
  return {
    competition: (lang === 'en' && titleEn) || title,
    next: scoringUntil ? t('scoringUntil', { at: longDateTime(scoringUntil, lang) }) : t('scoring'),
    complaint: days ? t('complaintDays', { count: days, contacts }) : t('complaint', { contacts }),
  };
}
