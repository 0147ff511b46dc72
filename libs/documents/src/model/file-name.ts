import { FileRefused } from './documents.errors.js';
import { INVISIBLE } from './invisible-characters.js';

export const FILE_NAME_MAX_LENGTH = 200;

/**
 * A file's name as its owner knows it: Cyrillic, commas and quotes stay; the path, invisible characters,
 * and dots or spaces around it go. It is only ever shown and sent back, never used as a path.
 * @throws FileRefused `documents.name-too-long`
 */
export function cleanFileName(raw: string): string {
  const name = raw
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/^[ .]+|[ .]+$/g, '');
  if (Array.from(name).length > FILE_NAME_MAX_LENGTH) {
    throw new FileRefused('name-too-long', { max: FILE_NAME_MAX_LENGTH });
  }
  return name;
}

/** «Статут.PDF» -> 'pdf'; '' when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}
