import { Global, Module } from '@nestjs/common';
import { InquiriesPage } from './pages/inquiries.page.js';
import { InquiryPage } from './pages/inquiry.page.js';
import { QuestionsPage } from './pages/questions.page.js';
import { InquiriesDesk } from './queries/inquiries-desk.js';
import { InquiriesOfCompetition } from './queries/inquiries-of-competition.js';
import { InquiriesRoom } from './queries/inquiries-room.js';
import { QuestionsAside } from './queries/questions-aside.js';
import { PublicAnswers } from './queries/public-answers.js';
import { TellOfAnswer } from './reactions/tell-of-answer.js';
import { AnswerInquiry } from './use-cases/answer-inquiry.js';
import { AskInquiry } from './use-cases/ask-inquiry.js';
import { NoteInquiry } from './use-cases/note-inquiry.js';
import { RefuseInquiry } from './use-cases/refuse-inquiry.js';

const useCases = [AskInquiry, NoteInquiry, AnswerInquiry, RefuseInquiry];

@Global()
@Module({
  controllers: [QuestionsPage, InquiriesPage, InquiryPage],
  providers: [
    ...useCases,
    ...[PublicAnswers, InquiriesOfCompetition, InquiriesRoom, InquiriesDesk, QuestionsAside],
    ...[TellOfAnswer],
  ],
  exports: useCases,
})
export class AnnouncementsModule {}
