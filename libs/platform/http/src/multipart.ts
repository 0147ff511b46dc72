import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { invalidField } from '#libs/platform/errors';
import type { FormBody } from './failed-form.js';

/** The largest upload in one request; smaller limits per kind of file belong to the lib that stores it. */
export const UPLOAD_MAX_BYTES = 20 * 1024 * 1024;
export const UPLOAD_FIELDS_MAX = 50;

export interface UploadedFile {
  field: string;
  name: string;
  content: Buffer;
}

/**
 * Reads a form with files. The CSRF token of such a form is in the query of its action.
 * @throws InvalidInput at the file's field when it is too large.
 */
export async function readMultipart(request: FastifyRequest): Promise<{ fields: FormBody; files: UploadedFile[] }> {
  const fields: FormBody = {};
  const files: UploadedFile[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = part.value;
    else if (part.filename)
      files.push({ field: part.fieldname, name: part.filename, content: await readWhole(part.file, part.fieldname) });
    else part.file.resume();
  }
  return { fields, files };
}

async function readWhole(stream: Readable & { truncated?: boolean }, field: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.truncated) throw invalidField(field, 'platform.file-too-large', { maxMb: UPLOAD_MAX_BYTES / 1024 / 1024 });
  return Buffer.concat(chunks);
}
