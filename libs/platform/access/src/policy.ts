import { Forbidden, NotFound } from '#libs/platform/errors';
import type { Actor } from './actor.js';

/**
 * Object rules as a table: an action, a predicate, and a sentence for docs/permissions.md.
 * `refusal` is the code of the reason shown when the object is visible but the act is not allowed.
 */
export interface Rule<Subject> {
  sentence: string;
  allows: (actor: Actor, subject: Subject) => boolean;
  refusal?: string;
}

export type Policy<Action extends string, Subject> = Record<Action, Rule<Subject>>;

/** Not visible = not found; visible but not allowed = forbidden with the reason. */
export function demand<Action extends string, Subject>(
  policy: Policy<Action | 'see', Subject>,
  action: Action | 'see',
  actor: Actor,
  subject: Subject,
): void {
  if (!policy.see.allows(actor, subject)) throw new NotFound();
  const rule = policy[action];
  if (!rule.allows(actor, subject)) throw new Forbidden(rule.refusal);
}
