import { phrase } from '#libs/platform/phrases';
import type { VerdictDraft } from './admission.js';

/** «Документи подано не в повному обсязі. Немає копії статуту.» A decision is an official paper: always in Ukrainian. */
export function reasonInWords({ verdict, ground, reason }: VerdictDraft): string {
  if (verdict === 'admit' || ground === null || ground === 'other') return reason;
  return `${phrase('uk', `applications:admission.grounds.${ground}`)}. ${reason}`;
}
