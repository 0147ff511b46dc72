import type { Reader, Tx } from '#libs/platform/database';

/** The number that grows with every edited word. */
export async function wordsVersion(reader: Reader): Promise<string> {
  return (await reader.one<{ version: string }>('select platform.words_version() as version'))!.version;
}

/** Tells every process to read the words anew with its next request or letter. */
export async function touchWords(tx: Tx): Promise<void> {
  await tx.change(
    `insert into platform.words_version (version) values (1)
     on conflict (only_row) do update set version = words_version.version + 1`,
  );
}
