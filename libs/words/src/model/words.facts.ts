import { factKind } from '#libs/platform/facts';

// In the chain of the authority; words of the whole site belong to no chain.
export const wordsChanged = factKind('words.changed');
