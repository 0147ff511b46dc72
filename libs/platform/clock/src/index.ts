export { KYIV, addDays, addMonths, isDay, isInTime, kyivDay, kyivInstant, kyivTime, parseDay } from './kyiv.js';
export { longDate, longDateTime, shortDate, shortDateTime } from './wording.js';
export { Hourly } from './hourly.js';
export { Clock } from './clock.js';
export { DemoClock } from './demo-clock.js';
