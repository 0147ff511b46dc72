import { Zip, ZipPassThrough } from 'fflate';

export interface ZipEntry {
  name: string;
  content: Buffer;
}

/** The same files give the same archive. */
const DAY = '1980-01-01T12:00:00';

/** A ZIP of files that are stored as they are (PDF is packed already), one in memory at a time. */
export async function* zipOf(entries: AsyncIterable<ZipEntry>): AsyncIterable<Buffer> {
  const ready: Buffer[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(Buffer.from(chunk));
  });
  for await (const { name, content } of entries) {
    const file = new ZipPassThrough(name);
    file.mtime = DAY;
    zip.add(file);
    file.push(content, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
