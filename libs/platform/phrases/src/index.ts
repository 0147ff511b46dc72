export { EditedWords } from './edited-words.port.js';
export { replaceEdited } from './edited.js';
export type { EditedPhrase } from './edited.js';
export { libsRoot } from './libs-root.js';
export { errorText, fill, phrase, shippedPhrases, type Translate, translator } from './phrases.js';
export { prose } from './prose.js';
export type { Block, Span } from './prose.js';
export { touchWords, wordsVersion } from './words-version.js';
