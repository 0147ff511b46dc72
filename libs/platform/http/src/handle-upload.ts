import type { ClassConstructor } from 'class-transformer';
import type { FastifyRequest } from 'fastify';
import type { FailedForm, FormBody } from './failed-form.js';
import { handleForm } from './handle-form.js';
import { readUpload, type UploadedFile } from './multipart.js';
import type { Result } from './results.js';

/** One submit of a form with one file, `file`; a file that is too large comes back as a message at its field. */
export async function handleUpload<Shape extends object, Done>(step: {
  request: FastifyRequest;
  shape: ClassConstructor<Shape>;
  /** `body`: every field as it was sent, for what no shape names. */
  act: (input: Shape, file: UploadedFile | undefined, body: FormBody) => Promise<Done>;
  next: (done: Done) => Result;
  again: (form: FailedForm) => Promise<Result>;
}): Promise<Result> {
  const { request, act, ...form } = step;
  const upload = await readUpload(request);
  if ('errors' in upload) return step.again(upload);
  const file = upload.files.find(({ field }) => field === 'file');
  return handleForm({ ...form, body: upload.fields, act: (input) => act(input, file, upload.fields) });
}
