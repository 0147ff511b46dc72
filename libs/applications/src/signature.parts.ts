import { ReceiptPage } from './pages/receipt.page.js';
import { SignaturePage } from './pages/signature.page.js';
import { SubmissionPapers } from './queries/submission-papers.js';
import { SignSubmission } from './use-cases/sign-submission.js';

/** Receipts and the signatures beside them, for the module of the lib. */
export const signaturePages = [ReceiptPage, SignaturePage];

export const signatureUseCases = [SignSubmission];

/** The receipt is shown again where a signature was refused. */
export const signatureProviders = [...signatureUseCases, SubmissionPapers, ReceiptPage];
