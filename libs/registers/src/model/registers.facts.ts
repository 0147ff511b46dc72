import { factKind } from '#libs/platform/facts';

// In the chain of the authority.
export const registerImported = factKind('registers.imported');
export const importUndone = factKind('registers.import-undone');
