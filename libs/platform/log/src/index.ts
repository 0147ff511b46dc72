export { JsonLog } from './json-log.js';
export { maskedAddress, withoutAddresses } from './without-addresses.js';
