import { competitionPaths } from '../paths.js';
import type { CorrectionRow } from '../model/correction.js';
import type { Announcement } from '../queries/announcement.js';
import type { PublicCompetition } from '../queries/list-public-competitions.js';

/** Sums are kopecks, instants ISO 8601 in UTC, days Kyiv days. */
export type CompetitionLineJson = ReturnType<typeof lineJson>;

export function lineJson({ id: _, lastAct, ...line }: PublicCompetition) {
  const act = lastAct && { kind: lastAct.kind, number: lastAct.number, actOn: lastAct.actOn };
  return { ...line, lastAct: act, path: competitionPaths.show(line.code) };
}

export type AnnouncementJson = ReturnType<typeof announcementJson>;

/** The announcement without anything internal; the contact is the one it names itself. */
export function announcementJson(view: Announcement) {
  const { competition: one, organiser, measure } = view;
  return {
    code: one.code,
    path: competitionPaths.show(one.code!),
    state: one.state,
    phase: view.phase,
    acts: actsJson(view),
    corrections: view.corrections.map(correctionJson),
    title: { uk: one.title, en: one.titleEn },
    purpose: { uk: one.purpose, en: one.purposeEn },
    organiser: { name: organiser.name, city: organiser.city },
    measure: measure && { number: measure.number, path: measure.path },
    order: { number: one.orderNumber, on: one.orderOn },
    budget: {
      programme: one.budgetProgramme,
      year: one.budgetYear,
      potKop: one.potKop,
      capKop: one.capKop,
      ownShareHundredths: one.ownShareHundredths,
      rules: one.budgetRules,
    },
    elsewhere: one.elsewhereName && { name: one.elsewhereName, url: one.elsewhereUrl },
    vote: one.voteName && { name: one.voteName, url: one.voteUrl },
    participation: {
      legalForms: one.admittedLegalForms,
      charityBasis: one.charityBasis,
      applicationsPerOrganisationMax: one.applicationsPerOrganisationMax,
    },
    priorities: one.priorities.map(({ title, description }) => ({ title, description })),
    supportedActivities: one.supportedActivities,
    targetGroups: one.targetGroups.map(({ title, titleEn }) => ({ uk: title, en: titleEn || null })),
    calendar: calendarJson(view),
    scoring: scoringJson(view),
    form: one.form,
    contact: { place: one.place, name: one.contactName, phone: one.contactPhone, email: one.contactEmail },
    ruleSet: { sha256: one.ruleSetSha256, ...one.ruleSet },
  };
}

/** `changes`: settings before and after; `document`: where the act itself can be read. */
function correctionJson({
  number,
  subject,
  field,
  place,
  was,
  becomes,
  reason,
  actNumber,
  actOn,
  madeAt,
  ...one
}: CorrectionRow) {
  const { registerCode, minutesNumber } = one;
  return { number, subject, field, place, was, becomes, reason, actNumber, actOn, madeAt, registerCode, minutesNumber };
}

function actsJson({ acts, competition: { code } }: Announcement) {
  return acts.map(
    ({ kind, position, number, actOn, reason, confirmedAt, signerPosition, signerName, changes, ...act }) => ({
      ...{ kind, position, number, actOn, reason, confirmedAt, signerPosition, signerName, changes },
      document: act.documentId && competitionPaths.actDocument(code!, position!),
    }),
  );
}

function calendarJson({ competition: one }: Announcement) {
  return {
    announcedOn: one.announcedOn,
    opensAt: one.opensAt,
    closesAt: one.closesAt,
    admissionUntil: one.admissionUntil,
    scoringFrom: one.scoringFrom,
    scoringUntil: one.scoringUntil,
    defenceOn: one.defenceOn,
    decisionUntil: one.decisionUntil,
    projectsFrom: one.projectsFrom,
    projectsUntil: one.projectsUntil,
    lateAnnouncementReason: one.lateAnnouncementReason,
  };
}

function scoringJson({ competition: one, maxPoints }: Announcement) {
  return {
    mode: one.scoringMode,
    expertsPerApplication: one.expertsPerApplication,
    criteria: one.criteria.map(({ key, title, question, maxPoints: max, guidance }) => ({
      key,
      title,
      question,
      maxPoints: max,
      guidance,
    })),
    maxPoints,
    passingHundredths: one.passingHundredths,
    tieOrder: one.tieOrder,
  };
}
