import { factKind } from '#libs/platform/facts';

export const signatureAttached = factKind('documents.signature-attached');
export const paperRegistered = factKind('documents.paper-registered');
export const fileWithdrawn = factKind('documents.file-withdrawn');
export const fileInfected = factKind('documents.file-infected');
