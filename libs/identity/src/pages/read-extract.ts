import { InvalidInput } from '#libs/platform/errors';
import { readMultipart, type FormBody, type PortalRequest } from '#libs/platform/http';
import { EXTRACT_MAX_MB } from '../model/claim.js';
import type { UploadedExtract } from '../use-cases/claim-right.js';

export interface FormWithExtract {
  fields: FormBody;
  extract: UploadedExtract | null;
}

/** A form with the extract. The reading stops at the limit of the portal; the person is told the limit of this page. */
export async function readExtract(request: PortalRequest): Promise<FormWithExtract | InvalidInput> {
  try {
    const { fields, files } = await readMultipart(request);
    const file = files.find(({ field, content }) => field === 'extract' && content.length > 0);
    return { fields, extract: file ?? null };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const tooLarge = { field: 'extract', code: 'platform.file-too-large', data: { maxMb: EXTRACT_MAX_MB } };
    return new InvalidInput([tooLarge], undefined, error.typed);
  }
}
