export { publicationPaths } from './paths.js';
