export { libsRoot } from './libs-root.js';
export { errorText, phrase, type Translate, translator } from './phrases.js';
