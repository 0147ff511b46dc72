export { catalogue } from './model/catalogue.js';
export { wordingProblems } from './model/check-wording.js';
export { wordsPaths } from './paths.js';
export { EditText } from './use-cases/edit-text.js';
