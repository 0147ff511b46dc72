export interface NamedWork {
  name: string;
  run: () => Promise<unknown>;
}

/**
 * Runs all of it, one after the other: a work that fails does not keep the others waiting.
 * @throws AggregateError after the last one, naming those that failed
 */
export async function runEach(works: readonly NamedWork[]): Promise<void> {
  const failed: { name: string; reason: unknown }[] = [];
  for (const { name, run } of works) await run().catch((reason: unknown) => failed.push({ name, reason }));
  if (failed.length === 0) return;
  const said = failed.map(
    ({ name, reason }) => `${name}: ${reason instanceof Error ? reason.message : String(reason)}`,
  );
  throw new AggregateError(
    failed.map(({ reason }) => reason),
    said.join('; '),
  );
}
