/** A power that a person holds: a role inside a scope (an authority, a competition, an organisation, the system). */
export interface Grant {
  role: string;
  scopeKind: 'system' | 'organiser' | 'competition' | 'organisation';
  /** Null only for the system scope. */
  scopeId: string | null;
  /** Held only to read: it is there while a page is shown, never when something is sent. */
  isReading?: true;
}

/** Who acts: a signed-in person with powers, a visitor, or the system itself (jobs, sweeps). */
export interface Actor {
  kind: 'person' | 'visitor' | 'system';
  /** Null for a visitor and for the system. */
  personId: string | null;
  fullName: string;
  email: string;
  grants: Grant[];
}

export type Lang = 'uk' | 'en';

/** One request or job: who, when (domain time at arrival), in which language, under which id. */
export interface Context {
  actor: Actor;
  now: Date;
  lang: Lang;
  requestId: string;
}

export const VISITOR: Actor = { kind: 'visitor', personId: null, fullName: '', email: '', grants: [] };
export const SYSTEM: Actor = { kind: 'system', personId: null, fullName: 'Система', email: '', grants: [] };

/** True when the actor holds one of the roles; with a scope, only inside it (the system scope covers all). */
export function holds(actor: Actor, roles: readonly string[], scopeId?: string): boolean {
  return actor.grants.some(
    (grant) =>
      roles.includes(grant.role) &&
      (scopeId === undefined || grant.scopeKind === 'system' || grant.scopeId === scopeId),
  );
}

/** The same person without the powers that are held only to read: what they may change. */
export const actingOnly = (actor: Actor): Actor => ({
  ...actor,
  grants: actor.grants.filter(({ isReading }) => !isReading),
});

/** The scopes (ids) in which the actor holds one of the roles. */
export function scopesOf(actor: Actor, roles: readonly string[]): string[] {
  return actor.grants.filter((grant) => roles.includes(grant.role) && grant.scopeId).map((grant) => grant.scopeId!);
}
