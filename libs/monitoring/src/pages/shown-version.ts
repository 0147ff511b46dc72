import type { FailedForm } from '#libs/platform/http';

/** What was typed stays with the version that it was typed over, unless that is the very fault; 0 where there is nothing yet. */
export function shownVersion(current: number | undefined, form: FailedForm | undefined, stale: string): unknown {
  const isStale = form?.errors.some(({ code }) => code === stale) ?? false;
  return (isStale ? undefined : form?.values?.version) ?? current ?? 0;
}
