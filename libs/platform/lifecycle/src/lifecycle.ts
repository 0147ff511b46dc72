import { DomainError } from '#libs/platform/errors';

/** Returns the code of the reason why the action is off, or null when nothing is in the way. */
export type Guard<Subject> = (subject: Subject) => string | null;

export interface Transition<State extends string, Action extends string, Subject> {
  action: Action;
  from: readonly State[];
  /** Where it leads. Of several states, `chosen` says which one: back to where a pause began. */
  to: State | { oneOf: readonly State[]; chosen: (subject: Subject) => State };
  /** Roles that may act; 'system' = sweeps and reactions. Scope is the business of the policy. */
  who: readonly string[];
  guards?: readonly Guard<Subject>[];
}

export interface Availability<Action extends string> {
  action: Action;
  /** Null when the action is on. */
  reason: string | null;
}

export class TransitionRefused extends DomainError {
  constructor(reason: string, state: string, action: string) {
    super('conflict', reason, { state, action });
  }
}

/**
 * A workflow as a table. The same table says which buttons there are, why one is off, and does the step.
 * The table is validated when it is made, so a wrong one stops the boot.
 */
export class Lifecycle<State extends string, Action extends string, Subject> {
  constructor(
    readonly name: string,
    readonly states: readonly State[],
    readonly transitions: readonly Transition<State, Action, Subject>[],
  ) {
    const problems = [...this.unknownStates(), ...this.unreachableStates(), ...this.ambiguousSteps()];
    if (problems.length > 0) throw new Error(`lifecycle ${name}: ${problems.join('; ')}`);
  }

  /** What the role could do now, each with the reason when it is off. */
  available(state: State, role: string, subject: Subject): Availability<Action>[] {
    return this.transitions
      .filter((step) => step.from.includes(state) && step.who.includes(role))
      .map((step) => ({ action: step.action, reason: firstReason(step, subject) }));
  }

  /**
   * The state after the action.
   * @throws TransitionRefused with the guard's reason, or `<name>.not-now` when the table has no such step.
   */
  next(state: State, action: Action, subject: Subject): State {
    const step = this.transitions.find((one) => one.action === action && one.from.includes(state));
    if (!step) throw new TransitionRefused(`${this.name}.not-now`, state, action);
    const reason = firstReason(step, subject);
    if (reason) throw new TransitionRefused(reason, state, action);
    return typeof step.to === 'object' ? step.to.chosen(subject) : step.to;
  }

  /** A Mermaid diagram for the README of the lib. */
  diagram(): string {
    const arrows = this.transitions.flatMap((step) =>
      step.from.flatMap((from) =>
        targets(step).map((to) => `  ${id(from)} --> ${id(to)}: ${step.action} (${step.who.join(', ')})`),
      ),
    );
    return ['stateDiagram-v2', `  [*] --> ${id(this.states[0]!)}`, ...arrows].join('\n');
  }

  private unknownStates(): string[] {
    const named = this.transitions.flatMap((step) => [...step.from, ...targets(step)]);
    return named.filter((state) => !this.states.includes(state)).map((state) => `unknown state ${state}`);
  }

  private unreachableStates(): string[] {
    const reached = new Set<State>(this.states.slice(0, 1));
    for (let grew = true; grew;) {
      const steps = this.transitions.filter((step) => step.from.some((s) => reached.has(s)));
      const found = steps.flatMap(targets).filter((state) => !reached.has(state));
      found.forEach((state) => reached.add(state));
      grew = found.length > 0;
    }
    return this.states.filter((state) => !reached.has(state)).map((state) => `unreachable state ${state}`);
  }

  private ambiguousSteps(): string[] {
    const keys = this.transitions.flatMap((step) => step.from.map((from) => `${from} ${step.action}`));
    return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `two steps for ${key}`);
  }
}

function targets<State extends string>({ to }: Pick<Transition<State, string, never>, 'to'>): readonly State[] {
  return typeof to === 'object' ? to.oneOf : [to];
}

function firstReason<Subject>(step: { guards?: readonly Guard<Subject>[] }, subject: Subject): string | null {
  for (const guard of step.guards ?? []) {
    const reason = guard(subject);
    if (reason) return reason;
  }
  return null;
}

const id = (state: string) => state.replaceAll('-', '_');
