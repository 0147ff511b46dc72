import { FileRefused } from './documents.errors.js';
import { FileEdges } from './file-edges.js';
import { cleanFileName, extensionOf } from './file-name.js';
import { isDetachedSignature } from './signature-file.js';

interface Kind {
  mediaType: string;
  extensions: readonly string[];
  is(edges: FileEdges): boolean;
}

const ODF = 'application/vnd.oasis.opendocument';
const OOXML = 'application/vnd.openxmlformats-officedocument';

const starts = (...bytes: number[]): Kind['is'] => {
  const signature = Buffer.from(bytes);
  return ({ head }) => head.subarray(0, signature.length).equals(signature);
};

/**
 * What we take. Each kind is known by its bytes, so that a file is what its name says;
 * office files with macros are not taken, nor are the old .doc and .xls, whose macros cannot be ruled out.
 */
const KINDS = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'], is: ({ head }) => head.includes('%PDF-') },
  docx: { mediaType: `${OOXML}.wordprocessingml.document`, extensions: ['docx'], is: isOoxml('word/') },
  xlsx: { mediaType: `${OOXML}.spreadsheetml.sheet`, extensions: ['xlsx'], is: isOoxml('xl/') },
  odt: { mediaType: `${ODF}.text`, extensions: ['odt'], is: isOdf(`${ODF}.text`) },
  ods: { mediaType: `${ODF}.spreadsheet`, extensions: ['ods'], is: isOdf(`${ODF}.spreadsheet`) },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], is: starts(0xff, 0xd8, 0xff) },
  p7s: { mediaType: 'application/pkcs7-signature', extensions: ['p7s'], is: ({ head }) => isDetachedSignature(head) },
  png: { mediaType: 'image/png', extensions: ['png'], is: starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
} satisfies Record<string, Kind>;

export type FileKind = keyof typeof KINDS;
/** What is taken where nothing else is said; a signature is taken only beside what it signs. */
export const FILE_KINDS = (Object.keys(KINDS) as FileKind[]).filter((kind) => kind !== 'p7s');

export function mediaTypeOf(kind: FileKind): string {
  return KINDS[kind].mediaType;
}

/** «.pdf,.jpg,.jpeg» for the `accept` of a file field. */
export function acceptedExtensions(kinds: readonly FileKind[] = FILE_KINDS): string {
  return kinds.flatMap((kind) => KINDS[kind].extensions.map((extension) => `.${extension}`)).join(',');
}

/**
 * The kind that a name claims.
 * @throws FileRefused `documents.kind-not-allowed`
 */
export function claimedKind(name: string, allowed: readonly FileKind[] = FILE_KINDS): FileKind {
  const extension = extensionOf(name);
  const kind = allowed.find((one) => (KINDS[one].extensions as readonly string[]).includes(extension));
  if (!kind) throw new FileRefused('kind-not-allowed', { allowed: listed(allowed) });
  return kind;
}

/** What can be said of a file before it is sent. @throws FileRefused at the field, as `claimedKind` does */
export function demandName(raw: string, { kinds, field }: { kinds?: readonly FileKind[]; field: string }): void {
  try {
    claimedKind(cleanFileName(raw), kinds);
  } catch (error) {
    throw error instanceof FileRefused ? error.at(field) : error;
  }
}

/** @throws FileRefused `documents.kind-mismatch` when the bytes are not of that kind */
export function demandKind(kind: FileKind, edges: FileEdges): void {
  if (!KINDS[kind].is(edges)) throw new FileRefused('kind-mismatch', { kind: listed([kind]) });
}

function listed(kinds: readonly FileKind[]): string {
  return kinds.map((kind) => KINDS[kind].extensions[0]!.toUpperCase()).join(', ');
}

function isOoxml(folder: string): Kind['is'] {
  return (edges) => {
    const names = zipNames(edges);
    return names.some((name) => name.startsWith(folder)) && !names.some((name) => /vbaProject\.bin$/i.test(name));
  };
}

/** An OpenDocument file begins with an uncompressed entry `mimetype`. */
function isOdf(mediaType: string): Kind['is'] {
  return (edges) => {
    const start = edges.head.subarray(30, 30 + 8 + mediaType.length + 2).toString('latin1');
    return start === `mimetype${mediaType}PK` && !zipNames(edges).some((name) => name.startsWith('Basic/'));
  };
}

const FIRST_FILE = Buffer.from('PK\x03\x04', 'latin1');
const ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const END = Buffer.from('PK\x05\x06', 'latin1');

/** The names in a ZIP's table of contents, as far as the last bytes hold it; none when it is not a whole ZIP. */
function zipNames({ head, tail }: FileEdges): string[] {
  const names: string[] = [];
  if (!head.subarray(0, 4).equals(FIRST_FILE) || !tail.includes(END)) return names;
  for (let at = tail.indexOf(ENTRY); at >= 0 && at + 46 <= tail.length; at = tail.indexOf(ENTRY, at + 46)) {
    names.push(tail.toString('utf8', at + 46, at + 46 + tail.readUInt16LE(at + 28)));
  }
  return names;
}
