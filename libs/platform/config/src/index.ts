export { Config, logLevels, readConfig } from './config.js';
