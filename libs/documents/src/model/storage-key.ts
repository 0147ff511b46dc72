/** Where the bytes of a document lie: made of its id alone, spread over 256 folders. */
export function storageKeyOf(documentId: string): string {
  return `${documentId.slice(-2)}/${documentId}`;
}

/** When the document of a key was born: a UUIDv7 begins with 48 bits of milliseconds. */
export function bornAt(storageKey: string): Date {
  return new Date(parseInt(storageKey.slice(3).replaceAll('-', '').slice(0, 12), 16));
}
