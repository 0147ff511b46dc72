import { kyivInstant } from '#libs/platform/clock';
import { adoptSlots, presetRuleSet, unsettledSlots, type RuleSet } from '#libs/terms';
import { OPEN_BUDGET } from './budget-rules.js';
import { defaultForm } from './form/default-form.js';
import { missing } from './missing.js';
import { presetDefaults } from './preset-defaults.js';
import type { CompetitionSettings } from './settings.js';

/** For the tests of what an announcement needs. */
export const SAMPLE_DAY = kyivInstant('2020-10-05', '09:00');

/** With every value adopted that no act confirms. */
export const adopted = (set: RuleSet): RuleSet =>
  adoptSlots(set, unsettledSlots(set), { number: '45', on: '2020-10-01' });

export const sampleRules = adopted(presetRuleSet('1049-2020'));

/** A competition that could be announced on 05.10.2020. */
export function sampleCompetition(change: Partial<CompetitionSettings> = {}): CompetitionSettings {
  const { criteria, ...defaults } = presetDefaults(sampleRules);
  return {
    id: 'c',
    organiserId: 'o',
    coOrganiserId: null,
    copiedFromId: null,
    isRehearsal: false,
    jointOrderNumber: null,
    jointOrderOn: null,
    measureId: 'm',
    state: 'draft',
    stoppedFrom: null,
    stoppedAt: null,
    version: 1,
    code: null,
    title: 'Конкурс',
    titleEn: null,
    purpose: 'Мета',
    purposeEn: null,
    ruleSetKey: sampleRules.key,
    ruleSet: sampleRules,
    ruleSetSha256: null,
    orderNumber: '45',
    orderOn: '2020-10-01',
    formOrderNumber: null,
    formOrderOn: null,
    formRevision: 1,
    formVersion: 1,
    budgetProgramme: 'КПКВК 2310180',
    budgetYear: 2021,
    potKop: 60_000_000,
    capKop: 10_000_000,
    budgetRules: OPEN_BUDGET,
    charityBasis: null,
    elsewhereName: null,
    elsewhereUrl: null,
    voteName: null,
    voteUrl: null,
    supportedActivities: ['Навчання'],
    targetGroups: [],
    expertsPerApplication: null,
    announcedOn: '2020-10-05',
    opensAt: kyivInstant('2020-10-06', '09:00'),
    inquiriesUntil: null,
    closesAt: kyivInstant('2020-11-05', '18:00'),
    admissionUntil: '2020-11-13',
    scoringFrom: kyivInstant('2020-11-16', '09:00'),
    scoringUntil: kyivInstant('2020-11-27', '18:00'),
    defenceOn: null,
    decisionUntil: '2020-12-11',
    projectsFrom: '2021-01-15',
    projectsUntil: '2021-12-10',
    place: 'Сєвєродонецьк',
    contactName: 'Ірина Тесленко',
    contactPhone: '+380500000001',
    contactEmail: 'konkurs@masscom.example',
    lateAnnouncementReason: 'Кошти виділено 01.10.2020',
    createdAt: SAMPLE_DAY,
    publishedAt: null,
    receptionClosedAt: null,
    decidedAt: null,
    ...defaults,
    criteria: criteria.map((one, index) => ({ ...one, id: one.key, position: index + 1 })),
    priorities: [{ id: 'p', position: 1, title: 'Молодь', description: '' }],
    form: defaultForm(),
    ...change,
  };
}

/** Codes of what it lacks when this is changed. */
export const codesOf = (change: Partial<CompetitionSettings>, now = SAMPLE_DAY): string[] =>
  missing(sampleCompetition(change), now).map(({ code }) => code);
