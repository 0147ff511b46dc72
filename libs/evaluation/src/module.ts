import { Global, Module } from '@nestjs/common';
import { ComputeRatingJob } from './jobs/compute-rating.job.js';
import { CloseSecondScoresSweep } from './jobs/close-second-scores.sweep.js';
import { EndTermsSweep } from './jobs/end-terms.sweep.js';
import { RemindScorersSweep } from './jobs/remind-scorers.sweep.js';
import { ReplaceSilentExpertsSweep } from './jobs/replace-silent-experts.sweep.js';
import { DistributeProposalsJob } from './jobs/distribute-proposals.job.js';
import { BookletPage } from './pages/booklet.page.js';
import { CalibrationPage } from './pages/calibration.page.js';
import { CalibrationRoomPage } from './pages/calibration-room.page.js';
import { ChallengePage } from './pages/challenge.page.js';
import { CommissionPage } from './pages/commission.page.js';
import { ConflictQuestionsPage } from './pages/conflict-questions.page.js';
import { ConflictsPage } from './pages/conflicts.page.js';
import { ForgetPresentersSweep } from './jobs/forget-presenters.sweep.js';
import { DefencePlanPage } from './pages/defence-plan.page.js';
import { DefenceRoomPage } from './pages/defence-room.page.js';
import { PresentersPage } from './pages/presenters.page.js';
import { PublicDefencePage } from './pages/public-defence.page.js';
import { DefenceForPlan } from './queries/defence-for-plan.js';
import { DefenceAside, DefenceDesk, DefenceOfProposal, DefenceRooms } from './queries/defence-links.js';
import { DefenceRoom } from './queries/defence-room.js';
import { PresentersForApplicant } from './queries/presenters-for-applicant.js';
import { PublicDefence } from './queries/public-defence.js';
import { DefenceLetters } from './use-cases/defence-letters.js';
import { DefenceInMinutes } from './use-cases/defence-in-minutes.js';
import { LeadCalibration } from './use-cases/lead-calibration.js';
import { LayOutDefence } from './use-cases/lay-out-defence.js';
import { NamePresenters } from './use-cases/name-presenters.js';
import { NoteDefence } from './use-cases/note-defence.js';
import { PlanDefence } from './use-cases/plan-defence.js';
import { PublishDefence } from './use-cases/publish-defence.js';
import { DrawPage } from './pages/draw.page.js';
import { DistributionPage } from './pages/distribution.page.js';
import { EndMembershipPage } from './pages/end-membership.page.js';
import { ReplaceExpertPage } from './pages/replace-expert.page.js';
import { AnnulmentPage } from './pages/annulment.page.js';
import { OwnPaperPage } from './pages/own-paper.page.js';
import { PapersPage } from './pages/papers.page.js';
import { InvitationPage } from './pages/invitation.page.js';
import { ProgressPage } from './pages/progress.page.js';
import { QueuePage } from './pages/queue.page.js';
import { RatingPage } from './pages/rating.page.js';
import { ReplaceInDistributionPage } from './pages/replace-in-distribution.page.js';
import { ScoringPage } from './pages/scoring.page.js';
import { StatementPage } from './pages/statement.page.js';
import { RevisionPage } from './pages/revision.page.js';
import { SheetPage } from './pages/sheet.page.js';
import { ReadBooklet } from './queries/booklet.js';
import { CalibrationDesk, CalibrationRooms, ClarificationsAside } from './queries/calibration-links.js';
import { CalibrationRoom } from './queries/calibration-room.js';
import { ChallengeRoom } from './queries/challenge-room.js';
import { ChallengeForApplicant } from './queries/challenge-for-applicant.js';
import { ConflictQuestions } from './queries/conflict-questions.js';
import { CommissionForPage } from './queries/commission-for-page.js';
import { DrawAside } from './queries/draw-aside.js';
import { DrawForPage } from './queries/draw-for-page.js';
import { DistributionForPage } from './queries/distribution-for-page.js';
import { EvaluationDesk } from './queries/evaluation-desk.js';
import { EvaluationObstacles } from './queries/evaluation-obstacles.js';
import { EvaluationRooms } from './queries/evaluation-rooms.js';
import { ExpertInvitation } from './queries/expert-invitation.js';
import { ExpertToReplace } from './queries/expert-to-replace.js';
import { ExpertsToChoose } from './queries/experts-to-choose.js';
import { MyScoring } from './queries/my-scoring.js';
import { PaperDesk, PaperRooms } from './queries/paper-links.js';
import { PaperRoom } from './queries/paper-room.js';
import { ReadAnnulments } from './queries/read-annulments.js';
import { ProgressForPage } from './queries/progress-for-page.js';
import { ProposalReaders } from './queries/proposal-readers.js';
import { RatedCompetition } from './queries/rated-competition.js';
import { ConflictsInSessions } from './queries/declared-conflicts.js';
import { ReadMyQueue } from './queries/my-queue.js';
import { SheetForScoring } from './queries/sheet-for-scoring.js';
import { LookForConflicts } from './reactions/look-for-conflicts.js';
import { AskToDeclare } from './reactions/ask-to-declare.js';
import { ConcernedScorers } from './queries/concerned-scorers.js';
import { GoOnAfterPause } from './reactions/go-on-after-pause.js';
import { FillQueuesOnStart } from './reactions/fill-queues-on-start.js';
import { AnswerInvitation } from './use-cases/answer-invitation.js';
import { AppointCommissionMember } from './use-cases/appoint-commission-member.js';
import { ApproveDistribution } from './use-cases/approve-distribution.js';
import { AskForDistribution } from './use-cases/ask-for-distribution.js';
import { CancelDistribution } from './use-cases/cancel-distribution.js';
import { ClarifyCriterion } from './use-cases/clarify-criterion.js';
import { CheckPaperSheet } from './use-cases/check-paper-sheet.js';
import { EnterPaperSheet } from './use-cases/enter-paper-sheet.js';
import { CarryAnnulment } from './use-cases/carry-annulment.js';
import { PlanAnnulment } from './use-cases/plan-annulment.js';
import { ComputeRating } from './use-cases/compute-rating.js';
import { DecideConflictQuestion } from './use-cases/decide-conflict-question.js';
import { DeclareConflicts } from './use-cases/declare-conflicts.js';
import { DistributionOutcome } from './use-cases/distribution-outcome.js';
import { TakeOverCommission } from './use-cases/take-over-commission.js';
import { EndMembership } from './use-cases/end-membership.js';
import { EndTerms } from './use-cases/end-terms.js';
import { GiveCalibration } from './use-cases/give-calibration.js';
import { HandOverExpert } from './use-cases/hand-over-expert.js';
import { FillQueues } from './use-cases/fill-queues.js';
import { ReplaceExpert } from './use-cases/replace-expert.js';
import { ReplaceSilentExpert } from './use-cases/replace-silent-expert.js';
import { ReplaceInDistribution } from './use-cases/replace-in-distribution.js';
import { RaiseConflictQuestion } from './use-cases/raise-conflict-question.js';
import { Recuse } from './use-cases/recuse.js';
import { HoldDraw } from './use-cases/hold-draw.js';
import { OpenSecondLook } from './use-cases/open-second-look.js';
import { RunDistribution } from './use-cases/run-distribution.js';
import { RemindScorers } from './use-cases/remind-scorers.js';
import { CloseSecondScore } from './use-cases/close-second-score.js';
import { ReviseSheet } from './use-cases/revise-sheet.js';
import { SaveScoreSheet } from './use-cases/save-score-sheet.js';
import { SignSheets } from './use-cases/sign-sheets.js';
import { EraseRehearsalScoring } from './use-cases/erase-rehearsal-remains.js';

const distributing = [AskForDistribution, ApproveDistribution, CancelDistribution, ReplaceInDistribution];
const conflicts = [DeclareConflicts, RaiseConflictQuestion, DecideConflictQuestion];
const people = [AppointCommissionMember, TakeOverCommission, AnswerInvitation, ReplaceExpert, EndMembership];
const defending = [PlanDefence, PublishDefence, NoteDefence, NamePresenters];
const calibrating = [LeadCalibration, GiveCalibration, ClarifyCriterion];
const onPaper = [EnterPaperSheet, CheckPaperSheet, PlanAnnulment];
const useCases = [
  ...people,
  ...onPaper,
  ...calibrating,
  ...conflicts,
  CloseSecondScore,
  ReviseSheet,
  SaveScoreSheet,
  SignSheets,
  HoldDraw,
  ...distributing,
  ...defending,
];
const systemActs = [
  Recuse,
  ReplaceSilentExpert,
  EndTerms,
  FillQueues,
  RunDistribution,
  DistributionOutcome,
  OpenSecondLook,
  ComputeRating,
  RemindScorers,
  LayOutDefence,
  DefenceLetters,
];
const pageQueries = [
  CommissionForPage,
  CalibrationRoom,
  PaperRoom,
  ReadAnnulments,
  ExpertInvitation,
  ExpertToReplace,
  DistributionForPage,
  DrawForPage,
  ExpertsToChoose,
  ProgressForPage,
  RatedCompetition,
  DefenceForPlan,
  DefenceRoom,
  PresentersForApplicant,
  PublicDefence,
];
const queries = [...pageQueries, ConflictQuestions, ChallengeForApplicant, MyScoring, ReadMyQueue, SheetForScoring];
const ports = [
  CarryAnnulment,
  PaperDesk,
  PaperRooms,
  CalibrationDesk,
  CalibrationRooms,
  ClarificationsAside,
  DrawAside,
  EvaluationObstacles,
  EvaluationRooms,
  EvaluationDesk,
  ProposalReaders,
  ConflictsInSessions,
  HandOverExpert,
  ChallengeRoom,
  ReadBooklet,
  DefenceAside,
  DefenceDesk,
  DefenceInMinutes,
  DefenceOfProposal,
  DefenceRooms,
];
const work = [
  LookForConflicts,
  FillQueuesOnStart,
  GoOnAfterPause,
  ConcernedScorers,
  AskToDeclare,
  ComputeRatingJob,
  DistributeProposalsJob,
  CloseSecondScoresSweep,
  EndTermsSweep,
  RemindScorersSweep,
  ReplaceSilentExpertsSweep,
  ForgetPresentersSweep,
];

@Global()
@Module({
  controllers: [
    CommissionPage,
    EndMembershipPage,
    DistributionPage,
    DrawPage,
    ReplaceInDistributionPage,
    ReplaceExpertPage,
    InvitationPage,
    ConflictsPage,
    StatementPage,
    ConflictQuestionsPage,
    BookletPage,
    CalibrationPage,
    CalibrationRoomPage,
    AnnulmentPage,
    OwnPaperPage,
    PapersPage,
    ChallengePage,
    ScoringPage,
    QueuePage,
    RevisionPage,
    SheetPage,
    ProgressPage,
    RatingPage,
    DefencePlanPage,
    DefenceRoomPage,
    PresentersPage,
    PublicDefencePage,
  ],
  providers: [EraseRehearsalScoring, ...useCases, ...systemActs, ...queries, ...ports, ...work],
  exports: useCases,
})
export class EvaluationModule {}
