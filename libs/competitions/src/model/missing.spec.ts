import { changeSlot, presetRuleSet, type SlotKey } from '#libs/terms';
import { OPEN_BUDGET, type CostGroup } from './budget-rules.js';
import { defaultForm } from './form/default-form.js';
import { missing } from './missing.js';
import { adopted, codesOf, SAMPLE_DAY, sampleCompetition, sampleRules } from './sample-competition.js';
import type { CompetitionSettings } from './settings.js';

describe('missing', () => {
  it('finds nothing in a whole competition', () => expect(codesOf({})).toEqual([]));

  it('rule 3: names each value that is neither confirmed by its act nor adopted by an order', () => {
    const ruleSet = changeSlot(sampleRules, 'termYears', 3, 'Практика');
    const [problem, ...others] = missing(sampleCompetition({ ruleSet }), SAMPLE_DAY);
    expect([problem, others]).toEqual([
      { code: 'slots-unsettled', section: 'rules', field: '', data: { count: 1 }, slots: ['termYears'] },
      [],
    ]);
  });

  it('lets nobody promise a way of deciding that the system does not know', () => {
    const ruleSet = adopted(changeSlot(sampleRules, 'discussion', true, 'Порядок'));
    expect(missing(sampleCompetition({ ruleSet }), SAMPLE_DAY)).toContainEqual(
      expect.objectContaining({ code: 'slots-not-built', slots: ['discussion'] }),
    );
    const absent = adopted(changeSlot(sampleRules, 'noShow', 'out-of-rating', 'Порядок'));
    expect(missing(sampleCompetition({ ruleSet: absent }), SAMPLE_DAY)).toContainEqual(
      expect.objectContaining({ code: 'slots-not-built', slots: ['noShow'] }),
    );
    expect(codesOf({ scoringMode: 'k-of-n', expertsPerApplication: 3 })).toEqual(['scoring-mode-outside']);
    const experts = adopted(changeSlot(sampleRules, 'scoringMode', 'k-of-n', 'Порядок'));
    expect(codesOf({ ruleSet: experts, scoringMode: 'k-of-n', expertsPerApplication: 3 })).toEqual([]);
  });

  it('rule 44: a second look needs its published cause, and an extra sheet somebody who has not scored', () => {
    const named = (...values: [SlotKey, never][]) =>
      adopted(values.reduce((set, [key, value]) => changeSlot(set, key, value, 'Порядок'), sampleRules));
    const extra = (value: unknown) => ['extraSheet', value] as [SlotKey, never];
    expect(codesOf({ ruleSet: named(extra(true)) })).toEqual(['second-look-cause', 'extra-sheet-experts']);
    const near = ['nearLinePoints', 1] as unknown as [SlotKey, never];
    const experts = ['scoringMode', 'k-of-n'] as unknown as [SlotKey, never];
    const ruleSet = named(extra(true), near, experts);
    expect(codesOf({ ruleSet, scoringMode: 'k-of-n', expertsPerApplication: 2 })).toEqual([]);
  });

  it('rule 43: a second score needs a defence after the scoring', () => {
    const ruleSet = adopted(changeSlot(sampleRules, 'secondScore', true as never, 'Порядок'));
    expect(codesOf({ ruleSet, defenceOn: '2020-12-02' })).toEqual([]);
    expect(codesOf({ ruleSet, defenceOn: null })).toEqual([]);
    expect(codesOf({ ruleSet, defenceOn: '2020-11-13' })).toEqual(['second-score-order']);
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
    const found = Object.entries(list).map(([what, [change]]) => [what, codesOf(change)[0]]);
    expect(found).toEqual(Object.entries(list).map(([what, [, code]]) => [what, code]));
    expect(codesOf({ defenceOn: null })).toEqual([]);
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
  ])('rule 18: asks for the %s', (_, change, expected) => expect(codesOf(change)).toEqual(expected));

  it('rule 20: an order approves the form, its own or that of the competition', () => {
    const no = { orderNumber: null, orderOn: null };
    expect(codesOf(no)).toEqual(['form-order']);
    expect(codesOf({ ...no, formOrderNumber: '229', formOrderOn: '2018-03-28' })).toEqual([]);
    expect(codesOf({ ...no, formOrderNumber: '229' })).toEqual(['form-order']);
  });

  it('rule 20: a form that cannot be filled in is not published', () => {
    const { sections } = defaultForm();
    expect(codesOf({ form: { sections: sections.filter(({ part }) => part !== 'budget') } })).toEqual(['form-unfit']);
  });

  it('rule 18: an empty draft names every section to visit', () => {
    const sections = new Set(
      missing(
        sampleCompetition({ purpose: null, potKop: null, priorities: [], opensAt: null, criteria: [], place: null }),
        SAMPLE_DAY,
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
    expect(codesOf(rules(group))).toEqual(['one-cost-group']);
    expect(codesOf(rules(group, { ...group, key: 'group-2', title: 'Обладнання' }))).toEqual([]);
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
    const ruleSet = adopted(changeSlot(sampleRules, 'adminCostCapPercent', 10, 'Рішення обласної ради'));
    const found = (...groups: CostGroup[]) => codesOf({ ruleSet, budgetRules: { ...OPEN_BUDGET, groups } });
    expect(found()).toEqual(['administrative-cap']);
    expect(found(other, own(null))).toEqual(['administrative-cap']);
    expect(found(other, own(1001))).toEqual(['administrative-cap']);
    expect(found(other, own(1000))).toEqual([]);
  });

  it('own share of zero is an answer', () => expect(codesOf({ ownShareHundredths: 0 })).toEqual([]));

  it('the cap may equal the pot and not exceed it', () => {
    expect(codesOf({ capKop: 60_000_000 })).toEqual([]);
    expect(codesOf({ capKop: 60_000_001 })).toEqual(['cap-over-pot']);
  });

  it('rule 6: a charity needs a typed legal basis', () => {
    const forms = { admittedLegalForms: ['public-association' as const, 'charity' as const] };
    expect(codesOf(forms)).toEqual(['charity-basis']);
    expect(codesOf({ ...forms, charityBasis: 'Рішення обласної ради від 01.09.2020 № 1' })).toEqual([]);
  });

  it('asks for the address where the call runs elsewhere, and for its name', () => {
    expect(codesOf({ elsewhereName: 'ВзаємоДія' })).toEqual(['elsewhere-link']);
    expect(codesOf({ elsewhereUrl: 'https://call.example' })).toEqual(['elsewhere-name']);
    expect(codesOf({ elsewhereName: 'ВзаємоДія', elsewhereUrl: 'https://call.example' })).toEqual([]);
  });

  it('asks where citizens vote, only where the conditions name a vote', () => {
    const ruleSet = adopted(changeSlot(sampleRules, 'publicVote', true, 'Порядок'));
    expect(codesOf({ ruleSet })).toEqual(['vote-name', 'vote-link']);
    expect(codesOf({ ruleSet, voteName: 'ВзаємоДія', voteUrl: 'https://vote.example' })).toEqual([]);
  });

  it('rule 6: legal forms outside the rule set are refused', () => {
    const only = adopted(changeSlot(sampleRules, 'admittedLegalForms', ['public-association'], 'Положення'));
    expect(codesOf({ ruleSet: only, admittedLegalForms: ['creative-union'] })).toEqual(['legal-forms-outside']);
  });

  it('rule 45: the passing score may equal the highest sum and not exceed it', () => {
    expect(codesOf({ passingHundredths: 2000 })).toEqual([]);
    expect(codesOf({ passingHundredths: 2001 })).toEqual(['passing-over-max']);
  });

  it('rule 47: a tie step must name a criterion that exists', () =>
    expect(codesOf({ tieOrder: ['criterion:gone'] })).toEqual(['tie-order-unknown']));

  it('an own procedure is not announced while its values are absent', () =>
    expect(codesOf({ ruleSet: presetRuleSet('local-custom') })).toEqual(['slots']));
});
