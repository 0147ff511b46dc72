import type { Readable } from 'node:stream';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError, InvalidInput, type FieldError } from '#libs/platform/errors';
import { cleanText, unreadable } from './clean-text.js';
import type { FailedForm, FormBody } from './failed-form.js';

/** The largest upload in one request; smaller limits per kind of file belong to the lib that stores it. */
export const UPLOAD_MAX_BYTES = 20 * 1024 * 1024;
const UPLOAD_MAX_MB = UPLOAD_MAX_BYTES / 1024 / 1024;
export const UPLOAD_FIELDS_MAX = 50;

export interface UploadedFile {
  field: string;
  name: string;
  content: Buffer;
}

interface Parts {
  fields: FormBody;
  files: UploadedFile[];
}

const opened = new WeakMap<FastifyRequest, AsyncIterableIterator<Multipart>>();

/** The parts of a form with files, one after another: who comes later goes on where the one before has stopped. */
function partsOf(request: FastifyRequest): AsyncIterableIterator<Multipart> {
  const parts = opened.get(request) ?? request.parts();
  opened.set(request, parts);
  return parts;
}

/** The text of the first part if it is a field of that name: what stands before everything else. Empty when it is not. */
export async function firstField(request: FastifyRequest, name: string): Promise<string> {
  try {
    const { value: part } = (await partsOf(request).next()) as { value: Multipart | undefined };
    if (part?.type === 'file') part.file.resume();
    return part?.type === 'field' && part.fieldname === name ? String(part.value) : '';
  } catch (error) {
    throw brokenOff(error);
  }
}

/**
 * Reads a form with files, after its token was checked; what is too large is an answer: the form comes back with
 * everything typed. @throws an unreadable request when it is broken off or no multipart at all
 */
export async function readUpload(request: FastifyRequest): Promise<Parts | FailedForm> {
  const { tooLarge, ...parts } = await readParts(request).catch((error: unknown) => {
    throw brokenOff(error);
  });
  return tooLarge.length > 0 ? { errors: tooLarge, values: parts.fields } : parts;
}

/** The same where nothing but the file matters. @throws InvalidInput at its field when it is too large */
export async function readMultipart(request: FastifyRequest): Promise<Parts> {
  const upload = await readUpload(request);
  if ('errors' in upload) throw new InvalidInput(upload.errors);
  return upload;
}

/** The parser's own refusals have a status; what is left are its complaints about the bytes. */
function brokenOff(error: unknown): unknown {
  const isRefusal = error instanceof DomainError || (error as { statusCode?: number }).statusCode;
  return isRefusal ? error : unreadable('the multipart body cannot be parsed', error);
}

/** The fields of a form whose files are not wanted; a body that breaks off gives what came before. */
export async function readFields(request: FastifyRequest): Promise<{ fields: FormBody; hasFile: boolean }> {
  const fields: FormBody = {};
  let hasFile = false;
  try {
    for await (const part of partsOf(request)) {
      if (part.type === 'field') fields[part.fieldname] = cleanText(String(part.value));
      else {
        hasFile ||= part.filename !== '' && part.filename !== undefined;
        part.file.resume();
      }
    }
  } catch {
    return { fields, hasFile };
  }
  return { fields, hasFile };
}

/** To its end, also past a file that is too large: what was typed after it comes back with the rest. */
async function readParts(request: FastifyRequest): Promise<Parts & { tooLarge: FieldError[] }> {
  const [fields, files, tooLarge]: [FormBody, UploadedFile[], FieldError[]] = [{}, [], []];
  for await (const part of partsOf(request)) {
    if (part.type === 'field') fields[part.fieldname] = cleanText(String(part.value));
    else if (part.filename) {
      const content = await readWhole(part.file);
      if (content) files.push({ field: part.fieldname, name: fileNameOf(part.filename), content });
      else tooLarge.push({ field: part.fieldname, code: 'platform.file-too-large', data: { maxMb: UPLOAD_MAX_MB } });
    } else part.file.resume();
  }
  return { fields, files, tooLarge };
}

/** Null when it is larger than a file may be. */
async function readWhole(stream: Readable & { truncated?: boolean }): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return stream.truncated ? null : Buffer.concat(chunks);
}

/** Browsers write a quote and a line end in the name of a file as %22, %0D and %0A, and nothing else so (HTML, multipart/form-data). */
const fileNameOf = (sent: string): string =>
  cleanText(sent.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n'));
