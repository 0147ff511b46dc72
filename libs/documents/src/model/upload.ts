/** Uploads of one person that are under way or were broken off. */
export const UPLOADS_OPEN_MAX = 5;
/** How long a broken-off upload can be gone on with: a power cut and a weekend. */
export const UPLOAD_KEPT_MS = 72 * 3_600_000;
/** One request of the browser carries so much: a slow line (10 KB/s) sends it before the request times out. */
export const UPLOAD_PIECE_BYTES = 512 * 1024;

/** Where a file goes: `kind` names the lib's port, `field` the place in it, e.g. the key of a question. */
export interface UploadTarget {
  kind: string;
  id: string;
  field: string;
}

/** What a browser says before it sends. */
export interface NewUpload {
  target: UploadTarget;
  name: string;
  /** Bytes. */
  size: number;
  /** When the file was changed on the device, as the browser says. */
  modified: string;
}

export interface UploadRow extends NewUpload {
  id: string;
  personId: string;
  beganAt: Date;
  expiresAt: Date;
  /** Set when the file is where it belongs. */
  documentId: string | null;
}

/** One that can be gone on with. */
export interface BrokenOffUpload extends UploadRow {
  /** Bytes that are here. */
  arrived: number;
}
