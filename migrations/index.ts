import { Platform1700000000001 } from './1700000000001-platform.js';
import { Identity1700000000002 } from './1700000000002-identity.js';
import { Documents1700000000003 } from './1700000000003-documents.js';
import { Notifications1700000000004 } from './1700000000004-notifications.js';
import { Measures1700000000005 } from './1700000000005-measures.js';
import { Competitions1700000000006 } from './1700000000006-competitions.js';
import { AdmissionOrders1700000000061 } from './1700000000061-admission-orders.js';
import { DecidersView1700000000062 } from './1700000000062-deciders-view.js';
import { LinesByOrder1700000000063 } from './1700000000063-lines-by-order.js';
import { Sessions1700000000007 } from './1700000000007-sessions.js';
import { Applications1700000000008 } from './1700000000008-applications.js';
import { Evaluation1700000000009 } from './1700000000009-evaluation.js';
import { Awards1700000000010 } from './1700000000010-awards.js';
import { SecondFactor1700000000011 } from './1700000000011-second-factor.js';
import { Substitution1700000000012 } from './1700000000012-substitution.js';
import { OrganisationCard1700000000013 } from './1700000000013-organisation-card.js';
import { SearchForm1700000000014 } from './1700000000014-search-form.js';
import { SearchPeople1700000000015 } from './1700000000015-search-people.js';
import { Claims1700000000017 } from './1700000000017-claims.js';
import { Notices1700000000020 } from './1700000000020-notices.js';
import { CompetitionActs1700000000022 } from './1700000000022-competition-acts.js';
import { Papers1700000000023 } from './1700000000023-papers.js';
import { CorrectedMinutes1700000000024 } from './1700000000024-corrected-minutes.js';
import { WordsVersion1700000000025 } from './1700000000025-words-version.js';
import { Words1700000000026 } from './1700000000026-words.js';
import { ConsentAndTerms1700000000027 } from './1700000000027-consent-and-terms-of-powers.js';
import { SearchOrganisations1700000000028 } from './1700000000028-search-organisations.js';
import { PublishedResults1700000000029 } from './1700000000029-published-results.js';
import { SearchProposals1700000000030 } from './1700000000030-search-proposals.js';
import { ProposalForms1700000000031 } from './1700000000031-proposal-forms.js';
import { AnswersByVersion1700000000032 } from './1700000000032-answers-by-version.js';
import { ReceiptView1700000000034 } from './1700000000034-receipt-view.js';
import { SealedSheets1700000000035 } from './1700000000035-sealed-sheets.js';
import { ResultFiles1700000000036 } from './1700000000036-result-files.js';
import { ListsOfIdentity1700000000037 } from './1700000000037-lists-of-identity.js';
import { LettersOfAuthority1700000000038 } from './1700000000038-letters-of-authority.js';
import { AccountsAndHeads1700000000039 } from './1700000000039-accounts-and-heads.js';
import { CoOrganisers1700000000040 } from './1700000000040-co-organisers.js';
import { SettledValues1700000000041 } from './1700000000041-settled-values.js';
import { CopiesAndRehearsals1700000000042 } from './1700000000042-copies-and-rehearsals.js';
import { AskingAndModelAnswers1700000000043 } from './1700000000043-asking-and-model-answers.js';
import { Announcements1700000000044 } from './1700000000044-announcements.js';
import { BudgetShares1700000000045 } from './1700000000045-budget-shares.js';
import { TargetGroups1700000000046 } from './1700000000046-target-groups.js';
import { Reach1700000000047 } from './1700000000047-reach.js';
import { SearchStatisticsOfLetters1700000000048 } from './1700000000048-search-statistics-of-letters.js';
import { CostOfSearchForm1700000000049 } from './1700000000049-cost-of-search-form.js';
import { MergesOfPeople1700000000050 } from './1700000000050-merges-of-people.js';
import { ConfirmerOfReset1700000000051 } from './1700000000051-confirmer-of-reset.js';
import { SearchTowns1700000000052 } from './1700000000052-search-towns.js';
import { SearchNear1700000000053 } from './1700000000053-search-near.js';
import { KeptSearchFormsOfIdentity1700000000054 } from './1700000000054-kept-search-forms-of-identity.js';
import { KeptSearchFormOfCompetitions1700000000055 } from './1700000000055-kept-search-form-of-competitions.js';
import { NoPersonalCoOrganisers1700000000056 } from './1700000000056-no-personal-co-organisers.js';
import { SessionsOfTwoAuthorities1700000000057 } from './1700000000057-sessions-of-two-authorities.js';
import { Registers1700000000058 } from './1700000000058-registers.js';
import { CallElsewhere1700000000059 } from './1700000000059-call-elsewhere.js';
import { ResultsOfElsewhere1700000000060 } from './1700000000060-results-of-elsewhere.js';
import { LastEdits1700000000064 } from './1700000000064-last-edits.js';
import { CarriedProposals1700000000065 } from './1700000000065-carried-proposals.js';
import { RightsOnProposals1700000000066 } from './1700000000066-rights-on-proposals.js';
import { Uploads1700000000067 } from './1700000000067-uploads.js';
import { ScansOfFiles1700000000068 } from './1700000000068-scans-of-files.js';
import { Envelopes1700000000070 } from './1700000000070-envelopes.js';
import { Mendings1700000000071 } from './1700000000071-mendings.js';
import { ShownDrafts1700000000072 } from './1700000000072-shown-drafts.js';
import { Watch1700000000073 } from './1700000000073-watch.js';
import { Distributions1700000000074 } from './1700000000074-distributions.js';
import { ConflictQuestions1700000000075 } from './1700000000075-conflict-questions.js';
import { Experts1700000000076 } from './1700000000076-experts.js';
import { WeighedResults1700000000078 } from './1700000000078-weighed-results.js';
import { SheetsWithTheirDay1700000000079 } from './1700000000079-sheets-with-their-day.js';
import { Contracts1700000000081 } from './1700000000081-contracts.js';
import { Monitoring1700000000100 } from './1700000000100-monitoring.js';
import { Statements1700000000082 } from './1700000000082-statements.js';
import { ContractChanges1700000000083 } from './1700000000083-contract-changes.js';
import { GuestsToldLater1700000000108 } from './1700000000108-guests-told-later.js';
import { PlanAsChecked1700000000102 } from './1700000000102-plan-as-checked.js';
import { VoteOfCitizens1700000000114 } from './1700000000114-vote-of-citizens.js';
import { ChecksAndConclusions1700000000101 } from './1700000000101-checks-and-conclusions.js';
import { MinutesAsSigned1700000000105 } from './1700000000105-minutes-as-signed.js';
import { OpeningActs1700000000113 } from './1700000000113-opening-acts.js';
import { TruthChecks1700000000112 } from './1700000000112-truth-checks.js';
import { LettersFoundSooner1700000000080 } from './1700000000080-letters-found-sooner.js';
import { AwardsAfterTheOrder1700000000085 } from './1700000000085-awards-after-the-order.js';
import { Plan1700000000088 } from './1700000000088-plan.js';
import { MeasuresViews1700000000089 } from './1700000000089-measures-views.js';
import { PlanEvidence1700000000090 } from './1700000000090-plan-evidence.js';
import { PlanReports1700000000091 } from './1700000000091-plan-reports.js';
import { AdditionalCompetitions1700000000086 } from './1700000000086-additional-competitions.js';
import { Events1700000000092 } from './1700000000092-events.js';
import { EventRegistrations1700000000093 } from './1700000000093-event-registrations.js';
import { EventDay1700000000094 } from './1700000000094-event-day.js';
import { EventSlots1700000000095 } from './1700000000095-event-slots.js';
import { ProgrammeEvaluations1700000000106 } from './1700000000106-programme-evaluations.js';
import { RevisedSheets1700000000125 } from './1700000000125-revised-sheets.js';
import { Defences1700000000117 } from './1700000000117-defences.js';
import { SettledConclusions1700000000103 } from './1700000000103-settled-conclusions.js';
import { SecondLooks1700000000097 } from './1700000000097-second-looks.js';
import { Draws1700000000098 } from './1700000000098-draws.js';
import { ChosenWays1700000000087 } from './1700000000087-chosen-ways.js';
import { SaltsAndOwnDays1700000000104 } from './1700000000104-salts-and-own-days.js';
import { Addressees1700000000110 } from './1700000000110-addressees.js';
import { RecommendedAmounts1700000000120 } from './1700000000120-recommended-amounts.js';
import { Calibration1700000000129 } from './1700000000129-calibration.js';
import { FrozenCriteria1700000000130 } from './1700000000130-frozen-criteria.js';
import { PaperSheets1700000000131 } from './1700000000131-paper-sheets.js';
import { AnnulledSheets1700000000132 } from './1700000000132-annulled-sheets.js';
import { ListsByTheirOrder1700000000121 } from './1700000000121-lists-by-their-order.js';
import { Koatuu1700000000122 } from './1700000000122-koatuu.js';
import { Complaints1700000000111 } from './1700000000111-complaints.js';
import { CourtRulings1700000000133 } from './1700000000133-court-rulings.js';
import { OrdersOfChange1700000000134 } from './1700000000134-orders-of-change.js';
import { PublicationTerms1700000000135 } from './1700000000135-publication-terms.js';

export { grantToApp, SCHEMAS } from './grants.js';

/** In the order in which they run; forward only. */
export const migrations = [
  Platform1700000000001,
  Identity1700000000002,
  Documents1700000000003,
  Notifications1700000000004,
  Measures1700000000005,
  Competitions1700000000006,
  Sessions1700000000007,
  Applications1700000000008,
  Evaluation1700000000009,
  Awards1700000000010,
  SecondFactor1700000000011,
  Substitution1700000000012,
  OrganisationCard1700000000013,
  SearchForm1700000000014,
  SearchPeople1700000000015,
  Claims1700000000017,
  Notices1700000000020,
  CompetitionActs1700000000022,
  Papers1700000000023,
  CorrectedMinutes1700000000024,
  WordsVersion1700000000025,
  Words1700000000026,
  ConsentAndTerms1700000000027,
  SearchOrganisations1700000000028,
  PublishedResults1700000000029,
  SearchProposals1700000000030,
  ProposalForms1700000000031,
  AnswersByVersion1700000000032,
  ReceiptView1700000000034,
  SealedSheets1700000000035,
  ResultFiles1700000000036,
  ListsOfIdentity1700000000037,
  LettersOfAuthority1700000000038,
  AccountsAndHeads1700000000039,
  CoOrganisers1700000000040,
  SettledValues1700000000041,
  CopiesAndRehearsals1700000000042,
  AskingAndModelAnswers1700000000043,
  Announcements1700000000044,
  BudgetShares1700000000045,
  TargetGroups1700000000046,
  Reach1700000000047,
  SearchStatisticsOfLetters1700000000048,
  CostOfSearchForm1700000000049,
  MergesOfPeople1700000000050,
  ConfirmerOfReset1700000000051,
  SearchTowns1700000000052,
  SearchNear1700000000053,
  KeptSearchFormsOfIdentity1700000000054,
  KeptSearchFormOfCompetitions1700000000055,
  NoPersonalCoOrganisers1700000000056,
  SessionsOfTwoAuthorities1700000000057,
  Registers1700000000058,
  AdmissionOrders1700000000061,
  DecidersView1700000000062,
  LinesByOrder1700000000063,
  CallElsewhere1700000000059,
  ResultsOfElsewhere1700000000060,
  LastEdits1700000000064,
  CarriedProposals1700000000065,
  RightsOnProposals1700000000066,
  Uploads1700000000067,
  ScansOfFiles1700000000068,
  Envelopes1700000000070,
  Mendings1700000000071,
  ShownDrafts1700000000072,
  Watch1700000000073,
  Distributions1700000000074,
  ConflictQuestions1700000000075,
  Experts1700000000076,
  WeighedResults1700000000078,
  SheetsWithTheirDay1700000000079,
  LettersFoundSooner1700000000080,
  Contracts1700000000081,
  AwardsAfterTheOrder1700000000085,
  Plan1700000000088,
  MeasuresViews1700000000089,
  PlanEvidence1700000000090,
  PlanReports1700000000091,
  Monitoring1700000000100,
  Statements1700000000082,
  ContractChanges1700000000083,
  AdditionalCompetitions1700000000086,
  Events1700000000092,
  EventRegistrations1700000000093,
  EventDay1700000000094,
  EventSlots1700000000095,
  ChecksAndConclusions1700000000101,
  MinutesAsSigned1700000000105,
  TruthChecks1700000000112,
  OpeningActs1700000000113,
  SecondLooks1700000000097,
  Draws1700000000098,
  ChosenWays1700000000087,
  PlanAsChecked1700000000102,
  VoteOfCitizens1700000000114,
  GuestsToldLater1700000000108,
  SaltsAndOwnDays1700000000104,
  Addressees1700000000110,
  SettledConclusions1700000000103,
  ProgrammeEvaluations1700000000106,
  RecommendedAmounts1700000000120,
  ListsByTheirOrder1700000000121,
  Koatuu1700000000122,
  Defences1700000000117,
  Complaints1700000000111,
  Calibration1700000000129,
  FrozenCriteria1700000000130,
  PaperSheets1700000000131,
  CourtRulings1700000000133,
  AnnulledSheets1700000000132,
  RevisedSheets1700000000125,
  OrdersOfChange1700000000134,
  PublicationTerms1700000000135,
];
