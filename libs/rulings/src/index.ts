export { rulingPaths } from './paths.js';
export type { NewRuling } from './model/ruling.js';
export { ConfirmRuling } from './use-cases/confirm-ruling.js';
export { RegisterRuling, type RulingFiles } from './use-cases/register-ruling.js';
