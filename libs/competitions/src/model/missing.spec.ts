import { kyivInstant } from '#libs/platform/clock';
import { OPEN_BUDGET, type CostGroup } from './budget-rules.js';
import { adoptSlots, changeSlot, presetRuleSet, unsettledSlots, type RuleSet } from '#libs/terms';
import type { CompetitionSettings } from './settings.js';
import { defaultForm } from './form/default-form.js';
import { lint } from './lint.js';
import { missing } from './missing.js';
import { presetDefaults } from './preset-defaults.js';

const NOW = kyivInstant('2020-10-05', '09:00');
const preset = presetRuleSet('1049-2020');
const adopted = (set: RuleSet): RuleSet => adoptSlots(set, unsettledSlots(set), { number: '45', on: '2020-10-01' });
const rules = adopted(preset);

/** A competition that could be announced on 05.10.2020. */
function whole(change: Partial<CompetitionSettings> = {}): CompetitionSettings {
  const { criteria, ...defaults } = presetDefaults(rules);
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
    ruleSetKey: rules.key,
    ruleSet: rules,
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
    createdAt: NOW,
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

const codes = (change: Partial<CompetitionSettings>, now = NOW): string[] =>
  missing(whole(change), now).map(({ code }) => code);

describe('lint', () => {
  const found = (change: Partial<CompetitionSettings>): string[] => lint(whole(change)).map(({ code }) => code);

  it('rule 22: finds limits that cannot be met, and leaves the usual alone', () => {
    expect(found({})).toEqual([]);
    expect(found({ capKop: 30_000_001 })).toEqual(['one-winner']);
    expect(found({ applicationsPerOrganisationMax: 6 })).toEqual(['one-takes-all']);
    const form = defaultForm();
    const [need, ...others] = form.sections;
    const asked = { ...need!.questions[0]!, key: 'q9', kind: 'money' as const, required: true, min: 10_000_001 };
    expect(found({ form: { ...form, sections: [{ ...need!, questions: [asked] }, ...others] } })).toEqual([
      'money-over-cap',
    ]);
  });
});

describe('missing', () => {
  it('finds nothing in a whole competition', () => expect(codes({})).toEqual([]));

  it('rule 3: names each value that is neither confirmed by its act nor adopted by an order', () => {
    const ruleSet = changeSlot(rules, 'termYears', 3, 'Практика');
    const [problem, ...others] = missing(whole({ ruleSet }), NOW);
    expect([problem, others]).toEqual([
      { code: 'slots-unsettled', section: 'rules', field: '', data: { count: 1 }, slots: ['termYears'] },
      [],
    ]);
  });

  it('lets nobody promise a way of deciding that the system does not know', () => {
    const ruleSet = adopted(changeSlot(rules, 'publicVote', true, 'Порядок'));
    expect(missing(whole({ ruleSet }), NOW)).toMatchObject([{ code: 'slots-not-built', slots: ['publicVote'] }]);
    expect(codes({ scoringMode: 'k-of-n', expertsPerApplication: 3 })).toEqual(['scoring-mode-outside']);
    const experts = adopted(changeSlot(rules, 'scoringMode', 'k-of-n', 'Порядок'));
    expect(codes({ ruleSet: experts, scoringMode: 'k-of-n', expertsPerApplication: 3 })).toEqual([]);
  });

  it('rule 18: nothing of its list may be empty; the day of the defence only if it is known', () => {
    const list: Record<string, [Partial<CompetitionSettings>, string]> = {
      'budget programme': [{ budgetProgramme: null }, 'budget-programme'],
      'total money': [{ potKop: null }, 'pot'],
      'priority tasks': [{ priorities: [] }, 'priorities'],
      'types of activity supported': [{ supportedActivities: [] }, 'activities'],
      'cap per project': [{ capKop: null }, 'cap'],
      'own share': [{ ownShareHundredths: null }, 'own-share'],
      criteria: [{ criteria: [], tieOrder: ['submitted-earlier'] }, 'criteria'],
      'passing score': [{ passingHundredths: null }, 'passing'],
      'closing time': [{ closesAt: null }, 'closes'],
      place: [{ place: null }, 'place'],
      form: [{ form: { sections: [] } }, 'form'],
      'order that approves the form': [{ orderNumber: null }, 'form-order'],
      contact: [{ contactName: null }, 'contact-name'],
      'rule set': [{ ruleSet: null }, 'rule-set'],
    };
    const found = Object.entries(list).map(([what, [change]]) => [what, codes(change)[0]]);
    expect(found).toEqual(Object.entries(list).map(([what, [, code]]) => [what, code]));
    expect(codes({ defenceOn: null })).toEqual([]);
  });

  it.each<[string, Partial<CompetitionSettings>, string[]]>([
    ['measure', { measureId: null }, ['measure']],
    ['joint order of two authorities', { coOrganiserId: 'b' }, ['joint-order']],
    ['aim', { purpose: null }, ['purpose']],
    ['budget programme', { budgetProgramme: null }, ['budget-programme']],
    ['total money', { potKop: null }, ['pot']],
    ['cap', { capKop: null }, ['cap']],
    ['own share', { ownShareHundredths: null }, ['own-share']],
    ['legal forms', { admittedLegalForms: [] }, ['legal-forms']],
    ['proposals per organisation', { applicationsPerOrganisationMax: null }, ['applications-max']],
    ['priority tasks', { priorities: [] }, ['priorities']],
    ['types of activity', { supportedActivities: [] }, ['activities']],
    ['form', { form: { sections: [] } }, ['form']],
    ['opening', { opensAt: null }, ['opens']],
    ['closing', { closesAt: null }, ['closes']],
    ['scoring window', { scoringFrom: null }, ['scoring-window']],
    ['decision', { decisionUntil: null }, ['decision']],
    ['projects', { projectsUntil: null }, ['projects']],
    ['criteria', { criteria: [], tieOrder: ['submitted-earlier'] }, ['criteria']],
    ['passing score', { passingHundredths: null }, ['passing']],
    ['tie order', { tieOrder: [] }, ['tie-order']],
    ['scoring mode', { scoringMode: null }, ['scoring-mode']],
    ['experts', { scoringMode: 'k-of-n' }, ['scoring-mode-outside', 'experts-per-application']],
    ['place', { place: null }, ['place']],
    [
      'contact',
      { contactName: null, contactPhone: null, contactEmail: null },
      ['contact-name', 'contact-phone', 'contact-email'],
    ],
    ['rule set', { ruleSet: null }, ['rule-set']],
  ])('rule 18: asks for the %s', (_, change, expected) => expect(codes(change)).toEqual(expected));

  it('rule 20: an order approves the form, its own or that of the competition', () => {
    const no = { orderNumber: null, orderOn: null };
    expect(codes(no)).toEqual(['form-order']);
    expect(codes({ ...no, formOrderNumber: '229', formOrderOn: '2018-03-28' })).toEqual([]);
    expect(codes({ ...no, formOrderNumber: '229' })).toEqual(['form-order']);
  });

  it('rule 20: a form that cannot be filled in is not published', () => {
    const { sections } = defaultForm();
    expect(codes({ form: { sections: sections.filter(({ part }) => part !== 'budget') } })).toEqual(['form-unfit']);
  });

  it('rule 18: an empty draft names every section to visit', () => {
    const sections = new Set(
      missing(
        whole({ purpose: null, potKop: null, priorities: [], opensAt: null, criteria: [], place: null }),
        NOW,
      ).map(({ section }) => section),
    );
    expect([...sections]).toEqual(['basics', 'money', 'priorities', 'calendar', 'criteria', 'contacts']);
  });

  it('rule 24: one group of costs leaves nothing to choose', () => {
    const group: CostGroup = {
      key: 'group-1',
      title: 'Оплата праці',
      titleEn: '',
      capHundredths: 3000,
      isAdministrative: false,
    };
    const rules = (...groups: CostGroup[]) => ({ budgetRules: { ...OPEN_BUDGET, groups } });
    expect(codes(rules(group))).toEqual(['one-cost-group']);
    expect(codes(rules(group, { ...group, key: 'group-2', title: 'Обладнання' }))).toEqual([]);
  });

  it('rule 24: a cap of the rule set on administrative costs needs a group that keeps it', () => {
    const other: CostGroup = {
      key: 'group-1',
      title: 'Послуги',
      titleEn: '',
      capHundredths: null,
      isAdministrative: false,
    };
    const own = (capHundredths: number | null) => ({ ...other, key: 'group-2', capHundredths, isAdministrative: true });
    const ruleSet = adopted(changeSlot(rules, 'adminCostCapPercent', 10, 'Рішення обласної ради'));
    const found = (...groups: CostGroup[]) => codes({ ruleSet, budgetRules: { ...OPEN_BUDGET, groups } });
    expect(found()).toEqual(['administrative-cap']);
    expect(found(other, own(null))).toEqual(['administrative-cap']);
    expect(found(other, own(1001))).toEqual(['administrative-cap']);
    expect(found(other, own(1000))).toEqual([]);
  });

  it('own share of zero is an answer', () => expect(codes({ ownShareHundredths: 0 })).toEqual([]));

  it('the cap may equal the pot and not exceed it', () => {
    expect(codes({ capKop: 60_000_000 })).toEqual([]);
    expect(codes({ capKop: 60_000_001 })).toEqual(['cap-over-pot']);
  });

  it('rule 6: a charity needs a typed legal basis', () => {
    const forms = { admittedLegalForms: ['public-association' as const, 'charity' as const] };
    expect(codes(forms)).toEqual(['charity-basis']);
    expect(codes({ ...forms, charityBasis: 'Рішення обласної ради від 01.09.2020 № 1' })).toEqual([]);
  });

  it('rule 6: legal forms outside the rule set are refused', () => {
    const only = adopted(changeSlot(rules, 'admittedLegalForms', ['public-association'], 'Положення'));
    expect(codes({ ruleSet: only, admittedLegalForms: ['creative-union'] })).toEqual(['legal-forms-outside']);
  });

  it('rule 45: the passing score may equal the highest sum and not exceed it', () => {
    expect(codes({ passingHundredths: 2000 })).toEqual([]);
    expect(codes({ passingHundredths: 2001 })).toEqual(['passing-over-max']);
  });

  it('rule 47: a tie step must name a criterion that exists', () =>
    expect(codes({ tieOrder: ['criterion:gone'] })).toEqual(['tie-order-unknown']));

  it('an own procedure is not announced while its values are absent', () =>
    expect(codes({ ruleSet: presetRuleSet('local-custom') })).toEqual(['slots']));
});

describe('missing: the calendar', () => {
  it('rule 14: an announcement after 1 October of the year before needs a typed reason', () => {
    const late = { lateAnnouncementReason: null };
    expect(missing(whole(late), NOW)).toEqual([
      {
        code: 'late-announcement',
        section: 'calendar',
        field: 'lateAnnouncementReason',
        data: { lastOn: '2020-10-01' },
      },
    ]);
    const onTheDay = { ...late, announcedOn: '2020-10-01', opensAt: kyivInstant('2020-10-02', '09:00') };
    expect(codes(onTheDay, kyivInstant('2020-10-01', '23:59'))).toEqual([]);
    expect(codes(onTheDay, kyivInstant('2020-10-02', '00:00'))).toEqual(['late-announcement']);
  });

  it('rule 14: earlier presets set 1 April', () => {
    const early = { ruleSet: presetRuleSet('1049-2016'), lateAnnouncementReason: null };
    const april = { ...early, announcedOn: '2020-04-01' };
    expect(missing(whole(april), kyivInstant('2020-04-02', '09:00')).map(({ data }) => data)).toContainEqual({
      lastOn: '2020-04-01',
    });
  });

  it('rule 15: thirty days from the day after the announcement', () => {
    const announced = { announcedOn: '2020-09-01', opensAt: kyivInstant('2020-09-01', '09:00') };
    const closes = (day: string) => ({ ...announced, closesAt: kyivInstant(day, '18:00') });
    const now = kyivInstant('2020-09-01', '08:00');
    expect(codes(closes('2020-09-30'), now)).toEqual(['reception-short']);
    expect(codes(closes('2020-10-01'), now)).toEqual([]);
  });

  it('rule 15: counted from the same day when the slot says so', () => {
    const ruleSet = adopted(changeSlot(rules, 'receptionCountedFrom', 'same-day', 'Положення'));
    const change = { ruleSet, announcedOn: '2020-10-01', opensAt: kyivInstant('2020-10-01', '09:00') };
    const now = kyivInstant('2020-10-01', '08:00');
    expect(codes({ ...change, closesAt: kyivInstant('2020-10-30', '18:00') }, now)).toEqual([]);
    expect(codes({ ...change, closesAt: kyivInstant('2020-10-29', '18:00') }, now)).toEqual(['reception-short']);
  });

  it('rule 15: a later opening moves the count, rule 4: a last day off moves to a working one', () => {
    const change = { opensAt: kyivInstant('2020-10-16', '09:00'), admissionUntil: null };
    // 16.10 + 29 days = Saturday 14.11, so Monday 16.11.
    const later = { scoringFrom: kyivInstant('2020-11-17', '09:00') };
    expect(codes({ ...change, ...later, closesAt: kyivInstant('2020-11-14', '18:00') })).toEqual(['reception-short']);
    expect(codes({ ...change, ...later, closesAt: kyivInstant('2020-11-16', '18:00') })).toEqual([]);
  });

  it('rule 25: projects lie inside the budget year', () => {
    expect(codes({ projectsFrom: '2020-12-31' })).toEqual(['projects-outside-year']);
    expect(codes({ projectsUntil: '2022-01-01' })).toEqual(['projects-outside-year']);
    expect(codes({ projectsFrom: '2021-01-01', projectsUntil: '2021-12-31' })).toEqual([]);
  });

  it('the announcement waits for its planned day and is checked on the day it is made', () => {
    expect(codes({ announcedOn: '2020-10-06' })).toEqual(['announcement-ahead']);
    expect(codes({ announcedOn: '2020-10-01' })).toEqual([]);
  });

  it.each<[string, Partial<CompetitionSettings>]>([
    ['closes-before-opens', { opensAt: kyivInstant('2020-11-05', '18:00') }],
    ['opens-before-announcement', { opensAt: kyivInstant('2020-10-04', '09:00') }],
    ['admission-before-closing', { admissionUntil: '2020-11-04' }],
    ['scoring-before-closing', { scoringFrom: kyivInstant('2020-11-05', '18:00') }],
    ['scoring-window-empty', { scoringUntil: kyivInstant('2020-11-16', '09:00') }],
    ['defence-before-closing', { defenceOn: '2020-11-04' }],
    ['decision-before-scoring', { decisionUntil: '2020-11-26' }],
    ['projects-order', { projectsFrom: '2021-12-11' }],
  ])('%s', (code, change) => expect(codes(change).filter((one) => one !== 'reception-short')).toEqual([code]));
});
