import { readUpload, type FailedForm, type FormBody, type PortalRequest } from '#libs/platform/http';
import { EXTRACT_MAX_MB } from '../model/claim.js';
import type { UploadedExtract } from '../use-cases/claim-right.js';

export interface FormWithExtract {
  fields: FormBody;
  extract: UploadedExtract | null;
}

const TOO_LARGE = { field: 'extract', code: 'platform.file-too-large', data: { maxMb: EXTRACT_MAX_MB } };

/** A form with the extract. The reading knows the limit of the portal; the person is told the limit of this page. */
export async function readExtract(request: PortalRequest): Promise<FormWithExtract | FailedForm> {
  const upload = await readUpload(request);
  if ('errors' in upload) return { ...upload, errors: [TOO_LARGE] };
  const file = upload.files.find(({ field, content }) => field === 'extract' && content.length > 0);
  return { fields: upload.fields, extract: file ?? null };
}
