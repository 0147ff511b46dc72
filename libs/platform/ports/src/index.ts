export { Implements, Port, Ports } from './ports.js';
