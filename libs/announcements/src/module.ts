import { Global, Module } from '@nestjs/common';
import { ForgetSubscriptions } from './jobs/forget-subscriptions.sweep.js';
import { FeedsPage } from './pages/feeds.page.js';
import { InquiriesPage } from './pages/inquiries.page.js';
import { InquiryPage } from './pages/inquiry.page.js';
import { MySubscriptionsPage } from './pages/my-subscriptions.page.js';
import { QuestionsPage } from './pages/questions.page.js';
import { SubscribePage } from './pages/subscribe.page.js';
import { FeedsAside } from './queries/feeds-aside.js';
import { InquiriesDesk } from './queries/inquiries-desk.js';
import { InquiriesOfCompetition } from './queries/inquiries-of-competition.js';
import { InquiriesRoom } from './queries/inquiries-room.js';
import { QuestionsAside } from './queries/questions-aside.js';
import { PublicAnswers } from './queries/public-answers.js';
import { MySubscriptions } from './queries/my-subscriptions.js';
import { SubscriptionAside } from './queries/subscription-aside.js';
import { PublicCalls } from './queries/public-calls.js';
import { TellOfAnswer } from './reactions/tell-of-answer.js';
import { TELL_OF_CHANGES, TellOfNewCall } from './reactions/tell-of-news.js';
import { AnswerInquiry } from './use-cases/answer-inquiry.js';
import { AskInquiry } from './use-cases/ask-inquiry.js';
import { ConfirmSubscription } from './use-cases/confirm-subscription.js';
import { EndSubscription } from './use-cases/end-subscription.js';
import { HandOverSubscriptions } from './use-cases/hand-over-subscriptions.js';
import { NoteInquiry } from './use-cases/note-inquiry.js';
import { RefuseInquiry } from './use-cases/refuse-inquiry.js';
import { Subscribe } from './use-cases/subscribe.js';
import { TellSubscribers } from './use-cases/tell-subscribers.js';
import { EraseRehearsalInquiries } from './use-cases/erase-rehearsal-remains.js';

const inquiryUseCases = [AskInquiry, NoteInquiry, AnswerInquiry, RefuseInquiry];
const subscriptionUseCases = [Subscribe, ConfirmSubscription, EndSubscription, TellSubscribers];

@Global()
@Module({
  controllers: [QuestionsPage, InquiriesPage, InquiryPage, SubscribePage, MySubscriptionsPage, FeedsPage],
  providers: [
    ...[EraseRehearsalInquiries, HandOverSubscriptions],
    ...inquiryUseCases,
    ...subscriptionUseCases,
    ...[PublicAnswers, InquiriesOfCompetition, InquiriesRoom, InquiriesDesk, QuestionsAside],
    ...[MySubscriptions, SubscriptionAside, FeedsAside, PublicCalls],
    ...[TellOfAnswer, TellOfNewCall, ...TELL_OF_CHANGES, ForgetSubscriptions],
  ],
  exports: [...inquiryUseCases, ...subscriptionUseCases],
})
export class AnnouncementsModule {}
